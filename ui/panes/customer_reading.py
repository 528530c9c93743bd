"""What the customer card is made of, read in one go off the GUI thread."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.customer import CustomerCard
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.listing import RequestQuery, View
from helpdesk.domain.request import RequestRow
from helpdesk.service import customer, draft, merging, request_list
from helpdesk.service.desk import Desk

_SHOWN_REQUESTS = 8


def read_card(
    desk: Desk, actor: OperatorId, id: CustomerId
) -> tuple[CustomerCard, tuple[RequestRow, ...], dict[str, Any] | None]:
    """The card that stands for `id`, its requests that are open, and what was being typed into it; for a worker."""
    id = merging.standing_for(desk, actor, id)
    query = RequestQuery(view=View.CUSTOMER, customer=id)
    rows = request_list.first_page(desk, actor, query, 50)
    still_open = tuple(row for row in rows if not row.category.is_final)[:_SHOWN_REQUESTS]
    return customer.card(desk, actor, id), still_open, draft.load(desk, actor, key_of(id))


def key_of(id: CustomerId | None, phone: str = "") -> str:
    """What the draft of a card is kept under; a caller's new card has one of its own."""
    if id is not None:
        return f"customer:{id.hex()}"
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"customer:new:{digits}" if digits else "customer:new"
