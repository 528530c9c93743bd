"""Invented requests with their whole history: told, waited for, solved, judged, some still open, some late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain.event import Channel, Direction, EventKind, SubjectKind
from helpdesk.domain.interaction import CallOutcome, PromiseKind
from helpdesk.domain.reason import Suggester
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service.example_story import Chance, Goods, Person, Story
from helpdesk.service.import_batch import Batch
from helpdesk.storage import tables

_KINDS = (
    *[RequestKind.CONSULTATION] * 7,
    *[RequestKind.PURCHASE] * 4,
    *[RequestKind.ORDER_CHANGE] * 3,
    *[RequestKind.COMPLAINT] * 3,
    *[RequestKind.SERVICE] * 5,
)
_CHANNELS = (*[Channel.PHONE] * 6, *[Channel.MAIL] * 3, Channel.CHAT, Channel.VISIT)
_PRIORITIES = (*[Priority.NORMAL] * 7, Priority.LOW, Priority.HIGH, Priority.HIGH, Priority.URGENT)
_WAITING = ("waiting_customer", "waiting_customer", "waiting_department", "waiting_supplier", "waiting_date")
_DAYS_UNTIL_ALL_IS_DONE = 12


@dataclass(frozen=True)
class Cast:
    """Who and what invented requests and orders are about."""

    people: list[Person]
    goods: list[Goods]
    operators: list[bytes]
    queues: tuple[str, ...]
    reasons: Suggester | None = None


def put_request(batch: Batch, chance: Chance, cast: Cast, number: str, at: datetime) -> None:
    """Adds one request with its history."""
    person, goods, owner = chance.of(cast.people), chance.of(cast.goods), chance.of(cast.operators)
    kind, channel, priority = chance.of(_KINDS), chance.of(_CHANNELS), chance.of(_PRIORITIES)
    subject = chance.of(person.words.subjects[kind]).format(
        product=goods.title(person.language), count=chance.between(2, 40)
    )
    wanted_at = chance.later(at, 60) if chance.happens(0.2) else None
    request = batch.put(
        tables.Request,
        at,
        number=number,
        kind=kind.value,
        subject=subject,
        description=chance.of(person.words.descriptions),
        customer=person.id,
        channel=channel.value,
        priority=priority.value,
        wanted_at=wanted_at,
        reason=cast.reasons.suggest(subject) if cast.reasons else None,
    )
    story = Story(batch, chance, SubjectKind.REQUEST, request, at)
    created = story.tell(
        EventKind.CREATED,
        operator=owner,
        state="received",
        channel=channel.value,
        direction=Direction.INCOMING.value,
        owner=owner if channel is Channel.PHONE else None,
        detail={"kind": kind.value, "priority": priority.value, **({"told": True} if channel.is_conversation else {})},
    )
    if channel is Channel.PHONE:
        _call(batch, chance, (request, person, owner), at, subject)
    if not channel.is_conversation and story.goes_on(1):
        _told(story, owner, created, "mailed")
    _Course(batch, chance, cast, story, person, owner).run(request)


@dataclass
class _Course:
    """The way of one request from its first word to its judgement, as far as its age allows."""

    batch: Batch
    chance: Chance
    cast: Cast
    story: Story
    person: Person
    owner: bytes

    def run(self, request: bytes) -> None:
        age = (self.chance.ends_at - self.story.at) / timedelta(days=1)
        is_settled = age > _DAYS_UNTIL_ALL_IS_DONE and not self.chance.happens(0.004)
        if not is_settled and self.chance.happens(0.12):
            return
        if not self._taken():
            return
        self._talk()
        if self.chance.happens(0.3 if is_settled else 0.5) and not self._wait(is_settled):
            self._promise(request)
            return
        if not is_settled and self.chance.happens(0.3):
            self._promise(request)
            return
        if not self.story.goes_on(8):
            return
        if self.chance.happens(0.04):
            self._state("cancelled", text=self.chance.of(self.person.words.reasons))
            return
        self._solve(is_settled)

    def _taken(self) -> bool:
        if not self.story.goes_on(1.5):
            return False
        if self.chance.happens(0.1):
            self.story.tell(EventKind.ASSIGNED, operator=self.owner, owner=None, queue=self.chance.of(self.cast.queues))
            if not self.story.goes_on(4):
                return False
        self.story.tell(EventKind.ASSIGNED, operator=self.owner, owner=self.owner)
        self._state("in_work")
        return True

    def _talk(self) -> None:
        words, tell = self.person.words, self.story.tell
        if self.chance.happens(0.35) and self.story.goes_on(2):
            tell(EventKind.NOTE, operator=self.owner, text=self.chance.of(words.notes))
        if self.chance.happens(0.45) and self.story.goes_on(3):
            mail = {"channel": Channel.MAIL.value, "operator": self.owner}
            tell(EventKind.MESSAGE, direction=Direction.OUTGOING.value, text=self.chance.of(words.answers), **mail)
            if self.chance.happens(0.5) and self.story.goes_on(5):
                tell(
                    EventKind.MESSAGE, direction=Direction.INCOMING.value, text=self.chance.of(words.questions), **mail
                )

    def _wait(self, is_settled: bool) -> bool:
        """Waits; answers whether the request goes on afterwards."""
        if not self.story.goes_on(3):
            return True
        self._state(self.chance.of(_WAITING))
        if (not is_settled and self.chance.happens(0.6)) or not self.story.goes_on(26):
            return False
        self._state("in_work")
        return True

    def _solve(self, is_settled: bool) -> None:
        words = self.person.words
        self._state("solved", text=self.chance.of(words.solutions), is_told=is_settled or self.chance.happens(0.7))
        if not self.chance.happens(0.5) or not self.story.goes_on(20):
            if is_settled:
                self._close()
            return
        score = self.chance.of((5, 5, 5, 5, 4, 4, 3, 2, 1))
        self.story.tell(
            EventKind.SATISFACTION,
            operator=self.owner,
            channel=Channel.PHONE.value,
            author=self.person.name,
            direction=Direction.INCOMING.value,
            score=score,
            text=self.chance.of(words.praise if score > 3 else words.blame),
            detail={"is_satisfied": score > 2, "recommend": min(10, 2 * score + self.chance.between(-1, 1))},
        )
        if score < 3:
            self._state("in_work", text=self.chance.of(words.blame))
            if not self.story.goes_on(9):
                return
            self._state("solved", text=self.chance.of(words.solutions))
        self._close()

    def _close(self) -> None:
        if self.chance.happens(0.9) and self.story.goes_on(30):
            self._state("closed")

    def _state(self, state: str, text: str = "", is_told: bool = True) -> None:
        # Mostly the customer is told in the same breath.
        is_at_once = is_told and self.chance.happens(0.9)
        detail = {"told": True} if is_at_once else {}
        event = self.story.tell(EventKind.STATE, operator=self.owner, state=state, text=text, detail=detail)
        if is_told and not is_at_once and (state == "closed" or self.story.goes_on(0.2)):
            _told(self.story, self.owner, event, self.chance.of(("said", "said", "mailed", "printed")))

    def _promise(self, request: bytes) -> None:
        if not self.chance.happens(0.6):
            return
        due_at = self.chance.working_time(self.chance.as_of + timedelta(days=self.chance.between(-1, 4)))
        is_callback = self.chance.happens(0.6)
        self.batch.put(
            tables.Promise,
            self.story.at,
            kind=(PromiseKind.CALLBACK if is_callback else PromiseKind.PROMISE).value,
            what=self.chance.of(self.person.words.promises),
            customer=self.person.id,
            request=request,
            phone=self.person.phone,
            due_at=due_at,
            operator=self.owner,
        )


def _told(story: Story, owner: bytes, event: bytes, way: str) -> None:
    story.tell(EventKind.NOTIFIED, operator=owner, about=event, detail={"way": way})


def _call(batch: Batch, chance: Chance, who: tuple[bytes, Person, bytes], at: datetime, subject: str) -> None:
    request, person, operator = who
    length = timedelta(seconds=chance.between(60, 700))
    started_at = at - length
    batch.put(
        tables.Interaction,
        started_at,
        channel=Channel.PHONE.value,
        direction=Direction.INCOMING.value,
        phone=person.phone,
        customer=person.id,
        request=request,
        started_at=started_at,
        answered_at=started_at + timedelta(seconds=chance.between(4, 25)),
        ended_at=at,
        wrapped_at=at + timedelta(seconds=chance.between(10, 90)),
        outcome=CallOutcome.REGISTERED.value,
        summary=subject,
        operator=operator,
    )
