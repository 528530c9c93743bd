"""A problem with an order: what is wrong, what is asked, what is done, what it costs; and how it ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.identity import RequestId
from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderLine
from helpdesk.domain.remedy import DemandRule, Remedy, RemedyCause, RemedyForm, RemedyKind, RemedyOutcome
from helpdesk.service.remedy import Deadlines
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.order_lines import plain
from ui.dialogs.request_dialog import RequestDialog
from ui.formatting import Locale
from ui.widgets import DateField, FormGrid, Text

_RETURNS = (RemedyKind.EXCHANGE, RemedyKind.REFUND, RemedyKind.REPAIR)


def read_amount(text: str) -> Decimal | None:
    """A number as people type it; None if it is none."""
    try:
        number = Decimal("".join(text.split()).replace(",", ".") or "0")
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


class RemedyDialog(RequestDialog):
    """Takes a problem down; the deadline and the buyer's window are told while one types."""

    given = Signal(object)

    def __init__(
        self,
        lines: Sequence[OrderLine],
        rules: Sequence[DemandRule],
        departments: Sequence[str],
        locale: Locale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Problem with the order"), self.tr("Take it down"), parent, width=620)
        self._lines, self._locale = tuple(lines), locale
        self._judge: Callable[[str, dt.date, dt.date | None], Deadlines] | None = None
        self.line, self.cause, self.demand, self.kind = (QComboBox() for _ in range(4))
        self.quantity, self.returned, self.amount, self.cost = (QLineEdit() for _ in range(4))
        self.defect, self.day, self.department = QPlainTextEdit(), DateField(), QComboBox()
        self.complaint = QComboBox()
        self.complaint.addItem(self.tr("No request"), None)
        self.due = Text("", "note", wraps=True)
        self._fill(rules, departments)
        self._lay_out()
        for chosen in (self.line, self.demand, self.kind):
            chosen.currentIndexChanged.connect(self._propose)
        self.day.dateChanged.connect(self._tell_due)
        self._propose()
        self.defect.setFocus()

    def _fill(self, rules: Sequence[DemandRule], departments: Sequence[str]) -> None:
        for line in self._lines:
            self.line.addItem(line.title, line.id)
        self.line.addItem(self.tr("The whole order"), None)
        for cause in RemedyCause:
            self.cause.addItem(title(cause), cause)
        for rule in rules:
            if self.demand.findData(rule.code) < 0:
                self.demand.addItem(rule.name(self._locale.language), rule.code)
        for kind in RemedyKind:
            self.kind.addItem(title(kind), kind)
        self.department.setEditable(True)
        self.department.addItems(list(departments))
        self.department.setCurrentText("")
        self.defect.setFixedHeight(64)
        self.defect.setTabChangesFocus(True)

    def _lay_out(self) -> None:
        form = FormGrid(2)
        form.add("defect", self.tr("What is wrong"), self.defect, span=2)
        form.add("complaint", self.tr("Request"), self.complaint, span=2)
        form.add("line", self.tr("Line of the order"), self.line)
        form.add("cause", self.tr("Cause"), self.cause)
        form.add("demand", self.tr("Demand"), self.demand)
        form.add("day", self.tr("Demanded on"), self.day)
        form.add("kind", self.tr("What we do"), self.kind)
        form.add("department", self.tr("Department"), self.department)
        form.add("quantity", self.tr("How much of it"), self.quantity)
        form.add("returned", self.tr("How much comes back"), self.returned)
        form.add("amount", self.tr("The customer gets, in money"), self.amount)
        form.add("cost", self.tr("It costs us"), self.cost)
        self.body.addWidget(form)
        self.body.addWidget(self.due)

    def offer_complaints(self, complaints: Sequence[tuple[RequestId, str]]) -> None:
        """Offers the requests that the problem may answer; the newest is proposed."""
        for identity, words in complaints:
            self.complaint.addItem(words, identity)
        self.complaint.setCurrentIndex(1 if complaints else 0)
        self.complaint.parentWidget().setVisible(bool(complaints))

    def judge_by(self, today: dt.date, judge: Callable[[str, dt.date, dt.date | None], Deadlines]) -> None:
        """Tells deadlines by this function (demand, day of the demand, day of receipt)."""
        self._judge = judge
        self.day.setDate(QDate(today.year, today.month, today.day))
        self._tell_due()

    def _chosen(self) -> OrderLine | None:
        place = self.line.currentIndex()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def _propose(self, _index: int = 0) -> None:
        line, kind = self._chosen(), RemedyKind(self.kind.currentData())
        quantity = line.quantity if line else Decimal(1)
        delivered = line.way.delivered if line and line.way else Decimal(0)
        self.quantity.setText(plain(quantity))
        self.returned.setText(plain(min(quantity, delivered)) if kind in _RETURNS else "0")
        self.returned.setEnabled(delivered > 0)
        self.returned.setToolTip("" if delivered > 0 else self.tr("Nothing of it was delivered."))
        gives = kind in (RemedyKind.REFUND, RemedyKind.PRICE_CUT)
        worth = line.sum(self._locale.currency).amount if line and gives else Decimal(0)
        self.amount.setText(f"{worth:f}" if worth else "")
        self._tell_due()

    def _tell_due(self, *_what: object) -> None:
        if self._judge is None or self.demand.currentData() is None:
            return
        line, on = self._chosen(), dt.date(*self.day.date().getDate())
        received = line.way.delivered_on if line and line.way else None
        found = self._judge(str(self.demand.currentData()), on, received)
        words = self.tr("The law names no deadline for it.")
        if found.due_on and found.target_on:
            words = self.tr("Answer by %1 (%2); our own target is %3.")
            words = words.replace("%1", formatting.date(found.due_on, self._locale))
            words = words.replace("%2", found.rule.source if found.rule else "")
            words = words.replace("%3", formatting.date(found.target_on, self._locale))
        if found.is_too_late(on) and found.window_ends_on:
            late = self.tr("The buyer could ask until %1: talk it over with a senior.")
            words += " " + late.replace("%1", formatting.date(found.window_ends_on, self._locale))
        self.due.setText(words)
        self.due.show_role("warn" if found.is_too_late(on) else "note")

    def take(self) -> None:
        defect = self.defect.toPlainText().strip()
        if not defect:
            self.refuse(self.tr("Write what is wrong, in the customer's words."), self.defect)
            return
        fields = (self.quantity, self.returned, self.amount, self.cost)
        numbers = [read_amount(field.text()) for field in fields]
        for field, number in zip(fields, numbers, strict=True):
            if number is None:
                self.refuse(self.tr("Write a number."), field)
                return
        self._emit(defect, [number or Decimal(0) for number in numbers])

    def _emit(self, defect: str, numbers: Sequence[Decimal]) -> None:
        line, currency = self._chosen(), self._locale.currency
        self.given.emit(
            RemedyForm(
                line=line.id if line else None,
                demand=str(self.demand.currentData() or ""),
                cause=RemedyCause(self.cause.currentData()),
                kind=RemedyKind(self.kind.currentData()),
                quantity=numbers[0],
                returned=numbers[1],
                demanded_on=dt.date(*self.day.date().getDate()),
                defect=defect,
                amount_minor=Money.of(numbers[2], currency).minor,
                cost_minor=Money.of(numbers[3], currency).minor,
                department=self.department.currentText().strip(),
                request=self.complaint.currentData(),
            )
        )
        self.accept()


class SettleDialog(RequestDialog):
    """How a demand ended, and what it cost in the end."""

    given = Signal(object, str, int)

    def __init__(self, remedy: Remedy, locale: Locale, parent: QWidget | None = None) -> None:
        head = self.tr("Settle claim %1").replace("%1", remedy.number)
        super().__init__(head, self.tr("Settle"), parent, width=480)
        self._locale = locale
        self.outcome, self.decision, self.cost = QComboBox(), QLineEdit(), QLineEdit()
        for outcome in RemedyOutcome:
            self.outcome.addItem(title(outcome), outcome)
        cost = Money(remedy.cost_minor, locale.currency).amount
        self.cost.setText(f"{cost:f}" if cost else "")
        form = FormGrid(2)
        form.add("outcome", self.tr("Outcome"), self.outcome)
        form.add("cost", self.tr("It costs us"), self.cost)
        form.add("decision", self.tr("Decision, in words for the customer"), self.decision, span=2)
        self.body.addWidget(form)
        if remedy.kind.sends_again:
            words = self.tr("“Done” makes a new order for the goods sent again, free for the customer.")
            self.body.addWidget(Text(words, "muted", wraps=True))
        self.decision.setFocus()

    def take(self) -> None:
        decision, cost = " ".join(self.decision.text().split()), read_amount(self.cost.text())
        if not decision:
            self.refuse(self.tr("Write the decision: the customer may ask."), self.decision)
            return
        if cost is None:
            self.refuse(self.tr("Write a number."), self.cost)
            return
        minor = Money.of(cost, self._locale.currency).minor
        self.given.emit(RemedyOutcome(self.outcome.currentData()), decision, minor)
        self.accept()
