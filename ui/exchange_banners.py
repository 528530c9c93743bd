"""What the exchange has to tell across the window: the hub's troubles, a clock that is wrong, copies taken in."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.errors import UserError
from helpdesk.service.station import WRONG_CLOCK
from helpdesk.words.errors import sentence
from ui import formatting
from ui.formatting import Locale
from ui.theme import Tone
from ui.widgets import Banner

_HARD = {"HubNewer", "HubForeign", "HubStrange", "OfficeKeyMissing"}
"""Troubles that do not pass by themselves."""


def head_of(error: UserError) -> str:
    """What happened to the exchange, in a few words; the error's sentence says what to do."""
    translate = QCoreApplication.translate
    heads = {
        "HubMissing": translate("ExchangeBanners", "The hub is gone; your work is safe here"),
        "HubUnreachable": translate("ExchangeBanners", "The hub does not answer; your work is safe here"),
        "HubFull": translate("ExchangeBanners", "The hub is full; your work is safe here"),
        "HubUnwritable": translate("ExchangeBanners", "The hub is read-only; your work is safe here"),
        "HubLocked": translate("ExchangeBanners", "The hub is held by another station"),
        "HubNewer": translate("ExchangeBanners", "The other stations have a newer program: install it here too"),
        "HubForeign": translate("ExchangeBanners", "The hub belongs to another office"),
    }
    usual = translate("ExchangeBanners", "Not exchanged with the other stations; your work is safe here")
    return heads.get(type(error).__name__, usual)


class ExchangeBanners(QWidget):
    """Up to three strips, hidden without need; each says what to do, none stands in the way."""

    again = Signal()
    settings_wanted = Signal()

    def __init__(self, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._told: tuple[str, ...] = ()
        self.fault, self.clock, self.copies = Banner(Tone.WARN), Banner(Tone.BAD), Banner(Tone.ACCENT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.fault, self.clock, self.copies):
            banner.layout().setContentsMargins(20, 6, 20, 6)
            banner.hide()
            layout.addWidget(banner)
        self.fault.add_action(self.tr("Try again"), self.again)
        self.fault.add_action(self.tr("Open settings"), self.settings_wanted)
        self.copies.add_action(self.tr("Good"), self.copies.hide)

    def show_error(self, error: UserError) -> None:
        """Tells why nothing is exchanged."""
        tone = Tone.BAD if type(error).__name__ in _HARD else Tone.WARN
        self.fault.say(head_of(error), sentence(error), tone=tone)
        self.fault.show()

    def clear_error(self) -> None:
        """The exchange goes on."""
        self.fault.hide()

    def show_clock(self, ahead: timedelta | None) -> None:
        """Tells how far this computer's clock is off, where that is too far."""
        is_wrong = ahead is not None and abs(ahead) > WRONG_CLOCK
        if ahead is not None and is_wrong:
            length = formatting.duration(abs(ahead), self._locale)
            words = self.tr("This computer's clock is %1 ahead") if ahead > timedelta(0) else ""
            words = words or self.tr("This computer's clock is %1 behind")
            told = self.tr("Set it by the system's settings. Until then the times of what you enter here are wrong.")
            self.clock.say(words.replace("%1", length), told)
        self.clock.setVisible(is_wrong)

    def show_copies(self, copies: tuple[str, ...]) -> None:
        """Tells once of conflicted copies that were taken in."""
        if copies and copies != self._told:
            self._told = copies
            told = self.tr(
                "A copy of the hub lay beside it: what it held is in the office now, the copy was moved aside"
            )
            self.copies.say(told, ", ".join(copies))
            self.copies.show()
