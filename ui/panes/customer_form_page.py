"""The place of the form in a card: the form itself is made when it is first opened, reading a card needs no fields."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from ui.panes.customer_form import CustomerFormPane
from ui.seat import Seat


class CustomerFormPage(QObject):
    """A page of `stack`; tells with what it was left."""

    saved = Signal(object)
    left = Signal()
    instead = Signal(bytes)

    def __init__(self, seat: Seat, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._seat, self._stack = seat, stack
        self._pane: CustomerFormPane | None = None

    @property
    def pane(self) -> CustomerFormPane:
        """The form."""
        if self._pane is None:
            self._pane = pane = CustomerFormPane(self._seat)
            self._stack.addWidget(pane)
            pane.saved.connect(self.saved)
            pane.left.connect(self.left)
            pane.instead.connect(self.instead)
        return self._pane

    @property
    def is_open(self) -> bool:
        """Whether the form is the page that is shown."""
        return self._pane is not None and self._stack.currentWidget() is self._pane

    @property
    def is_typing(self) -> bool:
        """Whether the keyboard is in the open form."""
        focus = QApplication.focusWidget()
        return self.is_open and focus is not None and self.pane.isAncestorOf(focus)

    def open(self) -> None:
        """Shows the form."""
        self._stack.setCurrentWidget(self.pane)

    def flush(self) -> None:
        """Keeps at once what is typed."""
        if self._pane is not None:
            self._pane.draft.flush()
