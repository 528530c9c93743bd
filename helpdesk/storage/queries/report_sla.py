"""Reads what became of promises: decisions by target and priority, by week, and the worst breaches."""

from __future__ import annotations

from datetime import date, timedelta

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.sla import Breach, SlaFacts, TargetFacts
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.period import day_start
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.backlog import joined
from helpdesk.storage.queries.report_ground import cut, medians, span, span_before

WEEKS = 13
WORST = 10
_MET = "t.met_at >= ? AND t.met_at < ? AND t.met_at IS NOT NULL"
_BREACHED = "t.breach_at >= ? AND t.breach_at < ? AND t.breach_at IS NOT NULL"


def facts(database: Database, scope: ReportScope) -> SlaFacts:
    """Everything that the report says."""
    start, end = _until(scope, *span(scope))
    return SlaFacts(
        targets=tuple(_targets(database, scope, start, end)),
        whole=decided(database, scope, start, end),
        before=decided(database, scope, *span_before(scope)),
        undecided=len(_undecided(database, scope, end)),
        unpromised=_unpromised(database, scope, start, end),
        weeks=tuple(_weeks(database, scope)),
        worst=worst(database, scope, start, end),
        target_percent=scope.policy.kept_percent,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind a figure; `target` and `priority` narrow them."""
    start, end = _until(scope, *span(scope))
    if drill.name == "undecided":
        return _undecided(database, scope, end)
    wheres = {"met": (_MET,), "breached": (_BREACHED,)}.get(drill.name, (_MET, _BREACHED))
    join, (condition, values) = joined(scope, "t")
    narrow = [(name, value) for name in ("target", "priority") if (value := drill.value(name)) is not None]
    more = "".join(f" AND t.{name} = ?" for name, _value in narrow)
    found = set()
    for where in wheres:
        sql = f"SELECT t.request FROM request_target t{join} WHERE {where}{more}{condition}"
        found |= {row[0] for row in database.rows(sql, start, end, *(value for _name, value in narrow), *values)}
    return sorted(found)


def decided(database: Database, scope: ReportScope, start: int, end: int) -> Share:
    """Met of all that was decided in [start, end), every target together."""
    met, breached = (_count(database, scope, where, (start, end)) for where in (_MET, _BREACHED))
    return Share(met, met + breached)


def breaches(database: Database, scope: ReportScope, start: int, end: int) -> int:
    """How many promises were missed in [start, end)."""
    return _count(database, scope, _BREACHED, _until(scope, start, end))


def worst(database: Database, scope: ReportScope, start: int, end: int, limit: int = WORST) -> tuple[Breach, ...]:
    """The longest overruns among the breaches of [start, end), those still open up to the cut-off."""
    join, (condition, values) = joined(scope, "t")
    found: list[Breach] = []
    for where, order in (
        ("t.ended_at IS NOT NULL", "t.overrun DESC"),
        ("t.ended_at IS NULL", "t.breach_at"),
    ):
        rows = database.rows(
            f"SELECT t.request, t.target, t.breach_at, t.overrun FROM request_target t{join}"
            f" WHERE {_BREACHED} AND {where}{condition} ORDER BY {order}, t.request LIMIT ?",
            start,
            end,
            *values,
            limit,
        )
        found += [_breach(database, scope, row) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.overrun, one.number, one.target))[:limit])


def _breach(database: Database, scope: ReportScope, row: tuple[int, str, int, int | None]) -> Breach:
    request, target, breach_at, overrun = row
    number, subject, owner = database.row(
        "SELECT r.number, r.subject, coalesce(o.name, r.queue) FROM request r LEFT JOIN operator o ON o.id = r.owner"
        " WHERE r.alias = ?",
        request,
    ) or ("", "", "")
    at = instant(breach_at)
    so_far = scope.hours.working_seconds(at, scope.as_of) if overrun is None else overrun
    return Breach(number, subject, owner, target, at, so_far, overrun is None)


def _count(database: Database, scope: ReportScope, where: str, bounds: tuple[int, int]) -> int:
    join, (condition, values) = joined(scope, "t")
    row = database.row(f"SELECT count(*) FROM request_target t{join} WHERE {where}{condition}", *bounds, *values)
    return int(row[0]) if row else 0


def _targets(database: Database, scope: ReportScope, start: int, end: int) -> list[TargetFacts]:
    join, (condition, values) = joined(scope, "t")
    counts: list[dict[tuple[str, str], int]] = []
    for where in (_MET, _BREACHED):
        rows = database.rows(
            f"SELECT t.target, t.priority, count(*) FROM request_target t{join} WHERE {where}{condition} GROUP BY 1, 2",
            start,
            end,
            *values,
        )
        counts.append({(target, priority): count for target, priority, count in rows})
    met, breached = counts
    source = f"FROM request_target t{join} WHERE {_BREACHED} AND t.overrun IS NOT NULL{condition}"
    overruns = {
        (target, priority): (n, median)
        for target, priority, n, median, _p90 in database.rows(
            medians("t.target, t.priority", "t.overrun", source), start, end, *values
        )
    }
    return [
        TargetFacts(*key, Share(met.get(key, 0), met.get(key, 0) + breached.get(key, 0)), median, n)
        for key in met.keys() | breached.keys()
        for n, median in [overruns.get(key, (0, None))]
    ]


def _undecided(database: Database, scope: ReportScope, end: int) -> list[int]:
    join, (condition, values) = joined(scope, "t")
    rows = database.rows(
        f"SELECT DISTINCT t.request FROM request_target t{join} WHERE t.started_at < ? AND t.is_promised = 1"
        " AND (t.ended_at IS NULL OR t.ended_at >= ?) AND (t.breach_at IS NULL OR t.breach_at >= ?)"
        f"{condition} ORDER BY 1",
        end,
        end,
        end,
        *values,
    )
    return [row[0] for row in rows]


def _unpromised(database: Database, scope: ReportScope, start: int, end: int) -> int:
    return _count(database, scope, "t.is_promised = 0 AND t.started_at >= ? AND t.started_at < ?", (start, end))


def _weeks(database: Database, scope: ReportScope) -> list[tuple[date, Share]]:
    last = min(scope.period.last, scope.as_of.astimezone(scope.zone).date())
    monday = last - timedelta(days=last.weekday())
    found = []
    for back in range(WEEKS - 1, -1, -1):
        first = monday - timedelta(weeks=back)
        bounds = [milliseconds(day_start(day, scope.zone)) for day in (first, first + timedelta(weeks=1))]
        found.append((first, decided(database, scope, *_until(scope, *bounds))))
    return found


def _until(scope: ReportScope, start: int, end: int) -> tuple[int, int]:
    return start, min(end, cut(scope))
