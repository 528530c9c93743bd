"""A fresh PDF with the house font and what the file says about itself; nothing personal goes into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from helpdesk.report.layout.letters import register_fonts
from helpdesk.report.layout.styles import REGULAR, Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What readers, archives and screen readers are told: title, company, period or day, language."""

    title: str
    company: str
    subject: str
    language: str


def new_canvas(stream: BinaryIO, paper: Paper, description: Description, *, invariant: bool = False) -> Canvas:
    """A canvas that embeds every font it names; `invariant` leaves time and chance out of the bytes."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    rl_config.useA85 = 0  # binary streams: a fifth smaller, and written faster
    canvas = Canvas(
        stream,
        pagesize=(paper.width, paper.height),
        invariant=invariant,
        pageCompression=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        initialFontSize=9,
        lang=description.language,
    )
    canvas.setTitle(description.title)
    canvas.setAuthor(description.company)
    canvas.setSubject(description.subject)
    canvas.setCreator("Helpdesk")
    canvas.setProducer("Helpdesk")
    return canvas


def pack_page(canvas: Canvas) -> None:
    """Compresses what was drawn on the page just shown; ReportLab would keep every page as plain text until the end."""
    import zlib

    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

    page = canvas._doc.Pages.pages[-1]  # type: ignore[attr-defined]  # the stubs do not know it
    if page.stream:
        packed = PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}))
        packed.content = zlib.compress(page.stream.encode())
        page.Contents, page.stream = packed, None
