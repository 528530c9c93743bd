"""The VAT rates that a new workplace begins with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from helpdesk.service.seed_identity import code_identity
from helpdesk.storage import tables
from helpdesk.storage.unit import UnitOfWork

# The Tax Code's articles 164 and 346.20 as they stood in November 2026: code, percent, first day, last day, words.
RATES: tuple[tuple[str, str | None, date | None, date | None, str, str], ...] = (
    ("standard", "20", date(2019, 1, 1), date(2025, 12, 31), "Standard rate", "Основная ставка"),
    ("standard", "22", date(2026, 1, 1), None, "Standard rate", "Основная ставка"),
    ("reduced", "10", None, None, "Reduced rate", "Пониженная ставка"),
    ("zero", "0", None, None, "Zero rate", "Нулевая ставка"),
    ("exempt", None, None, None, "Without VAT", "Без НДС"),
    ("simplified5", "5", date(2025, 1, 1), None, "Simplified system, 5 %", "УСН, 5 %"),
    ("simplified7", "7", date(2025, 1, 1), None, "Simplified system, 7 %", "УСН, 7 %"),
)


def plant_rates(unit: UnitOfWork) -> None:
    """Adds the rates."""
    for code, percent, first, last, name_en, name_ru in RATES:
        unit.add(
            tables.VatRate,
            id=code_identity("vat_rate", f"{code}:{first}"),
            code=code,
            percent=None if percent is None else Decimal(percent),
            valid_from=first,
            valid_to=last,
            name_en=name_en,
            name_ru=name_ru,
        )
