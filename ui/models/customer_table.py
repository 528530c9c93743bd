"""Customers as a list shows them; masked, since the list is seen by whoever stands behind the operator."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from helpdesk.domain.customer import CustomerKind, CustomerRow
from helpdesk.domain.identity import CustomerId
from helpdesk.words.terms import title
from ui.delegates import ROW, RowText
from ui.formatting import masked_mail, masked_phone
from ui.theme import Tone


class CustomerTable(QAbstractListModel):
    """Rows of two lines: name and open requests, phone and city."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CustomerRow, ...] = ()
        self._texts: list[RowText] = []

    def show_rows(self, rows: Sequence[CustomerRow]) -> None:
        """Shows these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._texts = [self._text(row) for row in self._rows]
        self.endResetModel()

    def id_at(self, row: int) -> CustomerId | None:
        """Whose row it is."""
        return self._rows[row].id if 0 <= row < len(self._rows) else None

    def row_of(self, id: CustomerId | None) -> int:
        """Where a customer stands; -1 where it does not."""
        return next((number for number, row in enumerate(self._rows) if row.id == id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._texts):
            return None
        text = self._texts[index.row()]
        if role == ROW:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text.sentence()
        return text.title if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, row: CustomerRow) -> RowText:
        reach = _masked(row.phone, masked_phone) or _masked(row.mail, masked_mail)
        kind = title(row.kind) if row.kind is CustomerKind.COMPANY else ""
        who = " · ".join(part for part in (row.city, kind) if part)
        is_open = row.open_requests > 0
        due = self.tr("%n open", "", row.open_requests) if is_open else ""
        tone = Tone.ACCENT if is_open else Tone.MUTED
        parts = (reach, who) if reach else (who, "")
        return RowText(row.name or self.tr("No name"), *parts, "", due, tone, is_open)


def _masked(value: str, mask: object) -> str:
    return value if not value or "·" in value else mask(value)
