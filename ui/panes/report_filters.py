"""What a report is made of: its period in a bar, and the filters as chips that a menu puts there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.event import Channel
from helpdesk.domain.period import Period, named_period
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import Priority, RequestKind, RequestState
from helpdesk.words.terms import title
from ui.panes.request_parts import pop_up
from ui.widgets import DateField, FilterChip, FlowLayout, IconButton, Text

OWN = "own"
_SETS = ("kinds", "channels", "priorities", "states")


@dataclass(frozen=True)
class Chosen:
    """A period, both days inside, by its name where it has one, and the filters."""

    period: Period
    name: str = OWN
    filters: ReportFilter = field(default_factory=ReportFilter)

    @property
    def first(self) -> dt.date:
        return self.period.first

    @property
    def last(self) -> dt.date:
        return self.period.last


class ReportFilters(QWidget):
    """The period and the filters; `changed` comes once the hand rests."""

    changed = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._filters = ReportFilter()
        self._members: dict[str, list[tuple[Any, str]]] = {
            "kinds": [(kind, title(kind)) for kind in RequestKind],
            "channels": [(channel, title(channel)) for channel in Channel],
            "priorities": [(priority, title(priority)) for priority in Priority],
            "states": [],
            "owner": [],
            "team": [],
            "process": [("requests", self.tr("Requests")), ("orders", self.tr("Orders"))],
        }
        self.period = QComboBox()
        for key, text in self._period_names():
            self.period.addItem(text, key)
        self.period.setAccessibleName(self.tr("Period"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day, included"))
        self.menu = IconButton("funnel", self.tr("Filters"))
        self.menu.clicked.connect(self._open_menu)
        self._wrong = Text("", "error")
        self._wrong.hide()
        self._chips = QWidget()
        self._flow = FlowLayout(6, self._chips)
        self._chips.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(250)
        self._rest.timeout.connect(self.changed)
        self._build()
        self.period.setCurrentIndex(self.period.findData("this-month"))
        self._show_period()
        self.period.activated.connect(self._show_period)
        self.first.dateChanged.connect(self._own_period)
        self.last.dateChanged.connect(self._own_period)

    def _period_names(self) -> tuple[tuple[str, str], ...]:
        return (
            ("today", self.tr("Today")),
            ("yesterday", self.tr("Yesterday")),
            ("this-week", self.tr("This week")),
            ("last-week", self.tr("Last week")),
            ("this-month", self.tr("This month")),
            ("last-month", self.tr("Last month")),
            ("this-quarter", self.tr("This quarter")),
            ("last-quarter", self.tr("Last quarter")),
            ("this-year", self.tr("This year")),
            ("last-year", self.tr("Last year")),
            (OWN, self.tr("From … to …")),
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.period)
        row.addWidget(self.first)
        row.addWidget(Text("–", "muted"))
        row.addWidget(self.last)
        row.addWidget(self.menu)
        row.addWidget(self._wrong)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._chips)

    def offer_states(self, states: Sequence[RequestState], language: str) -> None:
        """Offers the company's states in this language."""
        self._members["states"] = [(state.code, state.name(language)) for state in states]

    def offer_owners(self, operators: Sequence[Operator]) -> None:
        """Offers the company's operators as owners, and their departments as teams."""
        self._members["owner"] = [(operator.id, operator.name) for operator in operators]
        teams = sorted({operator.department for operator in operators if operator.department})
        self._members["team"] = [(team, team) for team in teams]

    def choose_period(self, name: str) -> None:
        """Chooses a period by its name, such as "last-month"; "own" leaves the days to the hand."""
        self.period.setCurrentIndex(self.period.findData(name))
        self._show_period()

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        days = Period(dt.date(*self.first.date().getDate()), dt.date(*self.last.date().getDate()))
        return Chosen(days, str(self.period.currentData()), self._filters)

    def take(self, chosen: Chosen) -> None:
        """Takes settings over that were kept: a period with a name moves with the days."""
        self._filters = chosen.filters
        self.period.setCurrentIndex(max(0, self.period.findData(chosen.name)))
        if chosen.name == OWN:
            self._show_days(chosen.period)
        else:
            self._show_period()
        self._show_chips()
        self._rest.start()

    def show_error(self, sentence: str) -> None:
        """Says beside the last day what is wrong with the period; nothing for an empty sentence."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.last.setAccessibleDescription(sentence)

    def switch(self, name: str, member: Any) -> None:
        """Puts one filter on or off."""
        present = getattr(self._filters, name)
        if name in _SETS:
            present = present ^ {member}
        else:
            present = (None if name == "owner" else "") if present == member else member
        self._filters = replace(self._filters, **{name: present})
        self._show_chips()
        self._rest.start()

    def chips(self) -> list[FilterChip]:
        """The chips of the filters that are on."""
        return [self._flow.itemAt(place).widget() for place in range(self._flow.count())]

    def _is_on(self, name: str, member: Any) -> bool:
        present = getattr(self._filters, name)
        return member in present if name in _SETS else present == member

    def _open_menu(self) -> None:
        menu = QMenu(self)
        heads = {
            "kinds": self.tr("Kind"),
            "channels": self.tr("Channel"),
            "priorities": self.tr("Priority"),
            "states": self.tr("State"),
            "team": self.tr("Team"),
            "owner": self.tr("Owner"),
            "process": self.tr("Process"),
        }
        for name, head in heads.items():
            if not self._members[name]:
                continue
            part = menu.addMenu(head)
            for place, (member, text) in enumerate(self._members[name]):
                action = QAction(text, part)
                action.setCheckable(True)
                action.setChecked(self._is_on(name, member))
                action.setData((name, place))
                part.addAction(action)
        menu.triggered.connect(self._pick)
        pop_up(menu, self.menu)

    def _pick(self, action: QAction) -> None:
        name, place = action.data()
        self.switch(name, self._members[name][place][0])

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for name, members in self._members.items():
            for place, (member, text) in enumerate(members):
                if self._is_on(name, member):
                    chip = FilterChip(text, is_removable=True, parent=self._chips)
                    chip.setProperty("filter", f"{name}:{place}")
                    chip.removed.connect(self._remove)
                    self._flow.addWidget(chip)
                    chip.show()
        self._chips.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()

    def _remove(self) -> None:
        name, place = str(self.sender().property("filter")).split(":")
        self.switch(name, self._members[name][int(place)][0])

    def _show_period(self, _index: int = 0) -> None:
        name = self.period.currentData()
        if name == OWN:
            self.first.setFocus()
            return
        self._show_days(named_period(name, self._today))
        self._rest.start()

    def _show_days(self, days: Period) -> None:
        for widget, day in ((self.first, days.first), (self.last, days.last)):
            widget.blockSignals(True)
            widget.setDate(QDate(day.year, day.month, day.day))
            widget.blockSignals(False)

    def _own_period(self, _day: QDate) -> None:
        self.period.setCurrentIndex(self.period.findData(OWN))
        self._rest.start()
