"""What presses about the order shown, and what may be said of it: late, at risk, not told, the read-out line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.models.order_words import late_words, risk_words
from ui.panes.order_reading import OrderReading
from ui.panes.request_parts import column, ground, row
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner, LinkButton, Text


class OrderSay(QWidget):
    """Two strips and the sentence; without a confirmed identity it holds the stage and the date alone."""

    said = Signal()
    mail_wanted = Signal()
    slip_wanted = Signal()
    waive_wanted = Signal()
    identify_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._reading: OrderReading | None = None
        self._identified: bytes = b""
        self.pressing, self.owed = Banner(Tone.WARN), Banner(Tone.WARN)
        self.owed.add_action(self.tr("Said"), self.said)
        self.owed.add_action(self.tr("Mail text…"), self.mail_wanted)
        self.owed.add_action(self.tr("Slip"), self.slip_wanted)
        self.owed.add_action(self.tr("Not needed…"), self.waive_wanted)
        self.sentence = Text("", "strong", wraps=True)
        self.identify = LinkButton(self.tr("Identity confirmed…"))
        self.identify.clicked.connect(self.identify_wanted)
        self._note = Text("", "good", wraps=True)
        say = ground(QWidget(), "good")
        inside = column(say, (12, 6, 12, 8), 2)
        top = row(None)
        top.addWidget(self._note, 1)
        top.addWidget(self.identify)
        inside.addLayout(top)
        inside.addWidget(self.sentence)
        layout = column(self, spacing=8)
        for part in (self.pressing, self.owed, say):
            layout.addWidget(part)

    @property
    def is_identified(self) -> bool:
        """Whether it is sure who speaks about the order shown."""
        return self._reading is not None and self._identified == self._reading.card.row.id

    def show_reading(self, reading: OrderReading) -> None:
        """Shows what presses; another order begins without an identity."""
        self._reading = reading
        card, now, locale = reading.card, self._seat.desk.clock.now(), self._seat.locale
        if self._identified != card.row.id:
            self._identified = b""
        late, risk = late_words(card.row, now, locale), risk_words(card.row, now, locale)
        self.pressing.setVisible(bool(late or risk))
        if late or risk:
            tone = Tone.BAD if card.row.is_late else Tone.WARN
            self.pressing.say(late or risk, risk if late else "", tone=tone)
        self.owed.setVisible(card.owed is not None)
        if card.owed is not None:
            names = reading.plan.names(card.row.kind, card.owed.stage)
            self.owed.say(self.tr("Not told: “%1”").replace("%1", names[1 if locale.language == "ru" else 0]))
        self._show_sentence()

    def take_identity(self) -> None:
        """It is sure now who speaks about this order."""
        if self._reading is not None:
            self._identified = self._reading.card.row.id
            self._show_sentence()

    def _show_sentence(self) -> None:
        if self._reading is None:
            return
        is_sure = self.is_identified
        self.sentence.setText(self._reading.readout if is_sure else self._reading.bare_readout)
        self.sentence.setAccessibleName(self.sentence.text())
        self._note.setText(self.tr("Say:") if is_sure else self.tr("Say, the identity is not confirmed:"))
        self.identify.setVisible(not is_sure)
