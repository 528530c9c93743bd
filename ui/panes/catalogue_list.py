"""The left side of the catalogue: a box that finds while one types, a group, the products."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QStackedLayout, QTableView, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import ProductId
from helpdesk.service import catalogue, stock
from helpdesk.service.catalogue import ShelfRow
from ui import fonts
from ui.delegates import TableDelegate
from ui.models.shelf_table import ShelfColumn, ShelfTable
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner, Button, EmptyState, Hairline, SearchBox, Text
from ui.widgets.paint import width_of

_LIMIT = 200
_SOON = 60
_WIDTHS = {ShelfColumn.CODE: "AB-10457", ShelfColumn.PRICE: "1 299 990,00", ShelfColumn.FREE: "1 457,5"}


class ShelfView(QTableView):
    """The products; Enter asks for the one marked, letters go on into the box."""

    entered = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
            return
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.text().strip() and event.text().isprintable() and not held:
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)


class CatalogueList(QWidget):
    """Lists products; `chosen` tells which one is marked, `entered` that Enter was pressed on it."""

    chosen = Signal(bytes)
    entered = Signal(bytes)
    new_wanted = Signal()
    promotions_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._wanted: ProductId | None = None
        self._is_loaded = False
        self.box = SearchBox(self.tr("Product, code, barcode, words…"))
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group"))
        self.new = Button(self.tr("New product"))
        self.promotions = Button(self.tr("Promotions…"))
        self.table = ShelfTable(seat.locale, self)
        self.view = ShelfView()
        self.count = Text("", "note")
        self.unsettled = Banner(Tone.BAD)
        self.unsettled.add_action(self.tr("Show"), self._show_unsettled)
        self.unsettled.hide()
        self._worst: ProductId | None = None
        self._nothing = EmptyState("tag", "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(self.box, 1)
        head.addWidget(self.group)
        head.addWidget(self.count)
        head.addWidget(self.promotions)
        head.addWidget(self.new)
        self.group.addItem(self.tr("All groups"), "")
        self.group.setMaximumWidth(200)
        held = QWidget()
        self._pages = QStackedLayout(held)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        warning = QHBoxLayout()
        warning.setContentsMargins(20, 0, 16, 0)
        warning.addWidget(self.unsettled)
        layout.addLayout(warning)
        layout.addWidget(Hairline())
        layout.addWidget(held, 1)
        TableDelegate.dress(self.view)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Products"))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        across = self.view.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(ShelfColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, text in _WIDTHS.items():
            head = str(self.table.headerData(column, Qt.Orientation.Horizontal))
            widest = max(width_of(text, fonts.font("base")), width_of(head, fonts.font("note", True)))
            across.resizeSection(column, widest + 18)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.load)
        self.new.clicked.connect(self.new_wanted)
        self.promotions.clicked.connect(self.promotions_wanted)
        self.box.textChanged.connect(self._load_soon)
        self.box.moved_on.connect(self._into_list)
        self.box.returnPressed.connect(self._enter_first)
        self.group.activated.connect(self._load_soon)
        self.view.selectionModel().currentRowChanged.connect(self._tell)
        self.view.entered.connect(self._enter)
        self.view.typed.connect(self._type)

    def load_once(self) -> None:
        """Reads the first time that the list is seen."""
        if not self._is_loaded:
            self._is_loaded = True
            self.load()
            self._read_groups()

    def refresh(self, changes: Changes) -> None:
        """Reads anew where products changed."""
        if self._is_loaded and (changes.products or changes.company or changes.is_everything):
            self._soon.start()
            self._read_groups()

    def load(self) -> None:
        """Reads the rows for what stands in the box."""
        seat, text = self._seat, self.box.text().strip()
        seat.tasks.read(
            _shelf,
            seat.desk,
            seat.operator.id,
            text,
            self.group.currentData() or "",
            on_success=self._show,
            key=(id(self), "rows"),
        )

    def mark(self, product: ProductId) -> None:
        """Marks a product where the list has it."""
        self._wanted = product
        row = self.table.row_of(product)
        if row >= 0 and row != self.view.currentIndex().row():
            self.view.selectRow(row)

    def _read_groups(self) -> None:
        seat = self._seat
        seat.tasks.read(catalogue.groups, seat.desk, seat.operator.id, on_success=self._offer_groups)
        seat.tasks.read(stock.to_be_settled, seat.desk, seat.operator.id, on_success=self._warn)

    def _offer_groups(self, groups: tuple[str, ...]) -> None:
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("All groups"), "")
        for group in groups:
            self.group.addItem(group, group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(bool(groups))

    def _warn(self, found: tuple[stock.Unsettled, ...]) -> None:
        self.unsettled.setVisible(bool(found))
        self._worst = found[0].product if found else None
        names = ", ".join(one.name for one in found[:3])
        self.unsettled.say(self.tr("To be settled, below zero: %n", "", len(found)), names)

    def _show_unsettled(self) -> None:
        if self._worst is not None:
            self.chosen.emit(self._worst)

    def _show(self, rows: tuple[ShelfRow, ...]) -> None:
        self.table.show_rows(rows)
        self.count.setText(self.tr("first %n", "", len(rows)) if len(rows) == _LIMIT else str(len(rows)))
        is_searched = bool(self.box.text().strip() or self.group.currentData())
        self._nothing.say(
            self.tr("Nothing found. Try fewer letters, or another group.")
            if is_searched
            else self.tr("No products yet: import a price list with Ctrl+I.")
        )
        self._pages.setCurrentIndex(0 if rows else 1)
        row = self.table.row_of(self._wanted)
        if rows:
            self.view.selectRow(max(0, row))

    def _load_soon(self, *_what: object) -> None:
        self._soon.start()

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.table.row_at(index.row())
        if row is not None:
            self._wanted = row.product.id
            self.chosen.emit(row.product.id)

    def _enter(self) -> None:
        row = self.table.row_at(self.view.currentIndex().row())
        if row is not None:
            self.entered.emit(row.product.id)

    def _enter_first(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.load()
        self._enter()

    def _into_list(self) -> None:
        if self.table.rowCount():
            self.view.setFocus()

    def _type(self, letter: str) -> None:
        self.box.setFocus()
        self.box.insert(letter)


def _shelf(desk: object, actor: object, text: str, group: str) -> tuple[ShelfRow, ...]:
    return catalogue.shelf(desk, actor, text, group=group, limit=_LIMIT)
