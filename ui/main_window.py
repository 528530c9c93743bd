"""The one window: places the panes and alone connects them; panes do not know each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from ui import keyboard, labels, places, window_memory
from ui.actions import Actions
from ui.answer_desk import AnswerDesk
from ui.call_desk import CallDesk
from ui.current_record import CurrentRecord
from ui.messages import Question
from ui.price_desk import PriceDesk
from ui.seat import Seat
from ui.theme import Tone
from ui.top_bar import TopBar
from ui.training import Held
from ui.widgets import Banner, Rail
from ui.wiring import wire


class MainWindow(QMainWindow):
    """Sections at the left, the bar over them, the call strip between; everything is reachable by keys."""

    anew_wanted = Signal()
    operator_wanted = Signal()
    look_chosen = Signal(str, object)
    closed = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self._made: dict[str, Any] = {}
        self.setWindowTitle(f"{seat.desk.company.name} - {self.tr('Helpdesk')}")
        self.rail, self.top, self.stack = Rail(), TopBar(seat), QStackedWidget()
        self.calls = CallDesk(seat, self)
        self.example = Banner(Tone.ACCENT)
        self._record = CurrentRecord(seat, self)
        self.prices = PriceDesk(seat, self)
        self.exchange: Any = None
        self.actions_ = Actions(self, self._commands())
        self.answers = AnswerDesk(seat, self)
        self.rail.set_places(labels.places())
        self._lay_out()
        self._connect()
        self.go("requests")
        window_memory.restore(seat, self, self.place("requests"))

    def _commands(self) -> dict[str, Any]:
        return {
            "find": self.top.box.begin,
            "new_request": self.new_request,
            "new_customer": self._new_customer,
            "new_order": self.new_order,
            "call": self.calls.ask_number,
            "wrap_up": self.calls.wrap_up,
            "next_stage": self.calls.next_stage,
            "price": self.prices.open_drawer,
            "print": self.print_current,
            "copy_number": self._copy_number,
            "import": self.import_file,
            "next_pane": self._next_pane,
            "undo": self._undo,
            "operator": self.operator_wanted.emit,
            "help": self._show_help,
        }

    def _lay_out(self) -> None:
        self.example.setVisible(self.seat.desk.company.has_example)
        self.example.say(self.tr("Example data: invented people and orders to try everything on."))
        self.example.layout().setContentsMargins(20, 6, 20, 6)
        self.example.add_action(self.tr("Remove example data…"), self._ask_anew)
        held = Held(is_training=self.seat.desk.company.is_training)
        self._inner = inner = QVBoxLayout()
        inner.setSpacing(0)
        for part in (self.top, self.example):
            inner.addWidget(part)
        # A wrap-up is never squeezed by what stands under it.
        self.stack.setMinimumHeight(200)
        inner.addWidget(self.stack, 1)
        outer = QHBoxLayout(held)
        outer.setContentsMargins(*[held.frame] * 4)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        outer.addLayout(inner, 1)
        self.setCentralWidget(held)
        self.setMinimumSize(1120, 620)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top.new_request_clicked.connect(self.new_request)
        self.top.call_clicked.connect(self.calls.ask_number)
        self.top.help_clicked.connect(self._show_help)
        self.top.dial_wanted.connect(self.calls.dial)
        self.top.changed.connect(self.spread)
        self.calls.made.connect(self._place_strip)
        self.calls.changed.connect(self.spread)

    def _place_strip(self, strip: QWidget) -> None:
        self._inner.insertWidget(2, strip)

    def complete(self) -> None:
        """Makes what the first paint could do without, a part a turn of the loop; then a broken-off call comes back."""
        for part in (*self.place("requests").rest(), self.make_strip):
            QTimer.singleShot(0, self, part)

    def go_on(self) -> None:
        """Begins what waits until a worker has loaded its modules: reports in the one box, the exchange."""
        from ui.office_desk import OfficeDesk
        from ui.report_clock import ReportClock

        ReportClock(self.seat, self).begin()
        self.answers.read_reports()
        self.exchange = desk = OfficeDesk(self.seat, self)
        self._inner.insertWidget(1, desk.exchange.banners)
        desk.arrived.connect(self._take_foreign)
        desk.changed.connect(self.spread)
        desk.settings_wanted.connect(self._open_settings)
        desk.begin()

    def make_strip(self) -> None:
        """Makes the call strip."""
        self.calls.strip.setAccessibleName(self.tr("Call"))

    def place(self, key: str) -> Any:
        """The pane of a section, made on the first visit."""
        if key not in self._made:
            pane = self._made[key] = places.make(key, self.seat)
            wire(self, key, pane)
            self.stack.addWidget(pane)
        return self._made[key]

    def go(self, key: str) -> Any:
        """Shows a section and gives its pane."""
        pane = self.place(key)
        if pane is not self.stack.currentWidget():
            self.stack.setCurrentWidget(pane)
            keyboard.give_focus(pane)
        self.rail.choose(key)
        return pane

    def spread(self, changes: Changes) -> None:
        """Tells every part of what was written here, and the other stations soon after."""
        self._take_foreign(changes)
        if self.exchange is not None:
            self.exchange.refresh(changes)

    def _take_foreign(self, changes: Changes) -> None:
        for pane in (*self._made.values(), self.calls, self.top):
            pane.refresh(changes)

    def _open_settings(self) -> None:
        self.go("settings")

    def show_matters(self) -> None:
        """Opens the list of what is to be settled."""
        if self.exchange is not None:
            self.exchange.show_matters()

    def shown_record(self) -> tuple[str, bytes] | None:
        """What stands open in the section shown: its kind and identity."""
        return places.shown_record(self.rail.current, self._made.get(self.rail.current))

    def open_record(self, kind: str, id: bytes) -> None:
        """Shows a record of any kind."""
        {"request": self.open_request, "order": self.open_order, "customer": self.open_customer}[kind](id)

    def call(self, phone: str) -> None:
        """Shows a caller in the strip; what is being typed goes on."""
        self.calls.call(phone)
        QApplication.alert(self)

    def take_over(self, phone: str, file: str, *, comes_up: bool) -> None:
        """Does what a later start asked for; only a start without a caller may take the keyboard."""
        if comes_up:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
            self.raise_()
            if not phone:
                self.activateWindow()
        if phone:
            self.call(phone)
        elif file:
            self.import_file(file)

    def leave(self) -> None:
        """Makes room for the window that stands in its place; nobody is told."""
        self.blockSignals(True)
        self.close()
        self.deleteLater()

    def open_request(self, id: bytes) -> None:
        """Shows a request."""
        self.go("requests").open_request(id)

    def open_order(self, id: bytes) -> None:
        """Shows an order."""
        self.go("orders").show_order(id)

    def open_customer(self, id: bytes) -> None:
        """Shows a customer."""
        self.go("customers").show_customer(id)

    def new_request(self, customer: Any = None) -> None:
        """Begins a request, for a customer if one is given."""
        self.go("requests").new_request(customer)

    def _new_customer(self) -> None:
        self.go("customers").new_customer()

    def new_order(self, customer: Any = None, request: Any = None) -> None:
        """Begins an order, for a customer and out of a request if they are given."""
        self.go("orders").new_order(customer, request)

    def import_file(self, file: str = "") -> None:
        """Opens the import, on a file if one was named."""
        from ui.dialogs.import_file import ImportDialog

        dialog = ImportDialog(self.seat, self)
        dialog.changed.connect(self.spread)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        if file:
            dialog.read_file(file)

    def print_current(self) -> None:
        """Prints what is shown: a report, or the slip of the request."""
        shown = self.stack.currentWidget()
        if shown in [self._made.get(key) for key in ("reports", "orders", "catalogue")]:
            shown.print_current()
        else:
            pane = self.place("requests").request
            self._record.print_slip(pane.current_request, pane.current_number)

    def _copy_number(self) -> None:
        shown = self.stack.currentWidget()
        numbered = (self._made.get("orders"), self._made.get("catalogue"))
        pane = shown if shown in numbered else self.place("requests").request
        self._record.copy_number(pane.current_number)

    def _next_pane(self) -> None:
        shown = self.stack.currentWidget()
        panes = shown.panes() if isinstance(shown, places.RequestsPlace) else (shown,)
        keyboard.next_pane((*panes, self.calls.strip, self.top))

    def _undo(self) -> None:
        keyboard.undo(self)

    def _show_help(self) -> None:
        from ui import manual
        from ui.dialogs.help import HelpDialog

        HelpDialog(self.seat.locale.language, manual.topic_of(self.rail.current), self).open()

    def _ask_anew(self) -> None:
        text = self.tr("Remove the example data?")
        detail = self.tr("Everything in this workplace goes, also what you entered; company and operators stay.")
        self.seat.messages.ask(Question(text, self.tr("Remove"), detail), self.anew_wanted.emit)

    def _flush(self) -> None:
        for pane in (*self._made.values(), self.calls):
            if hasattr(pane, "flush"):
                pane.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isEnabled():
            self._flush()
            window_memory.keep(self.seat, self, self.place("requests"))
        super().closeEvent(event)
        self.closed.emit()
