"""The one box (Ctrl+K): numbers, phones, names and words of every record, then commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import labels
from ui.models.answer import Answer, look_up
from ui.seat import Seat
from ui.widgets import SearchBox

_SHOWN = 10


class PalettePopup(QFrame):
    """The answers under the box; the keyboard stays in the box."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        from ui.models.answer_list import AnswerView

        super().__init__(window)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "round")
        self.view = AnswerView(self)
        self.view.setAccessibleName(self.tr("Found"))
        self.view.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view)
        self.hide()

    def _clicked(self) -> None:
        self.chosen.emit(self.view.current)

    def stand_under(self, box: QWidget) -> None:
        """Takes its place and its height under `box`."""
        corner = box.mapTo(self.parentWidget(), QPoint(0, box.height() + 4))
        rows = min(_SHOWN, self.view.model().rowCount())
        height = rows * self.view.sizeHintForRow(0) + 10
        wide = max(box.width(), min(620, self.parentWidget().width() - corner.x() - 16))
        self.setGeometry(corner.x(), corner.y(), wide, min(height, self.parentWidget().height() - corner.y() - 16))
        self.show()
        self.raise_()


class PaletteBox(SearchBox):
    """Finds as one types; Up and Down choose, Enter opens, Esc leaves."""

    chosen = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Number, phone, name, order…"), key="Ctrl+K", parent=parent)
        self._seat = seat
        self.popup: PalettePopup | None = None
        self._offered: Callable[[], tuple[labels.Command, ...]] = tuple
        self._found: tuple[Answer, ...] = ()
        self._is_waiting = self._opens_first = False
        self._takes_focus_from: QWidget | None = None
        self.textEdited.connect(self._look_up)
        self.textChanged.connect(self._emptied)

    def offer(self, commands: Callable[[], tuple[labels.Command, ...]]) -> None:
        """Names the commands that stand after what was found."""
        self._offered = commands

    def begin(self) -> None:
        """Takes the keyboard, with all it holds selected, and shows the commands."""
        before = self.window().focusWidget()
        if before is not self:
            self._takes_focus_from = before
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is shown now."""
        is_shown = self.popup is not None and self.popup.isVisible()
        return self.popup.view.model().answers if is_shown else ()

    def _look_up(self, text: str) -> None:
        self._opens_first = False
        if not text.strip():
            self._found = ()
            self._show()
            return
        self._is_waiting = True
        seat = self._seat
        seat.tasks.read(
            look_up, seat.desk, seat.operator.id, text, on_success=self._answered, on_error=self._failed, key="one box"
        )

    def _answered(self, found: tuple[Answer, ...]) -> None:
        self._is_waiting = False
        self._found = found
        self._show()
        if self._opens_first:
            self._open()

    def _failed(self, error: Exception) -> None:
        self._is_waiting = self._opens_first = False
        self._seat.messages.error(error)

    def _emptied(self, text: str) -> None:
        if not text:
            self._found = ()
            self._hide()

    def _show(self) -> None:
        if not self.hasFocus():
            return
        if self.popup is None:
            self.popup = PalettePopup(self.window())
            self.popup.chosen.connect(self._choose)
        from ui.models.answer_list import Answers

        shown = self._found + self._commands()
        self.popup.view.setModel(Answers(shown or (self._nothing(),), self.popup.view))
        self.popup.view.move_on(0)
        self.popup.stand_under(self)

    def _commands(self) -> tuple[Answer, ...]:
        from helpdesk.domain.spelling import other_layout

        typed = self.text().casefold()
        meanings = [meaning.split() for meaning in (typed, other_layout(typed)) if meaning is not None]
        return tuple(
            Answer("command", command.text, value=command.name, keys=command.keys)
            for command in self._offered()
            if any(_begins(words, command.text) for words in meanings)
        )

    def _nothing(self) -> Answer:
        return Answer(
            "note", self.tr("Nothing found. Try a part of the name, the last digits of the phone or of the number.")
        )

    def _hide(self) -> None:
        if self.popup is not None:
            self.popup.hide()

    def _open(self) -> None:
        self._opens_first = self._is_waiting
        if not self._is_waiting and self.popup is not None and self.popup.isVisible():
            self._choose(self.popup.view.current)

    def _choose(self, answer: Answer | None) -> None:
        if answer is None or answer.kind == "note":
            return
        self.clear()
        self._hide()
        self._give_back()
        self.chosen.emit(answer)

    def _give_back(self) -> None:
        before, self._takes_focus_from = self._takes_focus_from, None
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        except RuntimeError:  # It went away with its pane in the meantime.
            pass
        self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        is_open = self.popup is not None and self.popup.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Escape and not self.text():
            self._hide()
            self._give_back()
        elif key in steps and is_open:
            self.popup.view.move_on(steps[key])
        elif key == Qt.Key.Key_Down:
            self._show()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._hide()


def _begins(words: list[str], text: str) -> bool:
    parts = text.casefold().replace(":", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)
