"""The preview of a report: its pages or its figures, the page shown now, the size, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.panes.report_figures import ReportFigures
from ui.pdf_view import PdfPages, PdfView
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, IconButton, Tab, Text, TextTabs


class ReportPreview(QWidget):
    """The bar over pages and figures; `wanted` names the format that a button asks for, "print" among them."""

    wanted = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView(seat.tasks)
        self.figures = ReportFigures()
        self._stack = QStackedWidget()
        self.tabs = TextTabs(self.tr("Pages or figures"))
        self.back = IconButton("chevron-left", self.tr("Page before"), key="PgUp")
        self.on = IconButton("chevron-right", self.tr("Next page"), key="PgDown")
        self._page = Text("", "note")
        self._smaller = Button("−")
        self._fit = Button(self.tr("Fit width"), key="Ctrl+0")
        self._larger = Button("+")
        self.print = Button(self.tr("Print…"), "primary", key="Ctrl+P")
        self.files = {"pdf": Button(self.tr("Save PDF")), "xlsx": Button("XLSX"), "csv": Button("CSV")}
        self._build()
        self._connect()
        self.allow(False)

    def _build(self) -> None:
        self._smaller.setAccessibleName(self.tr("Smaller"))
        self._larger.setAccessibleName(self.tr("Larger"))
        bar = QWidget()
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setProperty("ground", "surface")
        bar.setProperty("edge", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        for part in (self.back, self._page, self.on):
            row.addWidget(part)
        row.addSpacing(10)
        for part in (self._smaller, self._fit, self._larger):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.tabs)
        row.addSpacing(10)
        for button in (*self.files.values(), self.print):
            row.addWidget(button)
        self.tabs.set_tabs([Tab("pages", self.tr("Pages")), Tab("figures", self.tr("Figures"))])
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.turn_to)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        self._smaller.clicked.connect(self._shrink)
        self._larger.clicked.connect(self._grow)
        self._fit.clicked.connect(self._fit_width)
        self.print.clicked.connect(self._want_print)
        self.files["pdf"].clicked.connect(self._want_pdf)
        self.files["xlsx"].clicked.connect(self._want_xlsx)
        self.files["csv"].clicked.connect(self._want_csv)
        self.view.page_changed.connect(self._show_page)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            ("PgUp", self._turn_back),
            ("PgDown", self._turn_on),
            ("Ctrl+0", self._fit_width),
        ):
            shortcut(self, keys, slot, context=within)

    def show_pages(self, pages: PdfPages) -> None:
        """Shows another report."""
        self.view.show_pages(pages)
        self.allow(True)

    def turn_to(self, key: str) -> None:
        """Shows "pages", or "figures" that open their records."""
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self.view if key == "pages" else self.figures)
        for part in (self.back, self._page, self.on, self._smaller, self._fit, self._larger):
            part.setVisible(key == "pages")

    def allow(self, is_ready: bool) -> None:
        """Whether there is something to print and to save."""
        for button in (self.print, *self.files.values(), self._smaller, self._fit, self._larger):
            button.setEnabled(is_ready)
        self._show_page(self.view.page, self.view.page_count)

    @property
    def page_words(self) -> str:
        """Which page of how many is shown, in words."""
        return self._page.text()

    def _show_page(self, number: int, count: int) -> None:
        words = self.tr("%1 of %2").replace("%1", str(number + 1)).replace("%2", str(count))
        self._page.setText(words if count else self.tr("No pages"))
        self._page.setMinimumWidth(self._page.sizeHint().width())
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < count)

    def _turn_back(self) -> None:
        self.view.turn(-1)

    def _turn_on(self) -> None:
        self.view.turn(1)

    def _shrink(self) -> None:
        self.view.zoom(-1)

    def _grow(self) -> None:
        self.view.zoom(1)

    def _fit_width(self) -> None:
        self.view.zoom(0)

    def _want_print(self) -> None:
        if self.print.isEnabled():
            self.wanted.emit("print")

    def _want_pdf(self) -> None:
        self.wanted.emit("pdf")

    def _want_xlsx(self) -> None:
        self.wanted.emit("xlsx")

    def _want_csv(self) -> None:
        self.wanted.emit("csv")
