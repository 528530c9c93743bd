"""A quote as it is typed, and the same as a draft that survives a power cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import InvalidOperation
from typing import Any

from helpdesk.domain.identity import CustomerId, OperatorId, ProductId, RequestId
from helpdesk.domain.paper import from_plain, plain
from helpdesk.domain.quote import QuoteCard, QuoteForm, QuoteId
from helpdesk.service import catalogue, draft, pricing, promotion, quote
from helpdesk.service.desk import Desk
from ui.panes.order_offers import customer_name

PREFIX = "quote/"


@dataclass(frozen=True)
class QuoteDraft:
    """The form with the customer's name beside."""

    form: QuoteForm = field(default_factory=QuoteForm)
    customer_name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        form = self.form
        return not (form.customer or form.lines or form.need or form.note)


@dataclass(frozen=True)
class QuoteReading:
    """What the editor shows: the quote where there is one, the draft that was left, the usual terms and limit."""

    card: QuoteCard | None
    draft: QuoteDraft
    usual: QuoteForm
    limit: Any = None
    lists: tuple[str, ...] = ()
    customer_name: str = ""


def key_of(id: bytes | None) -> str:
    """Under what the draft of a quote is kept."""
    return f"{PREFIX}{id.hex() if id else 'new'}"


def read_quote(desk: Desk, actor: OperatorId, id: QuoteId | None, customer: CustomerId | None = None) -> QuoteReading:
    """Reads a quote, or what a new one begins with; for a worker."""
    usual = QuoteForm(
        valid_until=quote.usual_valid_until(desk),
        terms=catalogue.usual_terms(desk, actor),
        is_net=pricing.are_net(desk),
    )
    return QuoteReading(
        quote.card(desk, actor, id) if id else None,
        draft_of(draft.load(desk, actor, key_of(id))),
        usual,
        pricing.discount_limit(desk, actor),
        pricing.price_lists(desk, actor),
        customer_name(desk, actor, customer) if customer else "",
    )


def add_line(desk: Desk, actor: OperatorId, product: ProductId, list: str = "") -> Any:
    """The line of a product at today's price of a list; for a worker."""
    return promotion.line_for(desk, actor, product, list=list)


def recommended(desk: Desk, actor: OperatorId, inside: Sequence[ProductId], need: str) -> tuple[Any, ...]:
    """What goes with what is on a quote, or answers the need while nothing is on it; for a worker."""
    if inside:
        return catalogue.recommend(desk, actor, inside, 3)
    return catalogue.for_need(desk, actor, need, 3) if need.strip() else ()


def body_of(kept: QuoteDraft) -> dict[str, Any]:
    """The draft as plain JSON."""
    form = kept.form
    return {
        "number": form.number,
        "customer": form.customer.hex() if form.customer else "",
        "customer_name": kept.customer_name,
        "request": form.request.hex() if form.request else "",
        "valid_until": form.valid_until.isoformat() if form.valid_until else "",
        "need": form.need,
        "is_net": form.is_net,
        "note": form.note,
        "terms": form.terms,
        "lines": [plain(line) for line in form.lines],
    }


def draft_of(body: dict[str, Any] | None) -> QuoteDraft:
    """The draft that was kept; an empty one for none or for one that cannot be read."""
    if not body:
        return QuoteDraft()
    try:
        customer, request, until = body.get("customer"), body.get("request"), body.get("valid_until")
        form = QuoteForm(
            lines=tuple(map(from_plain, body.get("lines", ()))),
            customer=CustomerId(bytes.fromhex(customer)) if customer else None,
            request=RequestId(bytes.fromhex(request)) if request else None,
            valid_until=dt.date.fromisoformat(until) if until else None,
            need=str(body.get("need", "")),
            is_net=bool(body.get("is_net", False)),
            terms={str(name): str(text) for name, text in dict(body.get("terms", {})).items()},
            note=str(body.get("note", "")),
            number=str(body.get("number", "")),
        )
    except (ValueError, KeyError, TypeError, InvalidOperation):
        return QuoteDraft()
    return QuoteDraft(form, str(body.get("customer_name", "")))
