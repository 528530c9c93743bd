"""The customer card as it is read in a call: who, what to mind, what is open, how to reach them, what was before."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.customer import ConsentPurpose, Contact, CustomerCard, CustomerKind
from helpdesk.domain.request import RequestRow
from helpdesk.words.terms import title
from ui import formatting
from ui.panes.also_entered import AlsoEnteredStrip
from ui.panes.customer_contacts import CustomerContacts
from ui.panes.customer_quotes import PapersSection
from ui.panes.customer_sections import HistorySection, OrdersSection, PromisesSection, RequestsSection
from ui.panes.customer_warning import warning
from ui.seat import Seat
from ui.shortcuts import shown as keys
from ui.theme import Tone
from ui.widgets import Banner, FactRow, FlowLayout, Hairline, IconButton, LinkButton, Text
from ui.widgets.badges import Badge

_LONGEST, _LONGEST_WORD = 80, 20


class CustomerView(QScrollArea):
    """Shows a `CustomerCard`; everything that it asks for leaves as a signal."""

    edit_asked = Signal()
    hide_asked = Signal()
    show_asked = Signal()
    call_asked = Signal(int)
    consent_asked = Signal()
    promise_asked = Signal()
    request_asked = Signal()
    order_asked = Signal()
    request_opened = Signal(bytes)
    order_opened = Signal(bytes)
    quote_wanted = Signal(bytes)
    quote_opened = Signal(bytes)
    invoice_opened = Signal(bytes)
    kept = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.setProperty("ground", "surface")
        self.setWidget(page)
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(24, 14, 22, 16)
        self._layout.setSpacing(6)
        self._build_head()
        self._build_open()
        self._build_facts()
        self.history = HistorySection(seat, self.tr("History"))
        self.history.opened.connect(self.request_opened)
        self.history.order_opened.connect(self.order_opened)
        self._layout.addWidget(Hairline())
        self._layout.addWidget(self.history)
        hide = LinkButton(self.tr("Hide the card from lists"))
        hide.clicked.connect(self.hide_asked)
        self._layout.addSpacing(4)
        self._layout.addWidget(hide, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)

    def _build_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.name = _wrapping("head")
        edit = IconButton("pencil", self.tr("Edit the card"), key="Ctrl+E")
        edit.clicked.connect(self.edit_asked)
        row.addWidget(self.name, 1)
        row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(row)
        self.about = _wrapping("note")
        self._layout.addWidget(self.about)
        self.tags = QWidget()
        self._tags = FlowLayout(6, self.tags)
        self._layout.addWidget(self.tags)
        self.banner = Banner(Tone.BAD)
        self._layout.addWidget(self.banner)
        self.also = AlsoEnteredStrip(self._seat, "customer")
        self._layout.addWidget(self.also)
        self._layout.addSpacing(2)

    def _build_open(self) -> None:
        self.requests = RequestsSection(
            self._seat, self.tr("Open requests"), link=self.tr("New %1").replace("%1", keys("F2"))
        )
        self.requests.link_clicked.connect(self.request_asked)
        self.requests.opened.connect(self.request_opened)
        self.orders = OrdersSection(self._seat, self.tr("Orders"), link=self.tr("New %1").replace("%1", keys("F4")))
        self.orders.link_clicked.connect(self.order_asked)
        self.orders.opened.connect(self.order_opened)
        self.promises = PromisesSection(self._seat, self.tr("Promises"), link=self.tr("New…"))
        self.promises.link_clicked.connect(self.promise_asked)
        self.promises.kept.connect(self.kept)
        self.papers = PapersSection(self._seat, self.tr("Quotes and invoices"), link=self.tr("New quote"))
        self.papers.wanted.connect(self.quote_wanted)
        self.papers.opened.connect(self.quote_opened)
        self.papers.invoice_opened.connect(self.invoice_opened)
        for section in (self.requests, self.orders, self.promises, self.papers):
            self._layout.addWidget(section)
            self._layout.addSpacing(2)

    def _build_facts(self) -> None:
        self._layout.addWidget(Hairline())
        self._layout.addSpacing(2)
        self.contacts = CustomerContacts()
        self.contacts.show_asked.connect(self.show_asked)
        self.contacts.call_asked.connect(self.call_asked)
        self._layout.addWidget(self.contacts)
        self.rows: dict[str, FactRow] = {}
        facts = QVBoxLayout()
        facts.setSpacing(0)
        self._layout.addLayout(facts)
        for name, label in (
            ("company", self.tr("Company")),
            ("inn", self.tr("INN")),
            ("language", self.tr("Language")),
        ):
            self.rows[name] = FactRow(label)
            facts.addWidget(self.rows[name])
        self.rows["consent"] = FactRow(title(ConsentPurpose.ADVERTISING), link=self.tr("Change…"))
        self.rows["consent"].link_clicked.connect(self.consent_asked)
        facts.addWidget(self.rows["consent"])
        self.note = Text("", wraps=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(self.note)
        self.no_contacts = LinkButton(self.tr("No contacts yet: add a phone"))
        self.no_contacts.clicked.connect(self.edit_asked)
        self._layout.addWidget(self.no_contacts)
        self._layout.addSpacing(4)

    def show_card(self, card: CustomerCard, requests: tuple[RequestRow, ...], *, is_new: bool) -> None:
        """Shows a card; `is_new` means another customer than before, so that the page begins at its top."""
        form = card.form
        name = form.name or form.company or self.tr("No name")
        self.name.setText(_breakable(name))
        self.name.setToolTip(name[:2000] if len(name) > _LONGEST else "")
        self.setAccessibleName(name)
        self.about.setText(_breakable(self._about(card)))
        self._show_tags(form.tags)
        self.also.show_record(card.id)
        said = warning(card, self._seat)
        self.banner.setVisible(said is not None)
        if said is not None:
            self.banner.say(said.head, said.text, tone=said.tone)
        self.requests.show_requests(requests, card.open_requests)
        self.orders.show_orders(card.orders)
        self.promises.show_promises(card.promises)
        self.papers.show_customer(card.id)
        if is_new or not self.is_shown:
            self.show_contacts(form.contacts, is_shown=False)
        self._show_facts(card)
        self.history.show_history(card.history, is_new=is_new)
        if is_new:
            self.verticalScrollBar().setValue(0)

    is_shown = False

    def show_contacts(self, contacts: tuple[Contact, ...], *, is_shown: bool) -> None:
        """Shows the contacts, masked or in clear."""
        self.is_shown = is_shown
        self.contacts.show_contacts(contacts, is_shown=is_shown)
        self.no_contacts.setVisible(not contacts)

    def _about(self, card: CustomerCard) -> str:
        form = card.form
        since = self.tr("customer since %1").replace(
            "%1", str(formatting.local_day(card.since, self._seat.locale).year)
        )
        parts = [form.city, since, form.preferences]
        return " · ".join(part for part in parts if part)

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        while (item := self._tags.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for tag in tags:
            self._tags.addWidget(Badge(tag[:40], Tone.MUTED))
        self.tags.setVisible(bool(tags))

    def _show_facts(self, card: CustomerCard) -> None:
        form = card.form
        works = form.kind is CustomerKind.PERSON
        company = ", ".join(part for part in (form.company, form.position) if part) if works else form.position
        values = {"company": company, "inn": form.inn, "language": self._language(form.language)}
        for name, value in values.items():
            self.rows[name].show_value(value)
            self.rows[name].setVisible(bool(value))
        self.rows["consent"].show_value(self._consent(card))
        self.note.setText(form.note)
        self.note.setVisible(bool(form.note))

    def _language(self, code: str) -> str:
        return {"ru": self.tr("Russian"), "en": self.tr("English")}.get(code, code)

    def _consent(self, card: CustomerCard) -> str:
        given = [one for one in card.consents if one.purpose is ConsentPurpose.ADVERTISING]
        agreed = [title(one.channel) if one.channel else self.tr("all channels") for one in given if one.is_given]
        if agreed:
            return self.tr("agreed: %1").replace("%1", ", ".join(agreed))
        return self.tr("refused") if given else self.tr("no consent")


def _wrapping(role: str) -> Text:
    label = Text("", role, wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _breakable(text: str) -> str:
    # A word without an end would push the column wide: invisible breaks let it wrap.
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return re.sub(rf"([^\s-]{{{_LONGEST_WORD}}})(?=[^\s-])", "\\1\u200b", shown)
