"""What an operator must know before the first word: promises due, warnings, late orders, open requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.customer import CustomerCard
from ui import formatting
from ui.panes.customer_sections import due_first
from ui.seat import Seat
from ui.theme import Tone

_NEAR = timedelta(days=1)


@dataclass(frozen=True)
class Warned:
    """The head and the rest of the banner, and how urgent it is."""

    head: str
    text: str
    tone: Tone


def warning(card: CustomerCard, seat: Seat) -> Warned | None:
    """What the banner of the card says, the most urgent first; None where there is nothing to mind."""
    said = [*_promised(card, seat), *([card.form.warning] if card.form.warning else []), *_open(card)]
    if not said:
        return None
    near = seat.desk.clock.now() + _NEAR
    is_urgent = bool(card.form.warning) or any(promise.due_at < near for promise in card.promises)
    is_late = bool(card.promises) or any(order.is_late for order in card.orders)
    tone = Tone.BAD if is_urgent else Tone.WARN if is_late else Tone.ACCENT
    return Warned(said[0], " · ".join(said[1:]), tone)


def _promised(card: CustomerCard, seat: Seat) -> list[str]:
    now = seat.desk.clock.now()
    said = []
    for promise in sorted(card.promises, key=due_first):
        due = formatting.day_time(promise.due_at, now, seat.locale)
        if promise.due_at < now:
            words = QCoreApplication.translate("CustomerCard", "Promised by %1, overdue: %2")
        else:
            words = QCoreApplication.translate("CustomerCard", "Promised by %1: %2")
        said.append(words.replace("%1", due).replace("%2", promise.what))
    return said


def _open(card: CustomerCard) -> list[str]:
    translate = QCoreApplication.translate
    late = sum(order.is_late for order in card.orders)
    coming = sum(0 < order.done < order.total and not order.is_late for order in card.orders)
    said = []
    if late:
        said.append(translate("CustomerCard", "%n late order(s)", "", late))
    if card.open_requests:
        said.append(translate("CustomerCard", "%n open request(s)", "", card.open_requests))
    if said and coming:
        said.append(translate("CustomerCard", "%n order(s) on the way", "", coming))
    return said
