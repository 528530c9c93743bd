"""Open and overdue: the worklist of what is stuck, with whom, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.open import OpenFacts, OpenRequest
from helpdesk.report import measure
from helpdesk.report.chart import Bar, Bars
from helpdesk.report.content import Column, Figure, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking

NAME = "open"
TITLE = N_("Open and overdue")
QUESTION = N_("What is stuck, and with whom?")
AGES = (
    N_("0-1 working days"),
    N_("2-3 working days"),
    N_("4-7 working days"),
    N_("8-14 working days"),
    N_("15-30 working days"),
    N_("over 30 working days"),
)


def build(facts: OpenFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        bars = tuple(Bar(_(age).replace("-", "–"), n) for age, n in zip(AGES, facts.ages, strict=True))
        chart = Bars(_("Open requests by age"), "", bars)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=tuple(_figures(facts, notation)),
            charts=(chart,) if facts.requests else (),
            tables=(_table(facts, notation, frame.language),),
            method=(
                _("Listed: everything open at the data cut-off, whatever the period says."),
                *measure.method("overdue"),
                _("Age counts working days since creation; time left is business time and stands while it is paused."),
            ),
            landscape=True,
        )


def _is_overdue(one: OpenRequest) -> bool:
    return one.left is not None and one.left < 0


def _finding(facts: OpenFacts, notation: Notation) -> str:
    late = [one for one in facts.requests if _is_overdue(one)]
    if not facts.requests:
        return _("Nothing is open.")
    if not late:
        sentence = counted(
            "{n} request is open, and it is not overdue.",
            "{n} requests are open, none is overdue.",
            len(facts.requests),
        )
        return sentence.format(n=notation.number(len(facts.requests)))
    owners = {owner: len(list(ones)) for owner, ones in groupby(late, key=_owner)}
    worst = max(owners, key=lambda owner: owners[owner])
    sentence = counted(
        "{n} of {total} open requests is overdue; most of them, {most}, with {owner}.",
        "{n} of {total} open requests are overdue; most of them, {most}, with {owner}.",
        len(late),
    )
    return sentence.format(
        n=notation.number(len(late)),
        total=notation.number(len(facts.requests)),
        most=notation.number(owners[worst]),
        owner=worst or _("nobody"),
    )


def _owner(one: OpenRequest) -> str:
    return one.owner


def _figures(facts: OpenFacts, notation: Notation) -> Iterator[Figure]:
    total = len(facts.requests)
    oldest = min((one.created_at for one in facts.requests), default=None)
    since = _("oldest from {day}").format(day=notation.day(notation.local(oldest).date())) if oldest else ""
    yield replace(measure.count("open", total, notation, drill=Drill("request", "open")), detail=since)
    counts = (
        ("overdue", measure.title_of("overdue"), sum(map(_is_overdue, facts.requests))),
        ("waiting", _("Waiting, clock paused"), sum(one.is_paused for one in facts.requests)),
        ("unowned", _("Without an owner"), sum(not one.owner for one in facts.requests)),
        ("old", _("Open for over 30 working days"), facts.ages[-1]),
    )
    for name, words, value in counts:
        drill = None if name == "waiting" else Drill("request", name)
        yield Figure(name=name, title=words, value=value, n=total, is_count=True, prints_zero=True, drill=drill)


def _table(facts: OpenFacts, notation: Notation, language: str) -> Table:
    columns = (
        Column(name="number", title=_("Number"), weight=17),
        Column(name="customer", title=_("Customer"), weight=34, lines=2),
        Column(name="subject", title=_("Subject"), weight=56, lines=2),
        Column(name="state", title=_("State"), weight=22, lines=2),
        Column(name="age", title=_("Working days open"), kind="number", weight=14),
        Column(name="due_at", title=_("Due"), kind="instant", weight=24),
        Column(name="left", title=_("Time left"), kind="duration", weight=17),
        Column(name="next_step", title=_("Next step"), weight=42, lines=2),
        Column(name="next_at", title=_("By"), kind="instant", weight=24),
    )
    rows: list[Row] = []
    groups: list[Group] = []
    for owner, members in groupby(facts.requests, key=_owner):
        ones = list(members)
        late = sum(map(_is_overdue, ones))
        note = _("open: {n}, overdue: {late}").format(n=notation.number(len(ones)), late=notation.number(late))
        groups.append(Group(owner or _("Without an owner"), len(rows), note))
        rows.extend(_row(one, facts, language) for one in ones)
    return Table(name="worklist", title=_("Worklist by owner"), columns=columns, rows=rows, groups=tuple(groups))


def _row(one: OpenRequest, facts: OpenFacts, language: str) -> Row:
    state = facts.states.get(one.state)
    return (
        one.number,
        one.customer,
        one.subject,
        state.name(language) if state else one.state,
        one.age,
        one.due_at,
        None if one.left is None else timedelta(seconds=one.left),
        one.next_step or None,
        one.next_at,
    )
