"""Reads who saw contacts, exported and printed, and who changed how much."""

from __future__ import annotations

from collections import Counter
from typing import Any

from helpdesk.domain.audit import AuditAct
from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.audit import AuditFacts, AuditLine
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.cutoff import stamp_limit

_NAME = "coalesce(o.name, '')"
_ENTRIES = f"""SELECT a.happened_at, {_NAME}, a.act, a.what, a.row_count FROM audit_entry a
 LEFT JOIN operator o ON o.id = a.operator
 WHERE a.is_hidden = 0 AND a.happened_at >= ?1 AND a.happened_at < ?2 AND (?3 IS NULL OR a.operator = ?3)"""
_VIEWS = f"""SELECT v.viewed_at, {_NAME}, 'shown', coalesce(nullif(c.name, ''), c.company, ''), 1 FROM contact_view v
 LEFT JOIN operator o ON o.id = v.operator LEFT JOIN customer c ON c.id = v.customer
 WHERE v.is_hidden = 0 AND v.viewed_at >= ?1 AND v.viewed_at < ?2 AND (?3 IS NULL OR v.operator = ?3)"""
_CHANGES = f"""SELECT {_NAME}, count(*) FROM event e LEFT JOIN operator o ON o.id = e.operator
 WHERE e.subject_kind IN ('request', 'order', 'quote', 'invoice') AND e.occurred_at >= ?1 AND e.occurred_at < ?2
 AND e.is_hidden = 0 AND e.stamp < ?4 AND (?3 IS NULL OR e.operator = ?3) GROUP BY 1"""
_CONSENTS = """SELECT is_given, count(*) FROM consent WHERE is_hidden = 0 AND given_at >= ? AND given_at < ?
 GROUP BY 1"""


def facts(database: Database, scope: ReportScope) -> AuditFacts:
    """What was seen, taken out and changed in the period."""
    start, end = _bounds(scope, scope.period)
    changes = database.rows(_CHANGES, start, end, scope.filters.owner, stamp_limit(scope))
    consents = {bool(given): count for given, count in database.rows(_CONSENTS, start, end)}
    return AuditFacts(
        lines=_lines(database, scope, scope.period),
        before=Counter(line.act for line in _lines(database, scope, scope.period.before)),
        changes=dict(changes),
        consents_given=consents.get(True, 0),
        consents_withdrawn=consents.get(False, 0),
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """No record stands behind a line of the log: it names what was done."""
    return []


def _bounds(scope: ReportScope, period: Period) -> tuple[int, int]:
    start, end = (milliseconds(at) for at in period.bounds(scope.zone))
    return start, min(end, milliseconds(scope.as_of) + 1)


def _lines(database: Database, scope: ReportScope, period: Period) -> list[AuditLine]:
    start, end = _bounds(scope, period)
    values = (start, end, scope.filters.owner)
    rows: list[tuple[Any, ...]] = [*database.rows(_ENTRIES, *values), *database.rows(_VIEWS, *values)]
    rows.sort(key=_age)
    acts = set(AuditAct)
    return [
        AuditLine(instant(at), operator, AuditAct(act), what, count)
        for at, operator, act, what, count in rows
        if act in acts
    ]


def _age(row: tuple[Any, ...]) -> tuple[int, str, str]:
    return row[0], row[1], row[3]
