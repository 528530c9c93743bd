"""Reports that make themselves: which are made when and where to, one more of the present settings, one less."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from helpdesk.domain.report_schedule import DAILY, MONTHLY, WEEKDAYS
from helpdesk.errors import UserError
from helpdesk.service import report_schedule
from helpdesk.service.report_schedule import Plan, Schedule
from helpdesk.words.errors import sentence
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.panes.report_filters import OWN
from ui.panes.report_kept import Settings
from ui.seat import Seat
from ui.widgets import Button, FactRow, FormGrid, Hairline, SectionHead, Text

FORMATS = ("pdf", "xlsx", "csv", "json")


class ReportSchedulesDialog(RequestDialog):
    """Adds the report and filters that the pane shows; a period that moves with the days is needed."""

    def __init__(
        self, seat: Seat, settings: Settings, titles: dict[str, str], folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Reports that make themselves"), self.tr("Add"), parent, width=560)
        self._seat, self._settings, self._titles = seat, settings, titles
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self.body.addWidget(Hairline())
        report = titles.get(settings.report, settings.report)
        self.body.addWidget(SectionHead(self.tr("One more: %1").replace("%1", report)))
        self._add_form(folder)
        self._read()

    def _add_form(self, folder: str) -> None:
        self.day, self.at, self.format = QComboBox(), QTimeEdit(QTime(8, 0)), QComboBox()
        for key, text in self._days():
            self.day.addItem(text, key)
        self.day.setCurrentIndex(self.day.findData("monday"))
        for format in FORMATS:
            self.format.addItem(format.upper(), format)
        self.folder = Button(folder or self.tr("Choose a folder…"))
        self.folder.clicked.connect(self._choose_folder)
        self._folder = folder
        self.form = FormGrid(3)
        self.form.add("day", self.tr("&When"), self.day)
        self.form.add("at", self.tr("&At"), self.at)
        self.form.add("format", self.tr("&Form"), self.format)
        self.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch(1)
        self.body.addLayout(row)

    def _days(self) -> list[tuple[str, str]]:
        names = (
            self.tr("Each Monday"),
            self.tr("Each Tuesday"),
            self.tr("Each Wednesday"),
            self.tr("Each Thursday"),
            self.tr("Each Friday"),
            self.tr("Each Saturday"),
            self.tr("Each Sunday"),
        )
        return [
            (DAILY, self.tr("Every day")),
            *zip(WEEKDAYS, names, strict=True),
            (MONTHLY, self.tr("On the first of each month")),
        ]

    def _read(self) -> None:
        seat = self._seat
        seat.tasks.read(
            report_schedule.listed, seat.desk, seat.operator.id, on_success=self._show, key=(self, "schedules")
        )

    def _show(self, schedules: tuple[Schedule, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for schedule in schedules:
            self._rows.addWidget(self._row(schedule))
        if not schedules:
            self._rows.addWidget(Text(self.tr("None yet. They run while the program is open, or by command."), "muted"))

    def _row(self, schedule: Schedule) -> QWidget:
        plan, locale = schedule.plan, self._seat.locale
        days = dict(self._days())
        when = f"{days[plan.every.day]}, {plan.every.at:%H:%M}"
        told = self.tr("%1 · %2 · next %3").replace("%1", when).replace("%2", plan.format.upper())
        told = told.replace("%3", formatting.date_time(schedule.next_at, locale))
        if schedule.fault:
            told = f"{told} · {schedule.fault}"
        row = FactRow(self._titles.get(plan.report, plan.report), told, link=self.tr("End"), label_width=150)
        row.setToolTip(str(plan.folder))
        row.link_clicked.connect(partial(self._remove, schedule.number))
        return row

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the reports go"), self._folder or str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.use_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_folder(self, folder: str) -> None:
        """Has the reports written into this folder."""
        self._folder = folder
        self.folder.setText(folder)

    def take(self) -> None:
        """Begins the schedule; the dialog stays, to show that it is there."""
        chosen = self._settings.chosen
        if chosen.name == OWN:
            self.refuse(self.tr("Choose a period that moves with the days first, such as “Last week”."), self.day)
            return
        if not self._folder:
            self.refuse(self.tr("Choose the folder."), self.folder)
            return
        seat = self._seat
        seat.tasks.write(
            begin,
            seat.desk,
            seat.operator.id,
            self._settings,
            (f"{self.day.currentData()} {self.at.time().toString('HH:mm')}", self.format.currentData(), self._folder),
            on_success=self._added,
            on_error=self._fail,
        )

    def _added(self, _schedule: Schedule) -> None:
        self._read()

    def _fail(self, error: UserError) -> None:
        self.refuse(sentence(error), self.folder)

    def _remove(self, number: int) -> None:
        seat = self._seat
        seat.tasks.write(
            report_schedule.remove, seat.desk, seat.operator.id, number, on_success=self._removed, on_error=self._fail
        )

    def _removed(self, _nothing: None) -> None:
        self._read()


def begin(desk: Any, actor: Any, settings: Settings, wanted: tuple[str, Any, str]) -> Schedule:
    """Begins the schedule of what is set: when, in which form, into which folder. Raises FileUnwritable."""
    when, format, folder = wanted
    typed = report_schedule.plan_of(settings.report, settings.chosen.name, format, Path(folder), when)
    plan = Plan(typed.report, typed.period, format, typed.folder, typed.every, settings.chosen.filters)
    return report_schedule.add(desk, actor, plan)
