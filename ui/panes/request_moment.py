"""A day and a time of day in a form of the request."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from ui import formatting
from ui.formatting import Locale


class MomentField(QDateTimeEdit):
    """A day and a time on the reader's clock, typed or taken from the calendar."""

    def __init__(self, locale: Locale, moment: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd.MM.yyyy HH:mm" if locale.language == "ru" else "d MMM yyyy HH:mm")
        self.show_moment(moment)

    def show_moment(self, moment: datetime) -> None:
        """Shows another instant."""
        shown = formatting.local(moment, self._locale)
        day = QDate(shown.year, shown.month, shown.day)
        self.setDateTime(QDateTime(day, QTime(shown.hour, shown.minute)))

    @property
    def moment(self) -> datetime:
        """The instant shown, in UTC."""
        day, clock = self.date(), self.time()
        zone = ZoneInfo(self._locale.time_zone)
        shown = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone)
        return shown.astimezone(UTC)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
