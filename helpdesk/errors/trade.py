"""Errors of the trade: stock, quotes, invoices."""

from __future__ import annotations

from helpdesk.errors.user import UserError
from helpdesk.lazily import dataclass


@dataclass(eq=False)
class QuantityWrong(UserError):
    quantity: str


@dataclass(eq=False)
class DiscountTooGreat(UserError):
    discount: str
    limit: str


@dataclass(eq=False)
class QuoteOrdered(UserError):
    number: str
