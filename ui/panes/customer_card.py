"""The customer card: read during a call, edited in place, kept as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import Contact, ContactKind, CustomerCard, CustomerForm
from helpdesk.domain.identity import CustomerId
from helpdesk.domain.request import RequestRow
from helpdesk.service import customer, draft, promise
from ui.dialogs.consent import ConsentDialog
from ui.dialogs.promise import PromiseDialog
from ui.panes.customer_draft import form_of
from ui.panes.customer_form import CustomerFormPane
from ui.panes.customer_form_page import CustomerFormPage
from ui.panes.customer_hiding import CustomerHiding
from ui.panes.customer_merging import CustomerTwins
from ui.panes.customer_reading import key_of, read_card
from ui.panes.customer_view import CustomerView
from ui.panes.request_parts import column
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.theme import Tone
from ui.widgets import Banner, EmptyState


class CustomerCardPane(QWidget):
    """Shows one customer, or the form of one."""

    changed = Signal(object)
    saved = Signal(bytes)
    request_opened = Signal(bytes)
    order_opened = Signal(bytes)
    order_wanted = Signal(bytes)
    request_wanted = Signal(bytes)
    call_wanted = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id: CustomerId | None = None
        self._shown: CustomerCard | None = None
        self._is_fresh = True
        self._kept: dict | None = None
        self._offered: partial | None = None
        self._build()
        self._connect()

    @property
    def customer(self) -> CustomerId | None:
        """Whose card is shown."""
        return self._id

    @property
    def form(self) -> CustomerFormPane:
        """The form, made now if it was not opened yet."""
        return self.page.pane

    @Slot(object)
    def show_customer(self, id: CustomerId | None) -> None:
        """Shows the card of this customer; None shows none. Who types in the form is not driven out of it."""
        if self.page.is_typing:
            self._offer(partial(self._open, id))
        else:
            self._open(id)

    @Slot(object)
    def _open(self, id: CustomerId | None) -> None:
        self.page.flush()
        self._is_fresh = id != self._id or self.stack.currentWidget() is not self._reading
        self._id = id
        if id is None:
            self._shown = None
            self.stack.setCurrentWidget(self.empty)
            return
        self._read()

    @Slot(str)
    def new_customer(self, phone: str = "") -> None:
        """Opens the form of a new card with the caller's number in place; an unfinished one comes back."""
        if phone and self.page.is_typing:
            self._offer(partial(self._open_new, phone))
        else:
            self._open_new(phone)

    def _open_new(self, phone: str) -> None:
        self.page.flush()
        seat = self._seat
        given = partial(self._begin_new, phone)
        seat.tasks.read(draft.all_of, seat.desk, seat.operator.id, "customer:new", on_success=given)

    @Slot(object)
    def refresh(self, changes: Changes) -> None:
        """Reads the card again if it may be concerned."""
        if self._id is None or self.page.is_open:
            return
        touched = changes.requests or changes.orders or changes.promises or changes.calls
        if changes.is_everything or self._id in changes.customers or touched:
            self._read()

    @Slot()
    def edit(self) -> None:
        """Opens the form; the contacts are asked for in clear, which is logged."""
        if self._shown is not None:
            self._with_contacts(self._begin_edit)

    def _offer(self, opens: partial) -> None:
        self._offered = opens
        self.offer.show()

    @Slot()
    def _take_offer(self) -> None:
        self.page.flush()
        self.offer.hide()
        if self._offered is not None:
            self._offered()
            self._offered = None

    def _read(self) -> None:
        seat, done = self._seat, partial(self._show, self._id)
        seat.tasks.read(read_card, seat.desk, seat.operator.id, self._id, on_success=done, key=(id(self), "card"))

    def _show(self, asked: CustomerId, read: tuple[CustomerCard, tuple[RequestRow, ...], dict | None]) -> None:
        if asked != self._id:
            return
        # A card that was merged into another is shown as that one.
        card, requests, self._kept = read
        self._id, self._shown = card.id, card
        self.twins.show_customer(card)
        self.unfinished.setVisible(self._kept is not None)
        self.view.show_card(card, requests, is_new=self._is_fresh)
        self._is_fresh = False
        self.stack.setCurrentWidget(self._reading)

    def _begin_new(self, phone: str, kept: dict[str, dict]) -> None:
        key = key_of(None, phone)
        if not phone and key not in kept and kept:
            key = next(iter(kept))
        self._id, self._shown = None, None
        form = form_of(kept[key]) if key in kept else CustomerForm()
        self._open_form(partial(self.form.begin, form, key=key, restored=key in kept))
        self.form.add_phone(phone)
        # A caller's card opens beside what the operator types: only one that was asked for takes the keyboard.
        if not phone:
            self.form.lines["name"].setFocus()

    def _begin_edit(self, contacts: tuple[Contact, ...]) -> None:
        card = self._shown
        if card is None:
            return
        form = form_of(self._kept) if self._kept else replace(card.form, contacts=contacts)
        key = key_of(card.id)
        self._open_form(partial(self.form.begin, form, key=key, id=card.id, restored=bool(self._kept)))
        self.form.lines["name"].setFocus()

    def _open_form(self, begin: partial) -> None:
        begin()
        self.offer.hide()
        self.page.open()

    def _stored(self, stored: object) -> None:
        self._id, self._is_fresh = stored.id, True
        self.stack.setCurrentWidget(self._reading)
        self._read()
        self.changed.emit(stored.changes)
        self.saved.emit(stored.id)

    def _left(self) -> None:
        if self._offered is not None:
            self._take_offer()
        elif self._id is None:
            self.stack.setCurrentWidget(self.empty)
        else:
            self._is_fresh = True
            self._read()

    @Slot()
    def _drop_kept(self) -> None:
        seat = self._seat
        seat.tasks.write(draft.drop, seat.desk, seat.operator.id, key_of(self._id))
        self._kept = None
        self.unfinished.hide()

    def _with_contacts(self, then: object) -> None:
        seat = self._seat
        if self._id is not None:
            seat.tasks.write(customer.shown_contacts, seat.desk, seat.operator.id, self._id, on_success=then)

    @Slot()
    def _ask_contacts(self) -> None:
        self._with_contacts(self._show_contacts)

    def _show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self.view.show_contacts(contacts, is_shown=True)

    @Slot(int)
    def _ask_call(self, place: int) -> None:
        self._with_contacts(partial(self._call, place))

    def _call(self, place: int, contacts: tuple[Contact, ...]) -> None:
        if place < len(contacts) and contacts[place].kind is ContactKind.PHONE:
            self.call_wanted.emit(contacts[place].normal or contacts[place].typed)

    @Slot()
    def _ask_consent(self) -> None:
        dialog = ConsentDialog(self._seat, self._id, self)
        dialog.recorded.connect(self._wrote)
        dialog.show()

    @Slot()
    def _ask_promise(self) -> None:
        dialog = PromiseDialog(self._seat, self._id, self)
        dialog.made.connect(self._wrote)
        dialog.show()

    @Slot(bytes)
    def _keep(self, promise_id: bytes) -> None:
        seat = self._seat
        seat.tasks.write(promise.keep, seat.desk, seat.operator.id, promise_id, on_success=self._wrote)

    @Slot()
    def _ask_hiding(self) -> None:
        self.hiding.hide(self._id)

    @Slot(object)
    def _wrote(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if self._id is not None and not self.page.is_open:
            self._read()

    @Slot()
    def _want_request(self) -> None:
        self.request_wanted.emit(self._id)

    @Slot()
    def _want_order(self) -> None:
        self.order_wanted.emit(self._id)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setAccessibleName(self.tr("Customer card"))
        self.empty = EmptyState(
            "user", self.tr("Choose a customer, or make a new card."), self.tr("New customer"), key="F3"
        )
        self.view = CustomerView(self._seat)
        self.unfinished = Banner(Tone.WARN)
        self.unfinished.say(self.tr("Changes to this card are not saved yet."))
        self.offer = Banner(Tone.GOOD)
        self.offer.say(self.tr("The caller's card is ready; what you type here is kept."))
        self.offer.hide()
        self.twins = CustomerTwins(self._seat)
        self.hiding = CustomerHiding(self._seat, self)
        self._reading = QWidget()
        inside = column(self._reading, spacing=0)
        inside.addWidget(self.unfinished)
        inside.addWidget(self.twins)
        inside.addWidget(self.view, 1)
        self.stack = QStackedWidget()
        self.page = CustomerFormPage(self._seat, self.stack)
        for page in (self.empty, self._reading):
            self.stack.addWidget(page)
        outer = column(self, spacing=0)
        outer.addWidget(self.offer)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        self.empty.action_clicked.connect(self.new_customer)
        self.offer.add_action(self.tr("Open it"), self._take_offer)
        self.unfinished.add_action(self.tr("Continue"), self.edit)
        self.unfinished.add_action(self.tr("Discard"), self._drop_kept)
        view, page = self.view, self.page
        view.edit_asked.connect(self.edit)
        view.hide_asked.connect(self._ask_hiding)
        self.hiding.hidden.connect(self.show_customer)
        self.hiding.changed.connect(self.changed)
        self.twins.chosen.connect(self._open)
        self.twins.merged.connect(self._open)
        self.twins.changed.connect(self._wrote)
        view.also.changed.connect(self._wrote)
        view.show_asked.connect(self._ask_contacts)
        view.call_asked.connect(self._ask_call)
        view.consent_asked.connect(self._ask_consent)
        view.promise_asked.connect(self._ask_promise)
        view.request_asked.connect(self._want_request)
        view.order_asked.connect(self._want_order)
        view.request_opened.connect(self.request_opened)
        view.order_opened.connect(self.order_opened)
        view.kept.connect(self._keep)
        page.saved.connect(self._stored)
        page.left.connect(self._left)
        page.instead.connect(self._open)
        shortcut(self, "Ctrl+E", self.edit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
