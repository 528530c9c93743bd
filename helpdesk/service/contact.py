"""The contacts of a card: understood as typed, changed row by row, so that an unchanged one keeps its identity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from helpdesk.domain.company import Company
from helpdesk.domain.customer import Contact, ContactKind
from helpdesk.domain.phone import read_phone
from helpdesk.storage import tables
from helpdesk.storage.queries.customer import contact_rows, way
from helpdesk.storage.unit import UnitOfWork


def phone_region(company: Company) -> str:
    """The country whose numbers are typed without a code: that of the time zone, else Russia."""
    return "RU" if company.time_zone == "Europe/Moscow" else _territory(company.time_zone)


@lru_cache(maxsize=8)
def _territory(time_zone: str) -> str:
    from babel.core import get_global

    found = str(get_global("zone_territories").get(time_zone, ""))
    return found if len(found) == 2 and found.isalpha() else "RU"


def is_empty(contact: Contact) -> bool:
    """Whether nothing was typed."""
    return not contact.typed.strip()


def understood(contact: Contact, region: str) -> tuple[str, str]:
    """The normal form and the extension: E.164 where somebody can be reached by it, a folded address, else nothing."""
    if contact.kind is ContactKind.PHONE:
        phone = read_phone(contact.typed, region)
        return (phone.e164 or "") if phone.is_possible else "", phone.extension or contact.extension
    if contact.kind is ContactKind.MAIL:
        return contact.typed.strip().casefold(), ""
    return "", contact.extension


def store(unit: UnitOfWork, customer: bytes, contacts: Sequence[Contact], region: str) -> None:
    """Brings the contact rows of a card in line with what was typed; those left out are marked as removed."""
    rows = contact_rows(unit.database, customer)
    kept = list(rows)
    for position, contact in enumerate(contact for contact in contacts if not is_empty(contact)):
        row = _same(kept, contact)
        if row is not None:
            for one in _twins(rows, row):
                kept = [left for left in kept if left is not one]
                _update(unit, one, contact, region, position)
            continue
        normal, extension = understood(contact, region)
        unit.add(
            tables.Contact,
            customer=customer,
            kind=contact.kind.value,
            typed=contact.typed,
            normal=normal,
            extension=extension,
            label=contact.label,
            position=position,
        )
    for row in kept:
        unit.change(row, is_hidden=True)


def _twins(rows: list[tables.Contact], row: tables.Contact) -> list[tables.Contact]:
    """The row, and the same way to reach the customer in the cards that were merged into this one."""
    return [one for one in rows if one is row or (one.customer != row.customer and way(one) == way(row))]


def _same(kept: list[tables.Contact], contact: Contact) -> tables.Contact | None:
    by_identity = (row for row in kept if contact.id and row.id == contact.id)
    by_text = (row for row in kept if not contact.id and (row.kind, row.typed) == (contact.kind, contact.typed))
    return next(by_identity, None) or next(by_text, None)


def _update(unit: UnitOfWork, row: tables.Contact, contact: Contact, region: str, position: int) -> None:
    cells: dict[str, object] = {"label": contact.label, "position": position}
    # An unchanged text keeps its normal form: an import may have known its country better.
    if (row.kind, row.typed) != (contact.kind, contact.typed):
        normal, extension = understood(contact, region)
        cells |= {"kind": contact.kind.value, "typed": contact.typed, "normal": normal, "extension": extension}
    elif contact.extension:
        cells["extension"] = contact.extension
    unit.change(row, **cells)
