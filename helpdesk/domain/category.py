"""What a request's state means to the program: its category, and why a request waits."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """The fixed meaning behind a state's free name; only the category has behaviour."""

    NEW = "new"
    OPEN = "open"
    WAITING = "waiting"
    SOLVED = "solved"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nobody works on a request of this category."""
        return self in (Category.SOLVED, Category.CLOSED, Category.CANCELLED)


class WaitingReason(StrEnum):
    """Whom or what a waiting request waits for."""

    CUSTOMER = "customer"
    DEPARTMENT = "department"
    SUPPLIER = "supplier"
    DATE = "date"
