"""The first start at work: answers become a workplace, on demand with example data in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from helpdesk import bootstrap
from helpdesk.bootstrap import Workplace
from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Company
from ui.dialogs.first_start import FirstStart, FirstStartDialog
from ui.language import speak


def make(folder: Path, answers: FirstStart) -> Workplace:
    """Makes the workplace that was asked for; runs in a worker. Raises what `bootstrap.create` raises."""
    company = Company(answers.company, answers.language, answers.time_zone, answers.currency)
    return bootstrap.create(folder, company, answers.operator)


def fill(workplace: Workplace, *, progress: Any) -> Changes:
    """Fills the workplace with invented data; runs in a worker."""
    from helpdesk.service import company, example

    desk = workplace.desk
    return example.fill(desk, company.operators(desk)[0].id, progress=progress)


def join(folder: Path, entrance: Any, *, progress: Any) -> Workplace:
    """Makes the workplace of an office; runs in a worker. Raises what `bootstrap.join` raises."""
    from helpdesk.service import company, setting

    made = bootstrap.join(folder, entrance.address, entrance.passphrase, operator=entrance.operator, progress=progress)
    for operator in company.operators(made.desk):
        if operator.name == entrance.operator:
            setting.put(made.desk, setting.NOBODY, setting.LAST_OPERATOR, operator.id.hex())
    return made


class Beginning(QObject):
    """Leads the dialog and tells when there is a workplace to open."""

    finished = Signal()
    left = Signal()

    def __init__(self, folder: Path, tasks: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tasks = tasks
        self._with_example = False
        self._filling: Any = None
        self._made_here: Workplace | None = None
        self.dialog = FirstStartDialog(folder)
        self.dialog.language_chosen.connect(speak)
        self.dialog.wanted.connect(self._make)
        self.dialog.cancelled.connect(self._cancel)
        self.dialog.rejected.connect(self.left)
        self.dialog.joining_wanted.connect(self._ask_office)
        self.dialog.show()

    def _make(self, answers: FirstStart) -> None:
        self._with_example = answers.with_example
        self._tasks.write(make, self._folder, answers, on_success=self._made, on_error=self.dialog.fail)

    def _made(self, workplace: Workplace) -> None:
        self._made_here = workplace
        if not self._with_example:
            self._finish()
            return
        self._filling = self._tasks.long(
            fill,
            workplace,
            title=self.tr("Example data"),
            on_success=self._finish,
            on_progress=self.dialog.show_progress,
            on_error=self._finish,
            on_cancelled=self._finish,
        )

    def _ask_office(self) -> None:
        from ui.dialogs.join_office import JoinOfficeDialog

        self.joining = JoinOfficeDialog(self.dialog.operator.text().strip(), self.dialog)
        self.joining.wanted.connect(self._join)
        self.joining.cancelled.connect(self._cancel)
        self.joining.open()

    def _join(self, entrance: Any) -> None:
        self._filling = self._tasks.long(
            join,
            self._folder,
            entrance,
            title=self.tr("Join an office"),
            on_success=self._joined,
            on_progress=self.joining.show_progress,
            on_error=self.joining.fail,
            on_cancelled=self.joining.stand_still,
        )

    def _joined(self, workplace: Workplace) -> None:
        self._made_here = workplace
        self.joining.accept()
        self._finish()

    def _cancel(self) -> None:
        if self._filling is not None:
            self._filling.cancel()

    def _finish(self, _outcome: object = None) -> None:
        # It is opened anew, now that its company knows whether it holds example data.
        self._made_here.close()
        self.dialog.accept()
        self.dialog.deleteLater()
        self.finished.emit()
