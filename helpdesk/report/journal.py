"""The request journal: every request that came in during a period, who took it, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from helpdesk.report.content import Column, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.journal_chart import chart
from helpdesk.report.journal_figures import figures, finding
from helpdesk.report.journal_row import JournalRow
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "JournalRow", "journal"]

NAME = "journal"
TITLE = N_("Request journal")
QUESTION = N_("What came in, who took it, and how did it end?")


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
            chart=chart(ordered, frame, notation),
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
