"""What is derived of a customer: phone tails, and the words and digits that find the card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from helpdesk.domain.folding import digits, index_text
from helpdesk.domain.phone import split_extension, tail
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.merging import members_of


def derive_customers(database: Database, ids: Iterable[bytes]) -> None:
    """Fills `contact.tail` and indexes the cards; what was merged into a card finds that card."""
    for part in chunks(ids):
        contacts = _contacts(database, part)
        known_as = _known_as(database, part)
        words = []
        for alias, identity, is_hidden, merged_into, inn, *cells in database.rows(
            f"SELECT alias, id, is_hidden, merged_into, inn, {_SPOKEN} FROM customer WHERE id IN ({marks(part)})",
            *part,
        ):
            if is_hidden or merged_into:
                words.append((alias, "", ""))
                continue
            reached, more = contacts[bytes(identity)], known_as.get(bytes(identity), ([], []))
            text = index_text(*(cell or "" for cell in cells), *reached[0], *more[0])
            words.append((alias, text, " ".join(filter(None, (digits(inn), *reached[1], *more[1])))))
        search.put(database, "customer", words)


_SPOKEN = "name, company, city, tags, foreign_number, form_of_address"


def _known_as(database: Database, part: list[bytes]) -> dict[bytes, tuple[list[str], list[str]]]:
    """Words and digits of the cards that were merged into these."""
    members = members_of(database, "customer", part)
    merged = [member for group in members.values() for member in group]
    if not merged:
        return {}
    contacts = _contacts(database, merged)
    cells = {
        bytes(row[0]): row[1:]
        for some in chunks(merged)
        for row in database.rows(f"SELECT id, inn, {_SPOKEN} FROM customer WHERE id IN ({marks(some)})", *some)
    }
    found: dict[bytes, tuple[list[str], list[str]]] = {}
    for root, group in members.items():
        texts, numbers = found.setdefault(root, ([], []))
        for member in group:
            inn, *spoken = cells[member]
            texts += [*(cell or "" for cell in spoken), *contacts[member][0]]
            numbers += [digits(inn), *contacts[member][1]]
    return found


def _contacts(database: Database, part: list[bytes]) -> dict[bytes, tuple[list[str], list[str]]]:
    found: dict[bytes, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    tails = []
    for alias, customer, kind, typed, normal, is_hidden, kept in database.rows(
        f"SELECT alias, customer, kind, typed, normal, is_hidden, tail FROM contact WHERE customer IN ({marks(part)})",
        *part,
    ):
        reached = _reached(kind, typed, normal)
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


def tail_of(kind: str, typed: str, normal: str) -> str:
    """What `contact.tail` holds of a contact that is not hidden."""
    return tail(reached) if (reached := _reached(kind, typed, normal)) else ""


def _reached(kind: str, typed: str, normal: str) -> str:
    return digits(normal or split_extension(typed)[0]) if kind == "phone" else ""
