"""Printing: the paper of the PDF, its pages as they are, and a clear word where there is no printer."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget
from reportlab.pdfgen.canvas import Canvas

from helpdesk.errors import FileUnwritable, PrinterMissing, PrinterRefused
from helpdesk.words.errors import sentence
from ui import printing
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.pdf_view import PdfPages, PdfView
from ui.seat import Seat
from ui.tasks import InlineTasks

A6, ROLL, LYING = (298, 420), (227, 600), (842, 595)


def a_pdf(*sizes: tuple[int, int]) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height).close()
    stream = BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.fixture
def seat():
    messages = RecordingMessages()
    return Seat(None, None, InlineTasks(messages), messages, Locale())


@pytest.fixture
def to_file(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(printing.DPI)
    return printer


@pytest.mark.parametrize("size", [A6, ROLL, LYING])
def test_the_paper_has_the_size_of_the_page(qapp, to_file, tmp_path, size):
    pages = PdfPages(a_pdf(size, size))

    assert printing.paint_pages(pages, to_file) == 2

    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(printed) == 2
    assert printed.get_page_size(0) == pytest.approx(size, abs=1.5)
    printed.close()


def test_only_the_pages_asked_for_are_printed_and_each_is_counted(qapp, to_file):
    to_file.setFromTo(2, 3)
    counted = []

    def count(done, total=None):
        counted.append((done, total))

    assert printing.paint_pages(PdfPages(a_pdf(A6, A6, A6, A6)), to_file, progress=count) == 2
    assert counted == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(qapp, to_file, tmp_path):
    to_file.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))

    with pytest.raises(PrinterRefused):
        printing.paint_pages(PdfPages(a_pdf(A6)), to_file)


def test_without_a_printer_a_clear_sentence_says_what_to_do(shown, seat, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window = shown(QWidget())

    assert printing.print_pdf(a_pdf(A6), "Slip", window, seat=seat) is None

    (error,) = seat.messages.errors
    assert isinstance(error, PrinterMissing)
    assert "PDF" in sentence(error)


def test_a_pdf_is_saved_where_it_was_asked_and_the_place_is_told(shown, seat, tmp_path):
    window = shown(QWidget())
    dialog = printing.save_pdf(a_pdf(A6), "Slip.pdf", window, seat)
    assert isinstance(dialog, QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "Slip.pdf"))
    dialog.close()

    assert (tmp_path / "Slip.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "Slip.pdf") in seat.messages.notices[0]


def test_a_folder_that_takes_nothing_is_told(tmp_path):
    with pytest.raises(FileUnwritable):
        printing.write_file(tmp_path / "missing" / "Slip.pdf", b"%PDF")


def test_a_closed_pdf_draws_nothing_and_harms_nobody(qapp):
    pages = PdfPages(a_pdf(A6))
    pages.close()

    assert pages.image(0, 1).isNull()


def test_another_pdf_keeps_the_page_where_it_can(shown, seat):
    view = shown(PdfView(seat.tasks), 500, 400)
    view.show_pages(PdfPages(a_pdf(A6, A6, A6)))
    view.go_to(2)

    view.show_pages(PdfPages(a_pdf(A6, A6)))

    assert (view.page, view.page_count) == (1, 2)
    assert view.is_drawn


def test_the_bands_of_a_printed_page_meet_without_gaps(qapp, to_file, tmp_path):
    black = BytesIO()
    canvas = Canvas(black, A6)
    canvas.rect(0, 0, *A6, stroke=0, fill=1)
    canvas.save()

    printing.paint_pages(PdfPages(black.getvalue()), to_file)

    printed = PdfPages((tmp_path / "out.pdf").read_bytes())
    page = printed.image(0, 2)
    middle = [page.pixelColor(page.width() // 2, row).lightness() for row in range(4, page.height() - 4)]
    assert max(middle) < 40
    printed.close()


def test_the_bands_of_a_page_are_the_page(qapp):
    pages = PdfPages(a_pdf(A6))
    whole = pages.image(0, 2)

    for top, height, band in pages.bands(0, 2, height=50):
        assert height == whole.height()
        assert band == whole.copy(0, top, band.width(), band.height())
    pages.close()
