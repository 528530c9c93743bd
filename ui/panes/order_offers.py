"""What the fields of a new order find, as one reads it in their lists; for workers."""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.domain.customer import CustomerRow
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.money import Money
from helpdesk.domain.order import Product
from helpdesk.service import customer, product
from helpdesk.service.desk import Desk
from ui import formatting
from ui.panes.order_find import Offer

_OFFERED = 12


def find_customers(desk: Desk, actor: OperatorId, text: str) -> Sequence[Offer]:
    """Customers that answer a text."""
    return [Offer(_customer_words(row), row) for row in customer.rows(desk, actor, text, _OFFERED)]


def find_products(desk: Desk, actor: OperatorId, text: str) -> Sequence[Offer]:
    """Products that answer a text, each with its price."""
    currency = desk.company.currency
    return [Offer(_product_words(row, currency), row) for row in product.search(desk, actor, text, _OFFERED)]


def customer_name(desk: Desk, actor: OperatorId, id: CustomerId) -> str:
    """The name on a customer's card."""
    form = customer.card(desk, actor, id).form
    return form.name or form.company


def _customer_words(row: CustomerRow) -> str:
    phone = formatting.masked_phone(row.phone) if row.phone else ""
    return " · ".join(part for part in (row.name, row.city, phone) if part)


def _product_words(row: Product, currency: str) -> str:
    price = f"{Money(row.price_minor, currency).amount:,}".replace(",", " ") if row.price_minor is not None else ""
    return " · ".join(part for part in (row.name, row.code, price) if part)
