"""The part of the window that joins a call with the panes: made with the first call, or once the window stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ui import keyboard
from ui.seat import Seat


class CallDesk(QObject):
    """Makes the call strip when it is needed and connects it with the requests; typing elsewhere goes on."""

    made = Signal(object)
    changed = Signal(object)

    def __init__(self, seat: Seat, window: Any) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._strip: Any = None
        self._caller: Any = None
        self._waiting: Any = None
        self._to_dial: set[str] = set()

    @property
    def strip(self) -> Any:
        """The call strip."""
        if self._strip is None:
            from ui.panes.call_strip import CallStrip

            self._strip = strip = CallStrip(self._seat)
            strip.changed.connect(self.changed)
            strip.request_opened.connect(self._open)
            strip.call_started.connect(self._begin)
            strip.call_ended.connect(self._end)
            strip.customer_recognised.connect(self._recognise)
            strip.customer_unknown.connect(self._show_unknown)
            self.made.emit(strip)
        return self._strip

    def refresh(self, changes: Any) -> None:
        """Hands the changes to the strip, if there is one yet."""
        if self._strip is not None:
            self._strip.refresh(changes)

    def call(self, phone: str) -> None:
        """Shows a caller."""
        self.strip.call(phone)

    def dial(self, phone: str) -> None:
        """Begins a call to this number and has the softphone dial it, where there is one."""
        self._to_dial.add(phone)
        self.strip.dial(phone)

    def use_notes(self, text: str) -> None:
        """Keeps what is noted while the caller has no request open."""
        self.strip.use_notes(text)

    def flush(self) -> None:
        """Keeps the draft of a call at once."""
        if self._strip is not None:
            self._strip.flush()

    def ask_number(self) -> None:
        """Asks for the number of a call (F9)."""
        self.strip.ask_number()

    def wrap_up(self) -> None:
        """Opens the wrap-up (F10)."""
        self.strip.wrap_up()

    def next_stage(self) -> None:
        """Goes on in the script (Ctrl+Right)."""
        self.strip.next_stage()

    def use_saved(self, customer: bytes) -> None:
        """Takes a card that was made during the call of an unknown number for the caller's."""
        if self.strip.current is not None and self._caller is None:
            self._caller = customer
            self.strip.use_customer(customer)

    def link_shown(self, customer: Any) -> None:
        """Lets the wrap-up add its note to the caller's request that is shown."""
        if customer is not None and customer == self._caller:
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self._window.place("requests").use_call(waiting, self.strip.notes)
            self.link_request()

    def link_request(self, _request: bytes = b"") -> None:
        """Lets the wrap-up add its note to the request that is shown."""
        pane = self._window.place("requests").request
        self.strip.use_request(pane.current_request, pane.current_number)

    def _place(self) -> Any:
        # Whoever is typing elsewhere goes there when the sentence is finished.
        window = self._window
        return window.place("requests") if keyboard.is_typing(window) else window.go("requests")

    def _begin(self, call: Any) -> None:
        # The composer does not change to call notes under a sentence; it does when the caller's request is shown.
        self._waiting = call if self._is_answering() else None
        if self._waiting is None:
            self._place().use_call(call, self.strip.notes)
        if call.phone in self._to_dial:
            self._to_dial.discard(call.phone)
            self._ring(call.phone)

    def _ring(self, phone: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        dialled = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
        if not QDesktopServices.openUrl(QUrl(f"tel:{dialled}")):
            self._seat.messages.notice(
                self.tr("No softphone takes numbers here: dial %1 by hand.").replace("%1", phone)
            )

    def _end(self) -> None:
        self._caller = self._waiting = None
        self._window.place("requests").use_call(None)

    def _recognise(self, customer: Any) -> None:
        self._caller = customer
        self._place().recognise(customer, chooses=self._waiting is None)

    def _open(self, request: bytes) -> None:
        if self._waiting is None:
            self._place().open_request(request)

    def _is_answering(self) -> bool:
        # A sentence begun about another request is not continued under the caller's.
        place = self._window.place("requests")
        return keyboard.is_typing(self._window) and place.isAncestorOf(self._window.focusWidget())

    def _show_unknown(self, phone: str) -> None:
        self._place().new_customer(phone)
