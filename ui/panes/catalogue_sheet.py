"""One product: price and why, stock and when more comes, promotions, terms, what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from helpdesk.service.catalogue import ProductSheet, ShelfRow
from helpdesk.words.terms import title
from ui import formatting
from ui.models.shelf_table import amount, count
from ui.panes import catalogue_words as words
from ui.panes.catalogue_pictures import PictureRow
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner, Button, FactRow, FlowLayout, LinkButton, SectionHead, Text

_LABEL = 130


class ProductSheetView(QWidget):
    """Shows a sheet; nothing on it is typed."""

    opened = Signal(bytes)
    quote_wanted = Signal(bytes)
    compare_wanted = Signal(bytes)
    edit_wanted = Signal(bytes)
    move_wanted = Signal(object)
    prices_wanted = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._sheet: ProductSheet | None = None
        self.name = Text("", "title", wraps=True)
        self.place = Text("", "muted", wraps=True)
        self.price, self.instead = Text("", "title"), Text("", "note", wraps=True)
        self.unsettled = Banner(Tone.BAD)
        self.pictures = PictureRow(seat)
        self.quote = Button(self.tr("Into a quote"), "primary", key="Ctrl+Return")
        self.compare = Button(self.tr("Compare"))
        self.copy = Button(self.tr("Copy the answer"))
        self.edit = Button(self.tr("Edit…"))
        self.set_prices = Button(self.tr("Prices…"))
        self.move_stock = Button(self.tr("Stock…"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(2)
        self._lay_out()
        self.quote.clicked.connect(self.want_quote)
        self.compare.clicked.connect(self._want_compare)
        self.copy.clicked.connect(self._copy)
        self.edit.clicked.connect(self._want_edit)
        self.move_stock.clicked.connect(self._want_move)
        self.set_prices.clicked.connect(self._want_prices)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 22, 16)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.place)
        column.addWidget(self.price)
        column.addWidget(self.instead)
        column.addWidget(self.unsettled)
        steps = QWidget()
        flow = FlowLayout(8, steps)
        for button in (self.quote, self.compare, self.copy, self.move_stock, self.set_prices, self.edit):
            flow.addWidget(button)
        column.addWidget(steps)
        column.addWidget(self.pictures)
        column.addLayout(self._parts)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    @property
    def sheet(self) -> ProductSheet | None:
        """What is shown."""
        return self._sheet

    @property
    def lines(self) -> list[str]:
        """What the rows under the price say, in their order."""
        shown = [self._parts.itemAt(at).widget() for at in range(self._parts.count())]
        return [widget.accessibleName() for widget in shown if widget is not None]

    def show_sheet(self, sheet: ProductSheet) -> None:
        """Shows another product, or the same one as it is now."""
        self._sheet = sheet
        row, product, locale = sheet.row, sheet.row.product, self._seat.locale
        self.name.setText(product.name)
        sold = self.tr("no longer sold") if product.is_discontinued else ""
        parts = (product.code, product.group, title(product.kind), product.unit, sold)
        self.place.setText(" · ".join(part for part in parts if part))
        self.price.setText(words.price_words(row, locale))
        self.instead.setText(self._why())
        self.unsettled.setVisible(row.standing.is_to_be_settled)
        self.unsettled.say(
            self.tr("To be settled: more went out or was promised than there is"),
            self.tr("Count the goods and correct the stock, or call off what was reserved."),
        )
        self.pictures.show_names(product.pictures)
        self._fill(sheet)

    def want_quote(self) -> None:
        """Asks for a quote with this product."""
        if self._sheet is not None:
            self.quote_wanted.emit(self._sheet.row.product.id)

    def _why(self) -> str:
        sheet, locale = self._sheet, self._seat.locale
        assert sheet is not None
        row, told = sheet.row, [words.vat_words(sheet, locale)]
        if row.reduced_minor is not None and row.price_minor is not None:
            instead = self.tr("instead of %1").replace("%1", amount(row.price_minor, locale))
            told = [f"{instead}: {', '.join(row.promotions)}", *told]
        return " · ".join(told)

    def _fill(self, sheet: ProductSheet) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add_stock(sheet)
        self._add_offers(sheet)
        self._add_facts(self.tr("Terms"), [(words.term_words()[name], text) for name, text in sheet.terms.items()])
        self._add_facts(self.tr("Characteristics"), sheet.row.product.characteristics)
        if sheet.row.product.description:
            self._head(self.tr("Description"))
            self._parts.addWidget(Text(sheet.row.product.description, wraps=True))
        self._add_others(self.tr("Goes with it"), sheet.goes_with)
        self._add_others(self.tr("Replaces"), sheet.replaces)
        self._add_others(self.tr("Replaced by"), sheet.replaced_by)
        self._add_moves(sheet)

    def _add_stock(self, sheet: ProductSheet) -> None:
        locale, now = self._seat.locale, self._seat.desk.clock.now()
        as_of = self.tr("as of %1").replace("%1", formatting.time(now, locale))
        self._head(self.tr("Stock"), as_of)
        self._fact(self.tr("In all stores"), words.stock_words(sheet.row, locale))
        for held in sheet.stores if len(sheet.stores) > 1 else ():
            self._fact(held.store or self.tr("Without a store"), count(held.on_hand, locale))
        self._fact(self.tr("Expected"), words.expected_words(sheet.row, now, locale))
        for day in sheet.days[:7]:
            taken = self.tr("free %1 of %2").replace("%1", count(day.free, locale))
            self._fact(formatting.day(day.day, now, locale), taken.replace("%2", count(day.capacity, locale)))

    def _add_moves(self, sheet: ProductSheet) -> None:
        locale, now = self._seat.locale, self._seat.desk.clock.now()
        if sheet.moves:
            self._head(self.tr("Latest moves"))
        for line in sheet.moves:
            told = (f"{title(line.move.kind)} {count(line.move.quantity, locale)}", line.move.text)
            self._fact(formatting.day_time(line.at, now, locale), " · ".join(part for part in told if part))

    def _add_offers(self, sheet: ProductSheet) -> None:
        locale, now = self._seat.locale, self._seat.desk.clock.now()
        named = [price for price in sheet.prices if price.list]
        if sheet.promotions or named:
            self._head(self.tr("Promotions and price lists"))
        for one in sheet.promotions:
            until = formatting.short_date(one.valid_to, now, locale) if one.valid_to else self.tr("without an end")
            kind = title(one.kind)
            self._fact(one.name, self.tr("%1, until %2").replace("%1", kind).replace("%2", until))
        for price in named:
            self._fact(price.list, f"{amount(price.price_minor, locale)} {price.currency}")

    def _add_facts(self, head: str, facts: Sequence[tuple[str, str]]) -> None:
        told = [(label, text) for label, text in facts if text]
        if told:
            self._head(head)
        for label, text in told:
            self._fact(label, text)

    def _head(self, text: str, note: str = "") -> None:
        self._parts.addSpacing(8)
        self._parts.addWidget(SectionHead(text, note=note))

    def _fact(self, label: str, text: str) -> None:
        if text:
            self._parts.addWidget(FactRow(label, text, label_width=_LABEL))

    def _add_others(self, head: str, rows: Sequence[ShelfRow]) -> None:
        if rows:
            self._head(head)
        for row in rows:
            told = (row.product.name, words.price_words(row, self._seat.locale))
            link = LinkButton(" · ".join((*told, words.stock_words(row, self._seat.locale))))
            link.clicked.connect(partial(self.opened.emit, row.product.id))
            self._parts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _want_edit(self) -> None:
        if self._sheet is not None:
            self.edit_wanted.emit(self._sheet.row.product.id)

    def _want_move(self) -> None:
        if self._sheet is not None:
            self.move_wanted.emit(self._sheet.row)

    def _want_prices(self) -> None:
        if self._sheet is not None:
            self.prices_wanted.emit(self._sheet.row.product)

    def _want_compare(self) -> None:
        if self._sheet is not None:
            self.compare_wanted.emit(self._sheet.row.product.id)

    def _copy(self) -> None:
        if self._sheet is not None:
            now = self._seat.desk.clock.now()
            QGuiApplication.clipboard().setText(words.answer_words(self._sheet.row, now, self._seat.locale))
            self._seat.messages.notice(self.tr("Copied: price and stock of %1").replace("%1", self.name.text()))
