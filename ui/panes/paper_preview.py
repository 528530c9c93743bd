"""The pages of an offer or an invoice as they are printed, with Print and Save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pdf_view import PdfPages, PdfView
from ui.seat import Seat
from ui.widgets import Button, Text


class PaperPreview(QWidget):
    """Shows a PDF; `left` is told where a way back is offered."""

    left = Signal()

    def __init__(self, seat: Seat, *, back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._pdf = b""
        self._name = ""
        self._shown: PdfPages | None = None
        self.back = Button(back, icon="chevron-left")
        self.print = Button(self.tr("Print…"), "primary", key="Ctrl+P")
        self.save = Button(self.tr("Save PDF…"))
        self._page = Text("", "note")
        self.view = PdfView(seat.tasks)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self._page)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.back.setVisible(bool(back))
        self.back.clicked.connect(self.left)
        self.print.clicked.connect(self.print_pages)
        self.save.clicked.connect(self._save)
        self.view.page_changed.connect(self._tell_page)

    @property
    def pdf(self) -> bytes:
        """What is shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Shows a paper; `name` is what its file is called, without its ending."""
        before, self._shown = self._shown, PdfPages(pdf)
        self._pdf, self._name = pdf, name
        self.view.show_pages(self._shown)
        if before is not None:
            before.close()

    def print_pages(self) -> None:
        """Opens the print dialog."""
        from ui.printing import print_pdf

        if self._pdf:
            print_pdf(self._pdf, self._name, self.window(), seat=self._seat)

    def _save(self) -> None:
        from ui.printing import save_pdf

        if self._pdf:
            save_pdf(self._pdf, f"{self._name}.pdf", self.window(), self._seat)

    def _tell_page(self, number: int, count: int) -> None:
        words = self.tr("%1 of %2").replace("%1", str(number + 1)).replace("%2", str(count))
        self._page.setText(words if count > 1 else "")
