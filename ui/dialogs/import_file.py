"""A table of another program taken in: looked at, its columns given fields, tried without harm, then stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.errors import UserError
from helpdesk.service import importing
from helpdesk.words import _
from helpdesk.words.errors import sentence
from ui.dialogs.import_kind import ImportKindRow, columns_of
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.import_outcome import ImportOutcome
from ui.dialogs.import_table import ImportTable
from ui.panes.report_progress import ProgressRow
from ui.progress import LongTask
from ui.seat import Seat
from ui.widgets import Button, ElidedLabel, EmptyState


class ImportDialog(QDialog):
    """Takes in CSV and XLSX; `changed` tells what an import touched. The window stays usable behind it."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._path: Path | None = None
        self._seen: Any = None
        self._saved: dict[str, Any] = {}
        self._task: LongTask | None = None
        self.setWindowTitle(self.tr("Import a table"))
        self.resize(1040, 680)
        self.file = ElidedLabel(self.tr("No file is chosen"), "strong")
        self.choose = Button(self.tr("Choose a file…"))
        self.what = ImportKindRow()
        self.kind, self.mapping = self.what.kind, self.what.mapping
        self.mapping_name, self.save_mapping = self.what.mapping_name, self.what.save_mapping
        self.options = ImportOptions()
        self.table = ImportTable()
        self.outcome = ImportOutcome()
        self.progress = ProgressRow()
        self.dry_run = Button(self.tr("Try without storing"))
        self.run = Button(self.tr("Import"), "primary")
        self.leave = Button(self.tr("Close"), key="Esc")
        self._kinds = importing.kinds()
        self._build()
        self._connect()
        self._allow()

    def _build(self) -> None:
        self.kind.addItems([_(kind.title) for kind in self._kinds])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.file, 1)
        top.addWidget(self.choose)
        layout.addLayout(top)
        self._settings = QWidget()
        rows = QVBoxLayout(self._settings)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.what)
        rows.addWidget(self.options)
        layout.addWidget(self._settings)
        self._empty = EmptyState(
            "upload", self.tr("Choose a CSV or XLSX file: its first rows are shown before anything is stored.")
        )
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.outcome)
        layout.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.run)
        foot.addWidget(self.dry_run)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.kind.activated.connect(self._look_as_kind)
        self.mapping.activated.connect(self._use_mapping)
        self.options.changed.connect(self._look_again)
        self.table.head.changed.connect(self.outcome.clear)
        self.save_mapping.clicked.connect(self._save_mapping)
        self.mapping_name.textChanged.connect(self._allow)
        self.dry_run.clicked.connect(partial(self._start, True))
        self.run.clicked.connect(partial(self._start, False))
        self.leave.clicked.connect(self.reject)
        self.progress.cancelled.connect(self._cancel)

    @property
    def kind_name(self) -> str:
        """The kind chosen, as on the command line."""
        return self._kinds[self.kind.currentIndex()].name

    def read_file(self, file: str) -> None:
        """Looks at a file and guesses what it holds."""
        self._path = Path(file)
        self.file.setText(self._path.name)
        self.file.setToolTip(file)
        self._look(None, {})

    def reject(self) -> None:
        self._cancel()
        super().reject()

    def _ask_file(self) -> None:
        folder = str(self._path.parent if self._path else Path.home())
        tables = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
        dialog = QFileDialog(self, self.tr("Choose a table"), folder, tables)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self, kind: str | None, options: dict[str, Any]) -> None:
        if self._path is not None:
            seat = self._seat
            seat.tasks.read(
                importing.preview,
                seat.desk,
                self._path,
                kind,
                options,
                on_success=self._show,
                on_error=self._fail,
                key=(self, "look"),
            )

    def _look_as_kind(self, _index: int) -> None:
        self._look(self.kind_name, self.options.chosen)

    def _look_again(self) -> None:
        self._look(self.kind_name, self.options.chosen)

    def _show(self, seen: Any) -> None:
        is_other_kind = self._seen is None or self._seen.kind != seen.kind
        self._seen = seen
        self.outcome.clear()
        names = [kind.name for kind in self._kinds]
        self.kind.setCurrentIndex(names.index(seen.kind))
        self.options.show_form(seen.form)
        self.table.show_rows(seen.headings, seen.rows, seen.width)
        fields = [(field.name, _(field.title)) for field in self._kinds[self.kind.currentIndex()].fields]
        self.table.head.offer(fields, [self.table.rows.heading(column) for column in range(seen.width)])
        self.table.head.choose(seen.fields)
        self.table.fit_fields()
        self._allow()
        if is_other_kind:
            self._read_mappings()

    def _read_mappings(self) -> None:
        seat = self._seat
        seat.tasks.read(
            importing.saved_mappings, seat.desk, self.kind_name, on_success=self._offer_mappings, key=(self, "saved")
        )

    def _offer_mappings(self, saved: dict[str, Any]) -> None:
        self._saved = saved
        self.what.offer_mappings(list(saved))

    def _use_mapping(self, index: int) -> None:
        saved = self._saved.get(self.mapping.currentText()) if index else None
        if saved is None:
            self.table.head.choose(self._seen.fields if self._seen else {})
            return
        headings = [self.table.rows.heading(column) for column in range(self._seen.width)]
        self.table.head.choose(columns_of(saved.columns, headings))

    def _mapping(self) -> Any:
        return importing.mapping_of(self._seen, self.table.head.fields, self.options.chosen)

    def _save_mapping(self) -> None:
        name = self.mapping_name.text().strip()
        seat = self._seat
        seat.tasks.write(
            importing.save_mapping,
            seat.desk,
            seat.operator.id,
            name,
            self.kind_name,
            self._mapping(),
            on_success=partial(self._tell_mapping, name),
            on_error=self._fail,
        )

    def _tell_mapping(self, name: str, _nothing: object) -> None:
        self.mapping_name.clear()
        self.outcome.say(self.tr("The mapping “%1” is kept.").replace("%1", name))
        if self.mapping.findText(name) < 0:
            self.mapping.addItem(name)
        self.mapping.setCurrentText(name)
        self._read_mappings()

    def _start(self, is_dry: bool, _is_checked: bool = False) -> None:
        if self._path is None or self._seen is None or self._task is not None:
            return
        title = self.tr("Trying") if is_dry else self.tr("Importing")
        self.outcome.clear()
        self._busy(True)
        self.progress.begin(title)
        seat = self._seat
        act = partial(importing.run, mapping=self._mapping(), dry_run=is_dry)
        task = seat.tasks.long(
            act,
            seat.desk,
            seat.operator.id,
            self._path,
            self.kind_name,
            title=title,
            on_success=partial(self._tell, is_dry),
            on_progress=self.progress.show_progress,
            on_error=self._fail,
            on_cancelled=partial(self._tell_stopped, is_dry),
        )
        self._task = task if self.progress.is_under_way else None

    def _tell(self, is_dry: bool, result: Any) -> None:
        self._end()
        self.outcome.show_result(result, is_dry=is_dry)
        if not is_dry:
            self.changed.emit(result.changes)

    def _tell_stopped(self, is_dry: bool) -> None:
        self._end()
        if is_dry:
            self.outcome.say(self.tr("Stopped. Nothing was stored."))
            return
        self.outcome.say(
            self.tr("Stopped. What was stored before stays; the same import run again goes on from there.")
        )
        self.changed.emit(Changes(is_everything=True))

    def _fail(self, error: UserError) -> None:
        self._end()
        self.outcome.complain(sentence(error))

    def _end(self) -> None:
        self._task = None
        self.progress.end()
        self._busy(False)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _busy(self, is_busy: bool) -> None:
        for part in (self._settings, self.table.head, self.choose):
            part.setEnabled(not is_busy)
        self._allow()
        if is_busy:
            self.dry_run.setEnabled(False)
            self.run.setEnabled(False)

    def _allow(self, _text: str = "") -> None:
        is_seen = self._seen is not None
        self._empty.setVisible(not is_seen)
        self.table.setVisible(is_seen)
        self._settings.setVisible(is_seen)
        self.dry_run.setEnabled(is_seen)
        self.run.setEnabled(is_seen)
        self.save_mapping.setEnabled(is_seen and bool(self.mapping_name.text().strip()))
