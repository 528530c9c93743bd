"""Reads the steps of requests and orders in sets, case by case in the order of folding, and counts their stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.bottlenecks import BottleneckFacts, WorkflowFacts, WorkflowName
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.order import OrderStage
from helpdesk.domain.report_scope import ReportScope
from helpdesk.domain.workflow import Cause, Nature, Step, cases
from helpdesk.domain.workflow_figures import WorkflowCount
from helpdesk.storage.database import Database
from helpdesk.storage.queries.cutoff import stamp_limit
from helpdesk.storage.queries.report_ground import request_filter, span

_OPEN = "('new', 'open', 'waiting')"
_REQUESTS = f"""INSERT INTO walked SELECT r.id, r.alias FROM request r
 WHERE r.created_at < ?1 AND (r.changed_at >= ?2 OR r.category IN {_OPEN})"""
_ORDERS = """INSERT INTO walked SELECT o.id, o.alias FROM customer_order o WHERE o.is_hidden = 0
 AND o.ordered_at < ?1 AND (o.stage_since >= ?2 OR o.is_open = 1)"""
_STEPS = """SELECT k.alias, e.occurred_at,
 CASE WHEN e.kind = 'activity' AND e.state = '' THEN ':' || substr(e.text, 1, instr(e.text || char(10), char(10)) - 1)
 WHEN ?3 OR e.state = '' THEN e.state ELSE coalesce(json_extract(e.detail, '$.category'), e.state) END,
 CASE WHEN ?3 AND e.kind IN ('created', 'assigned') THEN e.owner IS NOT NULL END,
 e.kind = 'created', e.kind = 'activity',
 CASE WHEN e.kind = 'task' THEN coalesce(json_extract(e.detail, '$.department'), '') WHEN ?3 THEN ''
 ELSE coalesce((SELECT s.department FROM order_stage s WHERE s.code = e.state AND s.department <> '' LIMIT 1), '') END
 FROM walked k CROSS JOIN event e ON e.subject = k.id WHERE e.is_hidden = 0 AND e.stamp < ?1 AND e.occurred_at < ?2
 AND (e.state <> '' OR e.kind IN ('activity', 'created', 'assigned', 'task'))
 ORDER BY k.id, e.occurred_at, e.stamp, e.id"""
_EVENTS = """SELECT count(*) FROM walked k CROSS JOIN event e ON e.subject = k.id WHERE e.is_hidden = 0
 AND e.stamp < ?1 AND e.occurred_at >= ?2 AND e.occurred_at < ?3
 AND NOT (e.state = 'closed' AND json_extract(e.detail, '$.closing') IS 1)"""
_ORDER_CAUSES = {
    OrderStage.REGISTERED: Cause.QUEUE,
    OrderStage.CONFIRMED: Cause.DEPARTMENT,
    OrderStage.SHIPPED: Cause.CARRIER,
}


def facts(database: Database, scope: ReportScope) -> BottleneckFacts:
    """Stages, causes, departments and paths of the processes asked for, in the period."""
    start, end = span(scope)
    wanted: tuple[WorkflowName, ...] = ("requests", "orders")
    if scope.filters.process in wanted:
        wanted = (scope.filters.process,)
    return BottleneckFacts(
        processes=tuple(_workflow(database, scope, name) for name in wanted),
        titles={code: (state.name("en"), state.name("ru")) for code, state in scope.states.items()},
        wish_hours=scope.filters.wish_hours,
        days=max(0, min(end, milliseconds(scope.as_of)) - start) / 86_400_000,
        as_of=scope.as_of,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests or orders that stand in a stage at the end of the period, or left it in the period."""
    start, end = span(scope)
    until = _until(scope)
    stage = drill.value("stage")
    found = []
    name: WorkflowName = "orders" if drill.kind == "order" else "requests"
    _walk(database, scope, name)
    natures = _natures(scope, name)
    for case in cases(_steps(database, scope, name), natures, _working(scope), until):
        is_done = case.is_over or case.is_foreign
        in_stage = (visit for visit in case.visits if stage is None or visit.stage == stage)
        if drill.name == "standing":
            is_in = not is_done and any(visit.left is None for visit in in_stage)
        elif drill.name == "left":
            is_in = any(visit.left is not None and start <= visit.left < end for visit in in_stage)
        else:
            is_in = is_done and start <= case.last < end
        if is_in:
            found.append(case.case)
    return found


def _workflow(database: Database, scope: ReportScope, name: WorkflowName) -> WorkflowFacts:
    start, end = span(scope)
    until = _until(scope)
    _walk(database, scope, name)
    count = WorkflowCount(name, start, end, until=until, wish_hours=scope.filters.wish_hours)
    for case in cases(_steps(database, scope, name), _natures(scope, name), _working(scope), until):
        count.take(case)
    row = database.row(_EVENTS, stamp_limit(scope), start, min(end, milliseconds(scope.as_of) + 1))
    return count.told(int(row[0]) if row else 0)


def _until(scope: ReportScope) -> int:
    return min(span(scope)[1], milliseconds(scope.as_of) + 1)


def _walk(database: Database, scope: ReportScope, name: WorkflowName) -> None:
    """Fills the temporary table `walked` with the cases that lived in the period."""
    start, end = span(scope)
    database.execute_sql("CREATE TEMP TABLE IF NOT EXISTS walked(id BLOB PRIMARY KEY, alias INTEGER) WITHOUT ROWID")
    database.execute_sql("DELETE FROM walked")
    if name == "orders":
        database.execute_sql(_ORDERS, (end, start))
        return
    condition, values = request_filter(scope.filters)
    database.execute_sql(_REQUESTS + condition, (end, start, *values))


def _steps(database: Database, scope: ReportScope, name: WorkflowName) -> Iterator[Step]:
    """Nobody owns an order: it is the department of a stage that holds it."""
    has_owner = name == "requests"
    rows: Iterable[tuple[Any, ...]] = database.execute_sql(_STEPS, (stamp_limit(scope), _until(scope), has_owner))
    return map(Step._make, rows)


def _working(scope: ReportScope) -> Any:
    hours = scope.hours

    def working(start: int, end: int) -> int:
        return hours.working_seconds(instant(start), instant(end)) * 1000

    return working


def _natures(scope: ReportScope, name: WorkflowName) -> Mapping[str, Nature]:
    if name == "orders":
        return {stage.value: _order_nature(stage) for stage in OrderStage}
    found = {}
    for code, state in scope.states.items():
        match state.category:
            case Category.NEW:
                found[code] = Nature(cause=Cause.QUEUE)
            case Category.OPEN:
                found[code] = Nature(is_work=True)
            case Category.WAITING:
                found[code] = Nature(cause=_cause(state.waiting_for))
            case _:
                found[code] = Nature(is_end=True)
    return found


def _cause(reason: WaitingReason | None) -> Cause:
    return Cause(reason.value) if reason else Cause.UNRECORDED


def _order_nature(stage: OrderStage) -> Nature:
    if stage.value in ("delivered", "returned", "cancelled"):
        return Nature(is_end=True)
    if stage in _ORDER_CAUSES:
        return Nature(cause=_ORDER_CAUSES[stage])
    return Nature(is_work=True)
