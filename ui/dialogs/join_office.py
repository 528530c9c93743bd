"""A computer that joins the office of others: where the hub is, its passphrase, who sits here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from helpdesk.errors import PassphraseWrong, UserError
from helpdesk.words.errors import sentence
from ui.dialogs.request_dialog import RequestDialog
from ui.progress import Progress
from ui.widgets import FormGrid, Text


@dataclass(frozen=True)
class Entrance:
    """What was answered."""

    address: str
    passphrase: str
    operator: str


class JoinOfficeDialog(RequestDialog):
    """Stays until the workplace is there; what was read before a stop is not read again."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, operator: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Join an office"), self.tr("Join"), parent, width=520)
        self._is_working = False
        told = self.tr("The company, its customers and requests come from the other computers of the office.")
        self.body.addWidget(Text(told, "muted", wraps=True))
        self.address, self.passphrase, self.operator = QLineEdit(), QLineEdit(), QLineEdit(operator)
        self.address.setPlaceholderText(self.tr("file on the office server, or postgresql://…"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = FormGrid()
        self.form.add("address", self.tr("&Hub of the office"), self.address)
        self.form.add("passphrase", self.tr("&Passphrase, invitation or recovery key"), self.passphrase)
        self.form.add("operator", self.tr("Your &name"), self.operator)
        self.body.addWidget(self.form)
        self.count, self.bar = Text("", "note"), QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        for part in (self.count, self.bar):
            self.body.addWidget(part)
            part.hide()

    def take(self) -> None:
        """Asks for the workplace once everything is filled in."""
        self.form.clear_errors()
        answers = Entrance(self.address.text().strip(), self.passphrase.text(), self.operator.text().strip())
        for name, complaint in (
            ("address", self.tr("Ask whoever set up the office where the hub is.")),
            ("passphrase", self.tr("Ask whoever set up the office.")),
            ("operator", self.tr("Write your name: it stands beside what you do.")),
        ):
            if not getattr(answers, name).strip():
                self.form.show_error(name, complaint)
                return
        self._work(True)
        self.wanted.emit(answers)

    def fail(self, error: UserError) -> None:
        """Says beside the field what went wrong; the answers stay."""
        self._work(False)
        field = "passphrase" if isinstance(error, PassphraseWrong) else "address"
        self.form.show_error(field, sentence(error))

    def stand_still(self) -> None:
        """Was stopped; joining again goes on from there."""
        self._work(False)

    def show_progress(self, progress: Progress) -> None:
        """Counts what has come."""
        self.count.setText(self.tr("%n record(s) and changes so far", "", progress.count))

    def _work(self, is_working: bool) -> None:
        self._is_working = is_working
        self.form.setDisabled(is_working)
        self.yes.setDisabled(is_working)
        self.count.setVisible(is_working)
        self.bar.setVisible(is_working)

    def reject(self) -> None:
        if self._is_working:
            self.cancelled.emit()
            return
        super().reject()
