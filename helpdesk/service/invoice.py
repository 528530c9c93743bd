"""What operators do with invoices: give out, cancel, book what was paid (S51)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import CustomerId, OperatorId, OrderId, ProductId
from helpdesk.domain.invoice import InvoiceCard, InvoiceForm, InvoiceId
from helpdesk.domain.paper import PaperLine, paper_lines, plain
from helpdesk.domain.permission import Action
from helpdesk.domain.quote import QuoteId
from helpdesk.domain.requisite import Buyer
from helpdesk.domain.vat import rate_on
from helpdesk.errors import FieldMissing
from helpdesk.report.notation import Notation
from helpdesk.service import company_setting, order, pricing, quote, requisite
from helpdesk.service.desk import Desk
from helpdesk.service.number import take
from helpdesk.service.permission import ask
from helpdesk.service.stock import today_of
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import invoice as queries
from helpdesk.storage.queries import price as price_queries
from helpdesk.words import N_, _, speaking

VALID_DAYS_KEY, VALID_DAYS = "invoice.valid_days", 5
TERMS_KEY = "invoice.terms"


@dataclass(frozen=True, slots=True)
class Issued:
    """An invoice that was given out: its identity, its number for people, what was touched."""

    id: InvoiceId
    number: str
    changes: Changes


def issue(desk: Desk, actor: OperatorId, form: InvoiceForm) -> Issued:
    """Gives an invoice out; from then on it never changes. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not form.lines:
        raise FieldMissing("lines")
    seller = requisite.get(desk, actor)
    with desk.work() as unit:
        row = unit.add(
            tables.Invoice,
            number=form.number or take(unit.database),
            customer=form.customer,
            order=form.order,
            quote=form.quote,
            issued_on=today_of(desk),
            valid_until=form.valid_until,
            pay_by=form.pay_by,
            currency=desk.company.currency,
            is_net=form.is_net,
            lines=[plain(line) for line in form.lines],
            seller=asdict(seller),
            buyer=asdict(_buyer(unit.database, form.customer)),
            ground=form.ground.strip(),
            terms=form.terms.strip(),
            operator=actor or None,
        )
    return Issued(InvoiceId(row.id), row.number, unit.changes)


def form_of_quote(desk: Desk, actor: OperatorId, id: QuoteId) -> InvoiceForm:
    """An invoice for the version of a quote that was agreed, else for the newest. Raises RecordMissing."""
    known = quote.card(desk, actor, id)
    version = quote.agreed_version(known)
    return replace(
        _usual(desk, version.lines),
        customer=known.customer,
        order=known.standing.order,
        quote=id,
        ground=_ground(desk, known.customer, N_("Quote {number} of {day}"), known.number, version.made_at),
        is_net=version.is_net,
    )


def form_of_order(desk: Desk, actor: OperatorId, id: OrderId) -> InvoiceForm:
    """An invoice for the lines of an order, at the VAT rates of today where a line names none. Raises RecordMissing."""
    known = order.card(desk, actor, id)
    with desk.reading() as database:
        lines = _with_vat(desk, database, paper_lines(known.lines))
    row = known.row
    ground = _ground(desk, row.customer, N_("Order {number} of {day}"), row.number, row.ordered_at)
    return replace(_usual(desk, lines), customer=row.customer, order=id, ground=ground)


def card(desk: Desk, actor: OperatorId, invoice: InvoiceId) -> InvoiceCard:
    """An invoice with what was paid. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.card(database, invoice)


def listed(
    desk: Desk,
    actor: OperatorId,
    *,
    of_customer: CustomerId | None = None,
    of_order: OrderId | None = None,
    of_quote: QuoteId | None = None,
) -> tuple[InvoiceCard, ...]:
    """The invoices of a quote, an order or a customer, newest first; of all where none is given."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        if of_quote is not None:
            return tuple(queries.of_quote(database, of_quote))
        if of_order is not None:
            return tuple(queries.of_order(database, of_order))
        if of_customer is not None:
            return tuple(queries.of_customer(database, of_customer, 50))
        return tuple(queries.cards(database, "1", limit=200))


def cancel(desk: Desk, actor: OperatorId, invoice: InvoiceId, reason: str) -> Changes:
    """Takes an invoice back; its number is never used again. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not reason.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        unit.get(tables.Invoice, invoice)
        state = {"state": "cancelled", "text": reason.strip()}
        add_event(unit, SubjectKind.INVOICE, invoice, EventKind.STATE, operator=actor or None, **state)
    return unit.changes


def pay(
    desk: Desk, actor: OperatorId, invoice: InvoiceId, amount_minor: int, *, paid_on: date | None = None, text: str = ""
) -> Changes:
    """Books money that came for an invoice; a sum below zero books it back, with words why. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not amount_minor:
        raise FieldMissing("amount")
    if amount_minor < 0 and not text.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        unit.get(tables.Invoice, invoice)
        unit.add(
            tables.Payment,
            invoice=invoice,
            amount_minor=amount_minor,
            paid_on=paid_on or today_of(desk),
            text=text.strip(),
            operator=actor or None,
        )
    return unit.changes


def _usual(desk: Desk, lines: Iterable[PaperLine]) -> InvoiceForm:
    until = today_of(desk) + timedelta(days=company_setting.get(desk, VALID_DAYS_KEY, VALID_DAYS))
    return InvoiceForm(
        lines=tuple(lines), valid_until=until, pay_by=until, terms=str(company_setting.get(desk, TERMS_KEY, ""))
    )


def _with_vat(desk: Desk, database: Database, lines: Iterable[PaperLine]) -> list[PaperLine]:
    usual, rates, today = pricing.default_vat(desk), price_queries.vat_rates(database), today_of(desk)
    found = []
    for line in lines:
        if line.vat is None:
            code = _vat_code(database, line.product) or usual
            rate = rate_on(rates, code, today)
            line = replace(line, vat=rate.percent if rate else None)
        found.append(line)
    return found


def _vat_code(database: Database, product: ProductId | None) -> str:
    row = database.row("SELECT vat FROM product WHERE id = ?", product) if product else None
    return str(row[0]) if row else ""


def _buyer(database: Database, customer: CustomerId | None) -> Buyer:
    row = database.row(
        "SELECT c.name, c.company, c.inn, (SELECT typed FROM contact a WHERE a.customer = c.id AND a.kind = 'address'"
        " AND a.is_hidden = 0 ORDER BY a.position LIMIT 1), (SELECT typed FROM contact p WHERE p.customer = c.id"
        " AND p.kind = 'phone' AND p.is_hidden = 0 ORDER BY p.position LIMIT 1), c.city FROM customer c WHERE c.id = ?",
        customer,
    )
    if row is None:
        return Buyer()
    name, company, inn, address, phone, city = row
    return Buyer(company or name, inn, address or city or "", phone or "")


def _ground(desk: Desk, customer: CustomerId | None, words: str, number: str, at: datetime) -> str:
    company, language = desk.company, quote.language_for(desk, customer)
    notation = Notation(language, ZoneInfo(company.time_zone), company.currency)
    with speaking(language):
        return _(words).format(number=number, day=notation.long_date(notation.local(at).date()))
