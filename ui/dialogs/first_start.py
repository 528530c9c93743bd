"""The first start: whose workplace it is, and whether to try it on invented data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from helpdesk import words
from helpdesk.errors import FieldMissing, UnknownTimeZone, UserError
from helpdesk.words.errors import sentence
from ui.progress import Progress
from ui.widgets import Button, FormGrid, LinkButton, Text

LANGUAGES = {"en": "English", "ru": "Русский"}
# The currency that speakers of a language most likely count in; anything of the list may be chosen.
_USUAL = {"en": "USD", "ru": "RUB"}
CURRENCIES = ("RUB", "EUR", "USD", "KZT", "BYN", "AMD", "KGS", "UZS", "GEL", "AZN", "TRY", "CNY", "GBP", "CHF", "PLN")


@dataclass(frozen=True)
class FirstStart:
    """What was answered."""

    company: str
    operator: str
    language: str
    time_zone: str
    currency: str
    with_example: bool


def system_time_zone() -> str:
    """The computer's time zone by its IANA name."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "Europe/Moscow"


class FirstStartDialog(QDialog):
    """A few answers to a first request; choosing another language changes the dialog at once."""

    wanted = Signal(object)
    language_chosen = Signal(str)
    cancelled = Signal()
    joining_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._page: QWidget | None = None
        self._is_working = False
        self.setMinimumWidth(520)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._build(FirstStart("", "", words.language(), system_time_zone(), _USUAL[words.language()], False))

    @property
    def answers(self) -> FirstStart:
        """What the fields hold."""
        return FirstStart(
            self.company.text().strip(),
            self.operator.text().strip(),
            self.language.currentData(),
            self.time_zone.currentText().strip(),
            self.currency.currentText(),
            self.example.isChecked(),
        )

    def _build(self, answers: FirstStart) -> None:
        self.setWindowTitle(self.tr("Helpdesk: first start"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(Text(self.tr("Welcome"), "title"))
        layout.addWidget(Text(self.tr("A few answers, and the first request can be taken."), "muted", wraps=True))
        layout.addWidget(self._fields(answers))
        layout.addWidget(self.example)
        where = self.tr("Everything is kept in {folder}").format(folder=self._folder)
        layout.addWidget(Text(where, "small", wraps=True))
        self.complaint = Text("", "error", wraps=True)
        self.complaint.hide()
        self.progress, self.count = QProgressBar(), Text("", "note")
        self.progress.hide()
        self.count.hide()
        for widget in (self.complaint, self.count, self.progress):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._layout.addWidget(page)
        self.company.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self, answers: FirstStart) -> FormGrid:
        self.company, self.operator = QLineEdit(answers.company), QLineEdit(answers.operator)
        self.language, self.time_zone, self.currency = QComboBox(), QComboBox(), QComboBox()
        self.currency.addItems(CURRENCIES)
        self.currency.setCurrentText(answers.currency)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(answers.language))
        self.language.currentIndexChanged.connect(self._change_language)
        self._offer_zones(answers.time_zone)
        self.example = QCheckBox(self.tr("Try with example data; it is removed again with one button"))
        self.example.setChecked(answers.with_example)
        self.form = form = FormGrid()
        form.add("company", self.tr("&Company"), self.company)
        form.add("operator", self.tr("&Your name"), self.operator)
        form.add("language", self.tr("&Language"), self.language)
        form.add("time_zone", self.tr("&Time zone"), self.time_zone)
        form.add("currency", self.tr("C&urrency"), self.currency)
        return form

    def _offer_zones(self, chosen: str) -> None:
        from zoneinfo import available_timezones

        zones = sorted(
            zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/"))
        )
        self.time_zone.setEditable(True)
        self.time_zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.time_zone.addItems(zones)
        self.time_zone.setEditText(chosen)
        completer = self.time_zone.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _buttons(self) -> QHBoxLayout:
        self.begin = Button(self.tr("Begin"), "primary", key="Enter")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._want)
        self.leave = Button(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self.join = LinkButton(self.tr("Join the office of other computers…"))
        self.join.clicked.connect(self.joining_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.join)
        row.addStretch(1)
        row.addWidget(self.begin)
        row.addWidget(self.leave)
        return row

    def _change_language(self) -> None:
        if self.currency.currentText() == _USUAL[words.language()]:
            self.currency.setCurrentText(_USUAL[self.language.currentData()])
        self.language_chosen.emit(self.language.currentData())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._page is not None:
            self._build(self.answers)
        super().changeEvent(event)

    def _want(self) -> None:
        self.form.clear_errors()
        self.complaint.hide()
        answers = self.answers
        missing = self.tr("Write it here: it stands on what you print.")
        if not answers.company:
            self.form.show_error("company", missing)
        if not answers.operator:
            self.form.show_error("operator", self.tr("Write your name: it stands beside what you do."))
        if answers.company and answers.operator:
            self._work(True)
            self.wanted.emit(answers)

    def _work(self, is_working: bool) -> None:
        self._is_working = is_working
        self.form.setDisabled(is_working)
        self.example.setDisabled(is_working)
        self.begin.setDisabled(is_working)
        self.join.setDisabled(is_working)

    def fail(self, error: UserError) -> None:
        """Says beside the field, or under all of them, what went wrong; the answers stay."""
        self._work(False)
        if isinstance(error, UnknownTimeZone):
            self.form.show_error("time_zone", sentence(error))
        elif isinstance(error, FieldMissing) and error.field in ("company", "operator"):
            self.form.show_error(error.field, sentence(error))
        else:
            self.complaint.setText(sentence(error))
            self.complaint.show()

    def show_progress(self, progress: Progress) -> None:
        """Counts the invented records."""
        self.progress.setVisible(True)
        self.count.setVisible(True)
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.count)
        self.count.setText(
            self.tr("Example data: {count} of {total}").format(count=progress.count, total=progress.total or "…")
        )

    def reject(self) -> None:
        if self._is_working:
            self.cancelled.emit()
            return
        super().reject()
