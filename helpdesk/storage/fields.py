"""Column types: instants as whole milliseconds, identities as 16 bytes, decimals as exact text or whole millionths."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from peewee import Field, TextField

from helpdesk.domain.identity import instant, milliseconds


class InstantField(Field):
    """An aware UTC datetime, kept as milliseconds since 1970."""

    field_type = "BIGINT"

    def db_value(self, value: datetime | int | None) -> int | None:
        return milliseconds(value) if isinstance(value, datetime) else value

    def python_value(self, value: int | None) -> datetime | None:
        return None if value is None else instant(value)


class IdentityField(Field):
    """An identity of 16 bytes."""

    field_type = "BLOB"

    def python_value(self, value: Any) -> bytes | None:
        return None if value is None else bytes(value)


class ExactField(TextField):
    """A Decimal, kept as its text."""

    def db_value(self, value: Decimal | None) -> str | None:
        return None if value is None else format(value, "f")

    def python_value(self, value: str | None) -> Decimal | None:
        return None if value is None else Decimal(value)


class QuantityField(Field):
    """A Decimal of at most six decimals, kept as whole millionths, so that the database adds up exactly."""

    field_type = "BIGINT"

    def db_value(self, value: Decimal | None) -> int | None:
        return None if value is None else int(value.scaleb(6).to_integral_value(ROUND_HALF_UP))

    def python_value(self, value: int | None) -> Decimal | None:
        return None if value is None else quantity_of(value)


def quantity_of(millionths: int) -> Decimal:
    """The quantity of so many millionths, without noughts at its end."""
    whole, rest = divmod(millionths, 1_000_000)
    return Decimal(whole) if not rest else Decimal(millionths).scaleb(-6).normalize()


class JsonField(TextField):
    """A JSON value, kept as compact text with sorted keys."""

    def db_value(self, value: Any) -> str | None:
        if value == () or value == []:
            return "[]"
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    def python_value(self, value: str | None) -> Any:
        return None if value is None else json.loads(value)
