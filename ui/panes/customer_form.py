"""The customer card while it is typed, in the order in which things are said on the phone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from helpdesk.domain.customer import Contact, ContactKind, CustomerForm, CustomerKind
from helpdesk.domain.identity import CustomerId
from helpdesk.errors import FieldMissing, UserError
from helpdesk.service import customer
from helpdesk.words.terms import title
from ui.panes.customer_check import is_inn, unreadable
from ui.panes.customer_contact_rows import ContactRows
from ui.panes.customer_draft import Draft, body
from ui.panes.customer_duplicates import DuplicateStrip
from ui.seat import Seat
from ui.widgets import Button, ElidedLabel, FormGrid, Text

_LOOK_AFTER = 250
_SAVING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CustomerFormPane(QWidget):
    """Edits a card or a new one; kept as it is typed, saved by Ctrl+Enter, left by Esc with the draft kept."""

    saved = Signal(object)
    left = Signal()
    instead = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id: CustomerId | None = None
        self._first = CustomerForm()
        self._is_filling = False
        self.draft = Draft(seat, self._body, self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER)
        self._look.timeout.connect(self._look_up)
        self._build()

    @property
    def customer(self) -> CustomerId | None:
        """Whose card is edited; None for a new one."""
        return self._id

    def begin(self, form: CustomerForm, *, key: str, id: CustomerId | None = None, restored: bool = False) -> None:
        """Begins with `form` and keeps what is typed under `key`; nothing is kept before the first change."""
        self._is_filling = True
        self._id, self._first = id, form
        self.head.setText(self.tr("Edit the card") if id else self.tr("New customer"))
        self.kind.setCurrentIndex(list(CustomerKind).index(form.kind))
        for name, field in self.lines.items():
            field.setText(str(getattr(form, name)))
        for name, area in self.areas.items():
            area.setPlainText(str(getattr(form, name)))
        self.lines["tags"].setText(", ".join(form.tags))
        self.language.setCurrentIndex(max(0, self.language.findData(form.language)))
        self.contacts.show_contacts(form.contacts)
        self.grid.clear_errors()
        self.duplicates.show_duplicates(())
        self.kept.setText(self.tr("Draft restored") if restored else "")
        self.draft.begin(key)
        self._is_filling = False
        self._show_kind()
        self.area.verticalScrollBar().setValue(0)
        self._look_up()

    def add_phone(self, phone: str) -> None:
        """Puts a caller's number into its place unless it stands there."""
        known = self.contacts.contacts()
        if phone and phone not in {contact.typed for contact in known}:
            self.contacts.show_contacts((Contact(ContactKind.PHONE, phone), *known))
            self._changed()

    def form(self) -> CustomerForm:
        """The card as it stands."""
        texts = {name: field.text().strip() for name, field in self.lines.items() if name != "tags"}
        texts |= {name: area.toPlainText().strip() for name, area in self.areas.items()}
        tags = tuple(dict.fromkeys(tag.strip() for tag in self.lines["tags"].text().split(",") if tag.strip()))
        return CustomerForm(
            kind=CustomerKind(self.kind.currentData()),
            language=self.language.currentData() or "",
            time_zone=self._first.time_zone,
            tags=tags,
            contacts=self.contacts.contacts(),
            **texts,
        )

    @Slot()
    def save(self) -> None:
        """Stores the card; what is missing is said beside its field."""
        self.grid.clear_errors()
        seat = self._seat
        work = partial(customer.save, seat.desk, seat.operator.id, self.form(), id=self._id)
        self.save_button.setEnabled(False)
        seat.tasks.write(work, on_success=self._stored, on_error=self._refused)

    @Slot()
    def leave(self) -> None:
        """Goes back to reading; the draft stays."""
        self.draft.flush()
        self.left.emit()

    @Slot()
    def drop(self) -> None:
        """Throws away what was typed."""
        self.draft.drop()
        self.left.emit()

    def _stored(self, stored: object) -> None:
        self.save_button.setEnabled(True)
        self.draft.drop()
        self.saved.emit(stored)

    def _refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, FieldMissing):
            self.grid.show_error("name", self.tr("Write a name, or a phone below."))
        else:
            self._seat.messages.error(error)

    def _body(self) -> dict[str, object]:
        self.kept.setText(self.tr("Draft kept"))
        return body(self.form())

    @Slot()
    def _changed(self) -> None:
        if not self._is_filling:
            self.kept.setText("")
            self.draft.touch()
            self._look.start()

    @Slot()
    def _show_kind(self) -> None:
        is_person = self.kind.currentData() == CustomerKind.PERSON
        for name in ("form_of_address", "company", "position"):
            self._cell(name).setVisible(is_person)
        self._cell("inn").setVisible(not is_person or bool(self.lines["inn"].text()))

    def _cell(self, name: str) -> QWidget:
        return self.lines[name].parentWidget()

    @Slot()
    def _look_up(self) -> None:
        form, seat = self.form(), self._seat
        inn = form.inn
        said = "" if not inn or is_inn(inn) else self.tr("The check digits do not fit; it is kept as typed.")
        self.inn_warning.setText(said)
        self.inn_warning.setVisible(bool(said))
        phones = tuple(one.typed for one in form.contacts if one.kind is ContactKind.PHONE)
        seat.tasks.read(unreadable, phones, on_success=self.contacts.warn, key=(id(self), "phones"))
        if not (form.name or form.contacts):
            self.duplicates.show_duplicates(())
            return
        work = partial(customer.duplicates, seat.desk, seat.operator.id, form, but=self._id)
        seat.tasks.read(work, on_success=self.duplicates.show_duplicates, key=(id(self), "duplicates"))

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter and Esc belong to the form while the keyboard is in it, whatever the window binds them to.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _action(self, event: QKeyEvent) -> object:
        if event.key() == Qt.Key.Key_Escape:
            return self.leave
        is_saving = event.key() in _SAVING_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return self.save if is_saving else None

    def hideEvent(self, event: QEvent) -> None:
        self.draft.flush()
        super().hideEvent(event)

    def _build(self) -> None:
        self.lines: dict[str, QLineEdit] = {}
        self.areas: dict[str, QPlainTextEdit] = {}
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.setProperty("ground", "surface")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 16, 22, 16)
        layout.setSpacing(12)
        self.head = Text("", "head")
        layout.addWidget(self.head)
        self.duplicates = DuplicateStrip()
        self.duplicates.chosen.connect(self.instead)
        layout.addWidget(self.duplicates)
        self._build_fields(layout)
        layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self._foot())

    def _build_fields(self, layout: QVBoxLayout) -> None:
        self.grid = FormGrid()
        self.kind = QComboBox()
        for kind in CustomerKind:
            self.kind.addItem(title(kind), kind)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.kind.currentIndexChanged.connect(self._changed)
        self.grid.add("kind", self.tr("&Kind"), self.kind)
        self._line(self.grid, "name", self.tr("&Name"))
        self._line(self.grid, "form_of_address", self.tr("How to address"))
        layout.addWidget(self.grid)
        self.contacts = ContactRows()
        self.contacts.changed.connect(self._changed)
        layout.addWidget(self.contacts)
        rest = FormGrid()
        self._line(rest, "city", self.tr("&City"))
        self._line(rest, "company", self.tr("Company"))
        self._line(rest, "position", self.tr("Position"))
        self._line(rest, "inn", self.tr("INN"))
        self.inn_warning = Text("", "warn", wraps=True)
        self.inn_warning.hide()
        self._cell("inn").layout().addWidget(self.inn_warning)
        self._line(rest, "preferences", self.tr("&Preferences, as “call after 12”"))
        self._area(rest, "warning", self.tr("&Warning, shown first"))
        self._area(rest, "note", self.tr("N&ote"))
        self._line(rest, "tags", self.tr("&Tags, with commas between"))
        self.language = QComboBox()
        for code, word in (("", self.tr("As the company")), ("ru", self.tr("Russian")), ("en", self.tr("English"))):
            self.language.addItem(word, code)
        self.language.currentIndexChanged.connect(self._changed)
        rest.add("language", self.tr("&Language"), self.language)
        layout.addWidget(rest)

    def _line(self, grid: FormGrid, name: str, label: str) -> None:
        field = self.lines[name] = QLineEdit()
        field.textChanged.connect(self._changed)
        grid.add(name, label, field)

    def _area(self, grid: FormGrid, name: str, label: str) -> None:
        area = self.areas[name] = QPlainTextEdit()
        area.setTabChangesFocus(True)
        area.setFixedHeight(58)
        area.textChanged.connect(self._changed)
        grid.add(name, label, area)

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setProperty("ground", "surface")
        foot.setProperty("edge", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 22, 10)
        row.setSpacing(8)
        self.save_button = Button(self.tr("Save"), "primary", key="Ctrl+Enter")
        self.save_button.clicked.connect(self.save)
        self.drop_button = Button(self.tr("Discard"))
        self.drop_button.clicked.connect(self.drop)
        self.kept = ElidedLabel("", "note")
        row.addWidget(self.save_button)
        row.addWidget(self.drop_button)
        row.addWidget(self.kept, 1)
        return foot
