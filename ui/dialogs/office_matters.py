"""What the office has to decide after stations met: rules that two broke at once, and entries that were overwritten."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.service import overwritten, settling
from helpdesk.service.desk import Desk
from helpdesk.service.overwritten import AlsoEntered
from helpdesk.service.settling import Matter
from ui.dialogs.request_dialog import RequestDialog
from ui.panes.also_entered import EntryBanner
from ui.panes.matter_banner import MatterBanner
from ui.seat import Seat
from ui.widgets import Banner, SectionHead, Text

_SHOWN = 60

Matters = tuple[tuple[Matter, ...], tuple[AlsoEntered, ...]]


def read_matters(desk: Desk, actor: OperatorId) -> Matters:
    """Everything that waits for a decision; for a worker."""
    return settling.matters(desk, actor), overwritten.entries(desk, actor)


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
        self.resize(680, 620)
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

    def _show(self, found: Matters) -> None:
        matters, entries = found
        while (item := self._page.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.banners = []
        if not matters and not entries:
            self._page.addWidget(Text(self.tr("Nothing is to be settled."), "muted", wraps=True))
        note = self.tr("Two did at once what only one can. The same list stands at every station.")
        self._add(self.tr("Broken at once"), note, [MatterBanner(self._seat, one) for one in matters[:_SHOWN]])
        note = self.tr("Two people changed one field unseen of each other. The later entry stands, this one was kept.")
        kept = [EntryBanner(self._seat, entry, names_record=True) for entry in entries[:_SHOWN]]
        self._add(self.tr("Overwritten entries"), note, kept)
        if (rest := max(0, len(matters) - _SHOWN) + max(0, len(entries) - _SHOWN)) > 0:
            self._page.addWidget(Text(self.tr("%n more", "", rest), "muted"))
        self._page.addStretch(1)

    def _add(self, head: str, note: str, banners: list[Any]) -> None:
        if not banners:
            return
        self._page.addWidget(SectionHead(head, note=str(len(banners))))
        self._page.addWidget(Text(note, "muted", wraps=True))
        for banner in banners:
            banner.settled.connect(self._settled)
            banner.opened.connect(self.opened)
            self._page.addWidget(banner)
        self._page.addSpacing(8)
        self.banners += banners

    def _settled(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.read()
