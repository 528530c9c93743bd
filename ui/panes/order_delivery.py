"""When and how a new order is to come to the customer."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from helpdesk.domain.order import OrderForm
from ui.widgets import DateField, FormGrid, SectionHead


class OrderDelivery(QWidget):
    """The day, if one is wanted, the address and a note; `changed` only by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_day = QCheckBox(self.tr("Wanted by"))
        self.day = DateField()
        self.day.setAccessibleName(self.tr("Wanted by"))
        self.address = QLineEdit()
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(64)
        self.note.setTabChangesFocus(True)
        day = QHBoxLayout()
        day.setSpacing(8)
        day.addWidget(self.wants_day)
        day.addWidget(self.day)
        day.addStretch(1)
        form = FormGrid()
        form.add("delivery", self.tr("&Address or way of delivery"), self.address)
        form.add("note", self.tr("&Note"), self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(SectionHead(self.tr("Delivery")))
        layout.addLayout(day)
        layout.addWidget(form)
        self.wants_day.toggled.connect(self.day.setEnabled)
        self.wants_day.clicked.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.address.textEdited.connect(self._tell)
        self.note.textChanged.connect(self.changed)

    @property
    def requested_on(self) -> dt.date | None:
        """The day wanted, if any."""
        return dt.date(*self.day.date().getDate()) if self.wants_day.isChecked() else None

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

    def _tell(self, *_what: object) -> None:
        self.changed.emit()
