"""What happened to a request, from the first word on: words as cards, changes as thin lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from helpdesk.domain.event import Direction, Event, EventKind, NotificationWay
from helpdesk.domain.request import Priority, RequestCard, RequestKind
from helpdesk.words.terms import title
from ui import formatting
from ui.formatting import Locale
from ui.panes.request_parts import column, ground, row
from ui.widgets import CardKind, ElidedLabel, LinkButton, Text, TimelineCard

# Older events stand behind a link: a card takes three milliseconds, and a request has hundreds at times.
_SHOWN = 12
_MUCH = 4000


@dataclass(frozen=True)
class Entry:
    """One piece of the timeline; `kind` None is a thin line without text."""

    head: str
    at: str
    text: str
    kind: CardKind | None


@dataclass(frozen=True)
class Telling:
    """What is needed to put events into words."""

    locale: Locale
    now: datetime
    states: Mapping[str, str]
    operators: Mapping[bytes, str]
    solved: frozenset[str] = frozenset()


def entries(card: RequestCard, telling: Telling) -> list[Entry]:
    """The events of a request in words, notes of one conversation joined."""
    made: list[Entry] = []
    joined: Event | None = None
    by_id = {event.id: event for event in card.events}
    for event in card.events:
        at = formatting.day_time(event.occurred_at, telling.now, telling.locale)
        if event.kind is EventKind.CALL_NOTE:
            line = f"{formatting.time(event.occurred_at, telling.locale)}  {event.text}"
            if joined is not None and joined.author == event.author and _is_near(joined, event):
                made[-1] = Entry(made[-1].head, made[-1].at, f"{made[-1].text}\n{line}", CardKind.SAID)
            else:
                made.append(Entry(_head(event, card, telling), at, line, CardKind.SAID))
            joined = event
            continue
        joined = None
        made += _entries_of(event, card, telling, by_id, at)
    return made


def _is_near(one: Event, other: Event) -> bool:
    return (other.occurred_at - one.occurred_at).total_seconds() < 3600


def _entries_of(
    event: Event, card: RequestCard, telling: Telling, by_id: Mapping[bytes, Event], at: str
) -> list[Entry]:
    if event.kind is EventKind.NOTE:
        return [Entry(_author(event, telling), at, event.text, CardKind.INTERNAL)]
    if event.kind is EventKind.MESSAGE:
        is_ours = event.direction is not Direction.INCOMING
        return [Entry(_head(event, card, telling), at, event.text, CardKind.SENT if is_ours else CardKind.SAID)]
    if event.kind is EventKind.CREATED:
        return [Entry(_head(event, card, telling), at, card.description, CardKind.SAID if card.description else None)]
    words = _line(event, telling, by_id)
    if event.kind is EventKind.STATE and event.state in telling.solved and event.text:
        return [Entry(words, at, event.text, CardKind.SENT)]
    return [Entry(words, at, event.text if event.kind is not EventKind.SATISFACTION else "", None)] if words else []


def _author(event: Event, telling: Telling) -> str:
    return event.author or telling.operators.get(event.operator or b"", "")


def _head(event: Event, card: RequestCard, telling: Telling) -> str:
    translate = QCoreApplication.translate
    author, channel = _author(event, telling), title(event.channel).lower() if event.channel else ""
    if event.kind is EventKind.CALL_NOTE:
        return translate("Timeline", "Call notes · %1").replace("%1", author)
    if event.kind is EventKind.CREATED:
        who = card.row.customer_name or author
        return (
            translate("Timeline", "%1 — registered, %2")
            .replace("%2", channel or title(card.row.channel).lower())
            .replace("%1", who)
        )
    if event.direction is Direction.INCOMING:
        return _with_channel(card.row.customer_name or author, channel)
    return _with_channel(translate("Timeline", "To customer · %1").replace("%1", author), channel)


def _with_channel(who: str, channel: str) -> str:
    return f"{who} — {channel}" if channel else who


def _line(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    author = _author(event, telling)
    words = {
        EventKind.STATE: _state_words,
        EventKind.ASSIGNED: _owner_words,
        EventKind.NOTIFIED: _told_words,
        EventKind.SATISFACTION: _score_words,
        EventKind.DUE_SET: _due_words,
        EventKind.CLASSIFIED: _class_words,
        EventKind.TASK: _task_words,
        EventKind.TASK_ANSWERED: _answer_words,
    }.get(event.kind)
    told = words(event, telling, by_id) if words is not None else ""
    return f"{told} · {author}" if told and author else told


def _state_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    return telling.states.get(event.state, event.state)


def _owner_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    translate = QCoreApplication.translate
    if event.owner is None:
        queue = event.queue or translate("Timeline", "common queue")
        return translate("Timeline", "Handed over: %1").replace("%1", queue)
    return translate("Timeline", "Owner: %1").replace("%1", telling.operators.get(event.owner, "…"))


def _told_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    translate = QCoreApplication.translate
    about = by_id.get(event.about or b"")
    state = telling.states.get(about.state, about.state) if about is not None else ""
    way = str(event.detail.get("way", ""))
    known = way in {member.value for member in NotificationWay}
    words = title(NotificationWay(way)).lower() if known else way
    if way == NotificationWay.WAIVED.value:
        return translate("Timeline", "Need not be told of “%1”").replace("%1", state)
    return translate("Timeline", "Told of “%1”: %2").replace("%2", words).replace("%1", state)


def _score_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    told = QCoreApplication.translate("Timeline", "Satisfaction %1 of 5").replace("%1", str(event.score))
    return f"{told}: “{event.text}”" if event.text else told


def _due_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    translate, due_at = QCoreApplication.translate, event.detail.get("due_at")
    if not due_at:
        return translate("Timeline", "Due by the rules again")
    at = formatting.day_time(datetime.fromisoformat(due_at), telling.now, telling.locale)
    return translate("Timeline", "Due date set by hand: %1").replace("%1", at)


def _class_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    kind, priority = event.detail.get("kind", ""), event.detail.get("priority", "")
    words = [title(RequestKind(kind))] if kind in set(RequestKind) else []
    words += [title(Priority(priority)).lower()] if priority in set(Priority) else []
    told = QCoreApplication.translate("Timeline", "Now: %1").replace("%1", ", ".join(words))
    return told if words else ""


def _task_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    department, due_at = str(event.detail.get("department", "")), event.detail.get("due_at")
    told = QCoreApplication.translate("Timeline", "Task for %1").replace("%1", department)
    if not due_at:
        return told
    at = formatting.day_time(datetime.fromisoformat(due_at), telling.now, telling.locale)
    return QCoreApplication.translate("Timeline", "%1, until %2").replace("%1", told).replace("%2", at)


def _answer_words(event: Event, telling: Telling, by_id: Mapping[bytes, Event]) -> str:
    department = str(event.detail.get("department", ""))
    return QCoreApplication.translate("Timeline", "%1 answered").replace("%1", department)


class EventLine(QWidget):
    """A change as one thin line: what, by whom, when; a reason stands under it."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, (14, 0, 14, 0), 0)
        line = row(None, spacing=12)
        line.addWidget(ElidedLabel(entry.head, "note"), 1)
        line.addWidget(Text(entry.at, "note"))
        layout.addLayout(line)
        if entry.text:
            layout.addWidget(Text(entry.text[:_MUCH], "note", wraps=True))
        self.setAccessibleName(f"{entry.head}, {entry.at}. {entry.text}")


class Timeline(QScrollArea):
    """The history of one request, the newest at the foot and in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("History of the request"))
        self._entries: tuple[Entry, ...] = ()
        self._cards: list[QWidget] = []
        self._first = 0
        self.earlier = LinkButton("")
        self.earlier.clicked.connect(self._show_earlier)
        page = ground(QWidget(), "background")
        self._layout = column(page, spacing=10)
        self._layout.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(1)
        self.setWidget(page)
        self._show_link()

    def show_entries(self, made: Sequence[Entry], *, is_new: bool) -> None:
        """Shows these; another request (`is_new`) begins at its newest, the same one takes in only what is new."""
        if is_new:
            self._drop(0)
            self._first = max(0, len(made) - _SHOWN)
        shown = list(made[self._first :])
        kept = list(self._entries[self._first :]) if not is_new else []
        same = 0
        while same < min(len(kept), len(shown)) and kept[same] == shown[same]:
            same += 1
        self._drop(same)
        self._entries = tuple(made)
        for entry in shown[same:]:
            self._put(_card(entry), len(self._cards))
        self._show_link()
        if is_new or same < len(shown):
            QTimer.singleShot(0, self, self._go_to_newest)

    def _put(self, card: QWidget, at: int) -> None:
        self._cards.insert(at, card)
        self._layout.insertWidget(at + 1, card)

    def _drop(self, since: int) -> None:
        for card in self._cards[since:]:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        del self._cards[since:]

    def _show_earlier(self) -> None:
        until, self._first = self._first, max(0, self._first - _SHOWN)
        for at, entry in enumerate(self._entries[self._first : until]):
            self._put(_card(entry), at)
        self._show_link()

    def _show_link(self) -> None:
        self.earlier.setText(self.tr("Show %n earlier", "", self._first))
        self.earlier.setVisible(self._first > 0)

    def _go_to_newest(self) -> None:
        self.widget().adjustSize()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())


def _card(entry: Entry) -> QWidget:
    if entry.kind is None:
        return EventLine(entry)
    return TimelineCard(entry.head, entry.at, entry.text[:_MUCH], kind=entry.kind)
