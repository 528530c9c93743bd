"""What can be done with a quote: its versions and differences, agree, decline, order, invoice, pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.quote import Difference, DifferenceKind, QuoteCard, QuoteId, QuoteState, QuoteVersion, differences
from helpdesk.service import invoice, paper, quote
from helpdesk.service.desk import Desk
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.waive import ReasonDialog
from ui.models.shelf_table import amount, count
from ui.panes import catalogue_words
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Badge, Button, FlowLayout, LinkButton, Text

_TONES = {QuoteState.AGREED: Tone.GOOD, QuoteState.ORDERED: Tone.GOOD, QuoteState.DECLINED: Tone.WARN}


def make_invoice(desk: Desk, actor: OperatorId, id: QuoteId) -> invoice.Issued:
    """Gives out the invoice of a quote; for a worker."""
    return invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, id))


class QuoteSteps(QWidget):
    """Shown for a quote that was kept; only what can be done now is there."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    invoiced = Signal(bytes)
    pages_wanted = Signal(bytes, str)
    version_chosen = Signal(int)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.card: QuoteCard | None = None
        self.state, self.said = Badge(), Text("", "note", wraps=True)
        self.limit = Text("", "note", wraps=True)
        self.gifts, self.differ = Text("", "note", wraps=True), Text("", "note", wraps=True)
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.agree = Button(self.tr("Agreed…"))
        self.decline = Button(self.tr("Declined…"))
        self.order = Button(self.tr("Order"))
        self.invoice = Button(self.tr("Invoice"))
        self.pages = Button(self.tr("Pages"))
        self.open_order = LinkButton(self.tr("Open the order"))
        self._lay_out()
        self._connect()
        self.show_card(None, None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        held = self._held = QWidget()
        flow = FlowLayout(8, held)
        for part in (self.versions, self.pages, self.agree, self.decline, self.order, self.invoice, self.open_order):
            flow.addWidget(part)
        column.addWidget(held)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        column.addLayout(row)
        for part in (self.limit, self.differ, self.gifts):
            column.addWidget(part)

    def _connect(self) -> None:
        self.versions.activated.connect(self._choose_version)
        self.pages.clicked.connect(self.read_pages)
        self.agree.clicked.connect(self._ask_agreed)
        self.decline.clicked.connect(self._ask_declined)
        self.order.clicked.connect(self._order)
        self.invoice.clicked.connect(self._invoice)
        self.open_order.clicked.connect(self._open_order)

    def show_card(self, card: QuoteCard | None, limit: Decimal | None) -> None:
        """Shows what became of a quote; None is a new one."""
        self.card = card
        self._show_limit(limit)
        self.offer_gifts(())
        self._held.setVisible(card is not None)
        self.state.setVisible(card is not None)
        for part in (self.said, self.differ):
            part.hide()
        if card is None:
            return
        standing = card.standing
        self.state.say(title(standing.state), _TONES.get(standing.state, Tone.MUTED))
        is_ordered = standing.state is QuoteState.ORDERED
        for part in (self.agree, self.decline, self.order):
            part.setVisible(not is_ordered)
        self.open_order.setVisible(standing.order is not None)
        self._say_standing(card)
        self._fill_versions(card)
        if len(card.versions) > 1:
            self._show_differences(card.versions[-2], card.versions[-1])

    def offer_gifts(self, gifts: tuple[tuple[ProductId, Decimal], ...]) -> None:
        """Says that a gift was earned and does not stand on the quote yet."""
        self.gifts.setVisible(bool(gifts))
        if gifts:
            self.gifts.setText(self.tr("A gift is earned by a promotion: add the product, its price goes to zero."))

    def _show_limit(self, limit: Decimal | None) -> None:
        self.limit.setVisible(limit is not None)
        if limit is not None:
            percent = count((limit * 100).normalize(), self._seat.locale)
            self.limit.setText(self.tr("Discounts that you may give alone: up to %1 %").replace("%1", percent))

    def _say_standing(self, card: QuoteCard) -> None:
        standing, seat, told = card.standing, self._seat, []
        now = seat.desk.clock.now()
        if standing.since is not None:
            who = standing.said_by or title(standing.state)
            told.append(f"{who}, {formatting.day_time(standing.since, now, seat.locale)}")
        today = formatting.local_day(now, seat.locale)
        if card.newest.is_expired(today) and standing.state is not QuoteState.ORDERED:
            on = formatting.short_date(card.newest.valid_until, now, seat.locale)
            told.append(self.tr("expired on %1; it can be ordered all the same").replace("%1", on))
        self.said.setText(" · ".join(told))
        self.said.setVisible(bool(told))

    def _fill_versions(self, card: QuoteCard) -> None:
        seat, now = self._seat, self._seat.desk.clock.now()
        self.versions.clear()
        for version in reversed(card.versions):
            at = formatting.day_time(version.made_at, now, seat.locale)
            words = self.tr("Version %1 · %2").replace("%1", str(version.place)).replace("%2", at)
            self.versions.addItem(words, version.place)
        self.versions.setVisible(len(card.versions) > 1)

    def _choose_version(self) -> None:
        place, card = self.versions.currentData(), self.card
        if card is None:
            return
        self.version_chosen.emit(place)
        if place < len(card.versions):
            self._show_differences(card.versions[place - 1], card.versions[-1])
        elif place > 1:
            self._show_differences(card.versions[-2], card.versions[-1])

    def _show_differences(self, before: QuoteVersion, after: QuoteVersion) -> None:
        head = self.tr("From version %1 to %2:").replace("%1", str(before.place)).replace("%2", str(after.place))
        told = "; ".join(self._difference(one) for one in differences(before, after))
        nothing = self.tr("nothing differs")
        self.differ.setText(f"{head} {told or nothing}")
        self.differ.show()

    def _difference(self, one: Difference) -> str:
        named = catalogue_words.term_words().get(one.title, one.title)
        if one.kind is DifferenceKind.ADDED or one.kind is DifferenceKind.REMOVED:
            return f"{title(one.kind)}: {named}"
        change = f"{self._value(one.kind, one.before)} → {self._value(one.kind, one.after)}"
        return " ".join(part for part in (named, title(one.kind).lower(), change) if part)

    def _value(self, kind: DifferenceKind, value: object) -> str:
        locale = self._seat.locale
        if value is None or value == "":
            return "—"
        if isinstance(value, date):
            return formatting.date(value, locale)
        if kind is DifferenceKind.DISCOUNT and isinstance(value, Decimal):
            return f"{count((value * 100).normalize(), locale)} %"
        if kind is DifferenceKind.PRICE and isinstance(value, int):
            return amount(value, locale)
        return count(value, locale) if isinstance(value, Decimal) else str(value)

    def read_pages(self) -> None:
        """Draws the pages of the version chosen."""
        card = self.card
        if card is not None:
            seat, version = self._seat, card.versions[(self.versions.currentData() or len(card.versions)) - 1]
            shown = partial(self._show_pages, f"Offer_{card.number}")
            seat.tasks.read(paper.offer_pdf, seat.desk, seat.operator.id, card.id, version.id, on_success=shown)

    def _show_pages(self, name: str, pdf: bytes) -> None:
        self.pages_wanted.emit(pdf, name)

    def _ask_agreed(self) -> None:
        dialog = ReasonDialog(self.tr("Agreed"), self.tr("Who agreed, and how"), self.tr("Write down"), self)
        dialog.ask_for(self.tr("Name who agreed: it is kept with the quote."))
        dialog.given.connect(self._agree)
        dialog.open()

    def _agree(self, said_by: str) -> None:
        card, seat = self.card, self._seat
        if card is not None:
            version = card.versions[(self.versions.currentData() or len(card.versions)) - 1]
            seat.tasks.write(
                quote.agree, seat.desk, seat.operator.id, card.id, version.id, said_by, on_success=self.changed.emit
            )

    def _ask_declined(self) -> None:
        dialog = ReasonDialog(self.tr("Declined"), self.tr("Why"), self.tr("Write down"), self)
        dialog.given.connect(self._decline)
        dialog.open()

    def _decline(self, reason: str) -> None:
        card, seat = self.card, self._seat
        if card is not None:
            seat.tasks.write(quote.decline, seat.desk, seat.operator.id, card.id, reason, on_success=self.changed.emit)

    def _order(self) -> None:
        if self.card is not None:
            seat = self._seat
            seat.tasks.write(quote.to_order, seat.desk, seat.operator.id, self.card.id, on_success=self._ordered)

    def _ordered(self, made: quote.Ordered) -> None:
        words = self.tr("Order %1 is registered.")
        if made.was_expired:
            words = self.tr("Order %1 is registered. The quote had expired: check prices and dates with the customer.")
        self._seat.messages.notice(words.replace("%1", made.order.number))
        self.changed.emit(made.changes)

    def _invoice(self) -> None:
        if self.card is not None:
            seat = self._seat
            seat.tasks.write(make_invoice, seat.desk, seat.operator.id, self.card.id, on_success=self._invoiced)

    def _invoiced(self, made: invoice.Issued) -> None:
        changes: Changes = made.changes
        self.changed.emit(changes)
        self.invoiced.emit(made.id)

    def _open_order(self) -> None:
        if self.card is not None and self.card.standing.order is not None:
            self.order_opened.emit(self.card.standing.order)
