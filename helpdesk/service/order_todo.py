"""The list “what to do now” of the order tracker."""

from __future__ import annotations

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.order_todo import Todo, TodoKind
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.order_present import present
from helpdesk.service.permission import ask
from helpdesk.storage.queries import order as row_queries
from helpdesk.storage.queries import order_todo as queries

MOST_OF_A_KIND = 100


def todo(desk: Desk, actor: OperatorId) -> tuple[Todo, ...]:
    """What wants a hand now, the most pressing first, each order once: the first 100 of a kind."""
    ask(desk, actor, Action.SEE)
    now = desk.clock.now()
    with desk.reading() as database:
        known = present(desk, database)
        most = MOST_OF_A_KIND
        found = (
            (TodoKind.LATE, queries.late(database, known, most)),
            (TodoKind.ANSWER, queries.unanswered(database, now, most)),
            (TodoKind.REMEDY, queries.remedies(database, known, most)),
            (TodoKind.RISK, queries.at_risk(database, known, most)),
            (TodoKind.CONFIRM, queries.unconfirmed(database, known, most)),
            (TodoKind.TELL, queries.owed(database, most)),
        )
        wanted = list({pressing.alias for _kind, listed in found for pressing in listed})
        rows = {row.alias: row for row in row_queries.rows(database, wanted, known)}
    made: dict[int, Todo] = {}
    for kind, listed in found:
        for pressing in listed:
            row = rows.get(pressing.alias)
            if row is not None and pressing.alias not in made:
                made[row.alias] = Todo(kind, row, pressing.what, pressing.department, pressing.due_at)
    return tuple(made.values())
