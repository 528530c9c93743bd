"""Frozen periods: a closed period's report kept with its cut-off, the same again on every station (S82)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId, instant
from helpdesk.domain.period import Period, day_end
from helpdesk.domain.permission import Action
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.errors import PeriodOpen
from helpdesk.service import reporting
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.report_tables import ReportFreeze

if TYPE_CHECKING:
    from helpdesk.report.content import ReportContent

_SETS: Mapping[str, Any] = {
    "kinds": RequestKind,
    "channels": Channel,
    "priorities": Priority,
    "states": str,
    "reasons": bytes.fromhex,
}


@dataclass(frozen=True, slots=True)
class Frozen:
    """A report of a closed period as it was accepted."""

    report: str
    period: Period
    filters: ReportFilter
    cut_at: datetime
    fingerprint: str
    frozen_at: datetime
    said: str = ""


def freeze(
    desk: Desk, actor: OperatorId, report: str, period: Period, *, filters: ReportFilter = ReportFilter()
) -> Frozen:
    """Keeps a report of a closed period as it is now; once frozen it stays. Raises PeriodOpen, ReportUnknown."""
    from helpdesk.report.fingerprint import fingerprint
    from helpdesk.report.frozen import said

    ask(desk, actor, Action.REPORT)
    known = frozen(desk, actor, report, period, filters=filters)
    if known is not None:
        return known
    now = desk.clock.now()
    if day_end(period.last, reporting.scope_of(desk, period.first, period.last).zone) > now:
        raise PeriodOpen(period.last.isoformat())
    cut_at = _cut(desk, now)
    made = reporting.content(desk, actor, report, period.first, period.last, filters=filters, as_of=cut_at)
    mark, words = fingerprint(made), said(made)
    with desk.work() as unit:
        unit.add(
            ReportFreeze,
            report=report,
            first_on=period.first,
            last_on=period.last,
            filters=filter_text(filters),
            cut_at=cut_at,
            fingerprint=mark,
            said=words,
            operator=actor or None,
            frozen_at=unit.now,
        )
    return Frozen(report, period, filters, cut_at, mark, now, words)


def _cut(desk: Desk, now: datetime) -> datetime:
    """Now, or the newest stamp that this station has seen: clocks of others may be a little ahead."""
    with desk.reading() as database:
        row = database.row("SELECT seen FROM journal_state")
    return max(now, instant((row[0] >> 16) + 1)) if row else now


def frozen(
    desk: Desk, actor: OperatorId, report: str, period: Period, *, filters: ReportFilter = ReportFilter()
) -> Frozen | None:
    """The freeze of a report, the first one where several stations made one; None where there is none."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        row = database.row(
            "SELECT report, first_on, last_on, filters, cut_at, fingerprint, frozen_at, said FROM report_freeze"
            " WHERE is_hidden = 0 AND report = ? AND first_on = ? AND last_on = ? AND filters = ?"
            " ORDER BY frozen_at, id LIMIT 1",
            report,
            period.first.isoformat(),
            period.last.isoformat(),
            filter_text(filters),
        )
    return _frozen(row) if row else None


def all_frozen(desk: Desk, actor: OperatorId) -> tuple[Frozen, ...]:
    """Every freeze, the newest first."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        rows = database.rows(
            "SELECT report, first_on, last_on, filters, cut_at, fingerprint, frozen_at, '' FROM report_freeze"
            " WHERE is_hidden = 0 ORDER BY frozen_at DESC, id"
        )
    return tuple(map(_frozen, rows))


def content(desk: Desk, actor: OperatorId, kept: Frozen) -> ReportContent:
    """A frozen report again, with what arrived later as a difference."""
    from helpdesk.report.frozen import thawed

    first, last = kept.period.first, kept.period.last
    made = reporting.content(desk, actor, kept.report, first, last, filters=kept.filters, as_of=kept.cut_at)
    found = thawed(made, kept.said, kept.fingerprint)
    return replace(found, frame=replace(found.frame, frozen_at=kept.frozen_at), fingerprint=kept.fingerprint)


def filter_text(filters: ReportFilter) -> str:
    """Filters as text that is the same on every station; "" for none."""
    nothing = ReportFilter()
    told = {
        name: _plain(value)
        for name in filters.__dataclass_fields__
        if (value := getattr(filters, name)) != getattr(nothing, name)
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    return value.hex() if isinstance(value, bytes) else value


def filter_of(text: str) -> ReportFilter:
    """The filters that `filter_text` wrote."""
    told = json.loads(text) if text else {}
    for name, member in _SETS.items():
        if name in told:
            told[name] = frozenset(map(member, told[name]))
    if "owner" in told:
        told["owner"] = OperatorId(bytes.fromhex(told["owner"]))
    return ReportFilter(**told)


def _frozen(row: tuple[Any, ...]) -> Frozen:
    report, first, last, filters, cut_at, mark, frozen_at, said = row
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    return Frozen(report, period, filter_of(filters), instant(cut_at), mark, instant(frozen_at), said)
