"""A quote: typed as lines, offered in versions, agreed, ordered, invoiced; its pages beside."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.identity import CustomerId, ProductId, RequestId
from helpdesk.domain.quote import QuoteForm, QuoteId
from helpdesk.errors import DiscountTooGreat, FieldMissing, UserError
from helpdesk.service import draft, number, promotion, quote
from helpdesk.words.errors import sentence
from ui.panes.paper_preview import PaperPreview
from ui.panes.quote_draft import QuoteDraft, QuoteReading, add_line, body_of, key_of, read_quote, recommended
from ui.panes.quote_form import QuoteFields
from ui.panes.quote_steps import QuoteSteps
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, Text

_SOON = 250


class QuoteEditor(QWidget):
    """Ctrl+Enter keeps what is typed as a version; versions before stay as they were offered."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    invoiced = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id: QuoteId | None = None
        self._wanted: list[ProductId] = []
        self._is_reserving = self._is_loaded = False
        self.head, self.saved = Text("", "title"), Text("", "note")
        self.fields = QuoteFields(seat)
        self.steps = QuoteSteps(seat)
        self.keep = Button(self.tr("Keep as a version"), "primary", key="Ctrl+Return")
        self.preview = PaperPreview(seat, back=self.tr("Back to the quote"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(8)
        for part in (self._row(self.head, self.steps.state), self._row(self.steps)):
            column.addLayout(part)
        column.addWidget(self.fields, 1)
        foot = self._row(self.keep, self.saved)
        column.addLayout(foot)
        self._pages.addWidget(page)
        self._pages.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _row(self, *parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 22, 0)
        row.setSpacing(10)
        for part in parts:
            row.addWidget(part, 1 if part is self.steps else 0)
        row.addStretch(0 if self.steps in parts else 1)
        return row

    def _connect(self) -> None:
        self.fields.touched.connect(self._touch)
        self.fields.product_taken.connect(self.add_product)
        self.keep.clicked.connect(self.send)
        self._soon.timeout.connect(self._settle)
        self.preview.left.connect(self._leave_preview)
        self.steps.changed.connect(self._tell)
        self.steps.order_opened.connect(self.order_opened)
        self.steps.invoiced.connect(self.invoiced)
        self.steps.pages_wanted.connect(self._show_pages)
        self.steps.version_chosen.connect(self._show_version)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.send, context=within)

    @property
    def number_given(self) -> str:
        """The number of the quote."""
        return self.fields.draft.form.number

    def begin(self, customer: bytes | None = None, request: bytes | None = None, need: str = "") -> None:
        """Opens a new quote with the draft that was left; for a customer or a request if one is given."""
        self.flush()
        self._id, self._is_loaded = None, True
        seat, known = self._seat, CustomerId(customer) if customer else None
        shown = partial(self._show_new, known, RequestId(request) if request else None, need)
        seat.tasks.read(read_quote, seat.desk, seat.operator.id, None, known, on_success=shown, key=(id(self), "read"))

    def show_quote(self, quote: bytes) -> None:
        """Shows a quote, with what was typed in it and not kept yet."""
        if quote == self._id and self.fields.draft.form.lines:
            self._leave_preview()
            return
        self.flush()
        self._id, self._is_loaded = QuoteId(quote), True
        self._read()

    def add_product(self, product: bytes) -> None:
        """Adds a line for a product at today's price; begins a new quote where none is open."""
        if not self._is_loaded:
            self._wanted.append(ProductId(product))
            self.begin()
            return
        self._leave_preview()
        seat = self._seat
        wanted = (ProductId(product), self.fields.list.currentData() or "")
        seat.tasks.read(add_line, seat.desk, seat.operator.id, *wanted, on_success=self.fields.put_line)

    def send(self) -> None:
        """Keeps what is typed as a version."""
        self.fields.top.clear_errors()
        form = self.fields.draft.form
        if not form.lines:
            self.fields.top.show_error("lines", self.tr("Add at least one product."))
            return
        self._soon.stop()
        self.keep.setEnabled(False)
        seat = self._seat
        told = {"on_success": self._kept, "on_error": self._refuse}
        seat.tasks.write(quote.save, seat.desk, seat.operator.id, form, self._id, **told)

    def print_pages(self) -> None:
        """Prints the pages shown, or shows them first."""
        if self._pages.currentWidget() is self.preview:
            self.preview.print_pages()
        else:
            self.steps.read_pages()

    def flush(self) -> None:
        """Keeps the draft at once, if it waits to be kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._save_draft()

    def _read(self) -> None:
        seat, known = self._seat, self._id
        seat.tasks.read(read_quote, seat.desk, seat.operator.id, known, on_success=self._show, key=(id(self), "read"))

    def _show_new(
        self, customer: CustomerId | None, request: RequestId | None, need: str, reading: QuoteReading
    ) -> None:
        kept = reading.draft
        if kept.is_empty or (customer is not None and kept.form.customer not in (None, customer)):
            usual = reading.usual
            kept = QuoteDraft(QuoteForm(**{**_cells(usual), "number": kept.form.number}))
        if customer is not None or request is not None or need:
            form = kept.form
            told = {"customer": customer or form.customer, "request": request, "need": need or form.need}
            kept = QuoteDraft(QuoteForm(**{**_cells(form), **told}), reading.customer_name or kept.customer_name)
        self.steps.show_card(None, reading.limit)
        self._show_draft(kept, reading)
        (self.fields.product if kept.form.customer else self.fields.customer).setFocus()
        wanted, self._wanted = self._wanted, []
        for product in wanted:
            self.add_product(product)

    def _show(self, reading: QuoteReading) -> None:
        card = reading.card
        if card is None or card.id != self._id:
            return
        self.steps.show_card(card, reading.limit)
        kept = reading.draft
        if kept.is_empty:
            form = QuoteForm(**{**_cells(quote.form_of(card.newest, card)), "number": card.number})
            kept = QuoteDraft(form, card.customer_name)
        else:
            self.saved.setText(self.tr("Draft restored"))
        self._show_draft(kept, reading)

    def _show_draft(self, kept: QuoteDraft, reading: QuoteReading) -> None:
        self.fields.offer_lists(reading.lists)
        self.fields.show_draft(kept)
        self._name()
        self._leave_preview()
        self._read_offers()

    def _show_version(self, place: int) -> None:
        card = self.steps.card
        if card is not None:
            form = quote.form_of(card.versions[place - 1], card)
            kept = QuoteDraft(QuoteForm(**{**_cells(form), "number": card.number}), card.customer_name)
            self.fields.show_draft(kept)

    def _name(self) -> None:
        given = self.number_given
        self.head.setText(self.tr("Quote %1").replace("%1", given) if given else self.tr("New quote"))

    def _touch(self) -> None:
        self.saved.setText("")
        self.fields.show_sums()
        if not self.number_given and not self._is_reserving:
            self._is_reserving = True
            seat = self._seat
            seat.tasks.write(
                number.reserve, seat.desk, seat.operator.id, on_success=self._number, on_error=self._refuse
            )
        self._soon.start()

    def _number(self, given: str) -> None:
        self._is_reserving = False
        self.fields.show_number(given)
        self._name()

    def _settle(self) -> None:
        self._save_draft()
        seat, lines = self._seat, self.fields.lines.lines
        if lines:
            shown = partial(self._show_priced, lines)
            key = (id(self), "priced")
            seat.tasks.read(promotion.priced, seat.desk, seat.operator.id, lines, on_success=shown, key=key)

    def _show_priced(self, asked: tuple[Any, ...], priced: promotion.PricedLines) -> None:
        if self.fields.lines.lines == asked and priced.lines != asked:
            self.fields.show_priced(priced.lines)
        self.steps.offer_gifts(priced.gifts)
        self._read_offers()

    def _read_offers(self) -> None:
        seat, form = self._seat, self.fields.draft.form
        inside = tuple(line.product for line in form.lines if line.product)
        key = (id(self), "offers")
        wanted = (inside, form.need)
        seat.tasks.read(recommended, seat.desk, seat.operator.id, *wanted, on_success=self.fields.recommend, key=key)

    def _save_draft(self) -> None:
        seat, body = self._seat, body_of(self.fields.draft)
        seat.tasks.write(draft.save, seat.desk, seat.operator.id, key_of(self._id), body, on_success=self._say_saved)

    def _say_saved(self, _nothing: object) -> None:
        self.saved.setText(self.tr("Draft saved"))

    def _kept(self, made: quote.SavedQuote) -> None:
        seat = self._seat
        self.keep.setEnabled(True)
        seat.tasks.write(draft.drop, seat.desk, seat.operator.id, key_of(self._id))
        self._id = made.id
        seat.messages.notice(self.tr("Quote %1 is kept.").replace("%1", made.number))
        self._tell(made.changes)

    def _tell(self, changes: object) -> None:
        self._read()
        self.changed.emit(changes)

    def _refuse(self, error: UserError) -> None:
        self.keep.setEnabled(True)
        self._is_reserving = False
        if isinstance(error, DiscountTooGreat):
            self.fields.ask_approval(sentence(error))
        elif isinstance(error, FieldMissing) and error.field == "lines":
            self.fields.top.show_error("lines", sentence(error))
        else:
            self._seat.messages.error(error)

    def _show_pages(self, pdf: bytes, name: str) -> None:
        self.preview.show_pdf(pdf, name)
        self._pages.setCurrentWidget(self.preview)
        self.preview.print.setFocus()

    def _leave_preview(self) -> None:
        self._pages.setCurrentIndex(0)


def _cells(form: QuoteForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in QuoteForm.__dataclass_fields__}
