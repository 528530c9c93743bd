"""What a reader of a finished PDF sees: its words page by page, and what the file says about itself."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2

from helpdesk.report.content import ReportContent
from helpdesk.report.output import write


def pdf_of(content: ReportContent) -> bytes:
    stream = BytesIO()
    write(content, "pdf", stream, invariant=True)
    return stream.getvalue()


def pages_of(pdf: bytes, first: int = 0, last: int | None = None) -> list[list[str]]:
    """The lines of each page, hard spaces as plain ones."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_lines(document[at]) for at in range(len(document))[first:last]]
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    text = page.get_textpage().get_text_range()
    return [re.sub(r"[ \u00a0]+", " ", line).strip() for line in text.splitlines() if line.strip()]


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def outline_of(pdf: bytes) -> list[tuple[int, str]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(entry.level, entry.get_title()) for entry in document.get_toc()]
    finally:
        document.close()


def metadata_of(pdf: bytes) -> dict[str, str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
