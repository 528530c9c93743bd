"""Whom to call, or who calls: asked by F9 beside the window, with the number of the clipboard offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from helpdesk.domain.event import Direction
from helpdesk.words.terms import title
from ui.dialogs.promise import sheet
from ui.widgets import Button, FormGrid

_LEAST, _MOST, _LONGEST = 5, 15, 40


class CallNumberDialog(QDialog):
    """A number and who began; not modal, since a call may come in meanwhile."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Call"))
        self.setMinimumWidth(380)
        self.form = FormGrid()
        self.number = QLineEdit(offered(QApplication.clipboard().text()))
        self.number.selectAll()
        self.direction = QComboBox()
        for direction in (Direction.INCOMING, Direction.OUTGOING):
            self.direction.addItem(title(direction), direction)
        self.form.add("number", self.tr("&Number"), self.number)
        self.form.add("direction", self.tr("&Direction"), self.direction)
        self.start = Button(self.tr("Start"), "primary", key="Enter")
        self.start.clicked.connect(self.choose)
        cancel = Button(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        sheet(self, self.windowTitle(), self.form, (self.start, cancel)).addStretch(1)
        self.number.setFocus()

    @Slot()
    def choose(self) -> None:
        """Starts the call, or says what is missing."""
        self.form.clear_errors()
        phone = self.number.text().strip()
        if not any(sign.isdigit() for sign in phone):
            self.form.show_error("number", self.tr("Write the number as you see it."))
            return
        self.chosen.emit(phone, Direction(self.direction.currentData()))
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)


def offered(text: str) -> str:
    """The text if it looks like a phone, else nothing."""
    text = text.strip().removeprefix("tel:")
    if len(text) > _LONGEST or any(sign not in "+()-. \u00a0\u2011" and not sign.isdigit() for sign in text):
        return ""
    return text if _LEAST <= sum(sign.isdigit() for sign in text) <= _MOST else ""
