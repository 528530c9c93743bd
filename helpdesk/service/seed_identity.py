"""Identities of rows that every station makes alike, from their codes."""

from __future__ import annotations

import uuid

_SPACE = uuid.UUID("6f3c1b1e-5f0e-4c5e-9d57-3a0c6f3f2c11")


def code_identity(table: str, code: str) -> bytes:
    """The identity of a company-wide row that every station makes alike."""
    return uuid.uuid5(_SPACE, f"{table}:{code}").bytes
