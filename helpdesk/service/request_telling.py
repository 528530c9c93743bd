"""Telling the customer of every stage (S38), and hearing whether the customer is satisfied (S39, S40)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import Channel, Direction, EventKind, NotificationWay, SubjectKind
from helpdesk.domain.identity import EventId, OperatorId, RequestId
from helpdesk.domain.permission import Action
from helpdesk.domain.request import Notice, RequestRow, Satisfaction
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.request_state import enter
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import request as queries
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _, language, speaking


def local_words(desk: Desk, instant: datetime) -> str:
    """An instant as it is said in the language spoken now, in the company's time zone."""
    local = instant.astimezone(ZoneInfo(desk.company.time_zone))
    return local.strftime("%d.%m.%Y %H:%M" if language() == "ru" else "%d %b %Y %H:%M")


def readout(desk: Desk, row: RequestRow) -> str:
    """What an operator says back: number, state, and when the answer comes."""
    state = desk.states[row.state].name(language()) if row.state in desk.states else ""
    if row.category.is_final or row.due_at is None:
        return _("Request {number}: {state}.").format(number=row.number, state=state.lower())
    return _("Request {number}: {state}. We answer by {due}.").format(
        number=row.number, state=state.lower(), due=local_words(desk, row.due_at)
    )


def stage_words(desk: Desk, row: RequestRow, state: str) -> str:
    """The words to tell a stage with, in the language spoken now."""
    named = desk.states.get(state)
    words = _("Your request {number} “{subject}” is now: {state}.").format(
        number=row.number, subject=row.subject, state=named.name(language()).lower() if named else state
    )
    if row.due_at is not None and not row.category.is_final:
        words += " " + _("We answer by {due}.").format(due=local_words(desk, row.due_at))
    return words


def mail_text(desk: Desk, actor: OperatorId, request: RequestId, event: EventId) -> str:
    """The letter about a stage, in the customer's language. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        card = queries.card(database, request)
        spoken = queries.customer_language(database, card.row.customer) or desk.company.language
    state = next((found.state for found in card.events if found.id == event), card.row.state)
    with speaking(spoken):
        greeting = _("Good day, {name}!") if card.row.customer_name else _("Good day!")
        lines = (
            greeting.format(name=card.row.customer_name),
            stage_words(desk, card.row, state),
            desk.company.name,
        )
    return "\n\n".join(lines)


def notify(desk: Desk, actor: OperatorId, request: RequestId, notice: Notice) -> Changes:
    """Keeps how the customer was told of a stage. Raises FieldMissing for a waiver without a reason."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.get(tables.Request, request)
        note_told(unit, actor, request, notice)
    return unit.changes


def _recommended(satisfaction: Satisfaction) -> dict[str, int]:
    return {} if satisfaction.recommend is None else {"recommend": satisfaction.recommend}


def note_told(unit: UnitOfWork, actor: OperatorId, request: RequestId, notice: Notice) -> None:
    """Keeps a notification inside a larger unit of work. Raises FieldMissing for a waiver without a reason."""
    if notice.way is NotificationWay.WAIVED and not notice.reason.strip():
        raise FieldMissing("reason")
    add_event(
        unit,
        SubjectKind.REQUEST,
        request,
        EventKind.NOTIFIED,
        operator=actor or None,
        about=notice.event,
        text=notice.reason,
        detail={"way": notice.way.value},
    )


def solve(
    desk: Desk, actor: OperatorId, request: RequestId, text: str, *, told: NotificationWay | None = None
) -> Changes:
    """Solves a request with words; `told` says how the customer heard them. Raises FieldMissing, StateRefused."""
    ask(desk, actor, Action.WRITE)
    if not text.strip():
        raise FieldMissing("solution")
    with desk.work() as unit:
        event = enter(unit, desk, actor, request, "solved", reason=text)
        if event is not None and told is not None:
            note_told(unit, actor, request, Notice(EventId(event), told))
    return unit.changes


def rate(
    desk: Desk,
    actor: OperatorId,
    request: RequestId,
    satisfaction: Satisfaction,
    *,
    is_satisfied: bool,
    reason: str = "",
) -> Changes:
    """Keeps a score of 1 to 5; not satisfied brings the request back to work under its number. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not 1 <= satisfaction.score <= 5:
        raise FieldMissing("score")
    if satisfaction.recommend is not None and not 0 <= satisfaction.recommend <= 10:
        raise FieldMissing("score")
    if not is_satisfied and not reason.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        unit.get(tables.Request, request)
        add_event(
            unit,
            SubjectKind.REQUEST,
            request,
            EventKind.SATISFACTION,
            operator=actor or None,
            author=satisfaction.given_by,
            channel=Channel(satisfaction.channel).value,
            direction=Direction.INCOMING.value,
            text=satisfaction.words,
            score=satisfaction.score,
            detail={"is_satisfied": is_satisfied, **_recommended(satisfaction)},
        )
        if not is_satisfied:
            enter(unit, desk, actor, request, "in_work", reason=reason)
    return unit.changes
