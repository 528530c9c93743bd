"""Settings of the exchange with other stations: the hub made, joined stations counted, moved, put in order, left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.errors import OfficeMissing, UserError
from helpdesk.service import sync
from helpdesk.service.sync import SyncResult, SyncStatus, Verified
from helpdesk.words.errors import sentence
from ui import formatting
from ui.messages import Question
from ui.panes.report_progress import ProgressRow
from ui.panes.settings_keys import KeysSection
from ui.panes.settings_stations import StationsSection
from ui.seat import Seat
from ui.widgets import Button, FactRow, FlowLayout, FormGrid, SectionHead, Text

_LABEL = 160


class OfficeSection(QWidget):
    """Shows either how an office is made, or how this station stands in it; `changed` follows whatever was done."""

    changed = Signal(object)
    matters_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._task: Any = None
        self.head = SectionHead(self.tr("Other stations"))
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self._cancel)
        self._alone, self._member = QWidget(), QWidget()
        self._build_alone()
        self._build_member()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.head, self._alone, self._member, self.progress):
            layout.addWidget(part)
        self._alone.hide()
        self._member.hide()
        self.read()

    def _build_alone(self) -> None:
        told = self.tr(
            "Stations of one company exchange through a file on the office's file server, or through PostgreSQL. "
            "Name the place where it shall stand; the other computers join it at their first start."
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr(r"\\server\helpdesk\office.hub or postgresql://…"))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = FormGrid()
        self.form.add("address", self.tr("F&ile or address"), self.address)
        self.form.add("passphrase", self.tr("&Passphrase of the office"), self.passphrase)
        self.form.add("again", self.tr("Passphrase a&gain"), self.again)
        self.make = Button(self.tr("Begin to exchange"), "primary")
        self.make.clicked.connect(self._create)
        layout = _column(self._alone)
        layout.addWidget(Text(told, "muted", wraps=True))
        layout.addWidget(self.form)
        layout.addWidget(self.make)

    def _build_member(self) -> None:
        self.facts = QVBoxLayout()
        self.facts.setSpacing(2)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        self.steps = {
            name: Button(text)
            for name, text in (
                ("now", self.tr("Exchange now")),
                ("verify", self.tr("Verify")),
                ("compact", self.tr("Compact")),
                ("rebuild", self.tr("Make the hub anew…")),
                ("leave", self.tr("Leave the office…")),
            )
        }
        slots = (self._now, self._verify, self._compact, self._ask_rebuild, self._ask_leave)
        for button, slot in zip(self.steps.values(), slots, strict=True):
            button.clicked.connect(slot)
            flow.addWidget(button)
        self.new_address = QLineEdit()
        self.move_form = FormGrid()
        self.move_form.add("new_address", self.tr("&Move to another file or server"), self.new_address)
        self.move_there = Button(self.tr("Move"))
        self.move_there.clicked.connect(self._move)
        self.stations = StationsSection(self._seat)
        layout = _column(self._member)
        layout.addLayout(self.facts)
        layout.addWidget(self.stations)
        layout.addWidget(buttons)
        layout.addWidget(self.move_form)
        layout.addWidget(self.move_there)
        self.keys = KeysSection(self._seat)
        layout.addWidget(self.keys)

    def read(self) -> None:
        """Reads anew how the station stands."""
        seat = self._seat
        seat.tasks.read(
            sync.status,
            seat.desk,
            seat.operator.id,
            on_success=self._show,
            on_error=self._show_alone,
            key=(self, "status"),
        )

    def _show_alone(self, error: UserError) -> None:
        if not isinstance(error, OfficeMissing):
            self._seat.messages.error(error)
        self._member.hide()
        self._alone.show()

    def _show(self, status: SyncStatus) -> None:
        self._alone.hide()
        self._member.show()
        self.stations.read()
        while (item := self.facts.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        locale = self._seat.locale
        at = status.exchanged_at
        when = formatting.date_time(at, locale) if at else self.tr("not yet")
        size = formatting.decimal(round(status.hub_bytes / 1024), locale)
        for name, value in (
            (self.tr("Hub"), status.address),
            (self.tr("Numbers of this station"), f"{status.number}-…"),
            (self.tr("Exchanged"), when),
            (self.tr("Waiting to be sent"), formatting.decimal(status.waiting, locale)),
            (self.tr("Size of the hub"), self.tr("%1 KB").replace("%1", size)),
        ):
            self.facts.addWidget(FactRow(name, value, label_width=_LABEL))
        self.kept = FactRow(
            self.tr("Overwritten entries"),
            formatting.decimal(status.conflicts, locale),
            link=self.tr("To be settled…"),
            label_width=_LABEL,
        )
        self.kept.link_clicked.connect(self.matters_wanted)
        self.facts.addWidget(self.kept)

    def _create(self) -> None:
        self.form.clear_errors()
        address, passphrase = self.address.text().strip(), self.passphrase.text()
        if not address:
            self.form.show_error("address", self.tr("Name a file in a folder that all stations reach."))
        elif not passphrase:
            self.form.show_error("passphrase", self.tr("Without it nobody could join."))
        elif passphrase != self.again.text():
            self.form.show_error("again", self.tr("The two differ. Type it once more."))
        else:
            self._run(sync.create, address, passphrase, title=self.tr("Publishing this workplace"))

    def _now(self) -> None:
        self._run(sync.now, title=self.tr("Exchanging"))

    def _verify(self) -> None:
        self._allow(False)
        seat = self._seat
        seat.tasks.read(
            sync.verify,
            seat.desk,
            seat.operator.id,
            on_success=self._tell_verified,
            on_error=self._fail,
            key=(self, "hub"),
        )

    def _tell_verified(self, found: Verified) -> None:
        self._allow(True)
        if found.is_sound:
            self._seat.messages.notice(self.tr("The hub is whole: %n batch(es) read.", "", found.batches))
            return
        told = self.tr(
            "The hub is damaged at %1 places and lacks %2 batches. The next exchange puts back what is known."
        )
        broken = found.damaged + found.refused + found.incomplete
        self._seat.messages.warn(told.replace("%1", str(broken)).replace("%2", str(found.missing)))

    def _compact(self) -> None:
        self._run(sync.compact, title=self.tr("Compacting the hub"))

    def _move(self) -> None:
        self.move_form.clear_errors()
        address = self.new_address.text().strip()
        if not address:
            self.move_form.show_error("new_address", self.tr("Name the file or the server to move to."))
            return
        self._run(sync.move, address, title=self.tr("Moving the hub"))

    def _ask_rebuild(self) -> None:
        text = self.tr("Make the hub anew from what this station knows?")
        detail = self.tr("Do this where the file is gone or damaged. What other stations know comes back from them.")
        self._seat.messages.ask(Question(text, self.tr("Make anew"), detail), self._rebuild)

    def _rebuild(self) -> None:
        self._run(sync.rebuild, title=self.tr("Making the hub anew"))

    def _ask_leave(self) -> None:
        text = self.tr("Leave the office?")
        detail = self.tr("Everything stays here; nothing is exchanged any more. To come back, a new workplace joins.")
        self._seat.messages.ask(Question(text, self.tr("Leave"), detail), self._leave)

    def _leave(self) -> None:
        seat = self._seat
        seat.tasks.write(sync.leave, seat.desk, seat.operator.id, on_success=self._left, on_error=self._fail)

    def _run(self, function: Any, *arguments: Any, title: str) -> None:
        self._allow(False)
        self.progress.begin(title)
        seat = self._seat
        self._task = seat.tasks.long(
            function,
            seat.desk,
            seat.operator.id,
            *arguments,
            title=title,
            on_success=self._done,
            on_progress=self.progress.show_progress,
            on_error=self._fail,
            on_cancelled=self._end,
        )

    def _allow(self, is_free: bool) -> None:
        for button in (*self.steps.values(), self.make, self.move_there):
            button.setEnabled(is_free)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.progress.end()
        self._allow(True)
        self.read()

    def _done(self, result: SyncResult) -> None:
        self._end()
        for field in (self.passphrase, self.again, self.new_address):
            field.clear()
        self.changed.emit(result.changes | Changes(company=True))

    def _left(self, _nothing: None) -> None:
        self._end()
        self.changed.emit(Changes(company=True))

    def _fail(self, error: UserError) -> None:
        self._end()
        if self._alone.isVisible():
            self.form.show_error("address", sentence(error))
        else:
            self._seat.messages.error(error)


def _column(parent: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout
