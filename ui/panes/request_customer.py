"""Finds the customer of a new request as the name, the phone or the mail is typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from helpdesk.domain.customer import CustomerCard, CustomerRow
from helpdesk.domain.identity import CustomerId
from helpdesk.service import customer as customers
from ui import formatting
from ui.panes.request_parts import column
from ui.seat import Seat
from ui.widgets import Text

_ID = int(Qt.ItemDataRole.UserRole)
_LIMIT = 12


class CustomerField(QWidget):
    """A line with what it found under it; only a choice makes a customer, typing on unmakes it."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._customer: bytes | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Name, phone or e-mail; may come later"))
        self.line.setAccessibleName(self.tr("Customer"))
        self.hint = Text("", "note", wraps=True)
        self.hint.hide()
        self._found = QStandardItemModel(self)
        self.completer = QCompleter(self._found, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated[QModelIndex].connect(self._pick)
        self.line.setCompleter(self.completer)
        self.line.textEdited.connect(self._search)
        layout = column(self, spacing=4)
        layout.addWidget(self.line)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.line)

    @property
    def customer(self) -> bytes | None:
        """The customer chosen."""
        return self._customer

    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def show_customer(self, identity: str, name: str = "") -> None:
        """Shows the customer of this identity (hex), or the words typed so far without one."""
        self._customer = bytes.fromhex(identity) if identity else None
        self.line.setText(name)
        self.hint.hide()
        if self._customer is not None and not name:
            seat = self._seat
            key = (id(self), "card")
            who = CustomerId(self._customer)
            seat.tasks.read(customers.card, seat.desk, seat.operator.id, who, on_success=self._name, key=key)

    def search_for(self, text: str) -> None:
        """Searches as if the text were typed, without opening the choice."""
        self.line.setText(text)
        self._look_up(text)

    def _name(self, card: CustomerCard) -> None:
        if card.id == self._customer:
            self.line.setText(card.form.name or card.form.company)

    def _search(self, text: str) -> None:
        was, self._customer = self._customer, None
        self._look_up(text)
        if was is not None or text:
            self.changed.emit()

    def _look_up(self, text: str) -> None:
        if len(text.strip()) < 2:
            self._found.clear()
            self.hint.hide()
            return
        seat = self._seat
        seat.tasks.read(
            customers.rows, seat.desk, seat.operator.id, text.strip(), _LIMIT, on_success=self._show, key=id(self)
        )

    def _show(self, rows: tuple[CustomerRow, ...]) -> None:
        self._found.clear()
        for found in rows:
            contact = formatting.masked_phone(found.phone) if found.phone else formatting.masked_mail(found.mail)
            parts = [found.name, found.city, contact if found.phone or found.mail else ""]
            item = QStandardItem(" · ".join(part for part in parts if part)[:200])
            item.setData(found.id.hex(), _ID)
            item.setData(found.name, _ID + 1)
            self._found.appendRow(item)
        nobody = self.tr("Nobody found. F3 makes a new card; the request keeps.")
        self.hint.setText(nobody)
        self.hint.setVisible(not rows)
        if rows and self.line.hasFocus():
            self.completer.complete()

    def _pick(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.choose(str(index.data(_ID)), str(index.data(_ID + 1)))

    def choose(self, identity: str, name: Any) -> None:
        """Makes this the customer."""
        self._customer = bytes.fromhex(identity)
        self.line.setText(str(name))
        self.hint.hide()
        self.changed.emit()
