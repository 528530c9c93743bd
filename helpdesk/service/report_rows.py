"""What stands behind a figure or a table row of a report: the records, listed and exported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helpdesk.domain.drill import Drill, DrillKind
from helpdesk.domain.facts.drilled import DrilledCall, DrilledOrder, DrilledRequest
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.report_scope import ReportScope
from helpdesk.errors import FigureUnknown
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.reporting import report_named
from helpdesk.storage.queries import report_calls, report_ground

if TYPE_CHECKING:
    from helpdesk.report.content import ReportContent

Drilled = DrilledRequest | DrilledCall | DrilledOrder


def drill_named(content: ReportContent, name: str) -> tuple[Drill, str]:
    """The drill of a figure by its name, or of a table's row as "table:3" (from 1), and its title.

    Raises FigureUnknown.
    """
    for figure in content.figures:
        if figure.name == name and figure.drill is not None:
            return figure.drill, figure.title
    place, _colon, number = name.partition(":")
    for table in content.tables:
        if table.name == place and number.isdigit() and 0 < int(number) <= len(table.drills):
            drill = table.drills[int(number) - 1]
            if drill is not None:
                return drill, f"{table.title}: {table.rows[int(number) - 1][0]}"
    known = [figure.name for figure in content.figures if figure.drill is not None]
    known += [f"{table.name}:1" for table in content.tables if table.drills]
    raise FigureUnknown(name, ", ".join(known))


def aliases(desk: Desk, actor: OperatorId, report: str, scope: ReportScope, drill: Drill) -> tuple[int, ...]:
    """The local aliases of the records behind a drill, for a list that reads its visible window."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        return tuple(report_named(report).aliases(database, scope, drill))


def rows(desk: Desk, actor: OperatorId, report: str, scope: ReportScope, drill: Drill) -> tuple[Drilled, ...]:
    """The records behind a drill."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        found = report_named(report).aliases(database, scope, drill)
        return tuple(_LISTS[drill.kind](database, found))


def rows_content(desk: Desk, actor: OperatorId, content: ReportContent, scope: ReportScope, name: str) -> ReportContent:
    """The records behind a figure as a list of their own, which exports like any report. Raises FigureUnknown."""
    from helpdesk.report.drilled import listing

    drill, heading = drill_named(content, name)
    found = rows(desk, actor, content.name, scope, drill)
    frame = replace(content.frame, made_at=desk.clock.now())
    return listing(f"{content.name}-{name}", (content.title, heading), found, frame, desk.states)


_LISTS: dict[str, Any] = {
    "request": report_ground.drilled_requests,
    "order": report_ground.drilled_orders,
    "call": report_calls.drilled_calls,
}


def identity(desk: Desk, actor: OperatorId, kind: DrillKind, alias: int) -> bytes | None:
    """The record under a local alias, to open it; none where it is of a kind that has no place of its own."""
    ask(desk, actor, Action.SEE)
    table = {"request": "request", "order": "customer_order"}.get(kind)
    if table is None:
        return None
    with desk.reading() as database:
        row = database.row(f"SELECT id FROM {table} WHERE alias = ?", alias)
    return bytes(row[0]) if row else None
