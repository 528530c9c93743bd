"""What all errors that a user can act on have in common."""

from __future__ import annotations


class UserError(Exception):
    """The world failed or the input is wrong, and the user can do something about it."""
