"""Reports: what each answers, its filters, the very pages that will be printed, the records behind its figures."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.errors import PeriodReversed, UserError
from helpdesk.service import reporting, setting
from helpdesk.words.errors import sentence
from ui import formatting
from ui.panes.report_choice import ReportChoice
from ui.panes.report_filters import ReportFilters
from ui.panes.report_kept import KeptSettings, Settings
from ui.panes.report_making import FOLDER, MadeReport, Offers, make_report, offers
from ui.panes.report_preview import ReportPreview
from ui.panes.report_progress import ProgressRow
from ui.printing import open_folder, print_pdf
from ui.progress import LongTask
from ui.seat import Seat
from ui.widgets import Hairline, IconButton, Text


class ReportPane(QWidget):
    """Reports at the left, their filters and pages at the right; made anew whenever a filter changes."""

    changed = Signal(object)
    request_opened = Signal(bytes)
    order_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._name = self._wanted = ""
        self._folder = ""
        self._made: MadeReport | None = None
        self._task: LongTask | None = None
        self._saving: LongTask | None = None
        self._number = 0
        self._is_stale = False
        self._has_offers = False
        self.filters = ReportFilters(formatting.local_day(seat.desk.clock.now(), seat.locale))
        self.preview = ReportPreview(seat)
        self.progress = ProgressRow()
        self.kept = KeptSettings(seat)
        self.schedules = IconButton("clock", self.tr("Reports that make themselves"))
        self._choices: list[ReportChoice] = []
        self._build()
        self.filters.changed.connect(self._make)
        self.preview.wanted.connect(self._carry_out)
        self.preview.figures.opened.connect(self.open_rows)
        self.progress.cancelled.connect(self._cancel_all)
        self.kept.asked.connect(self._tell_settings)
        self.kept.taken.connect(self._take_settings)
        self.schedules.clicked.connect(self.show_schedules)

    def _build(self) -> None:
        left = QWidget()
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setProperty("ground", "surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(Text(self.tr("Reports"), "head"))
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addStretch(1)
        bar = QWidget()
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setProperty("ground", "surface")
        bar.setProperty("edge", "bottom")
        inside = QHBoxLayout(bar)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.filters, 1)
        for button in (self.schedules, self.kept):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar)
        right.addWidget(self.preview, 1)
        right.addWidget(self.progress)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_held(left))
        layout.addWidget(Hairline(is_upright=True))
        layout.addLayout(right, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_offers:
            self._read_offers()
        elif self._is_stale:
            self._make()

    def refresh(self, changes: Changes) -> None:
        """Makes the report anew where requests or the company changed; later, if nobody looks at it now."""
        if changes.company and self._has_offers:
            self._read_offers()
        elif changes.requests or changes.is_everything:
            if self.isVisible():
                self._make()
            else:
                self._is_stale = True

    def print_current(self) -> None:
        """Opens the print dialog for the pages shown."""
        if self._made is not None:
            print_pdf(self._made.pages.pdf, self._made.content.title, self, seat=self._seat)

    def _read_offers(self) -> None:
        seat = self._seat
        seat.tasks.read(
            offers,
            seat.desk,
            seat.operator.id,
            seat.locale.language,
            on_success=self._show_offers,
            key=(self, "offers"),
        )

    def _show_offers(self, offered: Offers) -> None:
        self._has_offers = True
        self._folder = offered.folder
        if not self._choices:
            for name, title, question in offered.kinds:
                choice = ReportChoice(name, title, question)
                choice.clicked.connect(partial(self._choose, name))
                self._choices.append(choice)
                self._list.addWidget(choice)
        self.filters.offer_states(offered.states, self._seat.locale.language)
        self.filters.offer_owners(offered.operators)
        if self._choices:
            self.choose_report(self._wanted or self._choices[0].name)

    def choose_report(self, name: str) -> None:
        """Shows the report of a name; at once where the list stands, else as the first one."""
        self._wanted = name
        for choice in self._choices:
            if choice.name == name:
                choice.setChecked(True)
                self._choose(name)

    def _choose(self, name: str, _is_checked: bool = True) -> None:
        self._name = name
        self._make()

    def _make(self) -> None:
        if not self._name:
            return
        self._is_stale = False
        self._cancel()
        self.filters.show_error("")
        self._number += 1
        seat, title = self._seat, self.tr("Making the report")
        self.progress.begin(title)
        self._task = seat.tasks.long(
            make_report,
            seat.desk,
            seat.operator.id,
            self._name,
            self.filters.chosen,
            title=title,
            on_success=partial(self._show, self._number),
            on_progress=self.progress.show_progress,
            on_error=self._fail,
            on_cancelled=self._stand_still,
        )
        if not self.progress.is_under_way:
            self._task = None

    def _show(self, number: int, made: MadeReport) -> None:
        if number != self._number:
            return
        self._made, self._task = made, None
        self.progress.end()
        self.preview.show_pages(made.pages)
        self.preview.figures.show_report(made.tiles, made.sheets)

    def open_rows(self, name: str) -> None:
        """Shows the records behind a figure, or behind a row of a table as "table:3"."""
        from ui.dialogs.report_rows import ReportRowsDialog

        if self._made is None:
            return
        dialog = ReportRowsDialog(self._seat, self._made.content, self._made.scope, name, self)
        dialog.request_opened.connect(self.request_opened)
        dialog.order_opened.connect(self.order_opened)
        dialog.open()

    def show_schedules(self) -> None:
        """Shows which reports make themselves, and offers the present one."""
        from ui.dialogs.report_schedules import ReportSchedulesDialog

        settings = Settings(self._name, self.filters.chosen)
        titles = {choice.name: choice.text() for choice in self._choices}
        ReportSchedulesDialog(self._seat, settings, titles, self._folder, self).open()

    def _tell_settings(self) -> None:
        self.kept.keep(Settings(self._name, self.filters.chosen))

    def _take_settings(self, settings: Settings) -> None:
        for choice in self._choices:
            if choice.name == settings.report:
                choice.setChecked(True)
                self._name = choice.name
        self.filters.take(settings.chosen)

    def _fail(self, error: UserError) -> None:
        self.progress.end()
        if isinstance(error, PeriodReversed):
            self.filters.show_error(sentence(error))
        else:
            self._seat.messages.error(error)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.progress.end()

    def _cancel_all(self) -> None:
        self._cancel()
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None

    def _stand_still(self) -> None:
        if self._task is None and self._saving is None:
            self.progress.end()

    def _carry_out(self, wanted: str) -> None:
        if wanted == "print":
            self.print_current()
            return
        dialog = QFileDialog(self, self.tr("Save the report in a folder"), self._folder or str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Save here"))
        dialog.fileSelected.connect(partial(self.save, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, format: str, folder: str) -> None:
        """Saves the report shown as "pdf", "xlsx" or "csv" into a folder and says where it is."""
        if self._made is None:
            return
        seat, title = self._seat, self.tr("Saving the report")
        self._folder = folder
        seat.tasks.write(setting.put, seat.desk, seat.operator.id, FOLDER, folder)
        self.progress.begin(title)
        task = seat.tasks.long(
            reporting.render,
            seat.desk,
            seat.operator.id,
            self._made.content,
            format,
            Path(folder),
            title=title,
            on_success=self._tell_saved,
            on_progress=self.progress.show_progress,
            on_error=self._fail,
            on_cancelled=self._stand_still,
        )
        self._saving = task if self.progress.is_under_way else None

    def _tell_saved(self, file: Path) -> None:
        self._saving = None
        if self._task is None:
            self.progress.end()
        told = self.tr("Saved as %1").replace("%1", str(file))
        self._seat.messages.notice(told, action=self.tr("Open folder"), on_action=self._open_folder)

    def _open_folder(self) -> None:
        open_folder(Path(self._folder))


def _held(left: QWidget) -> QWidget:
    area = QScrollArea()
    area.setWidget(left)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    held = QWidget()
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    held.setProperty("ground", "surface")
    held.setFixedWidth(292)
    around = QVBoxLayout(held)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    return held
