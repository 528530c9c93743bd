"""Who may be calling, where the number alone does not tell: chosen by Ctrl+number or mouse, never in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from helpdesk.domain.customer import Candidate
from helpdesk.domain.phone import PhoneMatch
from ui.widgets import Button, FlowLayout, LinkButton, Text

_MOST = 5
_LONGEST = 34


class CallChoice(QWidget):
    """One button a candidate, the likeliest first; the keys work wherever the operator types."""

    chosen = Signal(object)
    nobody = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self._candidates: tuple[Candidate, ...] = ()
        self._buttons: list[Button] = []
        self._listened: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 20, 8)
        row.setSpacing(10)
        self.head = Text(self.tr("Who is calling?"), "good")
        row.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        self.head.setMinimumHeight(34)
        held = QWidget()
        self._flow = FlowLayout(8, held)
        row.addWidget(held, 1)
        self.other = LinkButton(self.tr("Somebody else"))
        self.other.clicked.connect(self.nobody)
        row.addWidget(self.other)
        self.hide()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Who may be chosen now."""
        return self._candidates

    def offer(self, candidates: tuple[Candidate, ...]) -> None:
        """Offers these; the focus stays where it is."""
        self.close_choice()
        self._candidates = candidates[:_MOST]
        for number, candidate in enumerate(self._candidates, start=1):
            button = Button(self._words(candidate), key=f"Ctrl+{number}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._choose, number - 1))
            self._buttons.append(button)
            self._flow.addWidget(button)
        self.show()
        QApplication.instance().focusChanged.connect(self._listen)
        self._listen(None, QApplication.focusWidget())

    @Slot()
    def close_choice(self) -> None:
        """Takes the offer away."""
        if self._candidates:
            QApplication.instance().focusChanged.disconnect(self._listen)
            self._listen(None, None)
        self._candidates = ()
        for button in self._buttons:
            self._flow.takeAt(0)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.hide()

    def _words(self, candidate: Candidate) -> str:
        row = candidate.row
        name = row.name if len(row.name) <= _LONGEST else f"{row.name[:_LONGEST]}…"
        certain = {
            PhoneMatch.EXACT: self.tr("this number"),
            PhoneMatch.TAIL: self.tr("probably"),
            PhoneMatch.SHORT: self.tr("maybe"),
        }[candidate.match]
        return " · ".join(part for part in (name, row.city[:20], certain) if part)

    def _choose(self, place: int) -> None:
        if place < len(self._candidates):
            self.chosen.emit(self._candidates[place])

    def _listen(self, _old: QWidget | None, now: QWidget | None) -> None:
        # The composer has the same keys for its tabs; while a caller is unknown they choose the caller.
        if self._listened is not None:
            self._listened.removeEventFilter(self)
        self._listened = now
        if now is not None:
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._listened = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not self._candidates:
            return False
        place = _place(event)
        if place is None or place >= len(self._candidates):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._choose(place)
        return True


def _place(event: QEvent) -> int | None:
    if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return None
    place = event.key() - Qt.Key.Key_1
    return place if 0 <= place < _MOST else None
