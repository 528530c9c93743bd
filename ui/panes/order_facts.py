"""The facts of the order shown: dates, delivery, lines with what has left and arrived of each."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderCard, OrderLine
from helpdesk.words.terms import title
from ui import formatting
from ui.panes.order_lines import OrderLines, OrderLinesView
from ui.panes.order_reading import OrderReading
from ui.seat import Seat
from ui.widgets import FactRow, Hairline, SectionHead, Text


class OrderFacts(QWidget):
    """Rows of facts and the table of lines; links change delivery and lines."""

    delivery_wanted = Signal()
    follow_wanted = Signal()
    correct_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.lines = OrderLines(seat.locale)
        self.lines_view = OrderLinesView(self.lines)
        self._discount, self._total = Text("", "note"), Text("", "head")
        self._apart = Text("", "note", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._build_facts(layout)
        self._build_lines(layout)

    def _build_facts(self, layout: QVBoxLayout) -> None:
        self._facts = {
            key: FactRow(label, label_width=124)
            for key, label in (
                ("wanted", self.tr("Wanted")),
                ("confirmed", self.tr("Confirmed")),
                ("leaving", self.tr("Leaves on")),
                ("shipped", self.tr("Shipped")),
                ("delivered", self.tr("Delivered")),
                ("delivery", self.tr("Delivery")),
                ("carrier", self.tr("Carrier")),
                ("kind", self.tr("Kind")),
                ("held", self.tr("Held by")),
                ("note", self.tr("Note")),
            )
        }
        facts = QVBoxLayout()
        facts.setSpacing(0)
        for row in self._facts.values():
            facts.addWidget(row)
        self._facts["delivery"].link_clicked.connect(self.delivery_wanted)
        self._facts["carrier"].link_clicked.connect(self.follow_wanted)
        layout.addLayout(facts)
        layout.addWidget(Hairline())

    def _build_lines(self, layout: QVBoxLayout) -> None:
        self._lines_head = SectionHead(self.tr("Lines"), link=self.tr("Correct…"))
        self._lines_head.link.clicked.connect(self.correct_wanted)
        layout.addWidget(self._lines_head)
        layout.addWidget(self.lines_view)
        layout.addWidget(self._apart)
        totals = QHBoxLayout()
        totals.addWidget(self._discount)
        totals.addStretch(1)
        totals.addWidget(Text(self.tr("Total"), "muted"))
        totals.addWidget(self._total)
        layout.addLayout(totals)
        layout.addWidget(Hairline())

    @property
    def total_words(self) -> str:
        """The total as it is written."""
        return self._total.text()

    def show_reading(self, reading: OrderReading) -> None:
        """Shows the facts of this order."""
        card, row, none = reading.card, reading.card.row, "—"
        confirmed = self._day(row.confirmed_on) or none
        if card.first_confirmed_on and card.first_confirmed_on != row.confirmed_on:
            first = self.tr("%1, first promised for %2")
            confirmed = first.replace("%1", confirmed).replace("%2", self._day(card.first_confirmed_on))
        facts = self._facts
        facts["wanted"].show_value(self._day(row.requested_on) or none)
        facts["confirmed"].show_value(confirmed)
        facts["shipped"].show_value(self._day(row.shipped_on) or none)
        facts["delivered"].show_value(self._day(row.delivered_on) or none)
        window = "–".join(part for part in (card.window_from, card.window_to) if part)
        delivery = ", ".join(part for part in (card.delivery, window) if part)
        facts["delivery"].show_value(delivery or none, link=self.tr("Change…"))
        carrier = " · ".join(part for part in (card.carrier, card.tracking_number) if part)
        facts["carrier"].show_value(carrier, link=self.tr("Follow") if reading.tracking else "")
        facts["kind"].show_value(title(row.kind))
        for key, text in (
            ("leaving", self._day(card.leaving_on)),
            ("carrier", carrier),
            ("held", row.department),
            ("note", card.note),
        ):
            facts[key].show_value(text)
            facts[key].setVisible(bool(text))
        self._show_lines(card)

    def _show_lines(self, card: OrderCard) -> None:
        self.lines.show_lines(card.lines)
        self._lines_head.show_note(str(len(card.lines)))
        self._lines_head.show_link("" if card.row.stage.is_over else self.tr("Correct…"))
        currency = self._seat.locale.currency
        total = Money(card.row.total_minor, currency)
        self._total.setText(formatting.money(total.amount, self._seat.locale))
        less = self.lines.discount
        words = self.tr("Discount %1").replace("%1", formatting.money(less.amount, self._seat.locale)) if less else ""
        self._discount.setText(words)
        apart = [words for line in card.lines if (words := self._line_words(line, card))]
        self._apart.setText("\n".join(apart))
        self._apart.setVisible(bool(apart))

    def _line_words(self, line: OrderLine, card: OrderCard) -> str:
        """What is different with a line than with its order; nothing for a line that goes along."""
        way, parts = line.way, []
        if way is None:
            return ""
        if way.confirmed_on and way.confirmed_on != card.row.confirmed_on:
            parts.append(self.tr("promised for %1").replace("%1", self._day(way.confirmed_on)))
        for amount, words in ((way.shipped, self.tr("%1 of %2 left")), (way.delivered, self.tr("%1 of %2 arrived"))):
            if 0 < amount < line.quantity:
                whole = formatting.decimal(line.quantity.normalize() + 0, self._seat.locale)
                part = formatting.decimal(amount.normalize() + 0, self._seat.locale)
                parts.append(words.replace("%1", part).replace("%2", whole))
        return f"{line.title}: {', '.join(parts)}" if parts else ""

    def _day(self, on: dt.date | None) -> str:
        return formatting.date(on, self._seat.locale) if on else ""
