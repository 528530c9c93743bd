"""Customers: persons and companies, how to reach them, what to know before speaking to them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.lazily import dataclass

if TYPE_CHECKING:
    from helpdesk.domain.likeness import DuplicateReason
    from helpdesk.domain.phone import PhoneMatch


class CustomerKind(StrEnum):
    """A person or a company."""

    PERSON = "person"
    COMPANY = "company"


class ContactKind(StrEnum):
    """A way to reach a customer."""

    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    MESSENGER = "messenger"


class ConsentPurpose(StrEnum):
    """What a customer agreed to or refused, one purpose each (152-ФЗ)."""

    SERVICE = "service"
    ADVERTISING = "advertising"


@dataclass(frozen=True)
class Contact:
    """One phone, mail, address or messenger; `normal` is E.164 for a phone, folded for a mail."""

    kind: ContactKind
    typed: str
    normal: str = ""
    extension: str = ""
    label: str = ""
    id: bytes = b""


@dataclass(frozen=True)
class Consent:
    """The last word of a customer on one purpose and channel."""

    purpose: ConsentPurpose
    channel: Channel | None
    is_given: bool
    given_at: datetime
    basis: str = ""


@dataclass(frozen=True)
class CustomerForm:
    """A customer card as typed."""

    kind: CustomerKind = CustomerKind.PERSON
    name: str = ""
    form_of_address: str = ""
    company: str = ""
    position: str = ""
    city: str = ""
    inn: str = ""
    note: str = ""
    warning: str = ""
    preferences: str = ""
    language: str = ""
    time_zone: str = ""
    tags: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class CustomerRow:
    """A customer as a list shows it."""

    id: CustomerId
    alias: int
    name: str
    kind: CustomerKind
    city: str
    phone: str
    mail: str
    open_requests: int


@dataclass(frozen=True)
class HistoryLine:
    """One line of a customer's history over all channels: request, order, call or message."""

    at: datetime
    kind: str
    title: str
    number: str
    record: bytes


@dataclass(frozen=True)
class CustomerOrder:
    """An order as the customer card shows it: `done` of `total` stages."""

    id: bytes
    number: str
    title: str
    stage: str
    done: int
    total: int
    is_late: bool
    promised_on: str


@dataclass(frozen=True)
class OpenPromise:
    """What was promised to a customer and until when."""

    id: bytes
    kind: str
    what: str
    due_at: datetime
    customer: CustomerId | None
    customer_name: str
    phone: str
    request_number: str
    operator: OperatorId | None


@dataclass(frozen=True)
class CustomerCard:
    """A customer as the card shows it."""

    id: CustomerId
    number_of_contacts: int
    form: CustomerForm
    since: datetime
    consents: tuple[Consent, ...]
    open_requests: int
    promises: tuple[OpenPromise, ...]
    orders: tuple[CustomerOrder, ...]
    history: tuple[HistoryLine, ...]


@dataclass(frozen=True)
class Duplicate:
    """A card that may be the same customer, and why."""

    row: CustomerRow
    reason: DuplicateReason


@dataclass(frozen=True)
class Candidate:
    """Who may be calling, the likeliest first; `latest_number` is the open request or order to show first."""

    row: CustomerRow
    match: PhoneMatch
    latest_request: bytes | None
    latest_number: str
