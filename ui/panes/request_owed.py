"""What the customer has not been told yet, with the ways to tell; and what a solved request still wants."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.request import RequestCard
from ui.panes.request_parts import column
from ui.shortcuts import shown
from ui.theme import Tone
from ui.widgets import Banner


class OwedStrip(QWidget):
    """One strip for the notification owed, one for the word of the customer on the solution; hidden without need."""

    said = Signal()
    mail_wanted = Signal()
    slip_wanted = Signal()
    waive_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.owed = Banner(Tone.WARN)
        said = self.owed.add_action(self.tr("Said"), self.said)
        said.setToolTip(self.tr("The customer was told (%1)").replace("%1", shown("Ctrl+Shift+Return")))
        self.owed.add_action(self.tr("Mail text…"), self.mail_wanted)
        self.owed.add_action(self.tr("Slip"), self.slip_wanted).setToolTip(self.tr("Print the slip and hand it over"))
        self.owed.add_action(self.tr("Not needed…"), self.waive_wanted)
        self.solved = Banner(Tone.GOOD)
        self.solved.say(self.tr("Solved. Is the customer satisfied?"))
        self.solved.add_action(self.tr("Satisfaction…"), self._rate)
        self.solved.add_action(self.tr("Reopen…"), self._reopen)
        layout = column(self, spacing=8)
        layout.addWidget(self.owed)
        layout.addWidget(self.solved)

    def show_card(self, card: RequestCard, state: str) -> None:
        """Shows what is owed; `state` is the name of the state that the customer was not told of."""
        if card.owed is not None:
            self.owed.say(self.tr("Not told: “%1”").replace("%1", state))
            self.owed.setToolTip(card.owed.text)
        self.owed.setVisible(card.owed is not None)
        wants_word = card.row.category is Category.SOLVED and card.satisfaction is None
        self.solved.setVisible(wants_word)
        self.setVisible(card.owed is not None or wants_word)

    def _rate(self) -> None:
        self.step_wanted.emit("satisfaction")

    def _reopen(self) -> None:
        self.step_wanted.emit("reopen")
