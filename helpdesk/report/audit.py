"""Audit and personal data: who saw contacts, who took what out of the workplace, who changed how much."""

from __future__ import annotations

from collections import Counter
from datetime import date

from helpdesk.domain.audit import AuditAct
from helpdesk.domain.facts.audit import AuditFacts
from helpdesk.report.change import count_change
from helpdesk.report.content import Column, Figure, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking
from helpdesk.words.terms import title

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "audit"
TITLE = N_("Audit and personal data")
QUESTION = N_("Who saw, exported or changed what?")
TITLES = {
    AuditAct.SHOWN: N_("Contacts shown"),
    AuditAct.EXPORTED: N_("Exports"),
    AuditAct.PRINTED: N_("Prints"),
    AuditAct.SEARCHED: N_("Searches"),
    AuditAct.FROZE: N_("Periods frozen"),
}


def build(facts: AuditFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=_figures(facts, notation),
            tables=(_people(facts), _log(facts, notation)),
            method=_method(),
        )


def _finding(facts: AuditFacts, notation: Notation) -> str:
    rows: Counter[str] = Counter()
    for line in facts.lines:
        if line.act is AuditAct.EXPORTED:
            rows[line.operator or _("the program")] += line.rows
    if not rows:
        return _("Nothing was exported during this period.")
    who, most = min(rows.items(), key=lambda item: (-item[1], item[0]))
    sentence = counted("{who} exported the most: {n} row.", "{who} exported the most: {n} rows.", most)
    return sentence.format(who=who, n=notation.number(most))


def _figures(facts: AuditFacts, notation: Notation) -> tuple[Figure, ...]:
    counts = Counter(line.act for line in facts.lines)
    rows = sum(line.rows for line in facts.lines if line.act is AuditAct.EXPORTED)
    acts = tuple(
        _figure(act.value, _(TITLES[act]), counts[act], count_change(counts[act], facts.before.get(act, 0), notation))
        for act in (AuditAct.SHOWN, AuditAct.EXPORTED, AuditAct.PRINTED, AuditAct.FROZE)
    )
    return (
        *acts,
        _figure("rows_exported", _("Rows exported"), rows),
        _figure("changes", _("Changes of records"), sum(facts.changes.values())),
        _figure("consents_given", _("Consents given"), facts.consents_given),
        _figure("consents_withdrawn", _("Consents withdrawn"), facts.consents_withdrawn),
    )


def _figure(name: str, heading: str, value: int, change: str = "") -> Figure:
    return Figure(name=name, title=heading, value=value, n=value, is_count=True, change=change)


def _people(facts: AuditFacts) -> Table:
    """What each person did, the busiest first."""
    counts: dict[str, Counter[AuditAct]] = {}
    exported: Counter[str] = Counter()
    for line in facts.lines:
        counts.setdefault(line.operator, Counter())[line.act] += 1
        if line.act is AuditAct.EXPORTED:
            exported[line.operator] += line.rows
    names = sorted({*counts, *facts.changes}, key=lambda name: (-facts.changes.get(name, 0), name))
    rows: list[Row] = [
        (
            name or _("the program"),
            *(counts.get(name, Counter())[act] for act in (AuditAct.SHOWN, AuditAct.EXPORTED)),
            exported[name],
            counts.get(name, Counter())[AuditAct.PRINTED],
            facts.changes.get(name, 0),
        )
        for name in names
    ]
    columns = (
        Column(name="person", title=_("Who"), weight=50),
        Column(name="shown", title=_("Contacts shown"), kind="number", weight=20),
        Column(name="exported", title=_("Exports"), kind="number", weight=18),
        Column(name="rows_exported", title=_("Rows exported"), kind="number", weight=20),
        Column(name="printed", title=_("Prints"), kind="number", weight=18),
        Column(name="changes", title=_("Changes"), kind="number", weight=18),
    )
    return Table(name="people", title=_("By person"), columns=columns, rows=rows)


def _log(facts: AuditFacts, notation: Notation) -> Table:
    """Every act, the oldest first, under its day."""
    rows: list[Row] = []
    groups: list[Group] = []
    day: date | None = None
    for line in facts.lines:
        local = notation.local(line.at).date()
        if local != day:
            groups.append(Group(f"{notation.long_date(local)}, {notation.weekday(local)}", len(rows)))
            day = local
        rows.append((line.at, line.operator or _("the program"), title(line.act), line.what or None, line.rows))
    columns = (
        Column(name="at", title=_("Time"), kind="time", weight=14),
        Column(name="person", title=_("Who"), weight=40),
        Column(name="act", title=_("Action"), weight=30),
        Column(name="what", title=_("What"), weight=80, lines=2),
        Column(name="rows", title=_("Rows"), kind="number", weight=16),
    )
    return Table(name="log", title=_("Log"), columns=columns, rows=rows, groups=tuple(groups))


def _method() -> tuple[str, ...]:
    return (
        _(
            "Contacts shown: somebody uncovered the phones and addresses of a customer. Exports: files of reports and "
            "of their rows. Prints: what was sent to a printer from the program. Rows are never changed or deleted."
        ),
        _("Changes: events of requests, orders, quotes and invoices, by who made them; imports count as the program."),
        _("Consents are declarations of customers; a withdrawal counts on the day on which it was declared."),
        _("Searches and erasures are listed here as soon as the program notes them; until then they are not counted."),
    )
