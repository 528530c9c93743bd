"""The records behind a figure: a list that opens each of them and goes to a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFileDialog, QTableView, QWidget

from helpdesk.domain.drill import DrillKind
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.report_scope import ReportScope
from helpdesk.service import report_reading, report_rows, reporting
from helpdesk.service.desk import Desk
from helpdesk.service.report_reading import Sheet
from ui.delegates import TableDelegate
from ui.dialogs.request_dialog import RequestDialog
from ui.models.report_sheet import SheetModel, column_widths
from ui.seat import Seat
from ui.widgets import Button, EmptyState, Text

_WIDTH = 1000


@dataclass(frozen=True)
class BehindFigure:
    """The records behind a figure, as a report of their own and by what opens them."""

    content: Any
    sheet: Sheet
    kind: DrillKind
    aliases: tuple[int, ...]


def behind(desk: Desk, actor: OperatorId, content: Any, scope: ReportScope, name: str) -> BehindFigure:
    """Reads the records behind a figure; for a worker. Raises FigureUnknown."""
    drill, _title = report_rows.drill_named(content, name)
    listed = report_rows.rows_content(desk, actor, content, scope, name)
    aliases = report_rows.aliases(desk, actor, content.name, scope, drill)
    return BehindFigure(listed, report_reading.sheets(listed)[0], drill.kind, aliases)


class ReportRowsDialog(RequestDialog):
    """Enter or a double click opens a record, the dialog stays; two buttons save the list."""

    request_opened = Signal(bytes)
    order_opened = Signal(bytes)

    def __init__(self, seat: Seat, content: Any, scope: ReportScope, name: str, parent: QWidget | None = None) -> None:
        title = report_rows.drill_named(content, name)[1]
        super().__init__(title, "", parent, width=_WIDTH)
        self._seat = seat
        self._found: BehindFigure | None = None
        self.table = QTableView()
        TableDelegate.dress(self.table)
        self.table.setAccessibleName(title)
        self.table.activated.connect(self._open)
        self.note = Text(self.tr("Looking up the records…"), "muted")
        self.files = {format: Button(format.upper()) for format in ("xlsx", "csv")}
        self.empty = EmptyState("inbox", self.tr("No record stands behind this figure."))
        self.empty.hide()
        self.body.addWidget(self.note)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        buttons = self.layout().itemAt(self.layout().count() - 1).layout()
        for place, (format, button) in enumerate(self.files.items()):
            button.setAccessibleName(self.tr("Save as %1").replace("%1", button.text()))
            button.setEnabled(False)
            button.clicked.connect(partial(self._choose_folder, format))
            buttons.insertWidget(place, button)
        self.resize(_WIDTH, 560)
        work = (behind, seat.desk, seat.operator.id, content, scope, name)
        seat.tasks.read(*work, on_success=self._show, key=(self, "rows"))

    def _show(self, found: BehindFigure) -> None:
        self._found = found
        self.note.setText(self.tr("%n record(s). Enter opens one.", "", found.sheet.row_count))
        self.empty.setVisible(not found.sheet.row_count)
        self.table.setVisible(found.sheet.row_count > 0)
        self.table.setModel(SheetModel(found.sheet, self.table))
        for number, width in enumerate(column_widths(found.sheet)):
            self.table.setColumnWidth(number, width)
        for button in self.files.values():
            button.setEnabled(found.sheet.row_count > 0)
        if found.sheet.row_count:
            self.table.selectRow(0)
            self.table.setFocus()

    def _open(self, index: QModelIndex) -> None:
        found = self._found
        if found is None or not 0 <= index.row() < len(found.aliases):
            return
        alias = found.aliases[index.row()]
        self._seat.tasks.read(
            report_rows.identity,
            self._seat.desk,
            self._seat.operator.id,
            found.kind,
            alias,
            on_success=partial(self._tell, found.kind),
        )

    def _tell(self, kind: str, identity: bytes | None) -> None:
        if identity is not None:
            (self.order_opened if kind == "order" else self.request_opened).emit(identity)

    def _choose_folder(self, format: str, _is_checked: bool = False) -> None:
        dialog = QFileDialog(self, self.tr("Save the list in a folder"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(partial(self.save, format))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, format: str, folder: str) -> None:
        """Saves the list as "xlsx" or "csv" into a folder and says where it is."""
        if self._found is None:
            return
        seat = self._seat
        seat.tasks.long(
            reporting.render,
            seat.desk,
            seat.operator.id,
            self._found.content,
            format,
            Path(folder),
            title=self.tr("Saving the list"),
            on_success=self._tell_saved,
        )

    def _tell_saved(self, file: Path) -> None:
        self._seat.messages.notice(self.tr("Saved as %1").replace("%1", str(file)))
