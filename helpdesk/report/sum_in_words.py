"""Sums in words, as papers say them: units in words, hundredths in digits."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.money import Money, exponent

# What num2words knows how to decline; any other currency is named by its code.
_KNOWN = {
    "ru": frozenset(("RUB", "EUR", "USD", "UAH", "KZT", "BYN", "UZS", "PLN")),
    "en": frozenset(("RUB", "EUR", "USD", "GBP", "AUD", "CAD", "SEK", "NOK", "PLN", "BYN", "RON", "INR", "UZS")),
}


def sum_in_words(sum: Money, language: str) -> str:
    """Such as “Одна тысяча два рубля 51 копейка”, beginning with a capital letter."""
    from num2words import num2words

    language = language if language in _KNOWN else "en"
    digits = exponent(sum.currency)
    if digits == 2 and sum.currency in _KNOWN[language]:
        # An int would be read as kopecks: the sum goes in as a Decimal with its two digits.
        said = num2words(
            sum.amount.quantize(Decimal("0.01")),
            lang=language,
            to="currency",
            currency=sum.currency,
            cents=False,
            separator="" if language == "ru" else " and",
        )
    else:
        whole, rest = divmod(abs(sum.minor), 10**digits)
        minus = ("минус " if language == "ru" else "minus ") if sum.minor < 0 else ""
        hundredths = f" {rest:0{digits}}/{10**digits}" if digits else ""
        said = f"{minus}{num2words(whole, lang=language)}{hundredths} {sum.currency}"
    return f"{said[:1].upper()}{said[1:]}"
