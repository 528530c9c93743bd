"""Parts of the customer card under its head: open requests, orders, promises, history."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.customer import CustomerOrder, HistoryLine, OpenPromise
from helpdesk.domain.order import OrderStage
from helpdesk.domain.request import RequestRow
from helpdesk.words.terms import title
from ui import formatting
from ui.panes.customer_contacts import clear
from ui.panes.customer_line import CustomerLine
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import FilterChip, FlowLayout, LinkButton, OrderStrip, SectionHead

_MOST = 5
_HISTORY = 10


class CustomerSection(QWidget):
    """A head and lines under it; `opened` tells the record of a line."""

    opened = Signal(bytes)
    link_clicked = Signal()

    def __init__(self, seat: Seat, head: str, *, link: str = "") -> None:
        super().__init__()
        self._seat = seat
        self.head = SectionHead(head, link=link)
        self.head.link_clicked.connect(self.link_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        layout.addLayout(self._lines)

    def _add(self, line: CustomerLine, record: bytes) -> None:
        line.clicked.connect(partial(self.opened.emit, record))
        self._lines.addWidget(line)


class RequestsSection(CustomerSection):
    """What the customer waits for."""

    def show_requests(self, rows: tuple[RequestRow, ...], count: int) -> None:
        """Shows the first of the open requests and how many there are."""
        clear(self._lines)
        self.head.show_note(str(count) if count > _MOST else "")
        now = self._seat.desk.clock.now()
        for row in rows[:_MOST]:
            line = CustomerLine(row.subject, row.number, is_strong=True)
            is_late = row.due_at is not None and row.paused_left is None and row.due_at < now
            line.setAccessibleDescription(self.tr("overdue") if is_late else "")
            self._add(line, row.id)


class OrdersSection(CustomerSection):
    """Orders with their stage strips, as the design has them."""

    def show_orders(self, orders: tuple[CustomerOrder, ...]) -> None:
        """Shows these orders, the ones that need attention first as the service sorts them."""
        clear(self._lines)
        for order in orders[:_MOST]:
            self._add(CustomerLine(order.title or order.number, order.number, is_strong=True), order.id)
            strip = OrderStrip()
            strip.show_progress(order.done, order.total, self._tone(order), self._word(order))
            self._lines.addWidget(strip)
            self._lines.addSpacing(6)
        self.head.show_note(str(len(orders)) if len(orders) > _MOST else "")

    def _tone(self, order: CustomerOrder) -> Tone:
        if order.is_late:
            return Tone.BAD
        if order.stage == OrderStage.CANCELLED:
            return Tone.MUTED
        return Tone.GOOD if order.done >= order.total else Tone.ACCENT

    def _word(self, order: CustomerOrder) -> str:
        known = {str(stage): stage for stage in OrderStage}
        stage = title(known[order.stage]).lower() if order.stage in known else order.stage
        if not order.promised_on or order.done >= order.total or order.stage == OrderStage.CANCELLED:
            return stage
        try:
            promised = date.fromisoformat(order.promised_on)
        except ValueError:
            return f"{stage}, {order.promised_on}"
        on = formatting.short_date(promised, self._seat.desk.clock.now(), self._seat.locale)
        words = self.tr("%1, late: promised for %2") if order.is_late else self.tr("%1, by %2")
        return words.replace("%1", stage).replace("%2", on)


class PromisesSection(CustomerSection):
    """What was promised, by when, and the button that says it was kept."""

    kept = Signal(bytes)

    def show_promises(self, promises: tuple[OpenPromise, ...]) -> None:
        """Shows the open promises, the nearest first."""
        clear(self._lines)
        now = self._seat.desk.clock.now()
        for promise in sorted(promises, key=due_first):
            row = QHBoxLayout()
            row.setSpacing(8)
            due = formatting.day_time(promise.due_at, now, self._seat.locale)
            is_late = promise.due_at < now
            line = CustomerLine(promise.what, self.tr("late: %1").replace("%1", due) if is_late else due, opens=False)
            line.show_tone(Tone.BAD if is_late else Tone.WARN)
            kept = LinkButton(self.tr("Kept"))
            kept.setAccessibleName(f"{kept.text()}: {promise.what}")
            kept.clicked.connect(partial(self.kept.emit, promise.id))
            row.addWidget(line, 1)
            row.addWidget(kept)
            self._lines.addLayout(row)


class HistorySection(CustomerSection):
    """Everything that happened with the customer, over all channels, with a filter by kind."""

    order_opened = Signal(bytes)

    def __init__(self, seat: Seat, head: str) -> None:
        super().__init__(seat, head)
        self._history: tuple[HistoryLine, ...] = ()
        self._kind = ""
        self._is_whole = False
        held = QWidget()
        self._chips = FlowLayout(6, held)
        self.layout().insertWidget(1, held)
        self._filter = held
        self._more = LinkButton("")
        self._more.clicked.connect(self._show_whole)
        self.layout().addWidget(self._more)

    def show_history(self, history: tuple[HistoryLine, ...], *, is_new: bool) -> None:
        """Shows these lines; another customer's history begins unfiltered and short."""
        self._history = history
        if is_new:
            self._kind, self._is_whole = "", False
        self.head.show_note(self.tr("%n record(s)", "", len(history)) if history else self.tr("nothing yet"))
        self._show_chips()
        self._show_lines()

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        kinds = list(dict.fromkeys(line.kind for line in self._history))
        self._filter.setVisible(len(kinds) > 1)
        for kind in kinds if len(kinds) > 1 else ():
            chip = FilterChip(self._word(kind))
            chip.setChecked(kind == self._kind)
            chip.clicked.connect(partial(self._filter_by, kind))
            self._chips.addWidget(chip)

    def _word(self, kind: str) -> str:
        words = {
            "call": self.tr("Calls"),
            "request": self.tr("Requests"),
            "order": self.tr("Orders"),
            "message": self.tr("Messages"),
        }
        return words.get(kind, kind)

    def _filter_by(self, kind: str, is_on: bool) -> None:
        self._kind = kind if is_on else ""
        self._show_chips()
        self._show_lines()

    @Slot()
    def _show_whole(self) -> None:
        self._is_whole = True
        self._show_lines()

    def _show_lines(self) -> None:
        clear(self._lines)
        lines = [line for line in self._history if self._kind in ("", line.kind)]
        now = self._seat.desk.clock.now()
        for line in lines if self._is_whole else lines[:_HISTORY]:
            opens = bool(line.record) and line.kind in ("request", "order")
            day = formatting.day(line.at, now, self._seat.locale)
            shown = CustomerLine(line.title, line.number, lead=day, opens=opens)
            if line.kind == "order":
                shown.clicked.connect(partial(self.order_opened.emit, line.record))
                self._lines.addWidget(shown)
            else:
                self._add(shown, line.record)
        left = 0 if self._is_whole else len(lines) - _HISTORY
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("%n more", "", max(0, left)))


def due_first(promise: OpenPromise) -> tuple[object, bytes]:
    """The order of promises: the nearest first."""
    return promise.due_at, promise.id
