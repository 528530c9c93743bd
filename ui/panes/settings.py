"""What can be set up: the company's name, how the window looks, who works here, where the backups are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Operator
from helpdesk.domain.identity import OperatorId
from helpdesk.errors import UserError
from helpdesk.service import company, setting
from helpdesk.service.desk import Desk
from helpdesk.words.errors import sentence
from ui import formatting
from ui.dialogs.first_start import LANGUAGES
from ui.panes.settings_office import OfficeSection
from ui.panes.settings_papers import PapersSection
from ui.seat import Seat
from ui.widgets import Button, FactRow, FormGrid, SectionHead, Text

LOOK = "look"
_SCALES = (None, 1.0, 1.25, 1.5)


@dataclass(frozen=True)
class SetUp:
    """What the pane shows, read in one go."""

    look: dict[str, Any]
    operators: tuple[Operator, ...]
    backups: tuple[tuple[str, datetime], ...]


def read_set_up(desk: Desk, actor: OperatorId) -> SetUp:
    """Reads what the pane shows; runs in a worker."""
    files = sorted((desk.folder / "backups").glob("*.db"), key=_written, reverse=True)
    backups = tuple((file.name, datetime.fromtimestamp(_written(file), UTC)) for file in files[:5])
    return SetUp(setting.get(desk, actor, LOOK, {}), company.operators(desk), backups)


def _written(file: Path) -> float:
    return file.stat().st_mtime


def rename(desk: Desk, actor: OperatorId, name: str) -> Changes:
    """Gives the company another name. Raises FieldMissing."""
    return company.change_company(desk, actor, name=name)


class SettingsPane(QWidget):
    """Takes effect at once; nothing here asks to be saved."""

    changed = Signal(object)
    import_wanted = Signal()
    look_chosen = Signal(str, object)
    matters_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._look: dict[str, Any] = {}
        page = QWidget()
        page.setMaximumWidth(640)
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(24, 16, 24, 24)
        self._page.setSpacing(12)
        self._page.addWidget(Text(self.tr("Settings"), "title"))
        self._add_company()
        self._add_look()
        self._add_operators()
        self.office = OfficeSection(seat)
        self.office.changed.connect(self.changed)
        self.office.matters_wanted.connect(self.matters_wanted)
        self._page.addWidget(self.office)
        self.papers = PapersSection(seat)
        self.papers.changed.connect(self.changed)
        self._page.addWidget(self.papers)
        self._add_files()
        self._page.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._read()

    def _add_company(self) -> None:
        self.name = QLineEdit(self._seat.desk.company.name)
        self.name.editingFinished.connect(self._rename)
        self.company_form = FormGrid()
        self.company_form.add("company", self.tr("&Company"), self.name)
        self._page.addWidget(SectionHead(self.tr("Company")))
        self._page.addWidget(self.company_form)
        zone = FactRow(self.tr("Time zone"), self._seat.desk.company.time_zone, label_width=120)
        self._page.addWidget(zone)
        self._page.addWidget(FactRow(self.tr("Currency"), self._seat.desk.company.currency, label_width=120))

    def _add_look(self) -> None:
        self.language = self._combo([(code, name) for code, name in LANGUAGES.items()], self._choose_language)
        schemes = [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.scheme = self._combo(schemes, self._choose_scheme)
        texts = [(scale, f"{scale:.0%}" if scale else self.tr("As the system")) for scale in _SCALES]
        self.scale = self._combo(texts, self._choose_scale)
        form = FormGrid(3)
        form.add("language", self.tr("&Language"), self.language)
        form.add("scheme", self.tr("C&olours"), self.scheme)
        form.add("scale", self.tr("Si&ze of texts"), self.scale)
        self._page.addWidget(SectionHead(self.tr("Window")))
        self._page.addWidget(form)

    def _combo(self, choices: Sequence[tuple[Any, str]], slot: Any) -> QComboBox:
        combo = QComboBox()
        for value, text in choices:
            combo.addItem(text, value)
        combo.activated.connect(slot)
        return combo

    def _add_operators(self) -> None:
        self.operators = QVBoxLayout()
        self.operators.setSpacing(2)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(self.tr("Name of a new operator"))
        self.new_name.setAccessibleName(self.tr("Name of a new operator"))
        self.new_name.returnPressed.connect(self._add_operator)
        self.add = Button(self.tr("Add"))
        self.add.clicked.connect(self._add_operator)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.add)
        self._page.addWidget(SectionHead(self.tr("Operators")))
        self._page.addLayout(self.operators)
        self._page.addLayout(row)

    def _add_files(self) -> None:
        self.backups = QVBoxLayout()
        self.backups.setSpacing(2)
        self._page.addWidget(SectionHead(self.tr("Backups"), note=self.tr("one a day, each opened to prove it")))
        self._page.addLayout(self.backups)
        folder = FactRow(self.tr("Folder"), str(self._seat.desk.folder), link=self.tr("Show"), label_width=120)
        folder.link_clicked.connect(self._show_folder)
        self._page.addWidget(folder)
        self._page.addWidget(SectionHead(self.tr("Foreign files")))
        self.import_button = Button(self.tr("Import a file…"), key="Ctrl+I")
        self.import_button.clicked.connect(self.import_wanted)
        self._page.addWidget(self.import_button)

    def refresh(self, changes: Changes) -> None:
        """Reads anew what the company set up elsewhere."""
        if changes.company or changes.is_everything:
            self._read()
            self.papers.read()
            self.office.read()

    def _read(self) -> None:
        seat = self._seat
        seat.tasks.read(read_set_up, seat.desk, seat.operator.id, on_success=self._show, key="settings")

    def _show(self, found: SetUp) -> None:
        self._look = dict(found.look)
        self.language.setCurrentIndex(max(0, self.language.findData(self._seat.locale.language)))
        self.scheme.setCurrentIndex(max(0, self.scheme.findData(self._look.get("scheme", "system"))))
        scale = self._look.get("scale")
        self.scale.setCurrentIndex(_SCALES.index(scale) if scale in _SCALES else 0)
        _empty(self.operators)
        for operator in found.operators:
            note = self.tr("you") if operator.id == self._seat.operator.id else operator.department
            self.operators.addWidget(FactRow(operator.name, note, label_width=320))
        _empty(self.backups)
        for name, at in found.backups:
            self.backups.addWidget(FactRow(name, formatting.date_time(at, self._seat.locale), label_width=220))
        if not found.backups:
            self.backups.addWidget(Text(self.tr("The first one is made today, after the start."), "muted", wraps=True))

    def _rename(self) -> None:
        name, seat = self.name.text().strip(), self._seat
        if name == seat.desk.company.name:
            self.company_form.clear_errors()
            return
        told = {"on_success": self._renamed, "on_error": self._refuse_name}
        seat.tasks.write(rename, seat.desk, seat.operator.id, name, **told)

    def _renamed(self, changes: Changes) -> None:
        self.company_form.clear_errors()
        self.changed.emit(changes)
        self.look_chosen.emit("company", self.name.text().strip())

    def _refuse_name(self, error: UserError) -> None:
        self.company_form.show_error("company", sentence(error))

    def _choose_language(self) -> None:
        self._keep("language", self.language.currentData())

    def _choose_scheme(self) -> None:
        self._keep("scheme", self.scheme.currentData())

    def _choose_scale(self) -> None:
        self._keep("scale", self.scale.currentData())

    def _keep(self, key: str, value: Any) -> None:
        if self._look.get(key) == value:
            return
        self._look[key] = value
        seat = self._seat
        kept = partial(self._kept, key, value)
        seat.tasks.write(setting.put, seat.desk, seat.operator.id, LOOK, dict(self._look), on_success=kept)

    def _kept(self, key: str, value: Any, _nothing: None) -> None:
        self.look_chosen.emit(key, value)

    def _add_operator(self) -> None:
        name, seat = self.new_name.text().strip(), self._seat
        if not name:
            self.new_name.setFocus()
            return
        seat.tasks.write(company.add_operator, seat.desk, seat.operator.id, name, on_success=self._added)

    def _added(self, operator: Operator) -> None:
        self.new_name.clear()
        self._seat.messages.notice(self.tr("{name} can work here now.").format(name=operator.name))
        self.changed.emit(Changes(company=True))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._seat.desk.folder)))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
