"""The words to say now, and the question with its answer: one line under the call strip (S20-S25)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from helpdesk.domain.interaction import ScriptStage
from ui.shortcuts import shown
from ui.widgets import ElidedLabel, LinkButton, Text


class _Answer(QLineEdit):
    """Enter and Ctrl+Right go on in the script; the field would take the latter for a step by a word."""

    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_right = event.key() == Qt.Key.Key_Right and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_right or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
            return
        super().keyPressEvent(event)


class CallScript(QWidget):
    """Shows the words of a stage; `answered` tells every change of the answer."""

    answered = Signal(str, str)
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self._code = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(10)
        self.words = ElidedLabel("")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.answer = _Answer()
        self.answer.setProperty("sunk", "true")
        self.answer.textEdited.connect(self._tell)
        self.answer.went_on.connect(self.went_on)
        self.next = LinkButton("")
        self.next.clicked.connect(self.went_on)
        row.addWidget(Text(self.tr("Say:"), "good"))
        row.addWidget(self.words, 6)
        row.addWidget(self.answer, 5)
        row.addWidget(self.next)
        self._room = row.count()
        row.addStretch(1)

    def show_stage(self, stage: ScriptStage, name: str, answer: str, *, is_last: bool) -> None:
        """Shows the words with the customer's name in them, and the answer given so far."""
        self._code = stage.code
        said = named(stage.words, name)
        self.words.setText(self.tr("“%1”").replace("%1", said) if said else "")
        self.answer.setVisible(bool(stage.question))
        self.answer.setPlaceholderText(stage.question)
        self.answer.setAccessibleName(stage.question)
        if self.answer.text() != answer:
            self.answer.setText(answer)
        self.next.setVisible(not is_last)
        self.next.setText(self.tr("next  %1").replace("%1", shown("Ctrl+Right")))

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.answered.emit(self._code, text)


def named(words: str, name: str) -> str:
    """The words with the name, as it can be said, in its place; whole without one."""
    if name:
        return words.replace("{name}", " ".join(name.partition(",")[0].split()[:3]))
    for spot in (", {name}", "{name}, ", " {name}", "{name}"):
        words = words.replace(spot, "")
    return words[:1].upper() + words[1:]
