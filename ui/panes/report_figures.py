"""The figures and tables of a report beside its pages: each figure opens its records, and so do rows that have some."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QTableView, QVBoxLayout, QWidget

from helpdesk.service.report_reading import Sheet, Tile
from ui import fonts, theme
from ui.delegates import TableDelegate
from ui.models.report_sheet import SheetModel, column_widths
from ui.widgets import FlowLayout, Hairline, Tab, TextTabs, paint

_TILE_WIDTH = 208
_PAD = 12


class FigureTile(QAbstractButton):
    """A figure: what it counts, its value, what it rests on; a press opens its records."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile = tile
        self.setText(tile.value)
        told = [tile.title, tile.value, tile.base, tile.change, tile.target]
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setToolTip(self.accessibleName())
        self.setEnabled(tile.opens)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile.opens else Qt.FocusPolicy.NoFocus)
        if tile.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        note, head = QFontMetrics(fonts.font("note")), QFontMetrics(fonts.font("head", True))
        lines = 3 + bool(self.tile.change or self.tile.target)
        return QSize(_TILE_WIDTH, 2 * _PAD + lines * note.height() + head.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        paint.fill(painter, self.rect(), tokens.hover if self.underMouse() and self.isEnabled() else tokens.surface)
        paint.outline(painter, self.rect(), tokens.line)
        box = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        note, head = fonts.font("note"), fonts.font("head", True)
        line, top = QFontMetrics(note).height(), box.y()
        painter.setFont(note)
        painter.setPen(tokens.muted)
        words = QRect(box.x(), top, box.width(), 2 * line)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom), self.tile.title)
        top += 2 * line + 2
        height = QFontMetrics(head).height()
        colour = tokens.accent if self.isEnabled() else tokens.text
        paint.draw_text(painter, QRect(box.x(), top, box.width(), height), self.tile.value, font=head, colour=colour)
        top += height + 2
        for words in (self.tile.base, " · ".join(part for part in (self.tile.change, self.tile.target) if part)):
            paint.draw_text(painter, QRect(box.x(), top, box.width(), line), words, font=note, colour=tokens.muted)
            top += line
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(1, 1, -2, -2))


class ReportFigures(QWidget):
    """Tiles over one table at a time; `opened` names the figure, or the row as "table:3", whose records are wanted."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[FigureTile] = []
        self._sheets: tuple[Sheet, ...] = ()
        self._place = QWidget()
        self._flow = FlowLayout(8, self._place)
        self.tabs = TextTabs(self.tr("Tables"))
        self.tabs.chosen.connect(self._choose)
        self.table = QTableView()
        TableDelegate.dress(self.table)
        self.table.activated.connect(self._open_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(self._place)
        layout.addWidget(self.tabs)
        layout.addWidget(Hairline())
        layout.addWidget(self.table, 1)

    def show_report(self, tiles: Sequence[Tile], sheets: tuple[Sheet, ...]) -> None:
        """Shows another report."""
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.tiles = [FigureTile(tile, self._place) for tile in tiles]
        for tile in self.tiles:
            tile.clicked.connect(partial(self._open_figure, tile.tile.name))
            self._flow.addWidget(tile)
            tile.show()
        self._place.setVisible(bool(self.tiles))
        self._place.updateGeometry()
        self._sheets = sheets
        self.tabs.set_tabs([Tab(str(number), sheet.title, sheet.row_count) for number, sheet in enumerate(sheets)])
        self.tabs.setVisible(bool(sheets))
        self.table.setVisible(bool(sheets))
        if sheets:
            self.tabs.choose("0")
            self._choose("0")

    def _choose(self, key: str) -> None:
        sheet = self._sheets[int(key)]
        before = self.table.model()
        self.table.setModel(SheetModel(sheet, self.table))
        if before is not None:
            before.deleteLater()
        self.table.setAccessibleName(sheet.title)
        for number, width in enumerate(column_widths(sheet)):
            self.table.setColumnWidth(number, width)

    def _open_figure(self, name: str, _is_checked: bool = False) -> None:
        self.opened.emit(name)

    def _open_row(self, index: QModelIndex) -> None:
        model = index.model()
        if isinstance(model, SheetModel) and (name := model.sheet.drill(index.row())):
            self.opened.emit(name)
