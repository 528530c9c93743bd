"""One thing to be settled: who did what at once, what to do about it, and the step that says it is in order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.changes import Changes
from helpdesk.errors import UserError
from helpdesk.service import settling
from helpdesk.service.settling import Matter
from ui import formatting
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner


class MatterBanner(Banner):
    """Shows a matter; `settled` follows once somebody said that it is in order."""

    settled = Signal(object)
    opened = Signal(str, bytes)

    def __init__(self, seat: Seat, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent)
        self._seat = seat
        self.matter = matter
        self.say(f"{matter.head}: {matter.record}", "\n".join((*self._happened(), matter.advice)))
        if matter.opens is not None:
            self.add_action(self.tr("Open"), self.open)
        self.add_action(self.tr("Settled"), self.settle).setToolTip(self.tr("It is in order now, at every station"))

    def _happened(self) -> list[str]:
        locale, matter = self._seat.locale, self.matter
        deeds = [
            " · ".join(part for part in (formatting.date_time(deed.at, locale), deed.who, deed.what) if part)
            for deed in matter.deeds
        ]
        return [*deeds, matter.words] if matter.words else deeds

    def open(self) -> None:
        """Asks for the record itself."""
        if self.matter.opens is not None:
            self.opened.emit(*self.matter.opens)

    def settle(self) -> None:
        """Says that it is in order."""
        seat = self._seat
        self.setEnabled(False)
        told = {"on_success": self._settle, "on_error": self._fail}
        seat.tasks.write(settling.settle, seat.desk, seat.operator.id, self.matter.key, **told)

    def _settle(self, changes: Changes) -> None:
        self.hide()
        self.settled.emit(changes)

    def _fail(self, error: UserError) -> None:
        self.setEnabled(True)
        self._seat.messages.error(error)
