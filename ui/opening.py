"""From a folder to a workplace with somebody at its desk: the first start, a damaged file, who works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from helpdesk import bootstrap
from helpdesk.bootstrap import Workplace
from helpdesk.domain.company import Operator
from helpdesk.errors import UserError, WorkplaceDamaged, WorkplaceMissing
from helpdesk.service import company, setting
from helpdesk.words.errors import sentence
from ui.dialogs.trouble import TroubleDialog


class Opening(QObject):
    """Asks what has to be asked, then tells who sits at which workplace; tells of leaving where nobody wants to."""

    seated = Signal(object, object)
    left = Signal()

    def __init__(self, folder: Path, tasks: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tasks = tasks
        self._workplace: Workplace | None = None
        self.dialog: Any = None

    def open(self) -> None:
        """Opens the workplace, or says what keeps it closed and what helps."""
        try:
            self._workplace = bootstrap.open_workplace(self._folder)
        except WorkplaceMissing:
            self._begin()
        except WorkplaceDamaged as error:
            self.tell_damaged(error)
        except UserError as error:
            self._show_trouble(TroubleDialog(sentence(error)))
        else:
            self._seat(company.operators(self._workplace.desk))

    def change_operator(self, window: QWidget) -> None:
        """Asks who goes on with the work."""
        self._ask(company.operators(self._workplace.desk), window)

    def tell_damaged(self, error: WorkplaceDamaged) -> None:
        """Offers the newest sound backup in place of a damaged database."""
        if error.backup is None:
            text = self.tr("The database {file} is damaged, and no backup is sound. Keep the file and ask for support.")
            self._show_trouble(TroubleDialog(text.format(file=error.file)))
            return
        text = self.tr(
            "The database {file} is damaged. The newest sound backup is {backup}. Opening it sets the damaged "
            "file aside; what was entered after the backup has to be entered again."
        )
        words = text.format(file=error.file, backup=error.backup.name)
        remedy = self.tr("Open the backup")
        self._show_trouble(TroubleDialog(words, remedy=remedy, on_remedy=self._restore))

    def _restore(self) -> None:
        self._tasks.write(bootstrap.restore_backup, self._folder, on_success=self._restored, on_error=self._fail)

    def _restored(self, _kept: Path) -> None:
        self.open()

    def _fail(self, error: UserError) -> None:
        self._show_trouble(TroubleDialog(sentence(error)))

    def _begin(self) -> None:
        from ui.beginning import Beginning

        self.dialog = Beginning(self._folder, self._tasks, self)
        self.dialog.finished.connect(self.open)
        self.dialog.left.connect(self.left)

    def _show_trouble(self, dialog: TroubleDialog) -> None:
        self.dialog = dialog
        dialog.rejected.connect(self.left)
        dialog.show()

    def _seat(self, operators: tuple[Operator, ...]) -> None:
        if len(operators) == 1:
            self.seated.emit(self._workplace, operators[0])
        else:
            self._ask(operators, None)

    def _ask(self, operators: tuple[Operator, ...], window: QWidget | None) -> None:
        from ui.dialogs.operator_choice import OperatorChoice

        last = setting.get(self._workplace.desk, setting.NOBODY, setting.LAST_OPERATOR, "")
        self.dialog = OperatorChoice(operators, bytes.fromhex(last), window)
        self.dialog.chosen.connect(self._take)
        if window is None:
            self.dialog.rejected.connect(self.left)
            self.dialog.show()
        else:
            self.dialog.open()

    def _take(self, operator: Operator) -> None:
        self._tasks.write(setting.put, self._workplace.desk, setting.NOBODY, setting.LAST_OPERATOR, operator.id.hex())
        self.seated.emit(self._workplace, operator)
