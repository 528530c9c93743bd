"""How to reach a customer: masked until they are asked for, then to be copied or dialled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.customer import Contact, ContactKind
from helpdesk.domain.phone import display
from helpdesk.words.terms import title
from ui import fonts
from ui.formatting import masked_mail, masked_phone
from ui.widgets import ElidedLabel, LinkButton
from ui.widgets.paint import width_of

_MASKED = "·"


def shown_text(contact: Contact, *, is_shown: bool) -> str:
    """A contact as the card says it; phones and mails are masked until they are shown."""
    if contact.kind is ContactKind.ADDRESS or _MASKED in contact.typed:
        return contact.typed
    if contact.kind is ContactKind.PHONE:
        if not is_shown:
            return masked_phone(contact.normal or contact.typed)
        shown = display(contact.normal, None) if contact.normal.startswith("+") else contact.typed
        return f"{shown}, {contact.extension}" if contact.extension else shown
    return contact.typed if is_shown else masked_mail(contact.typed)


class _Contact(QWidget):
    """One contact with what can be done about it."""

    asked = Signal()
    called = Signal()

    def __init__(self, contact: Contact, *, is_shown: bool, offers_show: bool) -> None:
        super().__init__()
        self.contact = contact
        label = ElidedLabel(contact.label or title(contact.kind), "muted")
        label.setFixedWidth(width_of("0", fonts.font()) * 10)
        self.value = ElidedLabel(shown_text(contact, is_shown=is_shown))
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(8)
        self.setMinimumHeight(LinkButton("").sizeHint().height() + 2)
        layout.addWidget(label)
        layout.addWidget(self.value, 1)
        self.setAccessibleName(f"{label.text()}: {self.value.text()}")
        if contact.kind is ContactKind.PHONE:
            self._add(layout, self.tr("Dial")).clicked.connect(self.called)
        if is_shown:
            self._add(layout, self.tr("Copy")).clicked.connect(self._copy)
        elif offers_show:
            self._add(layout, self.tr("Show")).clicked.connect(self.asked)

    def _add(self, layout: QHBoxLayout, text: str) -> LinkButton:
        link = LinkButton(text)
        link.setAccessibleName(f"{text}: {self.value.text()}")
        layout.addWidget(link)
        return link

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.value.text())


class CustomerContacts(QWidget):
    """All contacts of a card; one Show for all of them, since one look is one line in the log."""

    show_asked = Signal()
    call_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_contacts(self, contacts: tuple[Contact, ...], *, is_shown: bool = False) -> None:
        """Shows these contacts, in clear where they were asked for."""
        clear(self._layout)
        offers = not is_shown
        for number, contact in enumerate(contacts):
            is_secret = contact.kind is not ContactKind.ADDRESS
            line = _Contact(contact, is_shown=is_shown and is_secret, offers_show=offers and is_secret)
            offers = offers and not is_secret
            line.asked.connect(self.show_asked)
            line.called.connect(partial(self.call_asked.emit, number))
            self._layout.addWidget(line)

    def texts(self) -> list[str]:
        """What stands there now, from the top."""
        return [line.value.text() for line in self.findChildren(_Contact)]


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)  # type: ignore[arg-type]
