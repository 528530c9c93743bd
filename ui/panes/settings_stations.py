"""The stations of the office: whose numbers, when heard, by which program and clock; this one is marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from helpdesk.errors import UserError
from helpdesk.service import station
from helpdesk.service.station import WRONG_CLOCK
from helpdesk.service.sync_station import StationState
from ui import formatting
from ui.delegates import TONE, TableDelegate
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import SectionHead

_MOST_ROWS = 8
_NOTICED = timedelta(seconds=2)


class StationRows(QAbstractTableModel):
    """One row a station."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._heads = (
            self.tr("Numbers"),
            self.tr("Station"),
            self.tr("Heard"),
            self.tr("Program"),
            self.tr("Clock"),
        )
        self.cells: list[tuple[str, ...]] = []
        self._tones: list[tuple[Tone, ...]] = []

    def show_stations(self, stations: Sequence[StationState]) -> None:
        """Shows these."""
        self.beginResetModel()
        own = next((one.version for one in stations if one.is_own), "")
        self.cells = [self._cells(one) for one in stations]
        self._tones = [self._toned(one, own) for one in stations]
        self.endResetModel()

    def _cells(self, one: StationState) -> tuple[str, ...]:
        name = " · ".join(part for part in (one.operator, one.name) if part)
        if one.is_own:
            name = self.tr("This one: %1").replace("%1", name)
        now, locale = self._seat.desk.clock.now(), self._seat.locale
        heard = formatting.day_time(one.heard_at, now, locale) if one.heard_at else self.tr("not yet")
        return (f"{one.number}-…", name, heard, one.version, self._clock(one))

    def _clock(self, one: StationState) -> str:
        if one.ahead is None:
            return ""
        if abs(one.ahead) < _NOTICED:
            return self.tr("right")
        if abs(one.ahead) < timedelta(minutes=1):
            length = self.tr("%n s", "", int(abs(one.ahead).total_seconds()))
        else:
            length = formatting.duration(abs(one.ahead), self._seat.locale)
        words = self.tr("%1 ahead") if one.ahead > timedelta(0) else self.tr("%1 behind")
        return words.replace("%1", length)

    def _toned(self, one: StationState, own: str) -> tuple[Tone, ...]:
        now = self._seat.desk.clock.now()
        is_silent = one.heard_at is None or now - one.heard_at > station.SILENT
        is_wrong = one.ahead is not None and abs(one.ahead) > WRONG_CLOCK
        return (
            Tone.PLAIN,
            Tone.PLAIN,
            Tone.WARN if is_silent else Tone.PLAIN,
            Tone.WARN if one.version and one.version != own else Tone.PLAIN,
            Tone.BAD if is_wrong else Tone.MUTED,
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cells[index.row()][index.column()]
        return self._tones[index.row()][index.column()] if role == TONE else None


class StationsSection(QWidget):
    """Hidden until this station belongs to an office."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.head = SectionHead(self.tr("Stations"))
        self.table = QTableView()
        TableDelegate.dress(self.table)
        self.table.setAccessibleName(self.tr("Stations"))
        self.model = StationRows(seat, self.table)
        self.table.setModel(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.table)
        self.hide()

    def read(self) -> None:
        """Reads the stations anew."""
        seat = self._seat
        told = {"on_success": self._show, "on_error": self._leave, "key": (self, "stations")}
        seat.tasks.read(station.stations, seat.desk, seat.operator.id, **told)

    def _leave(self, error: UserError) -> None:
        self.hide()

    def _show(self, stations: tuple[StationState, ...]) -> None:
        self.model.show_stations(stations)
        self.head.show_note(str(len(stations)))
        rows = min(len(stations), _MOST_ROWS)
        height = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(rows * TableDelegate.row_height() + height + 4)
        for column, width in enumerate((66, 100, 100, 90, 104)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.show()
