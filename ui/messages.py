"""The one door to what the program says by itself: notices in the window, and questions where there is no way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from helpdesk.errors import UserError
from helpdesk.lazily import dataclass
from helpdesk.words.errors import sentence
from ui.theme import Tone

if TYPE_CHECKING:
    from ui.widgets.notice import NoticeBar


@dataclass(frozen=True)
class Question:
    """A question about a step without a way back; `answer` is the word on the button that takes it."""

    text: str
    answer: str
    detail: str = ""


class Messages(QObject):
    """Speaks through the notice bar of the window it was placed in; before that, through a box of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._left = 24
        self._bar: NoticeBar | None = None
        self._box: QWidget | None = None

    def place(self, window: QWidget, *, left: int = 24) -> None:
        """Speaks in `window` from now on, at its foot, `left` pixels from its edge."""
        self._window, self._left, self._bar = window, left, None

    def error(self, error: UserError) -> None:
        """Says what happened and what to do; it stays until it is closed."""
        self._say(Tone.BAD, sentence(error))

    def warn(self, text: str) -> None:
        """Says what needs attention; it stays until it is closed."""
        self._say(Tone.WARN, text)

    def notice(self, text: str, *, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Confirms what was done and leaves by itself; the action is most often Undo (Ctrl+Z does the same)."""
        self._say(Tone.PLAIN, text, action, on_action)

    def ask(self, question: Question, on_yes: Callable[[], None]) -> None:
        """Asks without stopping the window; calls the bound slot `on_yes` when the answer is taken."""
        from ui.widgets.question import QuestionDialog

        dialog = QuestionDialog(question.text, question.detail, question.answer, self._window)
        dialog.accepted.connect(on_yes)
        dialog.open()

    def _say(self, tone: Tone, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        if self._window is not None:
            self._notices(self._window).show_notice(tone, text, action, on_action)
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Helpdesk"), text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        # Nobody else holds it: without a window there is no parent.
        self._box = box
        box.open()

    def _notices(self, window: QWidget) -> NoticeBar:
        # Made with the first notice: the window stands sooner without it.
        if self._bar is None:
            from ui.widgets.notice import NoticeBar

            self._bar = NoticeBar(window, self._left)
        return self._bar


@dataclass
class RecordingMessages:
    """The same door for tests: keeps what was said, and gives `answer` to each question at once."""

    errors: list[UserError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    actions: list[Callable[[], None]] = field(default_factory=list)
    answer: bool = True

    def place(self, window: QWidget, *, left: int = 24) -> None:
        pass

    def error(self, error: UserError) -> None:
        self.errors.append(error)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def notice(self, text: str, *, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self.notices.append(text)
        if on_action is not None:
            self.actions.append(on_action)

    def ask(self, question: Question, on_yes: Callable[[], None]) -> None:
        self.questions.append(question)
        if self.answer:
            on_yes()
