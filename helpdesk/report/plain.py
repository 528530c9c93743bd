"""Values of reports in JSON's own types."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from helpdesk.report.content import Kind, Value

Plain = str | int | float | None


def plain(kind: Kind, value: Value) -> Plain:
    """A value in JSON's own types."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case timedelta():
            return round(value.total_seconds())
        case Decimal() | int() if kind == "money":
            return f"{Decimal(value):.2f}"
        case Decimal():
            return float(value)
        case _:
            return value
