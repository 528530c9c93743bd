"""Drafts of cards and calls: kept within half a second of the last key, so that a power cut loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject, QTimer

from helpdesk.domain.customer import Contact, ContactKind, CustomerForm, CustomerKind
from helpdesk.service import draft
from ui.seat import Seat

_SOON = 400


class Draft(QObject):
    """Keeps what `read` gives under one key; `read` is a bound method that answers a dict of plain values."""

    def __init__(self, seat: Seat, read: Callable[[], dict[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._read = read
        self._key = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.keep)

    @property
    def key(self) -> str:
        """What the draft is kept under; empty where nothing is."""
        return self._key

    def begin(self, key: str) -> None:
        """Keeps under `key` from now on."""
        self.flush()
        self._key = key

    def touch(self) -> None:
        """Has the draft kept soon; also while typing goes on."""
        if self._key and not self._soon.isActive():
            self._soon.start()

    def keep(self) -> None:
        """Keeps the draft now."""
        self._soon.stop()
        if self._key:
            self._seat.tasks.write(draft.save, self._seat.desk, self._seat.operator.id, self._key, self._read())

    def flush(self) -> None:
        """Keeps now what waits to be kept."""
        if self._soon.isActive():
            self.keep()

    def drop(self) -> None:
        """Throws the draft away: what it held is stored, or not wanted."""
        self._soon.stop()
        if self._key:
            self._seat.tasks.write(draft.drop, self._seat.desk, self._seat.operator.id, self._key)
        self._key = ""


def body(form: CustomerForm) -> dict[str, Any]:
    """A card as typed, in plain values."""
    made = asdict(form)
    made["contacts"] = [
        {"kind": str(one.kind), "typed": one.typed, "label": one.label, "id": one.id.hex()} for one in form.contacts
    ]
    return made


def form_of(kept: dict[str, Any]) -> CustomerForm:
    """The card that was kept; what an older program did not know of stays empty."""
    texts = {
        name: str(kept.get(name) or "")
        for name in CustomerForm.__dataclass_fields__
        if name not in ("kind", "tags", "contacts")
    }
    contacts = tuple(
        Contact(ContactKind(one["kind"]), one["typed"], label=one.get("label", ""), id=bytes.fromhex(one.get("id", "")))
        for one in kept.get("contacts", ())
    )
    kind = CustomerKind(kept.get("kind") or CustomerKind.PERSON)
    return CustomerForm(kind=kind, tags=tuple(kept.get("tags", ())), contacts=contacts, **texts)
