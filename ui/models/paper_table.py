"""Quotes and invoices as their lists show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from helpdesk.domain.invoice import InvoiceCard, InvoiceState
from helpdesk.domain.quote import QuoteCard, QuoteState
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import ROW, RowText
from ui.models.shelf_table import amount
from ui.seat import Seat
from ui.theme import Tone

_TONES = {
    QuoteState.OFFERED: Tone.MUTED,
    QuoteState.AGREED: Tone.GOOD,
    QuoteState.DECLINED: Tone.MUTED,
    QuoteState.ORDERED: Tone.GOOD,
    InvoiceState.UNPAID: Tone.WARN,
    InvoiceState.PART_PAID: Tone.WARN,
    InvoiceState.PAID: Tone.GOOD,
    InvoiceState.OVERPAID: Tone.BAD,
    InvoiceState.CANCELLED: Tone.MUTED,
}


class PaperTable(QAbstractListModel):
    """Rows of two lines: what and how much, number, customer, what became of it."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._ids: list[bytes] = []
        self._texts: list[RowText] = []

    def show_quotes(self, quotes: Sequence[QuoteCard]) -> None:
        """Shows quotes, newest first."""
        self._show([quote.id for quote in quotes], [self._quote(quote) for quote in quotes])

    def show_invoices(self, invoices: Sequence[InvoiceCard]) -> None:
        """Shows invoices, newest first."""
        self._show([card.invoice.id for card in invoices], [self._invoice(card) for card in invoices])

    def id_at(self, row: int) -> bytes:
        """Whose row it is."""
        return self._ids[row] if 0 <= row < len(self._ids) else b""

    def row_of(self, id: bytes) -> int:
        """Where a paper stands; -1 where it does not."""
        return self._ids.index(id) if id in self._ids else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._texts):
            return None
        text = self._texts[index.row()]
        if role == ROW:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text.sentence()
        return text.title if role == Qt.ItemDataRole.DisplayRole else None

    def _show(self, ids: list[bytes], texts: list[RowText]) -> None:
        self.beginResetModel()
        self._ids, self._texts = ids, texts
        self.endResetModel()

    def _quote(self, quote: QuoteCard) -> RowText:
        version, locale = quote.newest, self._seat.locale
        what = version.lines[0].title if version.lines else quote.number
        more = self.tr("and %n more", "", len(version.lines) - 1) if len(version.lines) > 1 else ""
        now = self._seat.desk.clock.now()
        is_open = quote.standing.state in (QuoteState.OFFERED, QuoteState.AGREED)
        expired = is_open and version.is_expired(formatting.local_day(now, locale))
        state = self.tr("expired") if expired else title(quote.standing.state)
        tone = Tone.WARN if expired else _TONES[quote.standing.state]
        total = amount(version.totals.total.minor, locale)
        who = quote.customer_name or self.tr("no customer yet")
        return RowText(f"{what} {more}".strip(), quote.number, who, state, total, tone)

    def _invoice(self, card: InvoiceCard) -> RowText:
        invoice, locale = card.invoice, self._seat.locale
        now = self._seat.desk.clock.now()
        total = amount(invoice.totals.total.minor, locale)
        on = formatting.short_date(invoice.issued_on, now, locale)
        who = invoice.buyer.name or self.tr("no customer yet")
        return RowText(who, invoice.number, on, title(card.state), total, _TONES[card.state])
