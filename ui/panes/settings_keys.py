"""Settings of the ways into the office: a newcomer invited, the recovery key printed, the passphrase changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from helpdesk.errors import UserError
from helpdesk.service import office_secret
from ui.dialogs.secret import SecretDialog
from ui.seat import Seat
from ui.widgets import Button, FlowLayout, FormGrid, SectionHead, Text


class KeysSection(QWidget):
    """Every secret is shown once and kept nowhere; `told` follows when one was made."""

    told = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.dialog: SecretDialog | None = None
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        self.invite = Button(self.tr("Invite a newcomer…"))
        self.recovery = Button(self.tr("New recovery key…"))
        self.withdraw = Button(self.tr("Withdraw invitations"))
        slots = ((self.invite, self._invite), (self.recovery, self._recover), (self.withdraw, self._withdraw))
        for button, slot in slots:
            button.clicked.connect(slot)
            flow.addWidget(button)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = FormGrid()
        self.form.add("new_passphrase", self.tr("&New passphrase of the office"), self.passphrase)
        self.form.add("new_again", self.tr("New passphrase aga&in"), self.again)
        self.change = Button(self.tr("Change the passphrase"))
        self.change.clicked.connect(self._change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        told = self.tr("Stations that have joined go on without asking. These are for those who join later.")
        for part in (SectionHead(self.tr("Ways into the office")), Text(told, "muted", wraps=True), buttons):
            layout.addWidget(part)
        layout.addWidget(self.form)
        layout.addWidget(self.change)

    def _invite(self) -> None:
        self._make(office_secret.invite, self._show_invitation)

    def _recover(self) -> None:
        self._make(office_secret.new_recovery_key, self._show_recovery)

    def _withdraw(self) -> None:
        self._make(office_secret.withdraw_invitations, self._withdrawn)

    def _make(self, function: object, done: object, *arguments: object) -> None:
        self._allow(False)
        seat = self._seat
        work = (function, seat.desk, seat.operator.id, *arguments)
        seat.tasks.read(*work, on_success=done, on_error=self._fail, key=(self, "secret"))

    def _allow(self, is_free: bool) -> None:
        for button in (self.invite, self.recovery, self.withdraw, self.change):
            button.setEnabled(is_free)

    def _fail(self, error: UserError) -> None:
        self._allow(True)
        self._seat.messages.error(error)

    def _show_invitation(self, code: str) -> None:
        told = self.tr(
            "Read it out or send it to the newcomer: it is typed in the place of the passphrase, and lets one computer "
            "in. It is shown only now."
        )
        self._show(SecretDialog(self.tr("Invitation"), code, told, self))

    def _show_recovery(self, key: str) -> None:
        told = self.tr(
            "Print it and lock it away: it opens the office when the passphrase is lost. It is shown only now; the key "
            "printed before is void."
        )
        dialog = SecretDialog(self.tr("Recovery key of the office"), key, told, self, is_printed=True)
        dialog.print_wanted.connect(self._ask_print)
        dialog.save_wanted.connect(self._ask_save)
        self._show(dialog)

    def _show(self, dialog: SecretDialog) -> None:
        self._allow(True)
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.show()
        self.told.emit()

    def _forget(self, _result: int) -> None:
        self.dialog = None

    def _ask_print(self) -> None:
        self._read_sheet(self._print)

    def _ask_save(self) -> None:
        self._read_sheet(self._save)

    def _read_sheet(self, done: object) -> None:
        seat, key = self._seat, self.dialog.secret
        seat.tasks.read(office_secret.recovery_sheet, seat.desk, seat.operator.id, key, on_success=done)

    def _print(self, pdf: bytes) -> None:
        from ui.printing import print_pdf

        print_pdf(pdf, self.tr("Recovery key of the office"), self, seat=self._seat)

    def _save(self, pdf: bytes) -> None:
        from ui.printing import save_pdf

        save_pdf(pdf, self.tr("Recovery key"), self, self._seat)

    def _withdrawn(self, _nothing: None) -> None:
        self._allow(True)
        self._seat.messages.notice(self.tr("Invitations that nobody used are void."))
        self.told.emit()

    def _change(self) -> None:
        self.form.clear_errors()
        passphrase = self.passphrase.text()
        if not passphrase.strip():
            self.form.show_error("new_passphrase", self.tr("Without it nobody could join."))
        elif passphrase != self.again.text():
            self.form.show_error("new_again", self.tr("The two differ. Type it once more."))
        else:
            self._make(office_secret.change_passphrase, self._changed, passphrase)

    def _changed(self, _nothing: None) -> None:
        self._allow(True)
        self.passphrase.clear()
        self.again.clear()
        self._seat.messages.notice(self.tr("The office is joined by the new passphrase from now on."))
        self.told.emit()
