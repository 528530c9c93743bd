"""What is said of an order: the read-out, the words for each stage, how the customer was told (S33, S38)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, NotificationWay
from helpdesk.domain.identity import EventId, OperatorId, OrderId
from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderCard, OrderRow, OrderStage
from helpdesk.domain.order_check import IdentityProof, Speaker
from helpdesk.domain.permission import Action
from helpdesk.domain.request import Notice
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.order_present import present
from helpdesk.service.order_step import happened
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.queries import order as queries
from helpdesk.storage.queries.request import customer_language
from helpdesk.words import _, counted, language, speaking
from helpdesk.words.days import spoken_date, spoken_day, spoken_window

_UNSENT = (OrderStage.REGISTERED, OrderStage.CONFIRMED, OrderStage.PRODUCTION, OrderStage.ASSEMBLING)


def readout(desk: Desk, card: OrderCard, *, is_identified: bool) -> str:
    """The sentence that an operator says; without a confirmed identity only the stage and the date (SERVICE.md)."""
    row, today = card.row, _today(desk)
    parts = list(_way(card, today) if is_identified else _bare(row, today))
    sentence = _("Order {number}: {parts}.").format(number=row.number, parts=", ".join(parts))
    if not is_identified:
        return sentence
    return " ".join((sentence, *_beyond(desk, card, today)))


def _bare(row: OrderRow, today: date) -> Iterator[str]:
    yield row.stage_name(language()).lower()
    if row.stage is OrderStage.DELIVERED and row.delivered_on:
        yield spoken_date(row.delivered_on, today)
    elif not row.stage.is_over and row.promised_on and row.promised_on >= today:
        yield _("expected {day}").format(day=spoken_date(row.promised_on, today))


def _way(card: OrderCard, today: date) -> Iterator[str]:
    row = card.row
    yield row.stage_name(language()).lower()
    if row.stage is OrderStage.DELIVERED and row.delivered_on:
        yield spoken_day(row.delivered_on, today)
        return
    if row.stage.is_over:
        return
    if row.stage in _UNSENT and card.leaving_on and card.leaving_on >= today:
        yield _("leaves {day}").format(day=spoken_day(card.leaving_on, today))
    elif row.shipped_on:
        yield _("left {day}").format(day=spoken_day(row.shipped_on, today))
    if row.promised_on and row.promised_on >= today:
        words = _("with you {day}").format(day=spoken_day(row.promised_on, today))
        window = spoken_window(card.window_from, card.window_to)
        yield f"{words} {window}" if window else words


def _beyond(desk: Desk, card: OrderCard, today: date) -> Iterator[str]:
    row = card.row
    arrived = sum(1 for line in card.lines if line.way and line.way.delivered >= line.quantity)
    if 0 < arrived < len(card.lines):
        words = counted("{n} line of {all} is with you already.", "{n} lines of {all} are with you already.", arrived)
        yield words.format(n=arrived, all=len(card.lines))
    if row.is_late and row.promised_on:
        yield _("It was promised {day}; we are sorry.").format(day=spoken_date(row.promised_on, today))
    if row.stage.is_over:
        return
    if card.carrier and row.stage is OrderStage.SHIPPED:
        number = _(", number {number}").format(number=card.tracking_number) if card.tracking_number else ""
        yield _("Carried by {carrier}{number}.").format(carrier=card.carrier, number=number)
    if card.delivery:
        yield _("To: {address}.").format(address=card.delivery.rstrip("."))
    if row.total_minor:
        amount = Money(row.total_minor, desk.company.currency)
        yield _("{sum} in all.").format(sum=_money(amount))


def _money(amount: Money) -> str:
    from babel.numbers import format_currency

    spoken = format_currency(amount.amount, amount.currency, locale="ru_RU" if language() == "ru" else "en_GB")
    return spoken.replace("\u202f", "\u00a0")


def stage_words(desk: Desk, row: OrderRow, stage: str = "") -> str:
    """The words to tell a stage with, in the language spoken now."""
    named = row.stage_name(language()) if stage in ("", row.stage_code) else _stage_name(desk, row, stage)
    words = _("Your order {number} is now: {stage}.").format(number=row.number, stage=named.lower())
    today = _today(desk)
    if not row.stage.is_over and row.promised_on and row.promised_on >= today:
        words += " " + _("You have it {day}.").format(day=spoken_date(row.promised_on, today))
    return words


def _stage_name(desk: Desk, row: OrderRow, stage: str) -> str:
    with desk.reading() as database:
        return present(desk, database).plan.names(row.kind, stage)[1 if language() == "ru" else 0]


def mail_text(desk: Desk, actor: OperatorId, order: OrderId) -> str:
    """The letter about the stage that is owed, in the customer's language. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        card = queries.card(database, order, present(desk, database))
        spoken = customer_language(database, card.row.customer) or desk.company.language
    with speaking(spoken):
        greeting = _("Good day, {name}!") if card.row.customer_name else _("Good day!")
        lines = (
            greeting.format(name=card.row.customer_name),
            stage_words(desk, card.row, card.owed.stage if card.owed else ""),
            desk.company.name,
        )
    return "\n\n".join(lines)


def notify(desk: Desk, actor: OperatorId, order: OrderId, notice: Notice) -> Changes:
    """Keeps how the customer was told of a stage. Raises FieldMissing for a waiver without a reason."""
    ask(desk, actor, Action.WRITE)
    if notice.way is NotificationWay.WAIVED and not notice.reason.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        unit.get(tables.Order, order)
        detail = {"way": notice.way.value}
        happened(unit, actor, order, EventKind.NOTIFIED, about=notice.event, text=notice.reason, detail=detail)
    return unit.changes


def notify_many(desk: Desk, actor: OperatorId, notices: dict[OrderId, EventId], way: NotificationWay) -> Changes:
    """Keeps that several customers were told of the stages of their orders."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for order, event in notices.items():
            happened(unit, actor, order, EventKind.NOTIFIED, about=event, detail={"way": way.value})
    return unit.changes


def identify(desk: Desk, actor: OperatorId, order: OrderId, speaker: Speaker, proof: IdentityProof) -> Changes:
    """Keeps who asked about an order and how it was made sure, before more than its stage is read out."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.get(tables.Order, order)
        detail = {"speaker": speaker.value, "proof": proof.value}
        happened(unit, actor, order, EventKind.READ_OUT, detail=detail)
    return unit.changes


def _today(desk: Desk) -> date:
    return desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
