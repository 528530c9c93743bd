"""The card of a product as it is written: what it is, what it costs, on which terms, what goes with it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from helpdesk.domain.identity import ProductId
from helpdesk.domain.money import Money
from helpdesk.domain.product import ProductKind
from helpdesk.domain.vat import VatRate
from helpdesk.errors import UserError
from helpdesk.service import product, product_form
from helpdesk.service.product_form import ProductForm
from helpdesk.words.errors import sentence
from helpdesk.words.terms import title
from ui.dialogs.request_dialog import RequestDialog
from ui.models.shelf_table import count
from ui.panes import catalogue_words
from ui.panes.order_lines import read_number
from ui.seat import Seat
from ui.widgets import Button, FormGrid, Text


class ProductDialog(RequestDialog):
    """Writes a new product, or changes one; stays open where something is refused."""

    saved = Signal(object)

    def __init__(self, seat: Seat, rates: tuple[VatRate, ...], id: ProductId | None, parent: QWidget) -> None:
        head = self.tr("Product") if id else self.tr("New product")
        super().__init__(head, self.tr("Save"), parent, width=680)
        self._seat, self._id = seat, id
        self._pictures: list[Path] = []
        self.lines = {name: QLineEdit() for name in ("name", "code", "group", "unit", "price", "barcodes", "capacity")}
        self.related = {name: QLineEdit() for name in ("goes_with", "replaces")}
        self.terms = {name: QLineEdit() for name in catalogue_words.term_words()}
        self.kind, self.vat = QComboBox(), QComboBox()
        self.characteristics, self.description = QPlainTextEdit(), QPlainTextEdit()
        self.sold = QCheckBox(self.tr("No longer sold"))
        self.picture = Button(self.tr("Add a picture…"))
        self.named = Text("", "note", wraps=True)
        for kind in ProductKind:
            self.kind.addItem(title(kind), kind)
        self.vat.addItem(self.tr("As usual"), "")
        for rate in {rate.code: rate for rate in rates}.values():
            self.vat.addItem(rate.name(seat.locale.language), rate.code)
        self.picture.clicked.connect(self._ask_picture)
        self._lay_out()
        if id is not None:
            seat.tasks.read(product_form.form_of, seat.desk, seat.operator.id, id, on_success=self.show_form)
        self.lines["name"].setFocus()

    def _lay_out(self) -> None:
        form = FormGrid(2)
        for name, label, span in (
            ("name", self.tr("&Name"), 2),
            ("code", self.tr("&Code"), 1),
            ("group", self.tr("&Group"), 1),
            ("unit", self.tr("&Unit"), 1),
            ("price", self.tr("&Price"), 1),
        ):
            form.add(name, label, self.lines[name], span=span)
        form.add("kind", self.tr("&Kind"), self.kind)
        form.add("vat", self.tr("&VAT"), self.vat)
        form.add("barcodes", self.tr("&Barcodes, separated by ;"), self.lines["barcodes"])
        form.add("capacity", self.tr("&Done in a day (services)"), self.lines["capacity"])
        for editor in (self.characteristics, self.description):
            editor.setFixedHeight(72)
            editor.setTabChangesFocus(True)
        form.add("characteristics", self.tr("C&haracteristics, a line each: Width: 140 cm"), self.characteristics)
        form.add("description", self.tr("De&scription"), self.description)
        form.add("goes_with", self.tr("Goes &with: codes, separated by ;"), self.related["goes_with"])
        form.add("replaces", self.tr("&Replaces: codes, separated by ;"), self.related["replaces"])
        for name, label in catalogue_words.term_words().items():
            form.add(name, label, self.terms[name])
        form.add("sold", "", self.sold)
        form.add("picture", "", self.picture)
        form.layout().setContentsMargins(0, 0, 14, 0)
        area = QScrollArea()
        area.setWidget(form)
        area.setWidgetResizable(True)
        area.setMinimumHeight(520)
        self.form = form
        self.body.addWidget(area)
        self.body.addWidget(self.named)

    def show_form(self, known: ProductForm) -> None:
        """Fills the fields."""
        locale = self._seat.locale
        for name in ("name", "code", "group", "unit"):
            self.lines[name].setText(getattr(known, name))
        if known.price_minor is not None:
            self.lines["price"].setText(f"{Money(known.price_minor, locale.currency).amount:f}")
        if known.capacity is not None:
            self.lines["capacity"].setText(count(known.capacity, locale))
        self.lines["barcodes"].setText("; ".join(known.barcodes))
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.vat.setCurrentIndex(max(0, self.vat.findData(known.vat)))
        self.characteristics.setPlainText("\n".join(f"{name}: {value}" for name, value in known.characteristics))
        self.description.setPlainText(known.description)
        for name, line in self.related.items():
            line.setText("; ".join(getattr(known, name)))
        for name, line in self.terms.items():
            line.setText(known.terms.get(name, ""))
        self.sold.setChecked(known.is_discontinued)

    def take(self) -> None:
        self.form.clear_errors()
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        numbers = {name: read_number(texts[name]) if texts[name] else None for name in ("price", "capacity")}
        for name, number in numbers.items():
            if texts[name] and number is None:
                self.form.show_error(name, self.tr("This is no number."))
                return
        price = numbers["price"]
        form = ProductForm(
            name=texts["name"],
            code=texts["code"],
            group=texts["group"],
            unit=texts["unit"],
            kind=ProductKind(self.kind.currentData()),
            price_minor=None if price is None else Money.of(price, self._seat.locale.currency).minor,
            vat=self.vat.currentData(),
            description=self.description.toPlainText(),
            barcodes=_parts(texts["barcodes"]),
            characteristics=_pairs(self.characteristics.toPlainText()),
            terms={name: line.text() for name, line in self.terms.items()},
            goes_with=_parts(self.related["goes_with"].text()),
            replaces=_parts(self.related["replaces"].text()),
            capacity=numbers["capacity"],
            is_discontinued=self.sold.isChecked(),
            pictures=tuple(self._pictures),
        )
        seat = self._seat
        told = {"on_success": self._saved, "on_error": self._refuse}
        seat.tasks.write(product_form.save, seat.desk, seat.operator.id, form, self._id, **told)

    def _saved(self, made: product.SavedProduct) -> None:
        self.saved.emit(made)
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self.refuse(sentence(error), self.lines["name"])

    def _ask_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a picture"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add_picture)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_picture(self, path: str) -> None:
        """Takes a picture along with the card."""
        self._pictures.append(Path(path))
        names = ", ".join(file.name for file in self._pictures)
        self.named.setText(self.tr("Pictures to add: %1").replace("%1", names))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in text.splitlines())
    return tuple((name.strip(), value.strip()) for name, colon, value in pairs if colon and name.strip())
