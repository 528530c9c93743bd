"""Reads ratings: scores by who took them down and by kind, recommendations, the words."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.satisfaction import Recommendation, Said, SatisfactionFacts, Scores, together
from helpdesk.domain.identity import instant
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.backlog import joined
from helpdesk.storage.queries.rating import ratings
from helpdesk.storage.queries.report_ground import cut, day_of, local_time, span, span_before

WORDS = 40
_OWN = "coalesce(operator = solver, 0)"
_SETS = {
    "rated": "1",
    "satisfied": "score >= 4",
    "dissatisfied": "score <= 2",
    "own": _OWN,
    "others": f"NOT {_OWN}",
    "recommended": "recommend IS NOT NULL",
}


def facts(database: Database, scope: ReportScope) -> SatisfactionFacts:
    """Everything that the report says."""
    start, end = span(scope)
    groups: dict[int, Scores] = {}
    kinds: dict[str, Scores] = {}
    rows = _grouped(database, scope, start, end)
    for is_own in (0, 1):
        groups[is_own] = _scores((score, n) for own, _kind, score, n in rows if own == is_own)
    for kind in sorted({row[1] for row in rows}):
        kinds[kind] = _scores((score, n) for _own, its, score, n in rows if its == kind)
    words, words_count = _words(database, scope, start, end)
    return SatisfactionFacts(
        own=groups[1],
        others=groups[0],
        before=_scores((score, n) for _own, _kind, score, n in _grouped(database, scope, *span_before(scope))),
        by_kind=kinds,
        recommendation=_recommendation(database, scope, start, end),
        recommendation_before=_recommendation(database, scope, *span_before(scope)),
        rated=Share(sum(together(groups[0], groups[1])), solved_requests(database, scope, start, end)),
        words=words,
        words_count=words_count,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The rated requests behind a figure."""
    start, end = span(scope)
    sql, values = ratings(scope, start, end)
    where = _SETS[drill.name]
    if (kind := drill.value("kind")) is not None:
        where, values = f"{where} AND kind = ?", [*values, kind]
    return [row[0] for row in database.rows(f"{sql}SELECT alias FROM rating WHERE {where} ORDER BY at, alias", *values)]


def solved_requests(database: Database, scope: ReportScope, start: int, end: int) -> int:
    """How many requests were solved in [start, end), each once."""
    join, (condition, values) = joined(scope, "s")
    row = database.row(
        f"SELECT count(DISTINCT s.request) FROM request_spell s{join} WHERE s.ended_at >= ? AND s.ended_at < ?"
        f" AND s.is_solved = 1{condition}",
        start,
        min(end, cut(scope)),
        *values,
    )
    return int(row[0]) if row else 0


def _grouped(database: Database, scope: ReportScope, start: int, end: int) -> list[tuple[int, str, int, int]]:
    sql, values = ratings(scope, start, end)
    rows = database.rows(f"{sql}SELECT {_OWN}, kind, score, count(*) FROM rating GROUP BY 1, 2, 3", *values)
    return [(own, kind, score, n) for own, kind, score, n in rows]


def _scores(counted: Iterable[tuple[int, int]]) -> Scores:
    sums = [0] * 5
    for score, n in counted:
        if 1 <= score <= 5:
            sums[score - 1] += n
    return sums[0], sums[1], sums[2], sums[3], sums[4]


def _recommendation(database: Database, scope: ReportScope, start: int, end: int) -> Recommendation:
    sql, values = ratings(scope, start, end)
    day = day_of(local_time("at", scope, weeks_before=110))
    month = f"strftime('%Y', {day} * 86400, 'unixepoch') * 4 + (strftime('%m', {day} * 86400, 'unixepoch') - 1) / 3"
    rows = database.rows(
        f"{sql}, answer AS (SELECT recommend, max(at) FROM rating WHERE recommend IS NOT NULL"
        f" GROUP BY coalesce(customer, alias), {month})"
        " SELECT sum(recommend >= 9), sum(recommend BETWEEN 7 AND 8), sum(recommend <= 6) FROM answer",
        *values,
    )
    return Recommendation(*(count or 0 for count in rows[0]))


def _words(database: Database, scope: ReportScope, start: int, end: int) -> tuple[tuple[Said, ...], int]:
    sql, values = ratings(scope, start, end)
    rows = database.rows(
        f"{sql}SELECT at, number, score, text, author, coalesce(o.name, '') FROM rating"
        " LEFT JOIN operator o ON o.id = solver WHERE text <> '' ORDER BY score, at DESC, rating.alias LIMIT ?",
        *values,
        WORDS,
    )
    count = database.row(f"{sql}SELECT count(*) FROM rating WHERE text <> ''", *values)
    return tuple(Said(instant(at), *rest) for at, *rest in rows), int(count[0]) if count else 0
