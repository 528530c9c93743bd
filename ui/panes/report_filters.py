"""What a report is made of: its period, and the filters as chips."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.request import RequestKind, RequestState
from helpdesk.words.terms import title
from ui.widgets import DateField, FilterChip, FlowLayout, FormGrid, SectionHead, Text


@dataclass(frozen=True)
class Chosen:
    """A period, both days inside, and the filters; an empty filter means any."""

    first: dt.date
    last: dt.date
    kinds: frozenset[RequestKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    states: frozenset[str] = frozenset()
    owner: OperatorId | None = None


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the month of `day`."""
    first = day.replace(day=1)
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def period(name: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days of "month", "last_month" or "today"."""
    if name == "today":
        return today, today
    return month_of(today if name == "month" else today.replace(day=1) - dt.timedelta(days=1))


class _Chips(QWidget):
    """Chips of one filter; none pressed means any."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Any, FilterChip] = {}
        self._place = QWidget()
        self._flow = FlowLayout(6, self._place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Text(text, "note"))
        layout.addWidget(self._place)

    def offer(self, members: Sequence[tuple[Any, str]]) -> None:
        for member, text in members:
            if member not in self._chips:
                chip = FilterChip(text)
                chip.toggled.connect(self._tell)
                self._chips[member] = chip
                self._flow.addWidget(chip)

    def chip(self, member: Any) -> FilterChip:
        return self._chips[member]

    @property
    def chosen(self) -> frozenset[Any]:
        return frozenset(member for member, chip in self._chips.items() if chip.isChecked())

    def _tell(self, _is_on: bool) -> None:
        self.changed.emit()


class ReportFilters(QWidget):
    """The period and the filters; `changed` comes once the hand rests."""

    changed = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.period = QComboBox()
        for key, text in (
            ("month", self.tr("This month")),
            ("last_month", self.tr("Last month")),
            ("today", self.tr("Today")),
            ("own", self.tr("From … to …")),
        ):
            self.period.addItem(text, key)
        self.first, self.last = DateField(), DateField()
        self.kinds, self.channels = _Chips(self.tr("Kinds")), _Chips(self.tr("Channels"))
        self.states = _Chips(self.tr("States"))
        self.owner = QComboBox()
        self.owner.addItem(self.tr("Anyone"))
        self._owners: list[OperatorId | None] = [None]
        self.kinds.offer([(kind, title(kind)) for kind in RequestKind])
        self.channels.offer([(channel, title(channel)) for channel in Channel])
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(250)
        self._rest.timeout.connect(self.changed)
        self._build()
        self._show_period()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._days = FormGrid(2)
        self._days.add("period", self.tr("&Period"), self.period, span=2)
        self._days.add("first", self.tr("&From"), self.first)
        self._days.add("last", self.tr("&To, this day included"), self.last)
        layout.addWidget(self._days)
        layout.addWidget(SectionHead(self.tr("Only these requests")))
        for chips in (self.kinds, self.channels, self.states):
            layout.addWidget(chips)
        owner = FormGrid()
        owner.add("owner", self.tr("&Owner"), self.owner)
        row = QHBoxLayout()
        row.addWidget(owner, 1)
        layout.addLayout(row)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.period.activated.connect(self._show_period)
        self.first.dateChanged.connect(self._own_period)
        self.last.dateChanged.connect(self._own_period)
        for chips in (self.kinds, self.channels, self.states):
            chips.changed.connect(self._rest.start)
        self.owner.currentIndexChanged.connect(self._rest_again)

    def offer_states(self, states: Sequence[RequestState], language: str) -> None:
        """Offers the company's states in this language."""
        self.states.offer([(state.code, state.name(language)) for state in states])

    def offer_owners(self, operators: Sequence[Operator]) -> None:
        """Offers the company's operators as owners."""
        for operator in operators:
            if operator.id not in self._owners:
                self._owners.append(operator.id)
                self.owner.addItem(operator.name)

    def choose_period(self, name: str) -> None:
        """Chooses "month", "last_month", "today" or "own"."""
        self.period.setCurrentIndex(self.period.findData(name))
        self._show_period()

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        return Chosen(
            dt.date(*self.first.date().getDate()),
            dt.date(*self.last.date().getDate()),
            self.kinds.chosen,
            self.channels.chosen,
            self.states.chosen,
            self._owners[self.owner.currentIndex()],
        )

    def show_error(self, sentence: str) -> None:
        """Says under the last day what is wrong with the period; nothing for an empty sentence."""
        self._days.clear_errors()
        if sentence:
            self._days.show_error("last", sentence)

    def _show_period(self, _index: int = 0) -> None:
        name = self.period.currentData()
        if name == "own":
            self.first.setFocus()
            return
        for field, day in zip((self.first, self.last), period(name, self._today), strict=True):
            field.blockSignals(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)
        self._rest.start()

    def _rest_again(self, _index: int) -> None:
        self._rest.start()

    def _own_period(self, _day: QDate) -> None:
        self.period.setCurrentIndex(self.period.findData("own"))
        self._rest.start()
