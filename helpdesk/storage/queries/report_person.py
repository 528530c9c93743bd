"""Reads one operator's own results, and the team's beside them."""

from __future__ import annotations

from dataclasses import replace

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.sheet import PersonFacts
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import report_open, report_operators
from helpdesk.storage.queries.report_ground import span

_PROMISES = """SELECT count(*) FILTER (WHERE kept_at IS NOT NULL AND kept_at <= due_at), count(*) FROM promise
 WHERE is_hidden = 0 AND due_at >= ? AND due_at < ? AND operator = ?"""


def facts(database: Database, scope: ReportScope) -> PersonFacts:
    """The results of the operator whom the filters name; of nobody where they name none."""
    owner = scope.filters.owner or b""
    row = database.row("SELECT name FROM operator WHERE id = ?", owner)
    team = report_operators.facts(database, replace(scope, filters=replace(scope.filters, owner=None)))
    own = next((one for one in team.operators if one.id == owner.hex()), None)
    start, end = span(scope)
    kept, due = database.row(_PROMISES, start, min(end, milliseconds(scope.as_of) + 1), owner) or (0, 0)
    return PersonFacts(
        name=row[0] if row else "",
        own=own,
        team=team,
        promises=Share(int(kept), int(due)),
        requests=report_open.facts(database, scope).requests if row else (),
        states={code: (state.name("en"), state.name("ru")) for code, state in scope.states.items()},
        as_of=scope.as_of,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind the operator's figures."""
    if drill.name == "open":
        return report_open.aliases(database, scope, Drill("request", "open"))
    return report_operators.aliases(database, scope, drill)
