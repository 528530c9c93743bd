"""What a write touched, by identity: panes refresh what concerns them and nothing else."""

from __future__ import annotations

from dataclasses import field

from helpdesk.domain.identity import CustomerId, OrderId, ProductId, RequestId
from helpdesk.lazily import dataclass


@dataclass(frozen=True)
class Changes:
    """Identities of the records that a transaction touched; `is_everything` after work too large to list."""

    requests: frozenset[RequestId] = field(default_factory=frozenset)
    customers: frozenset[CustomerId] = field(default_factory=frozenset)
    orders: frozenset[OrderId] = field(default_factory=frozenset)
    products: frozenset[ProductId] = field(default_factory=frozenset)
    promises: bool = False
    calls: bool = False
    company: bool = False
    papers: bool = False
    is_everything: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.requests | other.requests,
            self.customers | other.customers,
            self.orders | other.orders,
            self.products | other.products,
            self.promises or other.promises,
            self.calls or other.calls,
            self.company or other.company,
            self.papers or other.papers,
            self.is_everything or other.is_everything,
        )
