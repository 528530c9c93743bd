"""When a scheduled report is due: every day, every week on a day, or on the first of each month, at a local time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAILY, MONTHLY = "day", "month"
_WRITTEN = re.compile(r"(\w+)\s+(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Every:
    """How often and at which local time; `day` is "day", "month" or a weekday in English."""

    day: str
    at: time

    @property
    def text(self) -> str:
        """As it is written, such as "monday 08:00"."""
        return f"{self.day} {self.at:%H:%M}"

    def next_after(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """The first due instant after a moment, in UTC; a time that the clock skips falls into the hour after it."""
        day = moment.astimezone(zone).date()
        while True:
            if self._is_on(day):
                due = datetime.combine(day, self.at, zone).astimezone(UTC)
                if due > moment:
                    return due
            day += timedelta(days=1)

    def _is_on(self, day: date) -> bool:
        if self.day == DAILY:
            return True
        return day.day == 1 if self.day == MONTHLY else WEEKDAYS[day.weekday()] == self.day


def every(text: str) -> Every | None:
    """What "day 08:00", "monday 08:00" or "month 08:00" means; None where it means nothing."""
    found = _WRITTEN.fullmatch(text.strip().lower())
    if found is None or found[1] not in (DAILY, MONTHLY, *WEEKDAYS):
        return None
    hour, minute = int(found[2]), int(found[3])
    return Every(found[1], time(hour, minute)) if hour < 24 and minute < 60 else None
