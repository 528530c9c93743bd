"""The drawer of F5: price and stock while one speaks; Enter puts the answer where one was writing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from helpdesk.domain.identity import ProductId
from helpdesk.service import catalogue
from helpdesk.service.catalogue import ProductSheet, ShelfRow
from ui import formatting
from ui.delegates import TableDelegate
from ui.models.shelf_table import ShelfColumn, ShelfTable
from ui.panes import catalogue_words as words
from ui.seat import Seat
from ui.widgets import IconButton, SearchBox, Text

_WIDTH, _SOON, _LIMIT = 460, 60, 30


class PriceDrawer(QWidget):
    """Stands at the right edge of the window over what is there; Esc closes it and gives the keyboard back."""

    inserted = Signal(str)
    quote_wanted = Signal(bytes)
    closed = Signal()

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self._sheet: ProductSheet | None = None
        self._is_entered = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "left")
        self.setAccessibleName(self.tr("Price and stock"))
        self.box = SearchBox(self.tr("Product, code, barcode…"))
        self.table, self.view = ShelfTable(seat.locale, self), QTableView()
        self.answer, self.terms = Text("", "strong", wraps=True), Text("", "muted", wraps=True)
        self.as_of = Text("", "note")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        TableDelegate.dress(self.view)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Products"))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setColumnHidden(ShelfColumn.CODE, True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = self.view.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(ShelfColumn.NAME, QHeaderView.ResizeMode.Stretch)
        across.resizeSection(ShelfColumn.PRICE, 100)
        across.resizeSection(ShelfColumn.FREE, 92)
        close = IconButton("x", self.tr("Close"), key="Esc")
        close.clicked.connect(self.leave)
        head = QWidget()
        row = QVBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.box)
        layout.addWidget(self.view, 1)
        for part in (self.answer, self.terms, self.as_of):
            layout.addWidget(part)
        layout.addWidget(Text(self.tr("Enter writes it down · Ctrl+Enter puts it into a quote · Esc closes"), "note"))

    def _connect(self) -> None:
        self._soon.timeout.connect(self._load)
        self.box.textChanged.connect(self._load_soon)
        self.box.left.connect(self.leave)
        self.box.installEventFilter(self)
        self.view.selectionModel().currentRowChanged.connect(self._read)
        self.view.doubleClicked.connect(self._insert)

    def begin(self) -> None:
        """Opens on the box; what was looked for last is there, ready to be typed over."""
        self._place()
        self.show()
        self.raise_()
        self.box.setFocus()
        self.box.selectAll()
        self._load()

    def leave(self) -> None:
        """Closes."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._obeys(event)
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _obeys(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            row = min(max(0, self.view.currentIndex().row() + step), self.table.rowCount() - 1)
            self.view.selectRow(row)
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            row = self.table.row_at(self.view.currentIndex().row())
            if row is not None:
                self.leave()
                self.quote_wanted.emit(row.product.id)
        elif self._soon.isActive():
            # Faster than the search: what it finds first is meant.
            self._is_entered = True
            self._soon.stop()
            self._load()
        else:
            self._insert()
        return True

    def _place(self) -> None:
        window = self.parentWidget()
        width = min(_WIDTH, window.width() - 80)
        self.setGeometry(window.width() - width, 52, width, window.height() - 52)

    def _load_soon(self, _text: str) -> None:
        self._soon.start()

    def _load(self) -> None:
        seat, text = self._seat, self.box.text().strip()
        seat.tasks.read(
            catalogue.shelf, seat.desk, seat.operator.id, text, on_success=self._show, key=(id(self), "rows")
        )

    def _show(self, rows: tuple[ShelfRow, ...]) -> None:
        self.table.show_rows(rows[:_LIMIT])
        if rows:
            self.view.selectRow(0)
        else:
            self._sheet = None
            self.answer.setText(self.tr("Nothing found. Try fewer letters."))
            self.terms.setText("")
            self.as_of.setText("")
        if self._is_entered:
            self._is_entered = False
            self._insert()

    def _read(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.table.row_at(index.row())
        if row is None:
            return
        seat = self._seat
        now = seat.desk.clock.now()
        self.answer.setText(words.answer_words(row, now, seat.locale))
        self.as_of.setText(self.tr("as of %1").replace("%1", formatting.time(now, seat.locale)))
        product = ProductId(row.product.id)
        seat.tasks.read(
            catalogue.sheet, seat.desk, seat.operator.id, product, on_success=self._show_sheet, key=(id(self), "sheet")
        )

    def _show_sheet(self, sheet: ProductSheet) -> None:
        self._sheet = sheet
        named = words.term_words()
        told = [f"{named[name]}: {text}" for name, text in sheet.terms.items() if text]
        also = [row.product.name for row in sheet.goes_with]
        if also:
            told.append(self.tr("Goes with it: %1").replace("%1", ", ".join(also)))
        self.terms.setText("\n".join(told))

    def _insert(self, *_index: object) -> None:
        row = self.table.row_at(self.view.currentIndex().row())
        if row is not None:
            text = words.answer_words(row, self._seat.desk.clock.now(), self._seat.locale)
            self.leave()
            self.inserted.emit(text)
