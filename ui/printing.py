"""Paper: the pages of a PDF as they are, through the system's print dialog or into a file."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from helpdesk.errors import DiskFull, FileUnwritable, PrinterMissing, PrinterRefused
from ui.messages import Messages
from ui.pdf_view import PdfPages
from ui.seat import Seat

DPI = 300
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class _Unheard:
    def __call__(self, count: int, total: int | None = None) -> None:
        pass


def layout_of(pages: PdfPages, number: int = 0) -> QPageLayout:
    """The paper that a page of a PDF wants: its own size, lying where it is wider than high, without margins."""
    width, height = pages.size(number)
    paper = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0))


def paint_pages(pages: PdfPages, printer: Any, *, progress: Callable[..., None] = _Unheard()) -> int:
    """Paints the pages asked for, as pictures of 300 dpi, on any thread; gives how many. Raises PrinterRefused."""
    first = max(1, printer.fromPage()) - 1
    last = min(pages.count, printer.toPage() or pages.count)
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(pages, first))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName() or printer.outputFileName())
    try:
        for number in range(first, last):
            progress(number - first, last - first)
            if number > first:
                printer.setPageLayout(layout_of(pages, number))
                printer.newPage()
            _paint_page(painter, pages, number)
    finally:
        painter.end()
    progress(last - first, last - first)
    return last - first


def _paint_page(painter: QPainter, pages: PdfPages, number: int) -> None:
    # Band by band: drawing a page in one go would keep the interpreter, and with it the window, for 160 ms.
    paper = painter.viewport()
    for top, whole, band in pages.bands(number, DPI / 72):
        first, last = (round(edge * paper.height() / whole) for edge in (top, top + band.height()))
        painter.drawImage(QRect(0, first, paper.width(), last - first), band)


class _Printing(QObject):
    """One PDF on its way to paper; goes away with its dialog."""

    def __init__(self, pdf: bytes, title: str, parent: QWidget, seat: Seat | None) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        super().__init__(parent)
        self._pages, self._title, self._seat = PdfPages(pdf), title, seat
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setResolution(DPI)
        self._printer.setDocName(title)
        self._printer.setFullPage(True)
        self._printer.setPageLayout(layout_of(self._pages))
        self.dialog = QPrintDialog(self._printer, parent)
        self.dialog.setWindowTitle(title)
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.dialog.setMinMax(1, self._pages.count)
        self.dialog.accepted.connect(self._print)
        self.dialog.rejected.connect(self.deleteLater)

    def _print(self) -> None:
        if self._seat is None:
            paint_pages(self._pages, self._printer)
            self.deleteLater()
            return
        work = partial(paint_pages, self._pages, self._printer)
        self._seat.tasks.long(work, title=self._title, on_success=self._tell, on_error=self._fail)

    def _tell(self, count: int) -> None:
        if self._seat is not None:
            self._seat.messages.notice(self.tr("Sent to the printer, pages: %1").replace("%1", str(count)))
        self.deleteLater()

    def _fail(self, error: Any) -> None:
        if self._seat is not None:
            self._seat.messages.error(error)
        self.deleteLater()


def print_pdf(pdf: bytes, title: str, parent: QWidget, *, seat: Seat | None = None) -> QObject | None:
    """Opens the system's print dialog for a PDF and prints off the GUI thread (with a seat); None without a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        (seat.messages if seat else Messages(parent)).error(PrinterMissing())
        return None
    printing = _Printing(pdf, title, parent, seat)
    printing.dialog.open()
    return printing


def write_file(path: Path, content: bytes) -> Path:
    """Writes a file whole; raises DiskFull and FileUnwritable."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        if error.errno in _DISK_FULL:
            raise DiskFull(path.parent) from error
        raise FileUnwritable(path, f"{error.strerror or error}.") from error
    return path


class _Saving(QObject):
    def __init__(self, pdf: bytes, name: str, parent: QWidget, seat: Seat) -> None:
        super().__init__(parent)
        self._pdf, self._seat = pdf, seat
        self._folder = ""
        self.dialog = QFileDialog(parent, self.tr("Save PDF"), name, "PDF (*.pdf)")
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setDefaultSuffix("pdf")
        self.dialog.selectFile(name)
        self.dialog.fileSelected.connect(self._save)
        self.dialog.finished.connect(self.dialog.deleteLater)

    def _save(self, path: str) -> None:
        self._seat.tasks.write(write_file, Path(path), self._pdf, on_success=self._tell)

    def _tell(self, path: Path) -> None:
        self._folder = str(path.parent)
        told = self.tr("Saved as %1").replace("%1", str(path))
        self._seat.messages.notice(told, action=self.tr("Open folder"), on_action=self._open)

    def _open(self) -> None:
        open_folder(Path(self._folder))


def save_pdf(pdf: bytes, name: str, parent: QWidget, seat: Seat) -> QFileDialog:
    """Asks where to save a PDF, `name` suggested, saves it off the GUI thread and says where it is."""
    saving = _Saving(pdf, name, parent, seat)
    saving.dialog.open()
    return saving.dialog


def open_folder(folder: Path) -> bool:
    """Shows a folder in the system's file manager; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
