"""Identities of rows: UUIDv7 in 16 bytes (RFC 9562), so that newer rows sort later on every station."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import NewType

CustomerId = NewType("CustomerId", bytes)
RequestId = NewType("RequestId", bytes)
OrderId = NewType("OrderId", bytes)
ProductId = NewType("ProductId", bytes)
OperatorId = NewType("OperatorId", bytes)
EventId = NewType("EventId", bytes)
InteractionId = NewType("InteractionId", bytes)
PromiseId = NewType("PromiseId", bytes)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_NOISE = 0x0FFF_3FFF_FFFF_FFFF_FFFF
_VERSION_AND_VARIANT = 0x7000_8000_0000_0000_0000


def milliseconds(instant: datetime) -> int:
    """Whole milliseconds since 1970, UTC; `instant` is aware."""
    return (instant - EPOCH) // _MILLISECOND


def instant(milliseconds: int) -> datetime:
    """The aware UTC datetime of `milliseconds` since 1970."""
    return EPOCH + milliseconds * _MILLISECOND


def new_identity(at: datetime) -> bytes:
    """A new identity whose time part is `at`; a record of the past carries the past, so that lists stay in order."""
    noise = int.from_bytes(os.urandom(10), "big") & _NOISE | _VERSION_AND_VARIANT
    return max(0, milliseconds(at)).to_bytes(6, "big") + noise.to_bytes(10, "big")


def milliseconds_of(identity: bytes) -> int:
    """The time part of an identity, in milliseconds since 1970."""
    return int.from_bytes(identity[:6], "big")
