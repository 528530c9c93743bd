"""The middle of the window: one request, or the form of a new one, or what to do when nothing is chosen."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Operator
from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.reason import ContactReason
from helpdesk.service import company, draft
from helpdesk.service.contact_reason import reasons
from ui.panes.request_call import CallPage
from ui.panes.request_drafts import Drafts
from ui.panes.request_form import PREFIX, RequestFormPage
from ui.panes.request_parts import column, ground, pop_up
from ui.panes.request_reading import RequestReading, read_request
from ui.panes.request_view import RequestView
from ui.seat import Seat
from ui.widgets import EmptyState


class RequestPane(QWidget):
    """Shows what it is told to show; what was open is parked, never lost."""

    customer_shown = Signal(object)
    changed = Signal(object)
    registered = Signal(bytes)
    slip_wanted = Signal(bytes)
    order_opened = Signal(bytes)
    order_for_request = Signal(object, object)
    noted = Signal(str)
    quote_wanted = Signal(object, bytes, str)
    price_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background")
        self._seat = seat
        self._shown: bytes | None = None
        self._fresh: bytes | None = None
        self._call: object = None
        self._caller: bytes | None = None
        self._shelved: bytes | str | None = None
        self._parked: dict[str, dict[str, Any]] = {}
        self.drafts = Drafts(seat, self)
        self.view = RequestView(seat, self.drafts)
        self.form = RequestFormPage(seat, self.drafts)
        sentence = self.tr("Choose a request on the left, or register a new one.")
        self.empty = EmptyState("inbox", sentence, self.tr("New request"), key="F2")
        self.pages = QStackedWidget()
        self.call_page = CallPage()
        for page in (self.empty, self.view, self.form, self.call_page):
            self.pages.addWidget(page)
        column(self, spacing=0).addWidget(self.pages)
        self.empty.action_clicked.connect(self.new_request)
        self.call_page.register_wanted.connect(self.new_request)
        self.call_page.noted.connect(self.noted)
        self.view.changed.connect(self.changed)
        self.view.order_opened.connect(self.order_opened)
        self.view.order_for_request.connect(self.order_for_request)
        self.view.quote_wanted.connect(self.quote_wanted)
        self.view.price_wanted.connect(self.price_wanted)
        self.call_page.price_wanted.connect(self.price_wanted)
        self.view.request_opened.connect(self.show_request)
        self.view.steps.slip_wanted.connect(self.slip_wanted)
        self.form.registered.connect(self._registered)
        self.form.left.connect(self._leave_form)
        self.form.reopened.connect(self._show_form)
        self.form.drafts_wanted.connect(self._open_parked)
        self.form.fields.customer_chosen.connect(self.customer_shown)
        self._read_parked()

    @property
    def current_number(self) -> str:
        """The number of what is shown: of the request, or the one reserved for the form."""
        if self.pages.currentWidget() is self.form:
            return self.form.number_given
        reading = self.view.reading
        return reading.card.row.number if reading is not None and self._shown is not None else ""

    @property
    def current_request(self) -> bytes | None:
        """The request shown, None while a new one is typed."""
        return self._shown if self.pages.currentWidget() is self.view else None

    def show_request(self, request: bytes) -> None:
        """Shows a request; a form that was open is parked with what was typed."""
        self.drafts.flush()
        self._park()
        self._shown = bytes(request)
        self._load()

    def new_request(self, customer: object = None, phone: str = "") -> None:
        """Opens the form of a new request, for this customer or this number if one is given."""
        self.drafts.flush()
        self._park()
        caller = self._call
        known = customer if isinstance(customer, bytes) else getattr(caller, "customer", None)
        phone = phone or getattr(caller, "phone", "")
        self.pages.setCurrentWidget(self.form)
        self._seat.tasks.read(company.operators, self._seat.desk, on_success=self._offer_owners, key=(id(self), "who"))
        self._seat.tasks.read(reasons, self._seat.desk, on_success=self._offer_reasons, key=(id(self), "why"))
        self.form.open_new(CustomerId(known) if known is not None else None, phone)
        self._read_parked()

    def refresh(self, changes: object) -> None:
        """Reads the request shown anew where `Changes` concern it."""
        if not isinstance(changes, Changes) or self._shown is None:
            return
        reading = self.view.reading
        customer = reading.card.row.customer if reading is not None else None
        is_ours = self._shown in changes.requests or customer in changes.customers
        if is_ours or changes.is_everything or changes.company or changes.orders:
            self._load()

    def use_call(self, call: object, notes: str = "") -> None:
        """Shelves what is not the caller's while a call runs; None ends the call and brings it back."""
        is_running = call is not None and getattr(call, "ended_at", None) is None
        self._call = call if is_running else None
        self._caller = getattr(self._call, "customer", None)
        if is_running:
            self.call_page.show_notes(notes)
            self._shelve()
        else:
            self._unshelve()
        self._show_whose()

    def know_caller(self, customer: bytes | None) -> None:
        """Knows whose call it is: call notes are offered on this customer's requests alone."""
        if self._call is not None:
            self._caller = customer
            self._show_whose()

    def _show_whose(self) -> None:
        reading = self.view.reading
        is_theirs = reading is not None and reading.card.row.customer == self._caller
        self.view.composer.show_call(self._call is not None and self._caller is not None and is_theirs)

    def _shelve(self) -> None:
        reading = self.view.reading
        if self.form.key:
            self._shelved = self.form.key
            self._park()
        elif self._shown is not None:
            if reading is not None and self._caller is not None and reading.card.row.customer == self._caller:
                return
            self._shelved = self._shown
        self.drafts.flush()
        self._shown = None
        self.pages.setCurrentWidget(self.call_page)

    def _unshelve(self) -> None:
        shelved, self._shelved = self._shelved, None
        if self.pages.currentWidget() is not self.call_page:
            return
        if isinstance(shelved, str) and shelved in self._parked:
            self._resume(shelved)
        elif isinstance(shelved, bytes):
            self.show_request(shelved)
        else:
            self.pages.setCurrentWidget(self.empty)

    def show_presence(self, request: bytes, words: str) -> None:
        """Says in the head who else has the request open."""
        if request == self._shown:
            self.view.head.show_presence(words)

    def focus_composer(self) -> None:
        """Gives the composer, or the first field of the form, the keyboard."""
        editors = {self.form: self.form.fields.subject, self.call_page: self.call_page.notes}
        editors.get(self.pages.currentWidget(), self.view.composer.editor).setFocus()

    def flush(self) -> None:
        """Writes drafts at once, as before the window closes."""
        if self.form.key and self.form.is_touched:
            self.drafts.keep(self.form.key, self.form.body)
        self.drafts.flush()

    def _load(self) -> None:
        if self._shown is not None:
            seat, request = self._seat, RequestId(self._shown)
            done = partial(self._show, self._shown)
            seat.tasks.read(read_request, seat.desk, seat.operator.id, request, on_success=done, key=(id(self), "card"))

    def _show(self, asked: bytes, reading: RequestReading) -> None:
        if asked != self._shown:
            return
        # A request that was merged into another is shown as that one.
        card_row = reading.card.row
        self._shown = bytes(card_row.id)
        was = self.view.reading
        is_other = was is None or was.card.row.id != card_row.id or was.card.row.customer != card_row.customer
        self.view.show_reading(reading)
        self._show_whose()
        if not self.form.key:
            is_other = is_other or self.pages.currentWidget() is not self.view
            self.pages.setCurrentWidget(self.view)
            if is_other:
                self.customer_shown.emit(card_row.customer)
        if self._fresh == card_row.id:
            self._fresh = None
            self.view.say_back()

    def _park(self) -> None:
        if self.form.key:
            if self.form.is_touched:
                self._parked[self.form.key] = self.form.body
            self.form.park()

    def _leave_form(self) -> None:
        self._read_parked()
        if self._shown is not None and self.view.reading is not None:
            self.pages.setCurrentWidget(self.view)
            self.customer_shown.emit(self.view.reading.card.row.customer)
            self._load()
            self.view.head.state.setFocus()
        else:
            self.pages.setCurrentWidget(self.call_page if self._call is not None else self.empty)
            (self.call_page.offer if self._call is not None else self.empty).button.setFocus()

    def _show_form(self) -> None:
        self.pages.setCurrentWidget(self.form)

    def _offer_owners(self, operators: tuple[Operator, ...]) -> None:
        self.form.fields.show_operators(operators)

    def _offer_reasons(self, found: tuple[ContactReason, ...]) -> None:
        self.form.fields.reason.offer(found)

    def _registered(self, made: Any) -> None:
        self._fresh = self._shown = bytes(made.id)
        self.registered.emit(self._shown)
        self.changed.emit(made.changes)
        self._read_parked()
        self._load()

    def _read_parked(self) -> None:
        seat = self._seat
        key = (id(self), "parked")
        seat.tasks.read(draft.all_of, seat.desk, seat.operator.id, PREFIX, on_success=self._show_parked, key=key)

    def _show_parked(self, found: dict[str, dict[str, Any]]) -> None:
        recalled = {key: self.drafts.recall(key, body) for key, body in found.items()}
        self._parked = {key: body for key, body in recalled.items() if body and key != self.form.key}
        self.form.show_parked(len(self._parked))
        self.empty.say(self._empty_words())

    def _empty_words(self) -> str:
        if self._parked:
            return self.tr(
                "Choose a request on the left, or register a new one. Drafts waiting: %n.", "", len(self._parked)
            )
        return self.tr("Choose a request on the left, or register a new one.")

    def _open_parked(self) -> None:
        menu = QMenu(self)
        for key, body in self._parked.items():
            words = " · ".join(
                part for part in (str(body.get("number", "")), str(body.get("subject", ""))[:60]) if part
            )
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._resume, key))
            menu.addAction(action)
        pop_up(menu, self.form.parked)

    def _resume(self, key: str, checked: bool = False) -> None:
        body = self._parked.pop(key)
        self._park()
        self.pages.setCurrentWidget(self.form)
        self.form.open_draft(key, body)
        self._read_parked()
