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
from helpdesk.storage.queries.rating import rated
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
    kinds: dict[str, Scores] = {}
    with rated(database, scope, *span_before(scope)):
        before = _scores((score, n) for _own, _kind, score, n in _grouped(database))
        recommendation_before = _recommendation(database, scope)
    with rated(database, scope, start, end):
        rows = _grouped(database)
        words, words_count = _words(database)
        recommendation = _recommendation(database, scope)
    own, others = (_scores((score, n) for whose, _kind, score, n in rows if whose == is_own) for is_own in (1, 0))
    for kind in sorted({row[1] for row in rows}):
        kinds[kind] = _scores((score, n) for _own, its, score, n in rows if its == kind)
    return SatisfactionFacts(
        own=own,
        others=others,
        before=before,
        by_kind=kinds,
        recommendation=recommendation,
        recommendation_before=recommendation_before,
        rated=Share(sum(together(own, others)), solved_requests(database, scope, start, end)),
        words=words,
        words_count=words_count,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The rated requests behind a figure."""
    kind = drill.value("kind")
    where, values = (" AND kind = ?", [kind]) if kind is not None else ("", [])
    with rated(database, scope, *span(scope)):
        sql = f"SELECT alias FROM rating WHERE {_SETS[drill.name]}{where} ORDER BY at, alias"
        return [row[0] for row in database.rows(sql, *values)]


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


def _grouped(database: Database) -> list[tuple[int, str, int, int]]:
    rows = database.rows(f"SELECT {_OWN}, kind, score, count(*) FROM rating GROUP BY 1, 2, 3")
    return [(own, kind, score, n) for own, kind, score, n in rows]


def _scores(counted: Iterable[tuple[int, int]]) -> Scores:
    sums = [0] * 5
    for score, n in counted:
        if 1 <= score <= 5:
            sums[score - 1] += n
    return sums[0], sums[1], sums[2], sums[3], sums[4]


def _recommendation(database: Database, scope: ReportScope) -> Recommendation:
    day = day_of(local_time("at", scope, weeks_before=110))
    month = f"strftime('%Y', {day} * 86400, 'unixepoch') * 4 + (strftime('%m', {day} * 86400, 'unixepoch') - 1) / 3"
    rows = database.rows(
        "WITH answer AS (SELECT recommend, max(at) FROM rating WHERE recommend IS NOT NULL"
        f" GROUP BY coalesce(customer, alias), {month})"
        " SELECT sum(recommend >= 9), sum(recommend BETWEEN 7 AND 8), sum(recommend <= 6) FROM answer"
    )
    return Recommendation(*(count or 0 for count in rows[0]))


def _words(database: Database) -> tuple[tuple[Said, ...], int]:
    rows = database.rows(
        "SELECT at, number, score, text, author, coalesce(o.name, '') FROM rating"
        " LEFT JOIN operator o ON o.id = solver WHERE text <> '' ORDER BY score, at DESC, rating.alias LIMIT ?",
        WORDS,
    )
    count = database.row("SELECT count(*) FROM rating WHERE text <> ''")
    return tuple(Said(instant(at), *rest) for at, *rest in rows), int(count[0]) if count else 0
