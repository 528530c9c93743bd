"""The request journal: every request that came in during a period, who took it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel
from helpdesk.domain.facts.journal import JournalFacts
from helpdesk.domain.identity import instant
from helpdesk.domain.request import RequestKind
from helpdesk.report.content import Column, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.journal_chart import chart
from helpdesk.report.journal_figures import figures, finding
from helpdesk.report.journal_row import JournalRow
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking
from helpdesk.words.terms import title

__all__ = ["NAME", "QUESTION", "TITLE", "JournalRow", "build", "journal"]

NAME = "journal"
TITLE = N_("Request journal")
QUESTION = N_("What came in, who took it, and how did it end?")


def build(facts: JournalFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        rows = list(_rows(facts, frame.language))
    return journal(rows, frame)


def _rows(facts: JournalFacts, language: str) -> Iterator[JournalRow]:
    channels = {channel.value: title(channel) for channel in Channel}
    kinds = {kind.value: title(kind) for kind in RequestKind}
    states = {code: state.name(language) for code, state in facts.states.items()}
    for entry in facts.entries:
        category = Category(entry.category)
        due_at = _instant(entry.due_at)
        is_open = not category.is_final
        yield JournalRow(
            number=entry.number,
            created_at=instant(entry.created_at),
            channel=channels.get(entry.channel, entry.channel),
            kind=kinds.get(entry.kind, entry.kind),
            subject=entry.subject,
            customer=entry.customer,
            owner=entry.owner or entry.queue,
            state=states.get(entry.state, entry.state),
            due_at=due_at,
            first_response_seconds=entry.first_response_seconds,
            solved_at=_instant(entry.solved_at),
            score=entry.score,
            is_open=is_open,
            is_solved=category in (Category.SOLVED, Category.CLOSED),
            is_overdue=is_open and due_at is not None and due_at < facts.as_of,
        )


def _instant(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else instant(milliseconds)


def journal(rows: Sequence[JournalRow], frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language; rows may come in any order."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        ordered = sorted(rows, key=_order)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=finding(ordered, notation),
            figures=figures(ordered, notation),
            charts=tuple(filter(None, (chart(ordered, frame, notation),))),
            tables=(_table(ordered, notation),),
            method=_method(),
            landscape=True,
        )


def _order(row: JournalRow) -> tuple[datetime, str]:
    return row.created_at, row.number


def _columns() -> tuple[Column, ...]:
    return (
        Column(name="number", title=_("Number"), weight=17),
        Column(name="created_at", title=_("Time"), kind="time", weight=9.5),
        Column(name="channel", title=_("Channel"), weight=13),
        Column(name="kind", title=_("Kind"), weight=18.5, lines=2),
        Column(name="subject", title=_("Subject"), weight=45, lines=2),
        Column(name="customer", title=_("Customer"), weight=32, lines=2),
        Column(name="owner", title=_("Owner"), weight=22, lines=2),
        Column(name="state", title=_("State"), weight=20, lines=3),
        Column(name="due_at", title=_("Due"), kind="instant", weight=22),
        Column(name="first_response_seconds", title=_("First response"), kind="duration", weight=14),
        Column(name="solved_at", title=_("Solved"), kind="instant", weight=22),
        Column(name="score", title=_("Score"), kind="number", weight=11),
    )


def _table(rows: list[JournalRow], notation: Notation) -> Table:
    overdue = _("Overdue")
    groups: list[Group] = []
    at = 0
    for day, members in groupby(rows, key=lambda row: notation.local(row.created_at).date()):
        count = len(list(members))
        note = counted("{n} request", "{n} requests", count).format(n=notation.number(count))
        groups.append(Group(f"{notation.long_date(day)}, {notation.weekday(day)}", at, note))
        at += count
    cells = [_cells(row, overdue) for row in rows]
    return Table(name="requests", title=_("Requests"), columns=_columns(), rows=cells, groups=tuple(groups))


def _cells(row: JournalRow, overdue: str) -> Row:
    answered = row.first_response_seconds
    return (
        row.number,
        row.created_at,
        row.channel,
        row.kind,
        row.subject,
        row.customer,
        row.owner or None,
        f"{overdue} · {row.state}" if row.is_open and row.is_overdue else row.state,
        row.due_at,
        None if answered is None else timedelta(seconds=answered),
        row.solved_at,
        row.score,
    )


def _method() -> tuple[str, ...]:
    return (
        _(
            "Listed: requests created inside the period, both days included, in the company's time zone; "
            "spam, tests and merged requests are left out."
        ),
        _("States stand as of the data cut-off. Cancelled requests count as created and are left out of times."),
        _("Overdue: open and past the due time at the cut-off. A clock paused by the policy does not run."),
        _(
            "First response: from creation to the first public reply of an operator, in business time; "
            "a call or a visit answers itself. Unanswered requests are counted beside the median."
        ),
        _(
            "Satisfaction: the last score of each request. A figure on fewer than 5 cases is not printed "
            "(“90% within”: fewer than 20), one on fewer than 30 is marked."
        ),
    )
