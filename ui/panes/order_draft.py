"""A new order as it is typed, and the same as a draft that survives a power cut."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from helpdesk.domain.identity import CustomerId, ProductId, RequestId
from helpdesk.domain.order import OrderForm, OrderKind, OrderLine

KEY = "order/new"


@dataclass(frozen=True)
class OrderDraft:
    """The form with the customer's name beside."""

    form: OrderForm = field(default_factory=OrderForm)
    customer_name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        form = self.form
        return not (form.customer or form.requested_on or form.delivery or form.note or form.lines)


def body_of(draft: OrderDraft) -> dict[str, Any]:
    """The draft as plain JSON."""
    form = draft.form
    return {
        "number": form.number,
        "customer": form.customer.hex() if form.customer else "",
        "customer_name": draft.customer_name,
        "requested_on": form.requested_on.isoformat() if form.requested_on else "",
        "delivery": form.delivery,
        "note": form.note,
        "kind": form.kind.value,
        "request": form.request.hex() if form.request else "",
        "window": [form.window_from, form.window_to],
        "lines": [_line_body(line) for line in form.lines],
    }


def draft_of(body: dict[str, Any] | None) -> OrderDraft:
    """The draft that was kept; an empty one for none or for one that cannot be read."""
    if not body:
        return OrderDraft()
    try:
        wanted, customer = body.get("requested_on"), body.get("customer")
        form = OrderForm(
            customer=CustomerId(bytes.fromhex(customer)) if customer else None,
            requested_on=dt.date.fromisoformat(wanted) if wanted else None,
            delivery=str(body.get("delivery", "")),
            note=str(body.get("note", "")),
            lines=tuple(_line_of(line) for line in body.get("lines", ())),
            number=str(body.get("number", "")),
            kind=OrderKind(body.get("kind", OrderKind.GOODS)),
            request=RequestId(bytes.fromhex(body["request"])) if body.get("request") else None,
            window_from=str(body.get("window", ("", ""))[0]),
            window_to=str(body.get("window", ("", ""))[1]),
        )
    except (ValueError, KeyError, TypeError, IndexError, InvalidOperation):
        return OrderDraft()
    return OrderDraft(form, str(body.get("customer_name", "")))


def _line_body(line: OrderLine) -> dict[str, Any]:
    return {
        "title": line.title,
        "quantity": str(line.quantity),
        "price_minor": line.price_minor,
        "discount": str(line.discount),
        "product": line.product.hex() if line.product else "",
    }


def _line_of(body: dict[str, Any]) -> OrderLine:
    product = body.get("product")
    return OrderLine(
        title=str(body["title"]),
        quantity=Decimal(body["quantity"]),
        price_minor=int(body["price_minor"]),
        discount=Decimal(body["discount"]),
        product=ProductId(bytes.fromhex(product)) if product else None,
    )
