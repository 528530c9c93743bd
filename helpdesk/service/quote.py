"""What operators do with quotes: offer in versions, agree, decline, order (S51, S52)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import CustomerId, OperatorId, RequestId
from helpdesk.domain.order import OrderForm
from helpdesk.domain.paper import plain
from helpdesk.domain.permission import Action
from helpdesk.domain.quote import QuoteCard, QuoteForm, QuoteId, QuoteState, QuoteVersion, QuoteVersionId
from helpdesk.errors import DiscountTooGreat, FieldMissing, QuoteOrdered, RecordMissing
from helpdesk.service import company_setting, order, pricing
from helpdesk.service.desk import Desk
from helpdesk.service.number import take
from helpdesk.service.permission import ask
from helpdesk.service.stock import today_of
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import quote as queries
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import LANGUAGES, _

VALID_DAYS_KEY, VALID_DAYS = "quote.valid_days", 14


@dataclass(frozen=True, slots=True)
class SavedQuote:
    """A quote with the version that was added: its identity, its number for people, what was touched."""

    id: QuoteId
    number: str
    version: QuoteVersionId
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ordered:
    """The order made of a quote; `was_expired` warns that its last day had passed."""

    order: order.Registered
    was_expired: bool
    changes: Changes


def usual_valid_until(desk: Desk) -> date:
    """Until when a quote given today is valid, as the company settled."""
    return today_of(desk) + timedelta(days=company_setting.get(desk, VALID_DAYS_KEY, VALID_DAYS))


def language_for(desk: Desk, customer: CustomerId | None) -> str:
    """The language in which a customer reads papers: the customer's own, else the company's."""
    with desk.reading() as database:
        row = database.row("SELECT language FROM customer WHERE id = ?", customer)
    return row[0] if row and row[0] in LANGUAGES else desk.company.language


def save(desk: Desk, actor: OperatorId, form: QuoteForm, id: QuoteId | None = None) -> SavedQuote:
    """Offers a new quote, or a new version of one; versions before stay. Raises FieldMissing, DiscountTooGreat."""
    ask(desk, actor, Action.WRITE)
    if not form.lines:
        raise FieldMissing("lines")
    _check_discounts(desk, actor, form)
    with desk.work() as unit:
        if id is None:
            number = form.number or take(unit.database)
            head = unit.add(
                tables.Quote, number=number, customer=form.customer, request=form.request, created_at=unit.now
            )
        else:
            head = unit.get(tables.Quote, id)
            unit.change(head, customer=form.customer or head.customer, request=form.request or head.request)
        version = _add_version(desk, unit, head.id, form, actor)
    return SavedQuote(QuoteId(head.id), head.number, version, unit.changes)


def card(desk: Desk, actor: OperatorId, quote: QuoteId) -> QuoteCard:
    """A quote with its versions and what became of it. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.card(database, quote)


def by_number(desk: Desk, actor: OperatorId, number: str) -> QuoteId:
    """The quote under a number. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.by_number(database, number)
    if found is None:
        raise RecordMissing("quote", number)
    return found


def listed(
    desk: Desk,
    actor: OperatorId,
    *,
    customer: CustomerId | None = None,
    request: RequestId | None = None,
    limit: int = 50,
) -> tuple[QuoteCard, ...]:
    """The newest quotes, of a customer or a request where one is given."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.cards(database, queries.QuoteKey(customer, request), limit)


def agree(desk: Desk, actor: OperatorId, quote: QuoteId, version: QuoteVersionId, said_by: str) -> Changes:
    """Writes down who agreed to which version. Raises FieldMissing, QuoteOrdered."""
    if not said_by.strip():
        raise FieldMissing("said_by")
    return _happened(desk, actor, quote, QuoteState.AGREED, said_by.strip(), version=version.hex())


def decline(desk: Desk, actor: OperatorId, quote: QuoteId, reason: str) -> Changes:
    """Writes down why a quote was not taken. Raises FieldMissing, QuoteOrdered."""
    if not reason.strip():
        raise FieldMissing("reason")
    return _happened(desk, actor, quote, QuoteState.DECLINED, reason.strip())


def to_order(
    desk: Desk, actor: OperatorId, quote: QuoteId, *, requested_on: date | None = None, delivery: str = ""
) -> Ordered:
    """Makes an order of the version agreed, else of the newest; prices stay to the kopeck. Raises QuoteOrdered.

    An expired quote is ordered too, and the answer says that it was.
    """
    ask(desk, actor, Action.WRITE)
    known = card(desk, actor, quote)
    version = agreed_version(known)
    form = OrderForm(
        customer=known.customer,
        requested_on=requested_on,
        delivery=delivery,
        note=_("By quote {number}, version {version}").format(number=known.number, version=version.place),
        lines=tuple(line.order_line() for line in version.lines),
    )
    with desk.database.writing():
        _refuse_ordered(known)
        registered = order.register(desk, actor, form)
        facts = {"order": registered.id.hex(), "version": version.id.hex()}
        changes = _happened(desk, actor, quote, QuoteState.ORDERED, "", **facts)
    return Ordered(registered, version.is_expired(today_of(desk)), registered.changes | changes)


def agreed_version(known: QuoteCard) -> QuoteVersion:
    """The version that was agreed, else the newest."""
    agreed = (version for version in known.versions if version.id == known.standing.version)
    return next(agreed, known.newest)


def _add_version(desk: Desk, unit: UnitOfWork, quote: bytes, form: QuoteForm, actor: OperatorId) -> QuoteVersionId:
    terms = {name: text.strip() for name, text in form.terms.items() if text.strip()}
    approved = {"approved_by": form.approved_by.strip()} if form.approved_by.strip() else {}
    row = unit.add(
        tables.QuoteVersion,
        quote=quote,
        made_at=unit.now,
        operator=actor or None,
        valid_until=form.valid_until,
        currency=desk.company.currency,
        is_net=form.is_net,
        lines=[plain(line) for line in form.lines],
        need=form.need.strip(),
        terms={**terms, **approved},
        note=form.note.strip(),
        stamp=unit.stamp(),
    )
    return QuoteVersionId(row.id)


def _check_discounts(desk: Desk, actor: OperatorId, form: QuoteForm) -> None:
    limit = pricing.discount_limit(desk, actor)
    greatest = max((line.discount for line in form.lines), default=Decimal(0))
    if limit is not None and greatest > limit and not form.approved_by.strip():
        raise DiscountTooGreat(_percent(greatest), _percent(limit))


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f} %"


def _happened(desk: Desk, actor: OperatorId, quote: QuoteId, state: QuoteState, text: str, **detail: str) -> Changes:
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        _refuse_ordered(queries.card(unit.database, quote))
        add_event(
            unit,
            SubjectKind.QUOTE,
            quote,
            EventKind.STATE,
            operator=actor or None,
            state=state.value,
            text=text,
            detail=detail,
        )
    return unit.changes


def _refuse_ordered(known: QuoteCard) -> None:
    if known.standing.state is QuoteState.ORDERED:
        raise QuoteOrdered(known.number)


def form_of(version: QuoteVersion, known: QuoteCard) -> QuoteForm:
    """The version as a form, to make the next one of it."""
    return QuoteForm(
        lines=version.lines,
        customer=known.customer,
        request=known.request,
        valid_until=version.valid_until,
        need=version.need,
        terms={name: text for name, text in version.terms.items() if name != "approved_by"},
        note=version.note,
        is_net=version.is_net,
    )
