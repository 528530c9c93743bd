"""One change of one record, as it travels and as it is merged."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

Value = None | int | float | str | bytes


class Change(NamedTuple):
    """Cells of one record that one station wrote at one stamp.

    `base` is the stamp that the author saw in those cells; of an event, that of the latest event seen of its subject.
    `is_whole` says that the record begins here: a column without a cell has its default, which therefore never changes.
    """

    table: int
    id: bytes
    stamp: int
    base: int
    station: bytes
    is_whole: bool
    cells: dict[int, Value]


class Mark(NamedTuple):
    """Who wrote a cell when, and what the author saw there."""

    stamp: int
    station: bytes
    base: int


def plain(value: Any) -> Any:
    """A value as JSON takes it: bytes become a list of their hexadecimal digits."""
    return [value.hex()] if isinstance(value, bytes) else value


def unplain(value: Any) -> Value:
    """The value that `plain` was given."""
    return bytes.fromhex(value[0]) if isinstance(value, list) else value


def text_of(value: Value) -> str:
    """A value as one text: kept aside, or compared as the last resort."""
    return json.dumps(plain(value), ensure_ascii=False)


def value_of(text: str) -> Value:
    """The value of such a text."""
    return unplain(json.loads(text))
