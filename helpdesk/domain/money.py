"""Sums of money: whole minor units of one currency, rounded half up once per line, never a float."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

# ISO 4217: currencies whose minor unit is not a hundredth.
_EXPONENTS = dict.fromkeys(
    ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
_LARGEST = 2**63 - 1
_PRECISION = 60
_DISCOUNT_STEP = Decimal("0.0001")


def exponent(currency: str) -> int:
    """How many decimal digits the minor unit of `currency` has."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True)
class Money:
    """A sum in whole minor units (kopecks, cents; yen themselves) of an ISO 4217 currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """The sum nearest to `amount` major units, halves away from zero; ValueError if it is no storable number."""
        try:
            number = Decimal(amount)
        except InvalidOperation as error:
            raise ValueError(f"not a sum of money: {amount!r:.40}") from error
        with localcontext(prec=_PRECISION):
            return cls(_whole(number, exponent(currency)), currency)

    @property
    def amount(self) -> Decimal:
        """The sum in major units, with exactly the digits that the currency has."""
        with localcontext(prec=_PRECISION):
            return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._minor_of(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._minor_of(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._minor_of(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._minor_of(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _minor_of(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.minor


def line_total(price: Money, quantity: Decimal, discount: Decimal = Decimal(0)) -> Money:
    """Price times quantity less the discount (0.15 is 15 %, taken to four decimals), rounded half up once."""
    with localcontext(prec=_PRECISION):
        kept = 1 - discount.quantize(_DISCOUNT_STEP, rounding=ROUND_HALF_UP)
        return Money(_whole(Decimal(price.minor) * quantity * kept, 0), price.currency)


def total(sums: Iterable[Money], currency: str) -> Money:
    """The sum of sums in one currency; nothing of `currency` for none."""
    result = Money(0, currency)
    for part in sums:
        result += part
    return result


def _whole(amount: Decimal, shift: int) -> int:
    # The size is looked at before scaling: 1e999999 would fill the memory as an int.
    if not amount.is_finite() or amount.adjusted() > len(str(_LARGEST)):
        raise ValueError(f"not a sum of money: {amount!r:.40}")
    minor = int(amount.scaleb(shift).to_integral_value(ROUND_HALF_UP))
    if abs(minor) > _LARGEST:
        raise ValueError(f"too large for a sum of money: {amount!r:.40}")
    return minor
