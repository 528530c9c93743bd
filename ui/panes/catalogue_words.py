"""What is said of a product, in words for the phone: price, stock, terms."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.money import Money
from helpdesk.service.catalogue import ProductSheet, ShelfRow
from ui import formatting
from ui.formatting import Locale
from ui.models.shelf_table import count


def price_words(row: ShelfRow, locale: Locale) -> str:
    """The price of today; the reduced one where a promotion is in force."""
    price = row.reduced_minor if row.reduced_minor is not None else row.price_minor
    if price is None:
        return QCoreApplication.translate("catalogue", "no price yet")
    return formatting.money(Money(price, locale.currency).amount, locale)


def stock_words(row: ShelfRow, locale: Locale) -> str:
    """Such as “free 12 of 14 pcs, 2 reserved”."""
    standing, unit = row.standing, row.product.unit
    if not standing.is_kept:
        return QCoreApplication.translate("catalogue", "not kept in stock")
    words = QCoreApplication.translate("catalogue", "free %1 of %2 %3").replace("%1", count(standing.free, locale))
    words = words.replace("%2", count(standing.on_hand, locale)).replace("%3", unit).strip()
    if standing.reserved:
        reserved = QCoreApplication.translate("catalogue", "%1 reserved").replace(
            "%1", count(standing.reserved, locale)
        )
        words = f"{words}, {reserved}"
    return words


def expected_words(row: ShelfRow, now: dt.datetime, locale: Locale) -> str:
    """Such as “30 more on 5 Dec”; nothing where nothing is awaited."""
    standing = row.standing
    if not standing.expected:
        return ""
    awaited = count(standing.expected, locale)
    if standing.expected_on is None:
        return QCoreApplication.translate("catalogue", "%1 more, no day named").replace("%1", awaited)
    on = formatting.short_date(standing.expected_on, now, locale)
    return QCoreApplication.translate("catalogue", "%1 more by %2").replace("%1", awaited).replace("%2", on)


def answer_words(row: ShelfRow, now: dt.datetime, locale: Locale) -> str:
    """One line to say or to note: the product, its price, what is free and when more comes."""
    parts = (row.product.name, price_words(row, locale), stock_words(row, locale), expected_words(row, now, locale))
    return ", ".join(part for part in parts if part)


def term_words() -> dict[str, str]:
    """Kinds of terms by name."""
    return {
        "delivery": QCoreApplication.translate("catalogue", "Delivery"),
        "payment": QCoreApplication.translate("catalogue", "Payment"),
        "return": QCoreApplication.translate("catalogue", "Return"),
        "warranty": QCoreApplication.translate("catalogue", "Warranty"),
    }


def vat_words(sheet: ProductSheet, locale: Locale) -> str:
    """Such as “VAT 22 % included”."""
    if sheet.vat is None or sheet.vat.percent is None:
        return QCoreApplication.translate("catalogue", "without VAT")
    rate = count(sheet.vat.percent, locale)
    return QCoreApplication.translate("catalogue", "with VAT %1 %").replace("%1", rate)
