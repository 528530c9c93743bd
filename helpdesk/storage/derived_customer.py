"""What is derived of a customer: phone tails, and the words and digits that find the card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from helpdesk.domain.folding import digits, index_text
from helpdesk.domain.phone import split_extension, tail
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks


def derive_customers(database: Database, ids: Iterable[bytes]) -> None:
    """Fills `contact.tail` and indexes the cards."""
    for part in chunks(ids):
        contacts = _contacts(database, part)
        words = []
        for row in database.rows(
            "SELECT alias, id, is_hidden, name, company, city, inn, tags, foreign_number, form_of_address"
            f" FROM customer WHERE id IN ({marks(part)})",
            *part,
        ):
            alias, identity, is_hidden, name, company, city, inn, tags, foreign, address = row
            reached = contacts[bytes(identity)]
            text = "" if is_hidden else index_text(name, company, city, tags or "", foreign, address, *reached[0])
            numbers = "" if is_hidden else " ".join(filter(None, (digits(inn), *reached[1])))
            words.append((alias, text, numbers))
        search.put(database, "customer", words)


def _contacts(database: Database, part: list[bytes]) -> dict[bytes, tuple[list[str], list[str]]]:
    found: dict[bytes, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    tails = []
    for alias, customer, kind, typed, normal, is_hidden, kept in database.rows(
        f"SELECT alias, customer, kind, typed, normal, is_hidden, tail FROM contact WHERE customer IN ({marks(part)})",
        *part,
    ):
        reached = digits(normal or split_extension(typed)[0]) if kind == "phone" else ""
        end = tail(reached) if reached and not is_hidden else ""
        if end != kept:
            tails.append((end, alias))
        if is_hidden:
            continue
        if kind == "phone":
            found[bytes(customer)][1].append(reached)
        else:
            found[bytes(customer)][0].append(typed)
    database.many("UPDATE contact SET tail = ? WHERE alias = ?", tails)
    return found
