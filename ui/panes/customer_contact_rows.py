"""The contacts of a card while it is edited: as many phones, mails, addresses and messengers as there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from helpdesk.domain.customer import Contact, ContactKind
from helpdesk.words.terms import title
from ui.icons import icon
from ui.theme import set_property
from ui.widgets import IconButton, LinkButton, Text

_FIRST = (ContactKind.PHONE, ContactKind.MAIL)


_ICONS = {
    ContactKind.PHONE: "phone",
    ContactKind.MAIL: "mail",
    ContactKind.ADDRESS: "map-pin",
    ContactKind.MESSENGER: "message-square",
}


class _KindButton(IconButton):
    """The kind of a contact as its icon; a menu changes it, so that the text has the room."""

    chosen = Signal()

    def __init__(self, kind: ContactKind, parent: QWidget) -> None:
        super().__init__(_ICONS[kind], title(kind), parent=parent)
        self.kind = kind
        menu = QMenu(self)
        for one in ContactKind:
            action = QAction(icon(_ICONS[one]), title(one), menu)
            action.setData(one)
            menu.addAction(action)
        menu.triggered.connect(self._picked)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose(kind)

    def choose(self, kind: ContactKind) -> None:
        """Makes the contact one of this kind."""
        self.kind = kind
        self.setIcon(icon(_ICONS[kind]))
        said = self.tr("%1: change the kind").replace("%1", title(kind))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.chosen.emit()

    def _picked(self, action: QAction) -> None:
        self.choose(ContactKind(action.data()))


class ContactRow(QWidget):
    """Kind, text, and the cross that takes the row away; a warning under it never keeps it from being saved."""

    changed = Signal()
    removed = Signal()

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._was = contact
        self.kind = _KindButton(contact.kind, self)
        self.text = QLineEdit(contact.typed)
        self.text.setCursorPosition(0)
        self.remove = IconButton("x", self.tr("Remove the contact"))
        self._warning = Text("", "warn", wraps=True)
        self._warning.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.kind)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._warning)
        self._name()
        self.kind.chosen.connect(self._name)
        self.kind.chosen.connect(self.changed)
        self.text.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def contact(self) -> Contact:
        """The contact as it stands; an untouched one keeps what is known of it."""
        kind, typed = self.kind.kind, self.text.text().strip()
        if (kind, typed) == (self._was.kind, self._was.typed):
            return self._was
        return Contact(kind, typed, label=self._was.label, id=self._was.id)

    def warn(self, sentence: str) -> None:
        """Says under the field what may be wrong with it; nothing for an empty sentence."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))
        self.text.setAccessibleDescription(sentence)
        set_property(self.text, "wrong", "")

    @property
    def warning(self) -> str:
        """What the row is warned of."""
        return "" if self._warning.isHidden() else self._warning.text()

    @Slot()
    def _name(self) -> None:
        self.text.setAccessibleName(title(self.kind.kind))
        self.text.setPlaceholderText(title(self.kind.kind))


class ContactRows(QWidget):
    """The rows and the link that adds one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ContactRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = Text(self.tr("Contacts"), "note")
        layout.addWidget(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        layout.addLayout(self._lines)
        self.add_link = LinkButton(self.tr("Add a contact"))
        self.add_link.clicked.connect(self.add_row)
        layout.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(head.text())

    def contacts(self) -> tuple[Contact, ...]:
        """The contacts that are not empty, from the top."""
        return tuple(contact for row in self.rows if (contact := row.contact()).typed)

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Shows these contacts; a card always offers a phone and a mail."""
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = []
        offered = [Contact(kind, "") for kind in _FIRST if kind not in {contact.kind for contact in contacts}]
        order = list(ContactKind)
        for contact in sorted((*contacts, *offered), key=lambda one: order.index(one.kind)):
            self._add(contact)

    @Slot()
    def add_row(self) -> None:
        """Adds an empty phone and goes to it."""
        self._add(Contact(ContactKind.PHONE, "")).text.setFocus()

    def warn(self, unreadable: frozenset[str]) -> None:
        """Warns beside each phone that cannot be dialled and each mail that cannot be one."""
        for row in self.rows:
            contact = row.contact()
            is_wrong = contact.kind is ContactKind.PHONE and contact.typed in unreadable
            is_no_mail = contact.kind is ContactKind.MAIL and bool(contact.typed) and "@" not in contact.typed
            said = self.tr("Cannot be dialled as it stands; it is kept as typed.") if is_wrong else ""
            row.warn(self.tr("No @ in the address; it is kept as typed.") if is_no_mail else said)

    def _add(self, contact: Contact) -> ContactRow:
        row = ContactRow(contact)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _remove(self, row: ContactRow) -> None:
        self.rows.remove(row)
        row.hide()
        self._lines.removeWidget(row)
        row.deleteLater()
        self.changed.emit()
