"""Dialogs with words in them: what the customer said, the subject anew, the text of a mail."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.event import Channel
from helpdesk.words.terms import title
from ui.dialogs.request_dialog import RequestDialog
from ui.formatting import Locale
from ui.panes.request_moment import MomentField
from ui.widgets import FormGrid, LinkButton, Text


class CustomerWord(RequestDialog):
    """What the customer wrote or said, and by which channel."""

    given = Signal(str, object)

    def __init__(self, channel: Channel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Customer's word"), self.tr("Keep"), parent, width=480)
        self.text, self.channel = QPlainTextEdit(), QComboBox()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(120)
        for member in Channel:
            self.channel.addItem(title(member), member.value)
        self.channel.setCurrentIndex(list(Channel).index(channel))
        form = FormGrid()
        form.add("text", self.tr("What the customer wrote or said"), self.text)
        form.add("channel", self.tr("By"), self.channel)
        self.body.addWidget(form)
        self.text.setFocus()

    def take(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.refuse(self.tr("Write down what the customer said."), self.text)
            return
        self.given.emit(text, Channel(self.channel.currentData()))
        self.accept()


class RequestWords(RequestDialog):
    """The subject and the description of a request."""

    given = Signal(str, str)

    def __init__(self, subject: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Subject and description"), self.tr("Keep"), parent, width=520)
        self.subject, self.description = QLineEdit(subject), QPlainTextEdit(description)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(140)
        form = FormGrid()
        form.add("subject", self.tr("Subject"), self.subject)
        form.add("description", self.tr("Description"), self.description)
        self.body.addWidget(form)
        self.subject.setFocus()

    def take(self) -> None:
        subject = " ".join(self.subject.text().split())
        if not subject:
            self.refuse(self.tr("Write what the customer wants in a few words."), self.subject)
            return
        self.given.emit(subject, self.description.toPlainText().strip())
        self.accept()


class MailText(RequestDialog):
    """The text to send by one's own mail program; the step copies it and marks the customer as written to."""

    mailed = Signal()

    def __init__(self, text: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Text for the customer"), self.tr("Copy and mark as mailed"), parent, width=520)
        told = self.tr("Send it from your mail to %1.").replace("%1", address) if address else ""
        if told:
            self.body.addWidget(Text(told, "muted", wraps=True))
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(self.tr("Text for the customer"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(200)
        self.body.addWidget(self.text)
        self.yes.setFocus()

    def take(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.mailed.emit()
        self.accept()


class DueDialog(RequestDialog):
    """A due date set by hand, with its reason; or back to the rules."""

    given = Signal(object, str)

    def __init__(
        self, locale: Locale, moment: datetime, parent: QWidget | None = None, *, is_set: bool = False
    ) -> None:
        super().__init__(self.tr("Due date by hand"), self.tr("Set the date"), parent)
        self.body.addWidget(Text(self.tr("It beats the rules and knows no pause."), "muted", wraps=True))
        self.moment, self.reason = MomentField(locale, moment), QLineEdit()
        form = FormGrid()
        form.add("moment", self.tr("Solve by"), self.moment)
        form.add("reason", self.tr("Reason"), self.reason)
        self.body.addWidget(form)
        rules = LinkButton(self.tr("By the rules again"))
        rules.setVisible(is_set)
        rules.clicked.connect(self._take_back)
        self.body.addWidget(rules)
        self.moment.setFocus()

    def take(self) -> None:
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.refuse(self.tr("Write why the date is another one."), self.reason)
            return
        self.given.emit(self.moment.moment, reason)
        self.accept()

    def _take_back(self) -> None:
        self.given.emit(None, " ".join(self.reason.text().split()))
        self.accept()
