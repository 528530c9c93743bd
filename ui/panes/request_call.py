"""The middle of the window while a call runs and nothing of the caller is open: what to do, and where to write."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.panes.request_parts import column, ground
from ui.widgets import Button, EmptyState, Text

_ROOM_FOR_OFFER = 320


class CallPage(QWidget):
    """Offers the form of a new request; what is written goes to the wrap-up, on nobody's request."""

    register_wanted = Signal()
    noted = Signal(str)
    price_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background")
        sentence = self.tr("Nothing of this caller is open. Register the call, or choose one of the caller's requests.")
        self.offer = EmptyState("phone", sentence, self.tr("Register the call"), key="F2")
        self.offer.action_clicked.connect(self.register_wanted)
        head = Text(self.tr("Call notes"), "strong")
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(84)
        self.notes.setAccessibleName(self.tr("Call notes"))
        self.notes.setPlaceholderText(self.tr("Kept with the call; the wrap-up takes them over"))
        self.notes.textChanged.connect(self._tell)
        self.price = Button(self.tr("Price and stock"), key="F5")
        self.price.clicked.connect(self.price_wanted)
        layout = column(self, (24, 14, 24, 16), 8)
        layout.addWidget(self.offer, 1)
        layout.addStretch(0)
        layout.addWidget(head)
        layout.addWidget(self.notes)
        layout.addWidget(self.price, 0, Qt.AlignmentFlag.AlignLeft)

    def show_notes(self, text: str) -> None:
        """Shows what was noted of this call before."""
        self.notes.blockSignals(True)
        self.notes.setPlainText(text)
        self.notes.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside an open wrap-up there is room for the notes alone.
        self.offer.setVisible(self.height() >= _ROOM_FOR_OFFER)

    def _tell(self) -> None:
        self.noted.emit(self.notes.toPlainText())
