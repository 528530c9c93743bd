"""The customer's own word on the solution: a score, the words, by whom and how it came (S39)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.event import Channel
from helpdesk.domain.request import Satisfaction
from helpdesk.words.terms import title
from ui.dialogs.request_dialog import RequestDialog
from ui.widgets import FilterChip, FlowLayout, FormGrid, Text


class SatisfactionDialog(RequestDialog):
    """Gives the satisfaction, whether the customer is satisfied, and why not."""

    given = Signal(object, bool, str)

    def __init__(self, customer: str, channel: Channel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Satisfaction"), self.tr("Keep"), parent, width=480)
        self._score_group, scores = self._chips([str(score) for score in range(1, 6)])
        words = [self.tr("Satisfied, done"), self.tr("Not satisfied, back to work")]
        self._verdict_group, verdicts = self._chips(words)
        self._score_group.idClicked.connect(self._score)
        self._verdict_group.idClicked.connect(self._judge)
        self.body.addWidget(Text(self.tr("Score, 1 to 5"), "note"))
        self.body.addWidget(scores)
        self.body.addWidget(verdicts)
        self._recommend_group, answers = self._chips([str(answer) for answer in range(11)])
        self.body.addWidget(Text(self.tr("Would recommend us, 0 to 10 (if asked)"), "note"))
        self.body.addWidget(answers)
        self._form = FormGrid(2)
        self.reason, self.words, self.who = QLineEdit(), QPlainTextEdit(), QLineEdit(customer)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(64)
        self.channel = QComboBox()
        for member in Channel:
            self.channel.addItem(title(member), member.value)
        self.channel.setCurrentIndex(list(Channel).index(channel))
        self._form.add("reason", self.tr("Why not satisfied"), self.reason, span=2)
        self._form.add("words", self.tr("The customer's words"), self.words, span=2)
        self._form.add("who", self.tr("Said by"), self.who)
        self._form.add("channel", self.tr("By"), self.channel)
        self.body.addWidget(self._form)
        self.reason.parentWidget().hide()
        self._score_group.buttons()[0].setFocus()

    def _chips(self, words: list[str]) -> tuple[QButtonGroup, QWidget]:
        group, held = QButtonGroup(self), QWidget()
        layout = FlowLayout(8, held)
        for number, text in enumerate(words):
            chip = FilterChip(text)
            group.addButton(chip, number)
            layout.addWidget(chip)
        return group, held

    @property
    def score(self) -> int:
        """The score chosen, 0 before."""
        return self._score_group.checkedId() + 1

    @property
    def recommend(self) -> int | None:
        """The answer chosen, None where nobody asked."""
        answer = self._recommend_group.checkedId()
        return answer if answer >= 0 else None

    def answer(self, recommend: int) -> None:
        """Chooses how likely the customer would recommend the company."""
        self._recommend_group.button(recommend).setChecked(True)

    def rate(self, score: int) -> None:
        """Chooses a score; from 3 down it says "not satisfied" until somebody says otherwise."""
        self._score_group.button(score - 1).setChecked(True)
        self._score(score - 1)

    def judge(self, is_satisfied: bool) -> None:
        """Chooses the verdict."""
        self._verdict_group.button(0 if is_satisfied else 1).setChecked(True)
        self._judge(0 if is_satisfied else 1)

    def _score(self, number: int) -> None:
        self.judge(number >= 3)

    def _judge(self, number: int) -> None:
        self.reason.parentWidget().setVisible(number == 1)
        self.yes.setText(self.tr("Keep") if number == 0 else self.tr("Return to work"))

    def take(self) -> None:
        if not self.score:
            self.refuse(self.tr("Choose the score that the customer gave."), self._score_group.buttons()[0])
            return
        is_satisfied = self._verdict_group.checkedId() == 0
        reason = " ".join(self.reason.text().split())
        if not is_satisfied and not reason:
            self.refuse(self.tr("Write what the customer is not satisfied with."), self.reason)
            return
        words = self.words.toPlainText().strip()
        channel = Channel(self.channel.currentData())
        given = Satisfaction(self.score, words, self.who.text().strip(), channel, self.recommend)
        self.given.emit(given, is_satisfied, reason)
        self.accept()
