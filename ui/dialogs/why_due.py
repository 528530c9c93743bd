"""Why a request is due when it is: every stretch in which its clock ran or stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QScrollArea, QTableView, QVBoxLayout, QWidget

from helpdesk.domain.service_level import ClockInterval, ServiceState, TargetClock
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import TONE, TableDelegate
from ui.dialogs.request_dialog import RequestDialog
from ui.formatting import Locale
from ui.theme import Tone
from ui.widgets import Text

_TONES = {ServiceState.BREACHED: "bad", ServiceState.AT_RISK: "warn", ServiceState.MET: "good"}


class Intervals(QAbstractTableModel):
    """One row a stretch: from, to, runs or stands, by which rule, working time, calendar."""

    def __init__(
        self, intervals: Sequence[ClockInterval], now: datetime, locale: Locale, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tones = [Tone.PLAIN if interval.running else Tone.MUTED for interval in intervals]
        self._heads = (
            self.tr("From"),
            self.tr("To"),
            self.tr("Clock"),
            self.tr("Why"),
            self.tr("Working time"),
            self.tr("Calendar"),
        )
        runs, stands = self.tr("runs"), self.tr("stands")
        self._cells = [
            (
                formatting.day_time(interval.start, now, locale),
                formatting.day_time(interval.end, now, locale),
                runs if interval.running else stands,
                title(interval.reason),
                formatting.duration(interval.working, locale),
                self.tr("version %1").replace("%1", str(interval.calendar_version)),
            )
            for interval in intervals
        ]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        return self._tones[index.row()] if role == TONE else None


class WhyDue(RequestDialog):
    """Each promise with its stretches; they add up to what was promised."""

    def __init__(
        self, clocks: Sequence[TargetClock], now: datetime, locale: Locale, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Why is it due then?"), "", parent, width=720)
        self.models: list[Intervals] = []
        note = self.tr("The clock runs in business hours only, and stands while the customer is waited for.")
        self.body.addWidget(Text(note, "muted", wraps=True))
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 8, 0, 0)
        for clock in clocks:
            self._add(clock, now, locale, inside)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        self.body.addWidget(area, 1)
        self.resize(760, 480)
        self.no.setFocus()

    def _add(self, clock: TargetClock, now: datetime, locale: Locale, inside: QVBoxLayout) -> None:
        head = f"{title(clock.target)} — {title(clock.state).lower()}"
        if clock.due_at is not None:
            head += self.tr(", due %1").replace("%1", formatting.day_time(clock.due_at, now, locale))
        inside.addWidget(Text(head, _TONES.get(clock.state, "strong")))
        if not clock.intervals:
            inside.addWidget(Text(self.tr("At once, while the customer spoke."), "muted"))
            inside.addSpacing(8)
            return
        table = QTableView()
        TableDelegate.dress(table)
        table.setAccessibleName(head)
        model = Intervals(clock.intervals, now, locale, table)
        self.models.append(model)
        table.setModel(model)
        head_height = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(len(clock.intervals) * TableDelegate.row_height() + head_height + 4)
        for column, width in enumerate((120, 120, 70, 210, 100)):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        inside.addWidget(table)
