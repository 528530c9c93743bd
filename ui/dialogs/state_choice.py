"""Chooses a state for one or several requests, with a reason where the state wants one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.request import RequestState
from ui.dialogs.request_dialog import RequestDialog

_CODE = int(Qt.ItemDataRole.UserRole)


class StateChoice(RequestDialog):
    """Gives the code of the state and the reason; cancelling always wants a reason."""

    chosen = Signal(str, str)

    def __init__(
        self, head: str, states: Sequence[RequestState], language: str, parent: QWidget | None = None, *, code: str = ""
    ) -> None:
        super().__init__(head, self.tr("Change state"), parent)
        self._states = {state.code: state for state in states}
        self.states = QListWidget()
        self.states.setAccessibleName(self.tr("State"))
        for state in states:
            item = QListWidgetItem(state.name(language), self.states)
            item.setData(_CODE, state.code)
            if state.code == code or not self.states.currentItem():
                self.states.setCurrentItem(item)
        self.states.setFixedHeight(min(9, len(states)) * (self.states.sizeHintForRow(0) + 1))
        self.states.itemActivated.connect(self._on_item)
        label = QLabel(self.tr("Reason (wanted when cancelling)"))
        label.setProperty("role", "note")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.returnPressed.connect(self.take)
        for part in (self.states, label, self.reason):
            self.body.addWidget(part)
        (self.reason if code else self.states).setFocus()

    def take(self) -> None:
        item = self.states.currentItem()
        if item is None:
            return
        code, reason = str(item.data(_CODE)), " ".join(self.reason.text().split())
        if self._states[code].category is Category.CANCELLED and not reason:
            self.refuse(self.tr("Write why it is cancelled: the customer may ask."), self.reason)
            return
        self.chosen.emit(code, reason)
        self.accept()

    def _on_item(self, item: QListWidgetItem) -> None:
        self.take()
