"""What the office has to decide after stations met: rules that two broke at once, and entries that were overwritten."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.service import overwritten
from helpdesk.service.desk import Desk
from helpdesk.service.overwritten import AlsoEntered
from ui.dialogs.request_dialog import RequestDialog
from ui.panes.also_entered import EntryBanner
from ui.seat import Seat
from ui.widgets import Banner, SectionHead, Text

_SHOWN = 60


def read_matters(desk: Desk, actor: OperatorId) -> tuple[AlsoEntered, ...]:
    """Everything that waits for a decision; for a worker."""
    return overwritten.entries(desk, actor)


class OfficeMatters(RequestDialog):
    """Stays open beside the work; each matter has its steps on it, `changed` follows what was done."""

    changed = Signal(object)
    opened = Signal(str, bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("To be settled"), "", parent, width=620)
        self._seat = seat
        self.banners: list[Banner] = []
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 4, 0)
        self._page.setSpacing(8)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        self.resize(680, 520)
        self.no.setFocus()
        self.read()

    def read(self) -> None:
        """Reads the matters anew."""
        seat = self._seat
        seat.tasks.read(
            read_matters, seat.desk, seat.operator.id, on_success=self._show, key=(id(self), "office matters")
        )

    def refresh(self, changes: Changes) -> None:
        """Reads again after any change: what was decided elsewhere goes."""
        self.read()

    def _show(self, entries: tuple[AlsoEntered, ...]) -> None:
        while (item := self._page.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.banners = []
        note = self.tr("The later entry stands; the other one was kept.")
        self._add_head(self.tr("Overwritten entries"), len(entries), note)
        for entry in entries[:_SHOWN]:
            banner = EntryBanner(self._seat, entry, names_record=True)
            banner.settled.connect(self._settled)
            banner.opened.connect(self.opened)
            self.banners.append(banner)
            self._page.addWidget(banner)
        if not entries:
            self._page.addWidget(Text(self.tr("Nobody's entry was overwritten."), "muted", wraps=True))
        if len(entries) > _SHOWN:
            self._page.addWidget(Text(self.tr("%n more", "", len(entries) - _SHOWN), "muted"))
        self._page.addStretch(1)

    def _add_head(self, head: str, count: int, note: str) -> None:
        self._page.addWidget(SectionHead(f"{head} · {count}" if count else head))
        if count:
            self._page.addWidget(Text(note, "muted", wraps=True))

    def _settled(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.read()
