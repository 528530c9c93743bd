"""Customers out of a file: persons and companies with their phones, mails and addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from helpdesk.domain.customer import Contact, ContactKind, CustomerKind
from helpdesk.domain.folding import fold
from helpdesk.domain.phone import read_phone
from helpdesk.service.import_batch import Batch, text_of
from helpdesk.storage import tables
from helpdesk.storage.derived_customer import tail_of
from helpdesk.transfer.rows import ImportRow, phone_warning
from helpdesk.words import _

_COMPANY_FORM = re.compile(
    r"(?:^|\W)(?:ооо|оао|зао|пао|ао|нко|фгуп|муп|ип|llc|ltd|inc|gmbh|s\.?a\.?|plc|co|corp)(?:\W|$)", re.I
)
_COMPANY_WORDS = frozenset(
    fold(
        "company organization organisation org legal business b2b компания организация юр юрлицо предприятие фирма"
    ).split()
)
_PHONES = (("phone", ""), ("phone2", ""), ("fax", "fax"))
_ALSO_CALLED = {"uk": "GB", "usa": "US", "us": "US", "россия": "RU", "рф": "RU", "russia": "RU", "великобритания": "GB"}


class CustomerIntake:
    """Makes customer cards of rows."""

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch

    def add(self, row: ImportRow) -> bytes:
        created_at = row.values.get("created_at")
        at = created_at if isinstance(created_at, datetime) else self._batch.unit.now
        customer = self._batch.put(tables.Customer, at, created_at=at, **{**_EMPTY, **_cells(row)})
        for position, contact in enumerate(self._contacts(row)):
            self._put_contact(customer, contact, position)
        return customer

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        is_changed = unit.change(unit.get(tables.Customer, record), **_cells(row))
        present = unit.database.rows("SELECT kind, typed FROM contact WHERE customer = ? AND is_hidden = 0", record)
        for position, contact in enumerate(self._contacts(row), start=len(present)):
            if (contact.kind.value, contact.typed) not in present:
                self._put_contact(record, contact, position)
                is_changed = True
        return is_changed

    def _put_contact(self, customer: bytes, contact: Contact, position: int) -> None:
        self._batch.put(
            tables.Contact,
            customer=customer,
            kind=contact.kind.value,
            typed=contact.typed,
            normal=contact.normal,
            extension=contact.extension,
            label=contact.label,
            position=position,
            # Derived, and told at once: a contact more to rewrite in a settlement is what imports are slow by.
            tail=tail_of(contact.kind.value, contact.typed, contact.normal),
        )

    def _contacts(self, row: ImportRow) -> list[Contact]:
        found = []
        region = _region(text_of(row, "country"))
        for name, label in _PHONES:
            if not (typed := text_of(row, name)):
                continue
            phone = read_phone(typed, region)
            if phone.e164 is None or not phone.is_possible:
                self._batch.warnings.add(phone_warning(row.line, name, typed).sentence)
            normal = phone.e164 if phone.e164 and phone.is_possible else ""
            found.append(Contact(ContactKind.PHONE, typed, normal, phone.extension or "", _(label) if label else ""))
        if mail := text_of(row, "mail"):
            found.append(Contact(ContactKind.MAIL, mail, mail.casefold()))
        address = [text_of(row, name) for name in ("postal_code", "region", "address")]
        if any(address):
            found.append(Contact(ContactKind.ADDRESS, ", ".join(filter(None, address))))
        return found


_EMPTY: dict[str, Any] = {
    "kind": CustomerKind.PERSON.value,
    "name": "",
    "form_of_address": "",
    "company": "",
    "position": "",
    "city": "",
    "country": "",
    "inn": "",
    "note": "",
    "tags": (),
    "language": "",
    "foreign_number": "",
}


_PLAIN = {
    "contact_title": "position",
    "id": "foreign_number",
    **{name: name for name in ("city", "country", "inn", "note")},
}


def _cells(row: ImportRow) -> dict[str, Any]:
    name, company, person = (text_of(row, field) for field in ("name", "company", "contact_name"))
    is_company = _is_company(row, name, company, person)
    cells: dict[str, Any] = {"kind": (CustomerKind.COMPANY if is_company else CustomerKind.PERSON).value}
    if is_company:
        cells["name"] = company or name or person
        if cells["name"] != person:
            cells["form_of_address"] = person or (name if company else "")
    else:
        cells["name"] = name or person or company
        cells["company"] = company if cells["name"] != company else ""
    for field, value in row.values.items():
        if isinstance(value, str) and field in _PLAIN:
            cells[_PLAIN[field]] = value
    if language := text_of(row, "language"):
        cells["language"] = _language(language)
    if tags := text_of(row, "tags"):
        cells["tags"] = [tag.strip() for tag in re.split(r"[,;]", tags) if tag.strip()]
    return {cell: value for cell, value in cells.items() if value != ""}


def _is_company(row: ImportRow, name: str, company: str, person: str) -> bool:
    if kind := fold(text_of(row, "kind")):
        return any(word in _COMPANY_WORDS for word in kind.split())
    if company:
        return not name
    return bool(name and person) or len(text_of(row, "inn")) == 10 or bool(_COMPANY_FORM.search(name))


def _language(written: str) -> str:
    word = fold(written)
    return "ru" if word.startswith("ru") or word.startswith("рус") else "en" if word.startswith(("en", "анг")) else ""


@lru_cache(maxsize=1000)
def _region(country: str) -> str:
    if not country:
        return "RU"
    word = fold(country)
    return _ALSO_CALLED.get(word) or (country.upper() if len(country) == 2 else _territories().get(word, "RU"))


@lru_cache(maxsize=1)
def _territories() -> dict[str, str]:
    from babel import Locale

    return {
        fold(title): code
        for language in ("ru", "en")
        for code, title in Locale(language).territories.items()
        if len(code) == 2
    }
