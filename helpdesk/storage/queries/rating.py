"""Ratings as a set: the last of each request in a period, with the solver whose work it judges."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.queries.report_ground import cut, request_filter

_SOLVER = (
    "(SELECT s.solver FROM request_spell s WHERE s.request = r.alias AND s.is_solved = 1"
    " AND s.ended_at <= e.occurred_at ORDER BY s.ended_at DESC LIMIT 1)"
)
# A bare column beside max() comes from the row of the maximum (documented by SQLite).
_RATINGS = (
    "SELECT r.alias, r.number, r.kind, r.customer, e.score, e.operator, e.text, e.author,"
    f" json_extract(e.detail, '$.recommend') AS recommend, {_SOLVER} AS solver, max(e.occurred_at) AS at"
    " FROM event e JOIN request r ON r.id = e.subject"
    " WHERE e.kind = 'satisfaction' AND e.is_hidden = 0 AND e.score IS NOT NULL AND e.occurred_at >= ?"
    " AND e.occurred_at < ?{condition} GROUP BY e.subject"
)


def ratings(scope: ReportScope, start: int, end: int) -> tuple[str, list[Any]]:
    """SQL that names `rating` the ratings of [start, end) up to the cut-off, to be read from, and its values.

    Columns: alias, number, kind, customer, score, operator, text, author, recommend, solver, at.
    """
    condition, values = request_filter(scope.filters)
    until = min(end, cut(scope))
    return f"WITH rating AS ({_RATINGS.format(condition=condition)}) ", [start, until, *values]
