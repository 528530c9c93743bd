"""A secret shown once: to be copied, read out or printed; it is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.request_dialog import RequestDialog
from ui.widgets import Button, Text


class SecretDialog(RequestDialog):
    """Shows a code in large signs with what it is for; `print_wanted` and `save_wanted` where it goes on paper."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(
        self, head: str, secret: str, told: str, parent: QWidget | None = None, *, is_printed: bool = False
    ) -> None:
        super().__init__(head, "", parent, width=480)
        self.secret = secret
        self.shown = Text(secret, "head", wraps=True)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(head)
        self.copy = Button(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        if is_printed:
            for text, signal in ((self.tr("Print…"), self.print_wanted), (self.tr("Save as PDF…"), self.save_wanted)):
                button = Button(text)
                button.clicked.connect(signal)
                row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.shown)
        self.body.addWidget(Text(told, "muted", wraps=True))
        self.body.addLayout(row)
        self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.secret)
        self.copy.setText(self.tr("Copied"))
