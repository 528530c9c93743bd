"""A real desk with a window on it: what the tests of the whole window stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from helpdesk import bootstrap
from helpdesk.bootstrap import Workplace
from helpdesk.clock import FixedClock
from helpdesk.domain.company import Company
from helpdesk.domain.customer import Contact, ContactKind, CustomerForm
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.service import company, customer, request
from ui.formatting import Locale
from ui.main_window import MainWindow
from ui.messages import RecordingMessages
from ui.seat import Seat
from ui.tasks import InlineTasks

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PHONE = "+7 921 555-01-23"


@dataclass(frozen=True)
class Filled:
    """A desk with one customer and one request, and the seat at it."""

    workplace: Workplace
    seat: Seat
    messages: RecordingMessages
    customer: bytes
    request: bytes
    number: str


def filled_desk(folder: Path, *, has_example: bool = False, is_training: bool = False) -> Filled:
    """Maria Shchegoleva's kettle came cracked."""
    lantern = Company("Lantern", "en", "Europe/Moscow", "RUB", has_example=has_example, is_training=is_training)
    workplace = bootstrap.create(folder, lantern, "Anna", clock=FixedClock(NOW))
    desk = workplace.desk
    anna = company.operators(desk)[0]
    form = CustomerForm(name="Щёголева Мария", contacts=(Contact(ContactKind.PHONE, PHONE),))
    maria = customer.save(desk, anna.id, form)
    kettle = RequestForm(kind=RequestKind.COMPLAINT, subject="Чайник пришёл с трещиной", customer=maria.id)
    made = request.register(desk, anna.id, kettle)
    request.take(desk, anna.id, [made.id])
    messages = RecordingMessages()
    seat = Seat(desk, anna, InlineTasks(messages), messages, Locale())
    return Filled(workplace, seat, messages, maria.id, made.id, made.number)


def window_on(filled: Filled) -> MainWindow:
    """The window with all its parts made."""
    window = MainWindow(filled.seat)
    for part in (*window.place("requests").rest(), window.make_strip):
        part()
    return window
