"""Ratings as a set: the last of each request in a period, with the solver whose work it judges."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
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


@contextmanager
def rated(database: Database, scope: ReportScope, start: int, end: int) -> Iterator[None]:
    """Inside the block `rating` is a table of the ratings of [start, end) up to the cut-off, gathered once.

    Columns: alias, number, kind, customer, score, operator, text, author, recommend, solver, at.
    """
    condition, values = request_filter(scope.filters)
    bounds = start, min(end, cut(scope))
    database.execute_sql(f"CREATE TEMP TABLE rating AS {_RATINGS.format(condition=condition)}", (*bounds, *values))
    try:
        yield
    finally:
        database.execute_sql("DROP TABLE temp.rating")
