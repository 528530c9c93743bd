"""Entries that were overwritten, each with what stands there now: on the record itself, and in the list of all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.service import overwritten
from helpdesk.service.overwritten import AlsoEntered
from ui import formatting
from ui.formatting import Locale
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner

_LONGEST = 120


def value_words(value: Any, field: str, locale: Locale) -> str:
    """A value of a cell as it is read; `field` is the column, by which sums are known."""
    if isinstance(value, dt.datetime):
        return formatting.date_time(value, locale)
    if isinstance(value, dt.date):
        return formatting.date(value, locale)
    if isinstance(value, int) and field.endswith("_minor"):
        return formatting.money(Decimal(value).scaleb(-2), locale)
    if isinstance(value, Decimal | int):
        return formatting.decimal(value, locale)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class EntryBanner(Banner):
    """One overwritten entry with its steps; `settled` follows when one was taken."""

    settled = Signal(object)
    opened = Signal(str, bytes)

    def __init__(
        self, seat: Seat, entry: AlsoEntered, *, names_record: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(Tone.WARN, parent)
        self._seat = seat
        self.entry = entry
        head = self.tr("Also entered: %1").replace("%1", entry.field)
        self.say(f"{entry.record}: {entry.field}" if names_record else head, self._words())
        self.add_action(self.tr("Restore"), self.restore).setToolTip(self.tr("Puts this entry in the place of what is"))
        self.add_action(self.tr("Leave as it is"), self.dismiss)
        if names_record and entry.opens is not None:
            self.add_action(self.tr("Open"), self.open)

    def _words(self) -> str:
        entry, locale = self.entry, self._seat.locale
        field = entry.conflict.field
        words = self.tr("%who entered “%entered” on %when; now it is “%present”.")
        if not entry.who:
            words = QCoreApplication.translate(
                "EntryBanner", "Another station entered “%entered” on %when; now it is “%present”."
            )
        for mark, said in (
            ("%who", entry.who),
            ("%when", formatting.date_time(entry.at, locale)),
            ("%entered", value_words(entry.entered, field, locale)),
            ("%present", value_words(entry.present, field, locale)),
        ):
            words = words.replace(mark, said)
        return words

    def open(self) -> None:
        """Asks for the record itself."""
        if self.entry.opens is not None:
            self.opened.emit(*self.entry.opens)

    def restore(self) -> None:
        """Puts the entry back."""
        self._write(overwritten.restore)

    def dismiss(self) -> None:
        """Leaves the record as it is."""
        self._write(overwritten.dismiss)

    def _write(self, function: Any) -> None:
        seat = self._seat
        self.setEnabled(False)
        done = {"on_success": self._settle, "on_error": self._fail}
        seat.tasks.write(function, seat.desk, seat.operator.id, self.entry, **done)

    def _settle(self, changes: Changes) -> None:
        self.hide()
        self.settled.emit(changes)

    def _fail(self, error: Any) -> None:
        self.setEnabled(True)
        self._seat.messages.error(error)


class AlsoEnteredStrip(QWidget):
    """What was also entered into the record shown; takes no room where there is nothing."""

    changed = Signal(object)

    def __init__(self, seat: Seat, kind: str, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._seat, self._kind = seat, kind
        self._record: bytes | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins)
        self._layout.setSpacing(6)
        self.banners: list[EntryBanner] = []
        self.hide()

    def show_record(self, record: bytes) -> None:
        """Reads off the GUI thread what was also entered into a record."""
        if record != self._record:
            self._show(record, ())
        self._record = record
        seat, done = self._seat, partial(self._show, record)
        asked = (overwritten.on_record, seat.desk, seat.operator.id, self._kind, bytes(record))
        seat.tasks.read(*asked, on_success=done, key=(id(self), "also entered"))

    def _show(self, record: bytes, entries: tuple[AlsoEntered, ...]) -> None:
        if record != self._record and entries:
            return
        for banner in self.banners:
            banner.hide()
            banner.deleteLater()
        self.banners = [EntryBanner(self._seat, entry, parent=self) for entry in entries]
        for banner in self.banners:
            banner.settled.connect(self._settled)
            self._layout.addWidget(banner)
            banner.show()
        self.setVisible(bool(entries))

    def _settled(self, changes: Changes) -> None:
        self.setVisible(any(not banner.isHidden() for banner in self.banners))
        self.changed.emit(changes)
