"""Possible duplicates while a card is typed: told beside it, never in its way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.domain.customer import Duplicate
from helpdesk.words.terms import title
from ui.panes.customer_contacts import clear
from ui.panes.customer_line import CustomerLine
from ui.widgets import ElidedLabel, LinkButton, Text

_MOST = 4


class DuplicateStrip(QWidget):
    """Cards that may be the same customer, with city and reason; a click opens that card instead, or merges it."""

    chosen = Signal(bytes)
    merge_wanted = Signal(bytes)

    def __init__(self, parent: QWidget | None = None, *, merges: bool = False) -> None:
        super().__init__(parent)
        self._merges = merges
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "warn")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(Text(self.tr("Maybe this card is there already:"), "warn", wraps=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout.addLayout(self._lines)
        self.hide()

    def show_duplicates(self, found: tuple[Duplicate, ...]) -> None:
        """Shows the likeliest of these, or nothing where there are none."""
        clear(self._lines)
        for duplicate in found[:_MOST]:
            row = duplicate.row
            line = CustomerLine(row.name or row.phone, is_strong=True)
            line.clicked.connect(partial(self.chosen.emit, row.id))
            self._lines.addWidget(line)
            said = " · ".join(part for part in (row.city, title(duplicate.reason)) if part)
            self._lines.addWidget(ElidedLabel(said, "note"))
            if self._merges:
                merge = LinkButton(self.tr("Merge with this card…"))
                merge.setAccessibleName(self.tr("Merge with %1").replace("%1", row.name or row.phone))
                merge.clicked.connect(partial(self.merge_wanted.emit, row.id))
                self._lines.addWidget(merge)
        self.setVisible(bool(found))
