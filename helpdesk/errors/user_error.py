"""The one kind of error that is told to a user."""

from __future__ import annotations


class UserError(Exception):
    """The world failed or the input is wrong, and the user can do something about it."""
