"""What was promised and whom to call back, the overdue first: a small list that dials."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import OpenPromise
from helpdesk.domain.interaction import PromiseKind
from helpdesk.service import promise
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import ROW, RowText, TwoLineDelegate
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Button, EmptyState, Hairline


class PromiseRows(QAbstractListModel):
    """Open promises as rows of two lines."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._promises: tuple[OpenPromise, ...] = ()
        self._texts: list[RowText] = []

    def show_promises(self, promises: tuple[OpenPromise, ...]) -> None:
        """Shows these, the earliest due first, so that the overdue stand on top."""
        self.beginResetModel()
        self._promises = tuple(sorted(promises, key=_due))
        self._texts = [self._text(one) for one in self._promises]
        self.endResetModel()

    def promise_at(self, row: int) -> OpenPromise | None:
        """The promise of a row."""
        return self._promises[row] if 0 <= row < len(self._promises) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._promises)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._texts):
            return None
        text = self._texts[index.row()]
        if role == ROW:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text.sentence()
        return text.title if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, one: OpenPromise) -> RowText:
        now = self._seat.desk.clock.now()
        is_late = one.due_at < now
        if is_late:
            due = formatting.time_left(one.due_at, now, self._seat.locale)
        else:
            due = formatting.day_time(one.due_at, now, self._seat.locale)
        known = {str(kind): kind for kind in PromiseKind}
        kind = title(known[one.kind]) if one.kind in known else one.kind
        phone = formatting.masked_phone(one.phone) if one.phone else ""
        tone = Tone.BAD if is_late else Tone.MUTED
        who = one.customer_name or phone
        parts = (one.request_number, who) if one.request_number else (who, "")
        return RowText(one.what or kind, *parts, kind, due, tone, is_late)


class CallbacksList(QWidget):
    """Enter dials the chosen one, Kept says that it was done."""

    call_wanted = Signal(str)
    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.model = PromiseRows(seat, self)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Promises and callbacks"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.doubleClicked.connect(self._dial_row)
        self.nothing = EmptyState("phone-outgoing", self.tr("Nobody to call back, and every promise is kept."))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nothing)
        self.dial = Button(self.tr("Dial"), "primary", key="Enter")
        self.dial.clicked.connect(self._dial)
        self.kept = Button(self.tr("Kept"), key="Ctrl+Enter")
        self.kept.clicked.connect(self._keep)
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.dial)
        row.addWidget(self.kept)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.foot)
        self.setFocusProxy(self.view)
        self.read()

    @Slot()
    def read(self) -> None:
        """Reads what is open."""
        seat = self._seat
        seat.tasks.read(
            promise.open_ones, seat.desk, seat.operator.id, on_success=self._show, key=(id(self), "promises")
        )

    @Slot(object)
    def refresh(self, changes: Changes) -> None:
        """Reads again where promises may have changed."""
        if changes.promises or changes.is_everything:
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        else:
            self._dial()

    def _show(self, promises: tuple[OpenPromise, ...]) -> None:
        row = max(0, self.view.currentIndex().row())
        self.model.show_promises(promises)
        self.pages.setCurrentWidget(self.view if promises else self.nothing)
        self.foot.setEnabled(bool(promises))
        self.view.setCurrentIndex(self.model.index(min(row, len(promises) - 1), 0))

    @Slot()
    def _dial(self) -> None:
        self._dial_row(self.view.currentIndex())

    @Slot(QModelIndex)
    def _dial_row(self, index: QModelIndex) -> None:
        chosen = self.model.promise_at(index.row())
        if chosen is not None and chosen.phone:
            self.call_wanted.emit(chosen.phone)
        elif chosen is not None:
            self._seat.messages.warn(self.tr("No phone is known for %1.").replace("%1", chosen.customer_name))

    @Slot()
    def _keep(self) -> None:
        chosen = self.model.promise_at(self.view.currentIndex().row())
        if chosen is not None:
            seat = self._seat
            work = (promise.keep, seat.desk, seat.operator.id, chosen.id)
            seat.tasks.write(*work, on_success=partial(self._was_kept, chosen.what))

    def _was_kept(self, what: str, changes: Changes) -> None:
        self._seat.messages.notice(self.tr("Kept: %1").replace("%1", what))
        self.changed.emit(changes)
        self.read()


def _due(one: OpenPromise) -> tuple[object, bytes]:
    return one.due_at, one.id
