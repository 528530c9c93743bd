"""Errors of the place where stations exchange, and of its key."""

from __future__ import annotations

from pathlib import Path

from helpdesk.errors.user import UserError
from helpdesk.lazily import dataclass


@dataclass(eq=False)
class HubMissing(UserError):
    hub: str


@dataclass(eq=False)
class HubExists(UserError):
    hub: str


@dataclass(eq=False)
class HubUnreadable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubUnwritable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubUnreachable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubStrange(UserError):
    """There is something at the address, but no hub."""

    hub: str


@dataclass(eq=False)
class HubHelloMissing(UserError):
    """The part of a hub that a newcomer needs is damaged; stations that know the hub put it back."""

    hub: str


@dataclass(eq=False)
class HubForeign(UserError):
    """A hub, but another office's."""

    hub: str


@dataclass(eq=False)
class HubFull(UserError):
    hub: str


@dataclass(eq=False)
class HubLocked(UserError):
    """Another station holds the hub; `since` is the time of day there, as people read it."""

    hub: str
    who: str
    since: str


@dataclass(eq=False)
class HubNewer(UserError):
    hub: str
    needed: int
    known: int


@dataclass(eq=False)
class HubAddressUnclear(UserError):
    address: str


@dataclass(eq=False)
class PassphraseWrong(UserError):
    pass


@dataclass(eq=False)
class RecoveryKeyMistyped(UserError):
    pass


@dataclass(eq=False)
class OfficeKeyMissing(UserError):
    folder: Path
