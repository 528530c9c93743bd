"""A field that finds as you type and offers what it found under itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.seat import Seat


@dataclass(frozen=True)
class Offer:
    """One thing found: what is read of it, and the thing itself."""

    words: str
    value: Any


class FindField(QLineEdit):
    """Asks `find(desk, actor, text)` off the GUI thread while one types; Enter takes the first, arrows another."""

    taken = Signal(object)

    def __init__(
        self, seat: Seat, find: Callable[..., Sequence[Offer]], placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._find = find
        self._offers: Sequence[Offer] = ()
        self._is_entered = False
        self._asked = ""
        self.setPlaceholderText(placeholder)
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(8)
        self._list.activated[QModelIndex].connect(self._take_index)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(60)
        self._rest.timeout.connect(self._ask)
        self.textEdited.connect(self._begin)

    @property
    def offers(self) -> Sequence[Offer]:
        """What was found last."""
        return self._offers

    def _begin(self, _text: str) -> None:
        self._offers = ()
        self._rest.start()

    def _ask(self) -> None:
        seat, text = self._seat, self.text().strip()
        if not text:
            self._list.popup().hide()
            return
        self._asked = text
        seat.tasks.read(self._find, seat.desk, seat.operator.id, text, on_success=self._offer, key=self)

    def _offer(self, offers: Sequence[Offer]) -> None:
        if self.text().strip() != self._asked:
            return
        self._offers = offers
        self._words.setStringList([offer.words for offer in offers])
        if self._is_entered:
            self._is_entered = False
            self._take(0)
        elif offers and self.hasFocus():
            self._list.complete()
        else:
            self._list.popup().hide()

    def _take_index(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        self._list.popup().hide()
        if 0 <= row < len(self._offers):
            self.taken.emit(self._offers[row].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain and self.text().strip():
            popup = self._list.popup()
            marked = popup.currentIndex().row() if popup.isVisible() else -1
            if self._offers:
                self._take(max(0, marked))
            else:
                # Faster than the search: what it finds first is meant.
                self._is_entered = True
                self._rest.stop()
                self._ask()
            return
        if event.key() == Qt.Key.Key_Escape and self._list.popup().isVisible():
            self._list.popup().hide()
            return
        super().keyPressEvent(event)
