"""What the request pane shows, read in one go off the GUI thread, and its promises in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.company import Operator
from helpdesk.domain.customer import Contact, ContactKind
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.reason import ContactReason
from helpdesk.domain.request import RequestCard, RequestState
from helpdesk.domain.service_course import ClockRule
from helpdesk.domain.service_level import ServiceState, TargetClock
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.domain.task import Task
from helpdesk.service import company, contact_reason, customer, draft, request, task
from helpdesk.service.desk import Desk
from ui import formatting
from ui.formatting import Locale
from ui.models.request_words import time_remaining
from ui.theme import Tone


@dataclass(frozen=True)
class RequestReading:
    """One request with everything that its pane needs beside it."""

    card: RequestCard
    clocks: tuple[TargetClock, ...]
    states: tuple[RequestState, ...]
    operators: tuple[Operator, ...]
    contacts: tuple[Contact, ...]
    draft: dict[str, Any]
    tasks: tuple[Task, ...] = ()
    reasons: tuple[ContactReason, ...] = ()

    def state_name(self, code: str, language: str) -> str:
        """The state as the company calls it."""
        return next((state.name(language) for state in self.states if state.code == code), code)

    def address(self, channel: Channel) -> str:
        """Where a message by this channel goes, masked; nothing where no such contact is known."""
        kind = {
            Channel.PHONE: ContactKind.PHONE,
            Channel.MAIL: ContactKind.MAIL,
            Channel.CHAT: ContactKind.MESSENGER,
        }.get(channel)
        found = next((contact for contact in self.contacts if contact.kind is kind), None)
        if found is None:
            return ""
        shown = found.normal or found.typed
        if kind is ContactKind.PHONE:
            return formatting.masked_phone(shown)
        return formatting.masked_mail(shown) if kind is ContactKind.MAIL else shown


def draft_key(request_id: bytes) -> str:
    """Where the composer's draft of a request is kept."""
    return f"composer:{request_id.hex()}"


def read_request(desk: Desk, actor: OperatorId, request_id: RequestId) -> RequestReading:
    """Reads a request for its pane. Raises RecordMissing."""
    card = request.card(desk, actor, request_id)
    contacts: tuple[Contact, ...] = ()
    if card.row.customer is not None:
        contacts = customer.card(desk, actor, card.row.customer).form.contacts
    return RequestReading(
        card,
        request.clocks(desk, actor, request_id),
        company.states(desk),
        company.operators(desk),
        contacts,
        draft.load(desk, actor, draft_key(card.row.id)) or {},
        task.of_subject(desk, actor, card.row.id),
        contact_reason.reasons(desk),
    )


def due_words(clocks: Iterable[TargetClock], now: datetime, hours: BusinessHours, locale: Locale) -> tuple[str, Tone]:
    """The promises of a request as sentences, and the tone of the worst of them."""
    parts, tones = [], []
    for clock in clocks:
        words, tone = _clock_words(clock, now, hours, locale)
        if words:
            parts.append(words)
            tones.append(tone)
    worst = next((tone for tone in (Tone.BAD, Tone.WARN) if tone in tones), Tone.MUTED)
    return " ".join(parts), worst


def _clock_words(clock: TargetClock, now: datetime, hours: BusinessHours, locale: Locale) -> tuple[str, Tone]:
    is_answer = clock.target is not ServiceTarget.SOLUTION
    if clock.met_at is not None:
        return ("", Tone.MUTED) if is_answer else (_met_words(clock, now, locale), Tone.MUTED)
    if not clock.is_owed:
        return "", Tone.MUTED
    translate = QCoreApplication.translate
    if clock.due_at is None:
        text = (
            translate("RequestDue", "Answer: paused, %1 left.")
            if is_answer
            else translate("RequestDue", "Solution: paused, %1 left.")
        )
        return text.replace("%1", formatting.duration(max(clock.remaining, timedelta(0)), locale)), Tone.MUTED
    left = time_remaining(clock.due_at, now, hours)
    at = formatting.day_time(clock.due_at, now, locale)
    if left < timedelta(0):
        told = (
            translate("RequestDue", "Answer was due %1 — %2.")
            if is_answer
            else translate("RequestDue", "Solution was due %1 — %2.")
        )
        return told.replace("%1", at).replace(
            "%2", formatting.time_left(clock.due_at, now, locale, left=left)
        ), Tone.BAD
    text = translate("RequestDue", "Answer by %1") if is_answer else translate("RequestDue", "Solve by %1")
    if any(interval.reason is ClockRule.FIXED_DUE for interval in clock.intervals):
        text = translate("RequestDue", "Solve by %1, set by hand")
    text = text.replace("%1", at)
    if formatting.local_day(clock.due_at, locale) == formatting.local_day(now, locale):
        text += translate("RequestDue", " — %1 left").replace("%1", formatting.duration(left, locale))
    is_soon = clock.state is ServiceState.AT_RISK or left <= timedelta(hours=1)
    return f"{text}.", Tone.WARN if is_soon else Tone.MUTED


def _met_words(clock: TargetClock, now: datetime, locale: Locale) -> str:
    translate = QCoreApplication.translate
    late = clock.breached_at is not None
    text = translate("RequestDue", "Solved %1, late.") if late else translate("RequestDue", "Solved %1, in time.")
    return text.replace("%1", formatting.day_time(clock.met_at or now, now, locale))
