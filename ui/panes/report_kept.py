"""Settings of reports that an operator keeps under a name: the report, its period and its filters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from helpdesk.domain.period import PERIODS, Period
from helpdesk.service import setting
from helpdesk.service.report_freeze import filter_of, filter_text
from ui.panes.report_filters import OWN, Chosen
from ui.panes.request_parts import pop_up
from ui.seat import Seat
from ui.widgets import IconButton

_KEY = "report.kept"


@dataclass(frozen=True)
class Settings:
    """A report with what it is made of."""

    report: str
    chosen: Chosen


def plain(settings: Settings) -> dict[str, Any]:
    """Settings as JSON keeps them."""
    chosen = settings.chosen
    return {
        "report": settings.report,
        "period": chosen.name,
        "days": [chosen.first.isoformat(), chosen.last.isoformat()],
        "filters": filter_text(chosen.filters),
    }


def read(told: dict[str, Any]) -> Settings:
    """Settings from what JSON kept; a period that this program does not know keeps its days."""
    first, last = (dt.date.fromisoformat(day) for day in told["days"])
    name = told["period"] if told["period"] in PERIODS else OWN
    return Settings(told["report"], Chosen(Period(first, last), name, filter_of(told["filters"])))


class KeptSettings(IconButton):
    """A button with the kept settings; `asked` wants the present ones told to `keep`."""

    asked = Signal()
    taken = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__("star", self.tr("Kept settings"), parent=parent)
        self._seat = seat
        self._kept: dict[str, dict[str, Any]] = {}
        self._name = ""
        self.clicked.connect(self._open)
        seat.tasks.read(setting.get, seat.desk, seat.operator.id, _KEY, {}, on_success=self._show, key=(self, "kept"))

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which settings are kept."""
        return tuple(self._kept)

    def _show(self, kept: dict[str, dict[str, Any]]) -> None:
        self._kept = kept

    def keep(self, settings: Settings) -> None:
        """Keeps settings under the name that was asked for."""
        self._put({**self._kept, self._name: plain(settings)})

    def _put(self, kept: dict[str, dict[str, Any]]) -> None:
        self._kept = kept
        self._seat.tasks.write(setting.put, self._seat.desk, self._seat.operator.id, _KEY, kept)

    def _open(self) -> None:
        menu = QMenu(self)
        for name in self._kept:
            menu.addAction(name).setData(("take", name))
        if self._kept:
            menu.addSeparator()
        menu.addAction(self.tr("Keep the present settings…")).setData(("keep", ""))
        if self._kept:
            drop = menu.addMenu(self.tr("Delete"))
            for name in self._kept:
                drop.addAction(name).setData(("drop", name))
        menu.triggered.connect(self._pick)
        pop_up(menu, self)

    def _pick(self, action: QAction) -> None:
        what, name = action.data()
        if what == "take":
            self.taken.emit(read(self._kept[name]))
        elif what == "drop":
            self._put({other: told for other, told in self._kept.items() if other != name})
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Keep the present settings"))
        dialog.setLabelText(self.tr("Name"))
        dialog.textValueSelected.connect(self.keep_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_as(self, name: str) -> None:
        """Keeps what is set now under a name."""
        self._name = name.strip()
        if self._name:
            self.asked.emit()
