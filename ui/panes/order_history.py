"""Events of an order as words on its timeline."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.event import Event, EventKind
from helpdesk.domain.order import OrderDate, OrderStage
from helpdesk.words.terms import title
from ui import formatting
from ui.formatting import Locale
from ui.widgets import CardKind, TimelineCard


def _day(written: object, locale: Locale) -> str:
    if isinstance(written, dt.date):
        return formatting.date(written, locale)
    try:
        return formatting.date(dt.date.fromisoformat(str(written)), locale)
    except ValueError:
        return ""


def words_of(event: Event, locale: Locale) -> str:
    """What happened, in a sentence without its author."""
    translate = QCoreApplication.translate
    detail = event.detail
    if event.kind is EventKind.CREATED:
        return translate("OrderHistory", "The order was taken down")
    if event.kind is EventKind.STATE and event.state in list(OrderStage):
        return title(OrderStage(event.state))
    if event.kind is EventKind.DATED:
        which = detail.get("which", "")
        named = title(OrderDate(which)) if which in list(OrderDate) else translate("OrderHistory", "Date")
        on, before = _day(detail.get("on"), locale), _day(detail.get("before", detail.get("from")), locale)
        words = translate("OrderHistory", "%1: %2, before %3") if before else translate("OrderHistory", "%1: %2")
        words = words.replace("%1", named).replace("%2", on or "—").replace("%3", before)
        if detail.get("customer_agreed"):
            words = translate("OrderHistory", "%1, the customer agreed").replace("%1", words)
        return words
    return translate("OrderHistory", "Note") if event.kind is EventKind.NOTE else event.text


def card_of(event: Event, now: dt.datetime, locale: Locale) -> TimelineCard:
    """The event as a card: what happened, who did it, why."""
    head = words_of(event, locale)
    below = " · ".join(part for part in (event.author, event.text if event.text != head else "") if part)
    return TimelineCard(head, formatting.day_time(event.occurred_at, now, locale), below, kind=CardKind.EVENT)
