"""When and how a new order is to come to the customer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from helpdesk.domain.order import OrderForm, OrderKind
from helpdesk.words.terms import title
from ui.widgets import DateField, FormGrid, SectionHead


class OrderDelivery(QWidget):
    """The day, if one is wanted, the address and a note; `changed` only by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_day = QCheckBox(self.tr("Wanted by"))
        self.day = DateField()
        self.day.setAccessibleName(self.tr("Wanted by"))
        self.kind = QComboBox()
        for kind in OrderKind:
            self.kind.addItem(title(kind), kind)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.first.setPlaceholderText("10:00")
        self.last.setPlaceholderText("14:00")
        self.address = QLineEdit()
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(64)
        self.note.setTabChangesFocus(True)
        day = QHBoxLayout()
        day.setSpacing(8)
        day.addWidget(self.wants_day)
        day.addWidget(self.day)
        day.addStretch(1)
        form = FormGrid(3)
        form.add("kind", self.tr("&Kind of order"), self.kind)
        form.add("first", self.tr("Hours &from"), self.first)
        form.add("last", self.tr("Hours &to"), self.last)
        form.add("delivery", self.tr("&Address or way of delivery"), self.address, span=3)
        form.add("note", self.tr("&Note"), self.note, span=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(SectionHead(self.tr("Delivery")))
        layout.addLayout(day)
        layout.addWidget(form)
        self.wants_day.toggled.connect(self.day.setEnabled)
        self.wants_day.clicked.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.kind.activated.connect(self._tell)
        for field in (self.address, self.first, self.last):
            field.textEdited.connect(self._tell)
        self.note.textChanged.connect(self.changed)

    @property
    def requested_on(self) -> dt.date | None:
        """The day wanted, if any."""
        return dt.date(*self.day.date().getDate()) if self.wants_day.isChecked() else None

    def put_into(self, form: OrderForm) -> OrderForm:
        """The form with what is typed here."""
        return replace(
            form,
            requested_on=self.requested_on,
            delivery=self.address.text().strip(),
            note=self.note.toPlainText().strip(),
            kind=OrderKind(self.kind.currentData()),
            window_from=self.first.text().strip(),
            window_to=self.last.text().strip(),
        )

    def show_form(self, form: OrderForm, otherwise_on: dt.date) -> None:
        """Shows what is in a form; `otherwise_on` is the day that is proposed where none is wanted."""
        on = form.requested_on or otherwise_on
        for part in (self.day, self.note):
            part.blockSignals(True)
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.note.setPlainText(form.note)
        for part in (self.day, self.note):
            part.blockSignals(False)
        self.wants_day.setChecked(form.requested_on is not None)
        self.day.setEnabled(form.requested_on is not None)
        self.address.setText(form.delivery)
        self.kind.setCurrentIndex(self.kind.findData(form.kind))
        self.first.setText(form.window_from)
        self.last.setText(form.window_to)

    def _tell(self, *_what: object) -> None:
        self.changed.emit()
