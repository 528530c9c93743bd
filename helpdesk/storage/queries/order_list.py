"""The order tracker's lists in SQL: a view is a row of parts, each with its condition, its order and its index."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import milliseconds
from helpdesk.domain.listing import OrderQuery, OrderView, Sort
from helpdesk.domain.order import OrderKind, StageUsual
from helpdesk.domain.order_stage import StagePlan
from helpdesk.domain.query import plan as plan_of
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import CUSTOMERS_OF

FOUND_AT_MOST = 500
_VISIBLE = "r.is_hidden = 0"
_WANTED = f"{_VISIBLE} AND r.is_open = 1 AND r.stage <> 'shipped' AND r.shipped_on IS NULL"
_IS_LATE = "coalesce(r.promised_on, '9999') < ? AND r.ordered_at < ?"
_BY_PROMISE = "coalesce(r.promised_on, '9999'), r.alias"
_BY_STAY = "r.stage_since, r.alias"
_OPEN_VIEWS = (OrderView.ATTENTION, OrderView.LATE, OrderView.OPEN)
_OF_OPEN = "customer_order r INDEXED BY order_open"
_NEWEST, _OLDEST = "r.alias DESC", "r.alias"


class Part(NamedTuple):
    """Orders that stand together in a view: which they are, by SQL with its values, and in which order."""

    condition: str
    values: tuple[Any, ...]
    order: str
    source: str = "customer_order r"
    order_values: tuple[Any, ...] = ()


class StageWords(NamedTuple):
    """What rows say of a stage: who holds it, its names, how far along the way it stands."""

    department: str
    names: tuple[str, str]
    way: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Present:
    """What lateness and risk are judged by: the company's day and its beginning, the instant, the usual stays."""

    on: date
    began_at: datetime
    now: datetime
    plan: StagePlan = field(default_factory=StagePlan)
    limits: dict[tuple[str, str], StageUsual] = field(default_factory=dict)
    told: dict[tuple[str, str], StageWords] = field(default_factory=dict)

    @classmethod
    def of(cls, now: datetime, time_zone: str, plan: StagePlan, limits: dict[tuple[str, str], StageUsual]) -> Present:
        """The present of a company in its time zone."""
        zone = ZoneInfo(time_zone)
        on = now.astimezone(zone).date()
        return cls(on, datetime.combine(on, time(), zone), now, plan, limits)

    @property
    def day(self) -> tuple[str, int]:
        """The day and the instant of its beginning, as SQL compares them."""
        return self.on.isoformat(), milliseconds(self.began_at)

    def words(self, kind: str, code: str) -> StageWords:
        """What rows say of a stage, looked up once for all of them."""
        found = self.told.get((kind, code))
        if found is None:
            of_kind = OrderKind(kind)
            known = self.plan.named(of_kind, code)
            found = self.told[kind, code] = StageWords(
                known.department if known else "", self.plan.names(of_kind, code), self.plan.done(of_kind, code)
            )
        return found

    def risk(self, key: tuple[str, str], since: int) -> StageUsual | None:
        """The usual stay that an order in a stage since then has outstayed."""
        usual = self.limits.get(key)
        return usual if usual is not None and since < milliseconds(self.now - usual.p90) else None

    def risk_condition(self) -> tuple[str, tuple[Any, ...]]:
        """Orders that outstay what is usual in their stage, as SQL with its values."""
        if not self.limits:
            return "0", ()
        clauses = " OR ".join(["(r.stage_code = ? AND r.kind = ? AND r.stage_since < ?)"] * len(self.limits))
        values = [
            value
            for (kind, code), usual in self.limits.items()
            for value in (code, kind, milliseconds(self.now - usual.p90))
        ]
        return f"({clauses})", tuple(values)


def parts(query: OrderQuery, present: Present) -> list[Part]:
    """The parts of a view in their order, filters included."""
    extra, values = _filters(query, present)
    found, is_open = _of_view(query.view, present), query.view in _OPEN_VIEWS
    if query.sort is not Sort.DUE or not is_open:
        condition, united = (_WANTED, ()) if query.view is OrderView.OPEN else _united(found)
        order = _OLDEST if query.sort is Sort.OLDEST else _NEWEST
        source = _OF_OPEN if is_open and extra else _source(query)
        found = [Part(f"{condition} AND r.is_open = 1" if is_open else condition, united, order, source)]
    elif extra:
        found = [_ranked(query.view, found, present)]
    # The filters stand first: what they leave is looked at for lateness and risk.
    return [
        part._replace(condition=f"{_VISIBLE}{extra} AND {part.condition}", values=(*values, *part.values))
        for part in found
    ]


def _ranked(view: OrderView, found: list[Part], present: Present) -> Part:
    """The same orders in the same order by one walk through the open ones, where filters leave few of them."""
    condition, values = (_WANTED, ()) if view is OrderView.OPEN else _united(found)
    risk, usual = present.risk_condition()
    rank = f"CASE WHEN {_IS_LATE} THEN 0 WHEN {risk} THEN 1 ELSE 2 END"
    order = f"{rank}, CASE WHEN NOT ({_IS_LATE}) AND {risk} THEN r.stage_since ELSE 0 END, {_BY_PROMISE}"
    order_values = (*present.day, *usual, *present.day, *usual)
    return Part(f"{condition} AND r.is_open = 1", values, order, _OF_OPEN, order_values)


def _source(query: OrderQuery) -> str:
    # Without figures of the table SQLite walks through all orders where few, in an index of their own, answer.
    if query.departments:
        return _OF_OPEN
    if query.promised_from is not None and query.promised_to is not None:
        return "customer_order r INDEXED BY order_calendar"
    return "customer_order r"


def _of_view(view: OrderView, present: Present) -> list[Part]:
    risk, usual = present.risk_condition()
    late = Part(f"{_WANTED} AND {_IS_LATE}", present.day, _BY_PROMISE)
    open_risk = f"{_VISIBLE} AND r.is_open = 1 AND {risk}"
    not_late = f"NOT (r.stage <> 'shipped' AND r.shipped_on IS NULL AND {_IS_LATE})"
    match view:
        case OrderView.ATTENTION:
            return [late, Part(f"{open_risk} AND {not_late}", (*usual, *present.day), _BY_STAY, _OF_OPEN)]
        case OrderView.LATE:
            return [late]
        case OrderView.OPEN:
            at_risk = Part(f"{_WANTED} AND {risk} AND NOT ({_IS_LATE})", (*usual, *present.day), _BY_STAY, _OF_OPEN)
            rest = Part(f"{_WANTED} AND NOT {risk} AND NOT ({_IS_LATE})", (*usual, *present.day), _BY_PROMISE)
            return [late, at_risk, rest]
        case OrderView.SHIPPED:
            return [Part(f"{_VISIBLE} AND r.stage = 'shipped'", (), _NEWEST)]
        case OrderView.MISSED:
            return [Part(f"{_VISIBLE} AND r.missed_first = 1", (), _NEWEST)]
    return [Part(_VISIBLE, (), _NEWEST)]


def _united(found: list[Part]) -> tuple[str, tuple[Any, ...]]:
    condition = " OR ".join(f"({part.condition})" for part in found)
    values = tuple(value for part in found for value in part.values)
    return (f"{_VISIBLE} AND ({condition})" if len(found) > 1 else found[0].condition), values


def _filters(query: OrderQuery, present: Present) -> tuple[str, list[Any]]:
    clauses: list[str] = []
    values: list[Any] = []
    for column, chosen in (("stage", query.stages), ("kind", query.kinds)):
        if chosen:
            clauses.append(f"r.{column} IN ({marks(list(chosen))})")
            values.extend(sorted(str(value) for value in chosen))
    for clause, value in (
        ("r.promised_on >= ?", query.promised_from and query.promised_from.isoformat()),
        ("r.promised_on <= ?", query.promised_to and query.promised_to.isoformat()),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if query.customer is not None:
        clauses.append(f"r.customer IN ({CUSTOMERS_OF})")
        values.extend([query.customer] * 4)
    if query.is_owed:
        clauses.append("r.owed_event IS NOT NULL")
    if query.departments:
        clauses.append(_held(query, present, values))
    return "".join(f" AND {clause}" for clause in clauses), values


def _held(query: OrderQuery, present: Present, values: list[Any]) -> str:
    names = sorted(query.departments)
    held = [stage for stage in present.plan.stages if stage.department in query.departments]
    stages = " OR ".join(["(r.kind = ? AND r.stage_code = ?)"] * len(held)) or "0"
    for stage in held:
        values.extend((stage.kind.value, stage.code))
    values.extend(names)
    return (
        f"r.is_open = 1 AND ({stages} OR r.id IN (SELECT t.subject FROM task t WHERE t.is_hidden = 0"
        f" AND t.answered_at IS NULL AND t.department IN ({marks(names)})))"
    )


def aliases(database: Database, query: OrderQuery, present: Present, limit: int = -1) -> array[int]:
    """The orders of a view, in its order; with a text the likeliest, at most 500."""
    found = parts(query, present)
    wanted = plan_of(query.text)
    if not wanted.is_empty:
        most = FOUND_AT_MOST if limit < 0 else min(limit, FOUND_AT_MOST)
        condition, values = _united(found)
        return array(
            "q", search.matching(database, "customer_order", wanted, limit=most, condition=condition, values=values)
        )
    listed: array[int] = array("q")
    for part in found:
        room = limit - len(listed) if limit >= 0 else -1
        if room == 0:
            break
        sql = f"SELECT r.alias FROM {part.source} WHERE {part.condition} ORDER BY {part.order} LIMIT ?"
        listed.extend(row[0] for row in database.rows(sql, *part.values, *part.order_values, room))
    return listed


def counts(database: Database, present: Present) -> dict[OrderView, int]:
    """How many orders each view holds."""
    return {view: count(database, OrderQuery(view), present) for view in OrderView}


def count(database: Database, query: OrderQuery, present: Present) -> int:
    """How many orders a view holds with its filters."""
    found = 0
    for part in parts(query, present):
        row = database.row(f"SELECT count(*) FROM {part.source} WHERE {part.condition}", *part.values)
        found += int(row[0]) if row else 0
    return found


def by_day(database: Database, query: OrderQuery, present: Present) -> dict[date, list[int]]:
    """The aliases of a view by the day of their promise, for a calendar; those without one are left out."""
    found: dict[date, list[int]] = {}
    for part in parts(query, present):
        for alias, on in database.rows(
            f"SELECT r.alias, r.promised_on FROM {part.source} WHERE {part.condition} AND r.promised_on IS NOT NULL"
            " ORDER BY r.promised_on, r.alias",
            *part.values,
        ):
            found.setdefault(date.fromisoformat(on), []).append(alias)
    return found


def by_stage(database: Database, query: OrderQuery, present: Present, most: int) -> dict[str, tuple[int, list[int]]]:
    """How many orders of a view stand in each stage, and the first of them, for a board."""
    found: dict[str, tuple[int, list[int]]] = {}
    for part in parts(query, present):
        sql = f"SELECT r.stage_code, r.alias FROM {part.source} WHERE {part.condition} ORDER BY {part.order}"
        for code, alias in database.rows(sql, *part.values, *part.order_values):
            number, listed = found.get(code, (0, []))
            if len(listed) < most:
                listed.append(alias)
            found[code] = (number + 1, listed)
    return found
