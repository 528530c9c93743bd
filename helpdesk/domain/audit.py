"""What the workplace notes about its own use: who took what out of it (S13)."""

from __future__ import annotations

from enum import StrEnum


class AuditAct(StrEnum):
    """What was done with records."""

    EXPORTED = "exported"
    PRINTED = "printed"
    FROZE = "froze"
    SHOWN = "shown"
    SEARCHED = "searched"
