"""All that the window knows of the office: the exchange, what is to be settled, who has what open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.service import overwritten, settling
from helpdesk.service.desk import Desk
from helpdesk.service.sync import SyncResult
from ui.exchange_desk import ExchangeDesk
from ui.presence_desk import PresenceDesk
from ui.seat import Seat
from ui.widgets import LinkButton

_SOON = 400


def count_matters(desk: Desk, actor: OperatorId) -> tuple[int, int]:
    """How much is to be settled, and how many entries were overwritten; for a worker."""
    return len(settling.matters(desk, actor)), overwritten.count(desk, actor)


class OfficeDesk(QObject):
    """Begins with the exchange; `arrived` brings what others did, `changed` what was decided here."""

    arrived = Signal(object)
    changed = Signal(object)
    settings_wanted = Signal()

    def __init__(self, seat: Seat, window: Any) -> None:
        super().__init__(window)
        self._seat, self._window = seat, window
        self._counts = (0, 0)
        self.dialog: Any = None
        self.exchange = ExchangeDesk(seat, self)
        self.presence = PresenceDesk(seat, window.shown_record, self)
        self.link = LinkButton("")
        self.link.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.count)
        window.top.add_matters(self.link)
        window.top.add_light(self.exchange.light)
        self._connect()

    def _connect(self) -> None:
        exchange = self.exchange
        exchange.changed.connect(self._arrive)
        exchange.opened.connect(self.settings_wanted)
        exchange.joined.connect(self._soon.start)
        exchange.joined.connect(self.presence.begin)
        exchange.left.connect(self.presence.stop)
        exchange.exchanged.connect(self._after)
        exchange.light.clicked.connect(self.open_menu)
        self.link.clicked.connect(self.show_matters)
        self.presence.known.connect(self._show_presence)

    def begin(self) -> None:
        """Begins to exchange, where this station belongs to an office."""
        self.exchange.begin()

    def refresh(self, changes: Changes) -> None:
        """Exchanges soon after a change of this station, and counts anew."""
        self.exchange.refresh(changes)
        if self.exchange.is_member:
            self._soon.start()

    def count(self) -> None:
        """Counts what is to be settled."""
        seat = self._seat
        seat.tasks.read(count_matters, seat.desk, seat.operator.id, on_success=self._show_counts, key=(self, "matters"))

    def menu(self) -> QMenu:
        """What the light offers."""
        menu = QMenu(self._window)
        menu.addAction(self.tr("Exchange now")).triggered.connect(self._exchange)
        menu.addAction(self._words() or self.tr("To be settled…")).triggered.connect(self._ask_matters)
        menu.addSeparator()
        menu.addAction(self.tr("Stations and hub…")).triggered.connect(self._ask_settings)
        return menu

    def open_menu(self) -> None:
        """Opens the menu under the light."""
        light = self.exchange.light
        self.menu().popup(light.mapToGlobal(light.rect().bottomLeft()))

    def show_matters(self) -> None:
        """Opens the list of what is to be settled beside the work."""
        from ui.dialogs.office_matters import OfficeMatters

        if self.dialog is None:
            self.dialog = dialog = OfficeMatters(self._seat, self._window)
            dialog.changed.connect(self.changed)
            dialog.opened.connect(self._window.open_record)
            dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()

    def _forget(self, _result: int) -> None:
        self.dialog = None

    def _exchange(self, _checked: bool = False) -> None:
        self.exchange.exchange()

    def _ask_matters(self, _checked: bool = False) -> None:
        self.show_matters()

    def _ask_settings(self, _checked: bool = False) -> None:
        self.settings_wanted.emit()

    def _arrive(self, changes: Changes) -> None:
        self.arrived.emit(changes)
        self._soon.start()

    def _after(self, result: SyncResult) -> None:
        if result.received:
            self._soon.start()
            self.presence.look()

    def _show_counts(self, counts: tuple[int, int]) -> None:
        has_news, self._counts = counts != self._counts, counts
        self.link.setText(self._words())
        self.link.setVisible(any(counts))
        if has_news and self.dialog is not None:
            self.dialog.read()

    def _words(self) -> str:
        matters, entries = self._counts
        parts = []
        if matters:
            parts.append(self.tr("To be settled %n", "", matters))
        if entries:
            parts.append(self.tr("Overwritten %n", "", entries))
        return " · ".join(parts)

    def _show_presence(self, kind: str, record: bytes, words: str) -> None:
        if kind == "request":
            self._window.place("requests").request.show_presence(record, words)
