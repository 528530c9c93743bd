"""The receipt slip: one page, the number large, and a code that holds the number alone (S32, S33)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pypdfium2
import pytest

from helpdesk.report.document.slip import Slip, render_slip, write_slip
from helpdesk.report.layout.styles import MM
from tests.report.qr_reading import read, sampled
from tests.report.reading import metadata_of, page_count, pages_of

TAKEN_AT = datetime(2026, 11, 23, 11, 5, tzinfo=UTC)
SCALE = 6


def a_slip(**changes) -> Slip:
    fields = {
        "number": "1-00457-2",
        "taken_at": TAKEN_AT,
        "subject": "Кресло пришло без колёсиков",
        "answer_by": TAKEN_AT + timedelta(days=1),
        "company": "ООО «Берёзовая мебель»",
        "phone": "+7 495 555-01-22",
        "language": "ru",
        "time_zone": "Europe/Moscow",
    }
    return Slip(**{**fields, **changes})


def slip_pdf(slip: Slip, paper: str = "a6") -> bytes:
    stream = BytesIO()
    write_slip(slip, paper, stream, invariant=True)
    return stream.getvalue()


def size_of(pdf: bytes) -> tuple[float, float]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].get_size()
    finally:
        document.close()


def code_of(pdf: bytes, margin: float) -> str:
    """The text of the code in the lower left corner of the picture that a printer would make."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=SCALE, grayscale=True)
        height, stride = bitmap.height, bitmap.stride
        pixels = bytes(bitmap.buffer)
    finally:
        document.close()
    left, side = int((margin - 2 * MM) * SCALE), int((20 + 4) * MM * SCALE)
    top = height - int((margin + 22 * MM) * SCALE)
    return read(sampled(lambda x, y: pixels[(top + y) * stride + left + x] < 128, side, side))


@pytest.mark.parametrize(("paper", "margin"), [("a6", 8 * MM), ("roll", 4 * MM)])
@pytest.mark.parametrize("number", ["1-00457-2", "12-104857-0", "7"])
def test_the_printed_code_reads_as_the_number_alone(paper, margin, number):
    assert code_of(slip_pdf(a_slip(number=number), paper), margin) == number


@pytest.mark.parametrize("paper", ["a6", "roll"])
def test_a_slip_says_number_subject_times_company_and_phone(paper):
    (lines,) = pages_of(slip_pdf(a_slip(), paper))

    for said in (
        "1-00457-2",
        "23 ноября 2026 г., 14:05",
        "Кресло пришло без колёсиков",
        "24 ноября 2026 г., 14:05",
        "ООО «Берёзовая мебель»",
        "+7 495 555-01-22",
    ):
        assert said in lines


def test_an_english_slip_without_a_promised_answer_promises_none():
    (lines,) = pages_of(slip_pdf(a_slip(language="en", answer_by=None)))

    assert "23 November 2026, 14:05" in lines
    assert "We answer by" not in lines


@pytest.mark.parametrize("paper", ["a6", "roll"])
def test_texts_of_any_length_keep_the_slip_on_one_page(paper):
    pdf = slip_pdf(a_slip(subject="а" * 10_000, company="Мебель " * 500, phone="+7 " * 100), paper)

    (lines,) = pages_of(pdf)

    assert page_count(pdf) == 1
    assert sum(line.endswith("…") for line in lines) == 3


def test_a6_has_its_size_and_a_roll_is_as_long_as_its_content():
    width, height = size_of(slip_pdf(a_slip()))
    roll_width, short = size_of(slip_pdf(a_slip(), "roll"))
    _, long = size_of(slip_pdf(a_slip(subject="слово " * 40), "roll"))

    assert (round(width / MM), round(height / MM)) == (105, 148)
    assert round(roll_width / MM) == 80
    assert short < long


def test_the_file_is_named_by_the_number_and_names_no_person(tmp_path):
    file = render_slip(a_slip(), "a6", tmp_path)

    assert file.name == "Slip_1-00457-2.pdf"
    assert metadata_of(file.read_bytes())["Author"] == "ООО «Берёзовая мебель»"
