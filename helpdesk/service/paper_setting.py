"""What the company settled about papers and prices: days, terms, square code, VAT, discount limits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.requisite import Requisites
from helpdesk.domain.vat import VatRate
from helpdesk.service import catalogue, company, company_setting, invoice, paper, pricing, quote, requisite
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask

KEYS = frozenset(
    (
        *(quote.VALID_DAYS_KEY, invoice.VALID_DAYS_KEY, invoice.TERMS_KEY),
        *(paper.CODE_KEY, pricing.VAT_KEY, pricing.NET_KEY, catalogue.TERMS_KEY),
    )
)


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """Everything of it at once; limits by department, `EVERYBODY` for all others."""

    requisites: Requisites
    quote_days: int
    invoice_days: int
    invoice_terms: str
    code: str
    usual_vat: str
    is_net: bool
    rates: tuple[VatRate, ...]
    terms: dict[str, str]
    limits: dict[str, Decimal]
    departments: tuple[str, ...]


def read(desk: Desk, actor: OperatorId) -> PaperSettings:
    """Reads all of it."""
    ask(desk, actor, Action.SEE)
    people = company.operators(desk)
    return PaperSettings(
        requisites=requisite.get(desk, actor),
        quote_days=company_setting.get(desk, quote.VALID_DAYS_KEY, quote.VALID_DAYS),
        invoice_days=company_setting.get(desk, invoice.VALID_DAYS_KEY, invoice.VALID_DAYS),
        invoice_terms=company_setting.get(desk, invoice.TERMS_KEY, ""),
        code=paper.payment_code(desk),
        usual_vat=pricing.default_vat(desk),
        is_net=pricing.are_net(desk),
        rates=pricing.vat_rates(desk, actor),
        terms=catalogue.usual_terms(desk, actor),
        limits=pricing.discount_limits(desk, actor),
        departments=tuple(sorted({one.department for one in people if one.department})),
    )


def put(desk: Desk, actor: OperatorId, key: str, value: Any) -> Changes:
    """Settles one thing anew; its key is one of `KEYS`."""
    if key not in KEYS:
        raise ValueError(f"not a setting of papers: {key}")
    return company_setting.put(desk, actor, key, value)
