"""Up to three products side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.service import catalogue
from helpdesk.service.catalogue import ProductSheet
from ui.panes import catalogue_words as words
from ui.seat import Seat
from ui.widgets import Button, Hairline, LinkButton, Text


class CompareView(QWidget):
    """A column for each product: price, stock, terms and characteristics in the same rows."""

    opened = Signal(bytes)
    dropped = Signal(bytes)
    closed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.close_button = Button(self.tr("End the comparison"), key="Esc")
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Comparison"), "title"), 1)
        head.addWidget(self.close_button)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 22, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)

    @property
    def rows(self) -> list[list[str]]:
        """What stands in the rows, from the left."""
        grid = self._area.widget().layout()
        assert isinstance(grid, QGridLayout)
        found = []
        for row in range(grid.rowCount()):
            items = (grid.itemAtPosition(row, column) for column in range(grid.columnCount()))
            widgets = [item.widget() for item in items if item is not None]
            if texts := [widget.text() for widget in widgets if hasattr(widget, "text")]:
                found.append(texts)
        return found

    def show_sheets(self, sheets: Sequence[ProductSheet]) -> None:
        """Shows these products."""
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for column, sheet in enumerate(sheets, start=1):
            grid.addWidget(_wrapping(sheet.row.product.name, "strong"), 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 3)
        for place, (label, cells) in enumerate(self._facts(sheets)):
            line = 2 * place + 1
            grid.addWidget(Hairline(), line, 0, 1, len(sheets) + 1)
            grid.addWidget(_wrapping(label, "muted"), line + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate(cells, start=1):
                grid.addWidget(_wrapping(text or "—"), line + 1, column, Qt.AlignmentFlag.AlignTop)
        bottom = grid.rowCount()
        for column, sheet in enumerate(sheets, start=1):
            show = LinkButton(self.tr("Open"))
            show.setAccessibleName(f"{show.text()}: {sheet.row.product.name}")
            show.clicked.connect(partial(self.opened.emit, sheet.row.product.id))
            grid.addWidget(show, bottom, column, Qt.AlignmentFlag.AlignLeft)
            drop = Button(self.tr("Take out"))
            drop.setAccessibleName(f"{drop.text()}: {sheet.row.product.name}")
            drop.clicked.connect(partial(self.dropped.emit, sheet.row.product.id))
            grid.addWidget(drop, bottom + 1, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(0, 2)
        grid.setRowStretch(bottom + 2, 1)
        self._area.setWidget(page)

    def _facts(self, sheets: Sequence[ProductSheet]) -> list[tuple[str, tuple[str, ...]]]:
        locale, now = self._seat.locale, self._seat.desk.clock.now()
        rows = [sheet.row for sheet in sheets]
        facts = [
            (self.tr("Price"), tuple(words.price_words(row, locale) for row in rows)),
            (self.tr("Promotions"), tuple(", ".join(row.promotions) for row in rows)),
            (self.tr("Stock"), tuple(words.stock_words(row, locale) for row in rows)),
            (self.tr("Expected"), tuple(words.expected_words(row, now, locale) for row in rows)),
        ]
        for name, label in words.term_words().items():
            facts.append((label, tuple(sheet.terms.get(name, "") for sheet in sheets)))
        facts += list(catalogue.characteristics(sheets))
        return [(label, cells) for label, cells in facts if any(cells)]


def _wrapping(text: str, role: str = "") -> Text:
    label = Text(text, role, wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
