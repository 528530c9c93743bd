"""Problems and remedies of the order shown: what was asked, by when, what it costs, its papers."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.domain.money import Money
from helpdesk.domain.remedy import Remedy, RemedyForm, RemedyId, RemedyOutcome
from helpdesk.service import order_paper, remedy
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.remedy import RemedyDialog, SettleDialog
from ui.panes.order_reading import OrderReading
from ui.panes.request_parts import column, row
from ui.seat import Seat
from ui.widgets import LinkButton, SectionHead, Text


def clear(layout: Any) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class ProblemsSection(QWidget):
    """A line for each problem, with its papers and the way to settle it."""

    changed = Signal(object)
    order_wanted = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._reading: OrderReading | None = None
        self.head = SectionHead(self.tr("Problems"), link=self.tr("New problem"))
        self.head.link.clicked.connect(self.ask)
        layout = column(self, spacing=4)
        layout.addWidget(self.head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        layout.addLayout(self._lines)

    def show_reading(self, reading: OrderReading) -> None:
        """Shows the problems of this order."""
        self._reading = reading
        clear(self._lines)
        self.head.show_note(str(len(reading.remedies)) if reading.remedies else "")
        for found in reading.remedies:
            self._lines.addWidget(self._line(found))

    def _line(self, found: Remedy) -> QWidget:
        cell = QWidget()
        layout = column(cell, spacing=0)
        today = formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)
        tone = "bad" if found.is_overdue(today) else "strong"
        layout.addWidget(Text(self._head(found), tone, wraps=True))
        layout.addWidget(Text(found.defect, "", wraps=True))
        layout.addWidget(Text(self._words(found), "note", wraps=True))
        links = row(None, spacing=12)
        if found.is_open:
            self._link(links, self.tr("Settle…"), partial(self._settle, found))
        self._link(links, self.tr("Claim act"), partial(self._paper, order_paper.claim_act_pdf, found))
        if found.returned:
            self._link(links, self.tr("Return slip"), partial(self._paper, order_paper.return_slip_pdf, found))
        if found.new_order is not None:
            words = self.tr("Order %1").replace("%1", found.new_order_number)
            self._link(links, words, partial(self._open, found))
        links.addStretch(1)
        layout.addLayout(links)
        return cell

    def _link(self, links: Any, words: str, slot: Any) -> None:
        link = LinkButton(words)
        link.clicked.connect(slot)
        links.addWidget(link)

    def _head(self, found: Remedy) -> str:
        ending = f" · {title(found.outcome)}" if found.outcome else ""
        return f"{title(found.cause)} → {title(found.kind)} · {found.number}{ending}"

    def _words(self, found: Remedy) -> str:
        locale = self._seat.locale
        parts = [found.title if found.line else "", found.department]
        if found.is_open and found.due_on:
            words = self.tr("answer by %1, we aim at %2").replace("%1", formatting.date(found.due_on, locale))
            parts.append(words.replace("%2", formatting.date(found.target_on or found.due_on, locale)))
        for minor, words in ((found.amount_minor, self.tr("gets %1")), (found.cost_minor, self.tr("costs us %1"))):
            if minor:
                amount = formatting.money(Money(minor, locale.currency).amount, locale)
                parts.append(words.replace("%1", amount))
        parts.append(found.decision)
        return " · ".join(part for part in parts if part)

    def ask(self) -> None:
        """Takes a problem down."""
        reading = self._reading
        if reading is None:
            return
        seat = self._seat
        dialog = RemedyDialog(reading.card.lines, reading.rules, reading.departments, seat.locale, self)
        today = formatting.local_day(seat.desk.clock.now(), seat.locale)
        dialog.offer_complaints(reading.complaints)
        dialog.judge_by(today, self._judge)
        dialog.given.connect(partial(self._register, reading.card.row.id))
        dialog.show()

    def _judge(self, demand: str, on: dt.date, received_on: dt.date | None) -> remedy.Deadlines:
        assert self._reading is not None
        return remedy.judged(self._seat.desk, self._reading.rules, demand, (on, received_on))

    def _register(self, id: Any, form: RemedyForm) -> None:
        seat = self._seat
        seat.tasks.write(remedy.register, seat.desk, seat.operator.id, id, form, on_success=self._registered)

    def _registered(self, made: remedy.Registered) -> None:
        words = self.tr("Claim %1 is taken down.").replace("%1", made.number)
        self._seat.messages.notice(words)
        self.changed.emit(made.changes)

    def _settle(self, found: Remedy, _checked: bool = False) -> None:
        dialog = SettleDialog(found, self._seat.locale, self)
        dialog.given.connect(partial(self._settled, found.id))
        dialog.show()

    def _settled(self, id: RemedyId, outcome: RemedyOutcome, decision: str, cost_minor: int) -> None:
        seat = self._seat
        act = partial(remedy.settle, decision=decision, cost_minor=cost_minor)
        seat.tasks.write(act, seat.desk, seat.operator.id, id, outcome, on_success=self.changed.emit)

    def _paper(self, make: Any, found: Remedy, _checked: bool = False) -> None:
        seat = self._seat
        seat.tasks.read(make, seat.desk, seat.operator.id, found.id, on_success=partial(self._print, found))

    def _print(self, found: Remedy, pdf: bytes) -> None:
        from ui.printing import print_pdf

        print_pdf(pdf, self.tr("Claim %1").replace("%1", found.number), self, seat=self._seat)

    def _open(self, found: Remedy, _checked: bool = False) -> None:
        if found.new_order is not None:
            self.order_wanted.emit(found.new_order)
