"""What the one box may open: exact numbers, then records by alias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from helpdesk.domain.listing import Found
from helpdesk.domain.query import SearchPlan
from helpdesk.domain.visible import one_line
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import NAMED_CUSTOMER
from helpdesk.storage.queries.customer import OPEN, PHONE, SHOWN
from helpdesk.storage.search import matching

KINDS = ("customer", "request", "order", "product")

# Columns: alias, number, title, detail, id, and whether it stands behind the others.
_SELECT = {
    "customer": f"SELECT c.alias, coalesce({PHONE}, ''), c.name, c.company, c.city, c.id, 0 FROM customer c"
    f" WHERE {SHOWN} AND c.alias",
    "request": "SELECT r.alias, r.number, r.subject, coalesce(c.name, ''), '', r.id,"
    f" NOT (r.{OPEN}) FROM request r {NAMED_CUSTOMER} WHERE r.is_hidden = 0 AND r.merged_into IS NULL AND r.alias",
    "order": "SELECT r.alias, r.number, r.title, coalesce(c.name, ''), '', r.id, NOT r.is_open"
    f" FROM customer_order r {NAMED_CUSTOMER} WHERE r.is_hidden = 0 AND r.alias",
    "product": "SELECT p.alias, p.code, p.name, p.\"group\", '', p.id, p.is_discontinued FROM product p"
    " WHERE p.is_hidden = 0 AND p.alias",
    "quote": "SELECT r.alias, r.number, coalesce(c.name, ''), '', '', r.id, 0"
    f" FROM quote r {NAMED_CUSTOMER} WHERE r.is_hidden = 0 AND r.alias",
    "invoice": "SELECT r.alias, r.number, coalesce(c.name, ''), '', '', r.id, 0"
    f" FROM invoice r {NAMED_CUSTOMER} WHERE r.is_hidden = 0 AND r.alias",
}
_TABLES = {
    "customer": "customer",
    "request": "request",
    "order": "customer_order",
    "product": "product",
    "quote": "quote",
    "invoice": "invoice",
}


def exact(database: Database, numbers: Sequence[str]) -> list[Found]:
    """The request, order, product, quote or invoice that has one of these numbers, its own or a foreign one."""
    found = []
    for kind, columns in _NUMBERED:
        shown, table = _ALIAS.get(kind, "alias"), _TABLES[kind]
        aliases = {
            row[0]: None
            for column in columns
            for row in database.rows(
                f"SELECT {shown} FROM {table} t WHERE {column} IN ({marks(numbers)}) AND {column} <> ''"
                " AND is_hidden = 0 ORDER BY alias DESC LIMIT 20",
                *numbers,
            )
        }
        found += by_alias(database, kind, aliases)
    return found


_NUMBERS = ("number", "foreign_number")
_NUMBERED = (
    *(("request", _NUMBERS), ("order", _NUMBERS), ("product", ("code",))),
    *(("quote", ("number",)), ("invoice", ("number",))),
)
# The number of a request that was merged into another finds that one.
_ALIAS = {"request": "coalesce((SELECT s.alias FROM request s WHERE s.id = t.merged_into), alias)"}


def answers(database: Database, kind: str, plan: SearchPlan, limit: int) -> list[Found]:
    """Records of one kind that answer a plan, the open ones before the closed ones."""
    return by_alias(database, kind, matching(database, _TABLES[kind], plan, limit=limit))


def by_alias(database: Database, kind: str, aliases: Iterable[int]) -> list[Found]:
    """Answers in the order of `aliases`, those that stand behind after the others."""
    wanted = list(aliases)
    place = {alias: position for position, alias in enumerate(wanted)}
    found = database.rows(f"{_SELECT[kind]} IN ({marks(wanted)})", *wanted)
    found.sort(key=lambda cells: (cells[6], place[cells[0]]))
    return [
        Found(kind, number, title, one_line(" · ".join(filter(None, (one, two)))), bytes(identity))
        for _alias, number, title, one, two, identity, _is_behind in found
    ]
