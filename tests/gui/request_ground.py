"""A seat at a real desk for the tests of list and request: one operator, a clock that stands, tasks at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from helpdesk.domain.customer import CustomerForm
from helpdesk.domain.request import RequestForm
from helpdesk.service import company, customer, request
from helpdesk.service.desk import Desk
from tests.builders import a_clock, a_customer, a_desk
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.seat import Seat
from ui.tasks import InlineTasks


@dataclass
class Ground:
    """The seat and short ways to fill its desk."""

    desk: Desk
    seat: Seat
    messages: RecordingMessages

    @property
    def me(self) -> Any:
        """The operator at the seat."""
        return self.seat.operator.id

    def registered(self, subject: str = "The lamp does not light", **fields: Any) -> Any:
        """A registered request of the operator at the seat."""
        form = RequestForm(subject=subject, owner=fields.pop("owner", self.me), **fields)
        return request.register(self.desk, self.me, form)

    def customer(self, name: str = "Ivashov Pyotr", **fields: Any) -> Any:
        """A saved customer."""
        form: CustomerForm = a_customer(name, **fields)
        return customer.save(self.desk, self.me, form).id

    def card(self, made: Any) -> Any:
        """The request as it is now."""
        return request.card(self.desk, self.me, made.id)


def ground(folder: Path) -> Ground:
    """A new workplace with a seat."""
    desk = a_desk(folder / "workplace", a_clock(), language="en")
    messages = RecordingMessages()
    operator = company.operators(desk)[0]
    return Ground(desk, Seat(desk, operator, InlineTasks(messages), messages, Locale()), messages)


def dialog(kind: type[QDialog]) -> Any:
    """The dialog of this kind that stands open."""
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]
