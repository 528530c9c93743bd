"""The part of the window behind the one box: what it offers beside records, and where each answer leads."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui import labels
from ui.models.answer import Answer
from ui.seat import Seat


class AnswerDesk(QObject):
    """Offers commands, reports and sections in the one box and opens what was chosen."""

    def __init__(self, seat: Seat, window: Any) -> None:
        super().__init__(window)
        self._seat, self._window = seat, window
        self._reports: tuple[tuple[str, str, str], ...] = ()
        window.top.box.offer(self._offered)
        window.top.box.chosen.connect(self._open)

    def read_reports(self) -> None:
        """Learns which reports the one box can offer; waits until the window stands."""
        from helpdesk.service import reporting

        self._seat.tasks.read(reporting.kinds, on_success=self._offer_reports)

    def _offer_reports(self, kinds: tuple[tuple[str, str, str], ...]) -> None:
        self._reports = kinds

    def _offered(self) -> tuple[labels.Command, ...]:
        sections = (labels.Command(f"go {place.key}", place.text) for place in labels.places())
        reports = (
            labels.Command(f"report {name}", self.tr("Report: {title}").format(title=title))
            for name, title, _question in self._reports
        )
        return (*self._window.actions_.in_box, *reports, *sections)

    def _open(self, answer: Answer) -> None:
        window = self._window
        opens = {
            "request": window.open_request,
            "order": window.open_order,
            "customer": window.open_customer,
            "call": window.call,
            "product": window.prices.open_product,
            "quote": window.prices.open_quote,
            "invoice": window.prices.open_invoice,
            "command": self._run,
        }
        if answer.kind in opens:
            opens[answer.kind](answer.value)
        else:
            parts = (answer.number, answer.title, answer.detail)
            self._seat.messages.notice(" · ".join(part for part in parts if part))

    def _run(self, name: str) -> None:
        word, _space, what = name.partition(" ")
        if word == "go":
            self._window.go(what)
        elif word == "report":
            self._window.go("reports").choose_report(what)
        else:
            self._window.actions_.run(name)
