"""Events of an order as words on its timeline."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.event import Event, EventKind, NotificationWay
from helpdesk.domain.order import OrderDate
from helpdesk.domain.order_check import IdentityProof, Speaker
from helpdesk.domain.remedy import RemedyKind, RemedyOutcome
from helpdesk.words.terms import title
from ui import formatting
from ui.formatting import Locale
from ui.panes.order_reading import OrderReading
from ui.widgets import CardKind, TimelineCard


def _day(written: object, locale: Locale) -> str:
    try:
        return formatting.date(dt.date.fromisoformat(str(written)), locale)
    except ValueError:
        return ""


def words_of(event: Event, locale: Locale, reading: OrderReading) -> str:
    """What happened, in a sentence without its author."""
    translate = QCoreApplication.translate
    detail = event.detail
    if event.kind is EventKind.STATE:
        names = reading.plan.names(reading.card.row.kind, event.state)
        return names[1 if locale.language == "ru" else 0]
    if event.kind is EventKind.DATED:
        return _dated(event, locale)
    told = {
        EventKind.CREATED: translate("OrderHistory", "The order was taken down"),
        EventKind.CORRECTED: translate("OrderHistory", "Corrected: %1"),
        EventKind.CHECKED: translate("OrderHistory", "Read back to the customer, line by line"),
        EventKind.TASK: translate("OrderHistory", "Task for %1"),
        EventKind.TASK_ANSWERED: translate("OrderHistory", "%1 answered"),
        EventKind.NOTE: translate("OrderHistory", "Note"),
    }
    if event.kind in told:
        changes = _changes(detail["changes"]) if "changes" in detail else detail.get("department", "")
        return told[event.kind].replace("%1", str(changes))
    made = {
        EventKind.OFFERED: _offered,
        EventKind.REMEDY: _remedy,
        EventKind.NOTIFIED: _notified,
        EventKind.READ_OUT: _read_out,
    }
    return made[event.kind](detail) if event.kind in made else event.text


def _notified(detail: dict[str, Any]) -> str:
    return _member(NotificationWay, detail.get("way"))


def _read_out(detail: dict[str, Any]) -> str:
    words = QCoreApplication.translate("OrderHistory", "Identity confirmed: %1, %2")
    proof = _member(IdentityProof, detail.get("proof"))
    return words.replace("%1", _member(Speaker, detail.get("speaker"))).replace("%2", proof)


def _member(kind: Any, value: object) -> str:
    return title(kind(value)) if value in {member.value for member in kind} else ""


def _dated(event: Event, locale: Locale) -> str:
    translate, detail = QCoreApplication.translate, event.detail
    which = detail.get("which", "")
    named = title(OrderDate(which)) if which in set(OrderDate) else translate("OrderHistory", "Date")
    on, before = _day(detail.get("on"), locale), _day(detail.get("before", detail.get("from")), locale)
    words = translate("OrderHistory", "%1: %2, before %3") if before else translate("OrderHistory", "%1: %2")
    words = words.replace("%1", named).replace("%2", on or "—").replace("%3", before)
    if detail.get("parts") or detail.get("lines"):
        words = translate("OrderHistory", "%1, in part").replace("%1", words)
    if detail.get("department"):
        words = f"{words}, {detail['department']}"
    if detail.get("customer_agreed"):
        words = translate("OrderHistory", "%1, the customer agreed").replace("%1", words)
    return words


def _changes(changes: Any) -> str:
    translate = QCoreApplication.translate
    named = {
        "quantity": translate("OrderHistory", "quantity"),
        "price_minor": translate("OrderHistory", "price"),
        "discount": translate("OrderHistory", "discount"),
        "line": translate("OrderHistory", "line"),
        "delivery": translate("OrderHistory", "delivery"),
        "requested_on": translate("OrderHistory", "wanted day"),
    }
    told = []
    for change in changes:
        what = named.get(change.get("field", ""), "")
        head = " ".join(part for part in (change.get("title", ""), what) if part)
        told.append(f"{head} {change.get('before') or '—'} → {change.get('after') or '—'}".strip())
    return "; ".join(told)


def _offered(detail: dict[str, Any]) -> str:
    translate = QCoreApplication.translate
    words = {
        True: translate("OrderHistory", "Offered and taken: %1"),
        False: translate("OrderHistory", "Offered and declined: %1"),
    }.get(detail.get("is_taken"), translate("OrderHistory", "Offered: %1"))  # type: ignore[arg-type]
    return words.replace("%1", str(detail.get("what", "")))


def _remedy(detail: dict[str, Any]) -> str:
    translate = QCoreApplication.translate
    words = translate("OrderHistory", "Problem %1: %2").replace("%1", str(detail.get("number", "")))
    words = words.replace("%2", _member(RemedyKind, detail.get("kind")))
    ending = _member(RemedyOutcome, detail.get("outcome"))
    return f"{words}, {ending.lower()}" if ending else words


def card_of(event: Event, now: dt.datetime, locale: Locale, reading: OrderReading) -> TimelineCard:
    """The event as a card: what happened, who did it, why."""
    head = words_of(event, locale, reading)
    author = event.author or reading.operators.get(event.operator or b"", "")
    below = " · ".join(part for part in (author, event.text if event.text != head else "") if part)
    kind = CardKind.INTERNAL if event.kind is EventKind.NOTE else CardKind.EVENT
    return TimelineCard(head, formatting.day_time(event.occurred_at, now, locale), below, kind=kind)
