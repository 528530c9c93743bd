"""What may be asked for permission."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """A thing that an operator does, as far as rights are concerned."""

    SEE = "see"
    WRITE = "write"
    SHOW_CONTACTS = "show_contacts"
    REPORT = "report"
    IMPORT = "import"
    SET_UP = "set_up"
