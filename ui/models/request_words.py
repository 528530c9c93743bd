"""What a row of the request list says, from frozen values alone: the due badge, who, the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.request import Priority, RequestRow, RequestState
from helpdesk.lazily import dataclass
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import RowText
from ui.formatting import Locale
from ui.theme import Tone

# The row does not carry its allowance: what is left of the working day counts as at risk in its last two hours.
_SOON = timedelta(hours=2)
_LEAST = timedelta(seconds=1)


@dataclass(frozen=True)
class Reading:
    """What is needed to put a row into words: whose locale, as of when, by which hours and states."""

    locale: Locale
    now: datetime
    hours: BusinessHours
    states: Mapping[str, RequestState] = field(default_factory=dict)

    def state_name(self, code: str) -> str:
        """The state as the company calls it; an unknown code stands for itself."""
        state = self.states.get(code)
        return state.name(self.locale.language) if state is not None else code


def time_remaining(due_at: datetime, now: datetime, hours: BusinessHours) -> timedelta:
    """Business time until `due_at`; negative, and never nothing, once it has passed."""
    if due_at < now:
        return -max(hours.working_time(due_at, now), _LEAST)
    return hours.working_time(now, due_at)


def due_word(row: RequestRow, reading: Reading) -> tuple[str, Tone]:
    """The due badge of a row and its tone; nothing where nothing is due."""
    if row.category.is_final:
        return "", Tone.MUTED
    if row.due_at is None:
        paused = formatting.time_left(reading.now, reading.now, reading.locale, is_paused=True)
        return paused if row.paused_left is not None else "", Tone.MUTED
    left = time_remaining(row.due_at, reading.now, reading.hours)
    word = formatting.time_left(row.due_at, reading.now, reading.locale, left=left)
    if left < timedelta(0):
        return word, Tone.BAD
    return word, Tone.WARN if left <= _SOON else Tone.MUTED


def row_text(row: RequestRow, reading: Reading) -> RowText:
    """The two lines of a row."""
    due, tone = due_word(row, reading)
    who = [part for part in (row.customer_name, title(row.kind).lower()) if part]
    if row.priority in (Priority.HIGH, Priority.URGENT) and not row.category.is_final:
        who.append(title(row.priority).lower())
    state = reading.state_name(row.state)
    if row.is_owed:
        told = QCoreApplication.translate("RequestWords", "%1 · not told")
        state = told.replace("%1", state)
    is_urgent = tone in (Tone.WARN, Tone.BAD)
    return RowText(row.subject, row.number, " · ".join(who), state, due, tone, is_urgent)
