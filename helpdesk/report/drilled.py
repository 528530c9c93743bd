"""The records behind a figure, as a list that is printed and exported like a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.event import Channel
from helpdesk.domain.facts.drilled import DrilledCall, DrilledOrder, DrilledRequest
from helpdesk.domain.logged_call import CallResult
from helpdesk.domain.order import OrderStage
from helpdesk.domain.request import RequestKind, RequestState
from helpdesk.report.content import Column, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import _, counted, speaking
from helpdesk.words.terms import title


def listing(
    name: str,
    titles: tuple[str, str],
    rows: Sequence[DrilledRequest | DrilledCall | DrilledOrder],
    frame: ReportFrame,
    states: Mapping[str, RequestState],
) -> ReportContent:
    """The list; `titles` are the report's and the figure's."""
    with speaking(frame.language):
        table = _table(rows, frame.language, states)
        count = counted("{n} record stands behind it.", "{n} records stand behind it.", len(rows))
        return ReportContent(
            name=name,
            title=f"{titles[0]} · {titles[1]}",
            question="",
            frame=frame,
            finding=count.format(n=Notation.of(frame).number(len(rows))),
            figures=(),
            tables=(table,),
            method=(),
            landscape=True,
        )


def _table(
    rows: Sequence[DrilledRequest | DrilledCall | DrilledOrder], language: str, states: Mapping[str, RequestState]
) -> Table:
    match rows[0] if rows else None:
        case DrilledCall():
            return Table(name="rows", title=_("Calls"), columns=_call_columns(), rows=[_call(row) for row in rows])  # type: ignore[arg-type]
        case DrilledOrder():
            return Table(name="rows", title=_("Orders"), columns=_order_columns(), rows=[_order(row) for row in rows])  # type: ignore[arg-type]
        case _:
            named = {code: state.name(language) for code, state in states.items()}
            cells = [_request(row, named) for row in rows]  # type: ignore[arg-type]
            return Table(name="rows", title=_("Requests"), columns=_request_columns(), rows=cells)


def _request_columns() -> tuple[Column, ...]:
    return (
        Column(name="number", title=_("Number"), weight=17),
        Column(name="created_at", title=_("Created"), kind="instant", weight=22),
        Column(name="kind", title=_("Kind"), weight=20),
        Column(name="channel", title=_("Channel"), weight=14),
        Column(name="subject", title=_("Subject"), weight=52, lines=2),
        Column(name="customer", title=_("Customer"), weight=34, lines=2),
        Column(name="owner", title=_("Owner"), weight=26, lines=2),
        Column(name="state", title=_("State"), weight=22, lines=2),
        Column(name="due_at", title=_("Due"), kind="instant", weight=22),
        Column(name="solved_at", title=_("Solved"), kind="instant", weight=22),
    )


def _request(row: DrilledRequest, states: Mapping[str, str]) -> Row:
    return (
        row.number,
        row.created_at,
        title(RequestKind(row.kind)),
        title(Channel(row.channel)),
        row.subject,
        row.customer,
        row.owner or None,
        states.get(row.state, row.state),
        row.due_at,
        row.solved_at,
    )


def _call_columns() -> tuple[Column, ...]:
    return (
        Column(name="started_at", title=_("Started"), kind="instant", weight=24),
        Column(name="line", title=_("Line"), weight=24),
        Column(name="caller", title=_("Caller"), weight=30),
        Column(name="operator", title=_("Operator"), weight=36),
        Column(name="result", title=_("Result"), weight=24),
        Column(name="waited", title=_("Waited"), kind="duration", weight=18),
        Column(name="talked", title=_("Talked"), kind="duration", weight=18),
    )


def _call(row: DrilledCall) -> Row:
    waited, talked = (
        None if length is None else timedelta(seconds=length) for length in (row.waited_seconds, row.talked_seconds)
    )
    return row.started_at, row.line, row.caller, row.operator, title(CallResult(row.result)), waited, talked


def _order_columns() -> tuple[Column, ...]:
    return (
        Column(name="number", title=_("Number"), weight=17),
        Column(name="ordered_at", title=_("Ordered"), kind="instant", weight=22),
        Column(name="title", title=_("Goods"), weight=50, lines=2),
        Column(name="customer", title=_("Customer"), weight=40, lines=2),
        Column(name="stage", title=_("Stage"), weight=24),
        Column(name="total", title=_("Total"), kind="money", weight=24),
    )


def _order(row: DrilledOrder) -> Row:
    return (
        row.number,
        row.ordered_at,
        row.title,
        row.customer,
        title(OrderStage(row.stage)),
        Decimal(row.total_minor) / 100,
    )
