"""Settings of papers: the company's requisites with their checks, terms, days, the square code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.requisite import Requisites
from helpdesk.service import catalogue, invoice, paper, paper_setting, quote, requisite
from helpdesk.service.paper_setting import PaperSettings
from helpdesk.words.terms import title
from ui.panes import catalogue_words
from ui.panes.settings_prices import PricesSection
from ui.seat import Seat
from ui.widgets import FormGrid, NumberField, SectionHead, Text


class PapersSection(QWidget):
    """Each field is kept when it is left; a doubt is shown and hinders nothing."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: PaperSettings | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.terms: dict[str, QLineEdit] = {}
        self.sole = QCheckBox(self.tr("Sole trader: one signature"))
        self.doubts = Text("", "warn", wraps=True)
        self.code = QComboBox()
        self.quote_days, self.invoice_days = NumberField(1, 365), NumberField(1, 365)
        self.invoice_terms = QLineEdit()
        self.prices = PricesSection(seat)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHead(self.tr("Requisites"), note=self.tr("stand on offers and invoices")))
        column.addWidget(self._requisites())
        column.addWidget(self.sole)
        column.addWidget(self.doubts)
        column.addWidget(SectionHead(self.tr("Papers")))
        column.addWidget(self._papers())
        column.addWidget(self.prices)
        self.doubts.hide()
        self._connect()
        self.read()

    def _requisites(self) -> FormGrid:
        form = FormGrid(2)
        for name, label, span in (
            ("name", self.tr("Full name"), 2),
            ("inn", self.tr("INN"), 1),
            ("kpp", self.tr("KPP"), 1),
            ("ogrn", self.tr("OGRN"), 1),
            ("vat_number", self.tr("VAT no."), 1),
            ("address", self.tr("Address"), 2),
            ("phone", self.tr("Phone"), 1),
            ("mail", self.tr("E-mail"), 1),
            ("bank", self.tr("Bank"), 2),
            ("bic", self.tr("BIC"), 1),
            ("account", self.tr("Account"), 1),
            ("correspondent", self.tr("Correspondent account"), 1),
            ("iban", self.tr("IBAN"), 1),
            ("swift", self.tr("SWIFT / BIC"), 1),
            ("director", self.tr("Director"), 1),
            ("accountant", self.tr("Accountant"), 1),
        ):
            self.lines[name] = QLineEdit()
            form.add(name, label, self.lines[name], span=span)
        return form

    def _papers(self) -> FormGrid:
        form = FormGrid(2)
        codes = {
            "auto": self.tr("By currency"),
            "gost": self.tr("Rouble payments (GOST R 56042)"),
            "epc": self.tr("Euro payments (EPC)"),
            "none": self.tr("None"),
        }
        for name in paper.CODES:
            self.code.addItem(codes[name], name)
        form.add("quote_days", self.tr("Quotes are valid, days"), self.quote_days)
        form.add("invoice_days", self.tr("Invoices are valid, days"), self.invoice_days)
        form.add("code", self.tr("Square code on invoices"), self.code, span=2)
        form.add("invoice_terms", self.tr("Words under an invoice"), self.invoice_terms, span=2)
        for name, label in catalogue_words.term_words().items():
            self.terms[name] = QLineEdit()
            form.add(name, label, self.terms[name])
        return form

    def _connect(self) -> None:
        for line in self.lines.values():
            line.editingFinished.connect(self._keep_requisites)
        for line in self.terms.values():
            line.editingFinished.connect(self._keep_terms)
        self.sole.clicked.connect(self._keep_requisites)
        self.code.activated.connect(self._keep_code)
        self.quote_days.editingFinished.connect(self._keep_quote_days)
        self.invoice_days.editingFinished.connect(self._keep_invoice_days)
        self.invoice_terms.editingFinished.connect(self._keep_invoice_terms)
        self.prices.changed.connect(self._tell)

    def read(self) -> None:
        """Reads what is settled."""
        seat = self._seat
        seat.tasks.read(
            paper_setting.read, seat.desk, seat.operator.id, on_success=self._show, key=(id(self), "papers")
        )

    def _show(self, found: PaperSettings) -> None:
        self._shown = found
        for name, line in self.lines.items():
            _put(line, getattr(found.requisites, name))
        for name, line in self.terms.items():
            _put(line, found.terms[name])
        self.sole.setChecked(found.requisites.is_sole_trader)
        self.code.setCurrentIndex(max(0, self.code.findData(found.code)))
        self.quote_days.setValue(found.quote_days)
        self.invoice_days.setValue(found.invoice_days)
        _put(self.invoice_terms, found.invoice_terms)
        self._show_doubts(found.requisites)
        self.prices.show_settings(found)

    def _show_doubts(self, requisites: Requisites) -> None:
        doubts = requisite.doubts(requisites)
        self.doubts.setText(self.tr("Check: %1").replace("%1", "; ".join(title(doubt) for doubt in doubts)))
        self.doubts.setVisible(bool(doubts))

    def _keep_requisites(self) -> None:
        if self._shown is None:
            return
        typed = {name: line.text().strip() for name, line in self.lines.items()}
        wanted = replace(self._shown.requisites, **typed, is_sole_trader=self.sole.isChecked())
        self._show_doubts(wanted)
        if wanted != self._shown.requisites:
            self._shown = replace(self._shown, requisites=wanted)
            seat = self._seat
            seat.tasks.write(requisite.put, seat.desk, seat.operator.id, wanted, on_success=self._tell)

    def _keep_terms(self) -> None:
        self._keep("terms", catalogue.TERMS_KEY, {name: line.text().strip() for name, line in self.terms.items()})

    def _keep_code(self) -> None:
        self._keep("code", paper.CODE_KEY, self.code.currentData())

    def _keep_quote_days(self) -> None:
        self._keep("quote_days", quote.VALID_DAYS_KEY, self.quote_days.value())

    def _keep_invoice_days(self) -> None:
        self._keep("invoice_days", invoice.VALID_DAYS_KEY, self.invoice_days.value())

    def _keep_invoice_terms(self) -> None:
        self._keep("invoice_terms", invoice.TERMS_KEY, self.invoice_terms.text().strip())

    def _keep(self, name: str, key: str, value: Any) -> None:
        if self._shown is not None and getattr(self._shown, name) != value:
            self._shown = replace(self._shown, **{name: value})
            seat = self._seat
            seat.tasks.write(paper_setting.put, seat.desk, seat.operator.id, key, value, on_success=self._tell)

    def _tell(self, changes: object) -> None:
        self.changed.emit(changes)


def _put(line: QLineEdit, text: str) -> None:
    if line.text() != text and not line.hasFocus():
        line.setText(text)
        line.setCursorPosition(0)
