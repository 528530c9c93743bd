"""The part of the window that exchanges with the other stations: by itself, off the GUI thread, never in the way.

An exchange follows a change of this station at once and the clock otherwise; after an error it waits longer each time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from helpdesk.domain.changes import Changes
from helpdesk.errors import OfficeMissing, UserError
from helpdesk.service import station, sync
from helpdesk.service.sync import SyncResult, SyncStatus
from helpdesk.words.errors import sentence
from ui.exchange_banners import ExchangeBanners
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets.sync_light import SyncLight

INTERVAL = timedelta(seconds=1)
SOON = timedelta(milliseconds=150)
LONGEST = timedelta(seconds=30)
STALE = timedelta(minutes=2)
CLOCK_CHECKED = timedelta(minutes=10)


class ExchangeDesk(QObject):
    """Owns the light and the banners; `changed` brings what other stations did, `opened` asks for the settings."""

    changed = Signal(object)
    opened = Signal()
    exchanged = Signal(object)
    joined = Signal()
    left = Signal()

    def __init__(self, seat: Seat, window: Any) -> None:
        super().__init__(window)
        self._seat = seat
        self.light = SyncLight()
        self.banners = ExchangeBanners(seat.locale)
        self.banners.again.connect(self.exchange)
        self.banners.settings_wanted.connect(self.opened)
        self._is_member = self._is_exchanging = self._is_wanted = False
        self._exchanged_at: datetime | None = None
        self._waiting = self._failures = 0
        self._error: UserError | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.exchange)
        self._age = QTimer(self)
        self._age.setInterval(5000)
        self._age.timeout.connect(self._show_light)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_CHECKED // timedelta(milliseconds=1))
        self._clock.timeout.connect(self._check_clock)

    @property
    def is_member(self) -> bool:
        """Whether this station exchanges with others."""
        return self._is_member

    def begin(self) -> None:
        """Looks whether this station belongs to an office, and if so begins to exchange."""
        seat = self._seat
        seat.tasks.read(
            sync.status,
            seat.desk,
            seat.operator.id,
            on_success=self._join,
            on_error=self._stay_alone,
            key=(self, "status"),
        )

    def refresh(self, changes: Changes) -> None:
        """Exchanges soon after a change of this station."""
        if not self._is_member:
            if changes.company:
                self.begin()
        elif self._is_exchanging:
            self._is_wanted = True
        elif not self._failures:
            self._next.start(SOON // timedelta(milliseconds=1))

    def exchange(self) -> None:
        """Exchanges now, unless an exchange is under way."""
        if self._is_exchanging or not self._is_member:
            return
        self._is_exchanging = True
        self._next.stop()
        seat = self._seat
        seat.tasks.read(
            sync.now,
            seat.desk,
            seat.operator.id,
            on_success=self._take,
            on_error=self._fail,
            key=(self, "exchange"),
        )

    def stop(self) -> None:
        """Exchanges no more; one under way ends by itself."""
        self._is_member = False
        for timer in (self._next, self._age, self._clock):
            timer.stop()
        self.left.emit()

    def _join(self, status: SyncStatus) -> None:
        self._is_member = True
        self._exchanged_at, self._waiting = status.exchanged_at, status.waiting
        self.light.show()
        self._age.start()
        self._clock.start()
        self._show_light()
        self._check_clock()
        self.joined.emit()
        self.exchange()

    def _check_clock(self) -> None:
        seat = self._seat
        told = {"on_success": self.banners.show_clock, "on_error": self._leave_clock, "key": (self, "clock")}
        seat.tasks.read(station.ahead, seat.desk, seat.operator.id, **told)

    def _leave_clock(self, error: UserError) -> None:
        """A hub that is not there is told by the exchange itself."""

    def _stay_alone(self, error: UserError) -> None:
        self.stop()
        self.light.hide()
        if not isinstance(error, OfficeMissing):
            self._seat.messages.error(error)

    def _take(self, result: SyncResult) -> None:
        self._is_exchanging = False
        self._failures, self._waiting, self._error = 0, 0, None
        self._exchanged_at = self._seat.desk.clock.now()
        self.banners.clear_error()
        self.banners.show_copies(result.copies)
        self._show_light()
        # An entry that lost here changed no record: whoever shows one reads anew what was also entered.
        changes = result.changes | Changes(is_everything=bool(result.conflicts))
        if changes != Changes():
            self.changed.emit(changes)
        self.exchanged.emit(result)
        self._wait(SOON if self._is_wanted else INTERVAL)

    def _fail(self, error: UserError) -> None:
        self._is_exchanging = False
        self._failures += 1
        self._error = error
        if isinstance(error, OfficeMissing):
            self._stay_alone(error)
            return
        self._show_light()
        # One missed turn is no news: a server that restarts, another station that writes.
        if self._failures > 1:
            self.banners.show_error(error)
        self._wait(min(LONGEST, INTERVAL * 2**self._failures))

    def _wait(self, length: timedelta) -> None:
        self._is_wanted = False
        if self._is_member:
            self._next.start(length // timedelta(milliseconds=1))

    def _show_light(self) -> None:
        tone = Tone.WARN if self._failures > 1 or self._is_stale() else Tone.GOOD
        tip = sentence(self._error) if self._error else self.tr("Exchanged with the other stations by itself.")
        self.light.say(self._words(), tone, tip=tip)

    def _is_stale(self) -> bool:
        at = self._exchanged_at
        return at is not None and self._seat.desk.clock.now() - at > STALE

    def _words(self) -> str:
        at = self._exchanged_at
        if at is None:
            return self.tr("Not exchanged yet")
        age = int((self._seat.desk.clock.now() - at).total_seconds())
        if age < 5:
            return self.tr("Synced just now")
        if age < 120:
            return self.tr("Synced %n s ago", "", age)
        if age < 7200:
            return self.tr("Synced %n min ago", "", age // 60)
        return self.tr("Synced %n h ago", "", age // 3600)
