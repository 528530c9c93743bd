"""A desk on a real file, and people and requests with defaults, for every test that needs the core."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpdesk import bootstrap
from helpdesk.clock import FixedClock
from helpdesk.domain.company import Company
from helpdesk.domain.customer import Contact, ContactKind, CustomerForm
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.request import RequestForm
from helpdesk.service import company as companies
from helpdesk.service.desk import Desk

MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
"""Monday, ten in the morning in Moscow."""

COMPANY = Company("Polyana Trade", "ru", "Europe/Moscow", "RUB", "+7 495 000-00-00")


def a_clock(instant: datetime = MORNING) -> FixedClock:
    """A clock that stands on a Monday morning unless told otherwise."""
    return FixedClock(instant)


def a_desk(folder: Path, clock: FixedClock | None = None, **company: Any) -> Desk:
    """The desk of a new workplace in `folder`; `company` replaces cells of the company."""
    made = bootstrap.create(folder, replace(COMPANY, **company), "Anna Belova", clock=clock or a_clock())
    return made.desk


def an_operator(desk: Desk) -> OperatorId:
    """Who sits at the desk first."""
    return companies.operators(desk)[0].id


def a_phone(typed: str = "+7 921 555-01-23") -> Contact:
    """A phone as somebody wrote it."""
    return Contact(ContactKind.PHONE, typed)


def a_mail(typed: str = "petr@polyana.example") -> Contact:
    """An address as somebody wrote it."""
    return Contact(ContactKind.MAIL, typed)


def a_customer(name: str = "Пётр Сергеевич Ивашов", phone: str = "", mail: str = "", **fields: Any) -> CustomerForm:
    """A customer card; `phone` and `mail` become its first contacts."""
    contacts = tuple(([a_phone(phone)] if phone else []) + ([a_mail(mail)] if mail else []))
    return CustomerForm(name=name, contacts=fields.pop("contacts", contacts), **fields)


def a_request(subject: str = "The lamp does not light", **fields: Any) -> RequestForm:
    """A request as typed."""
    return RequestForm(subject=subject, **fields)
