"""The request journal as a PDF: its words, pages, fonts and what the file says about itself (S6, S82)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpdesk import words
from helpdesk.report.content import Unheard
from helpdesk.report.journal import journal
from tests.report.reading import metadata_of, outline_of, page_count, pages_of, pdf_of
from tests.report.samples import MADE_AT, a_frame, a_row, requests

NAUGHTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"

GOLDEN = """\
Request journal · Data as of 30 Nov 2026 18:03 · fingerprint 7e16 16c3 19e2 5350 page 1 of 1
Birch & Sons, office furniture
Request journal
1–30 November 2026
What came in, who took it, and how did it end?
Filters Channel: all; Team: first line
Made by Olga Senina, 30 Nov 2026 18:05
Data as of 30 Nov 2026 18:03, Europe/Moscow
Rule version 1
Stations not heard from none
1 of 1 requests is overdue; it came in on 23 November 2026.
Created
1
Solved
0
of 1
Still open
1
oldest from 23 Nov 2026
Overdue
1
First response, median, business
time
—
n = 1
First response, 90% within, business
time
—
n = 1
Not answered yet
0
of 1
Satisfaction, average of 1 to 5
—
n = 0
out of 0 solved
Created by day, busiest: 23 November 2026
1
1 3 5 7 9 11 13 15 17 19 21 23 25 27 29
Requests
Number Time Channel Kind Subject Customer Owner State Due
First
response Solved Score
23 November 2026, Monday 1 request
1-00457-2 12:12 Phone Complaint Chair came without its castors Anna Brook Mark Dunn Overdue · In
work
23 Nov 2026 18:00 1 h 25 min — —
How it was counted
"""


def text_of(rows, language="en", **changes) -> str:
    return "\n".join(line for page in pages_of(pdf_of(journal(rows, a_frame(language, **changes)))) for line in page)


def test_one_request_prints_the_whole_page_as_it_was_approved():
    row = a_row(due_at=MADE_AT.replace(day=23, minute=0), first_response_seconds=5100, is_overdue=True)

    text = text_of([row])

    assert text[: len(GOLDEN)] == GOLDEN


def test_russian_print_speaks_russian_dates_lengths_and_numbers_whatever_the_process_speaks():
    rows = [a_row(due_at=MADE_AT, first_response_seconds=5100, is_open=False, is_solved=True, score=4)] * 5

    text = text_of(rows, "ru", first=date(2026, 11, 23), last=date(2026, 11, 23))

    assert "ООО «Берёзовая мебель»" in text
    assert "23 ноября 2026 г., понедельник" in text
    assert "30.11.2026 18:05" in text
    assert "1 ч 25 мин" in text
    assert "4,0" in text
    assert words.language() == "en"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_period_prints_dashes_and_says_that_there_is_nothing(language):
    text = text_of([], language)

    with words.speaking(language):
        assert words._("No request came in during this period.") in text
        assert words._("Nothing to list for this period.") in text
    assert re.search(r"^0$", text, re.MULTILINE) is None
    with words.speaking(language):
        before_method = text.split(words._("How it was counted"))[0]
    assert before_method.count("—") == 8


@pytest.mark.parametrize("language", ["en", "ru"])
def test_thirty_requests_run_over_pages_that_each_repeat_the_head_and_count_themselves(language):
    pages = pages_of(pdf_of(journal(requests(30, language), a_frame(language))))

    with words.speaking(language):
        heads = [words._("Subject") in " ".join(page) for page in pages]
        feet = [
            words._("page {number} of {count}").format(number=at, count=len(pages)) in page[0] + page[1]
            for at, page in enumerate(pages, 1)
        ]
    assert len(pages) > 1
    assert all(heads)
    assert all(feet)


def test_ten_thousand_requests_are_all_there_once():
    rows = requests(10_000)

    pdf = pdf_of(journal(rows, a_frame()))
    numbers = re.findall(r"^1-\d{5}-\d\b", "\n".join(line for page in pages_of(pdf) for line in page), re.MULTILINE)

    assert [number for number in numbers if number != "1-00211-4"] == [row.number for row in rows]


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared data are not here")
def test_naughty_strings_break_no_row_and_leave_no_unprintable_sign():
    naughty = json.loads(NAUGHTY.read_text("utf-8"))
    rows = [a_row(number=f"1-{at:05}-0", subject=text, customer=text, owner=text) for at, text in enumerate(naughty)]

    text = text_of(rows)

    assert re.findall(r"1-\d{5}-0", text) == [row.number for row in rows]
    assert "☐" in text
    assert "\ufffd" not in text


def test_a_text_of_ten_thousand_signs_takes_two_lines_and_ends_in_dots():
    rows = [a_row(subject="x" * 10_000, customer="слово " * 2_000), a_row(number="1-00458-9")]

    text = text_of(rows)

    assert page_count(pdf_of(journal(rows, a_frame()))) == 1
    assert re.search(r"x+…", text)
    assert re.search("слово.*…", text)


def test_a_customer_of_invisible_signs_alone_is_seen():
    text = text_of([a_row(customer="\u200b\u200b\u2060")])

    assert "[U+200B]×2 [U+2060]" in text


def test_every_font_is_embedded_and_none_but_the_house_font_is_named():
    pdf = pdf_of(journal(requests(40, "ru"), a_frame("ru")))

    names = re.findall(rb"/BaseFont /(\S+)", pdf)

    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+SourceSansPro-\w+", name) for name in names)
    assert pdf.count(b"/FontFile2") == len(re.findall(rb"/Type /Font\b[^D]", pdf)) == len(names)


def test_the_file_tells_its_title_company_period_and_language_and_no_person():
    pdf = pdf_of(journal([a_row()], a_frame("ru")))

    told = metadata_of(pdf)

    assert told["Author"] == "ООО «Берёзовая мебель»"
    assert told["Subject"] == "1–30\u00a0ноября\u00a02026\u00a0г."
    assert b"/Lang (ru)" in pdf
    assert "Сенина" not in "".join(told.values())


def test_an_outline_appears_from_four_pages_on():
    short = pdf_of(journal(requests(6), a_frame()))
    long = pdf_of(journal(requests(60), a_frame()))

    assert outline_of(short) == []
    assert page_count(long) >= 4
    assert outline_of(long)[:2] == [(0, "Requests"), (1, "2\u00a0November\u00a02026, Monday")]
    assert outline_of(long)[-1] == (0, "How it was counted")


def test_the_same_content_gives_the_same_bytes():
    content = journal(requests(40), a_frame())

    assert pdf_of(content) == pdf_of(journal(list(reversed(requests(40))), a_frame()))


def test_stations_not_heard_from_are_named_with_their_last_word():
    silent = (Unheard("Till 2", MADE_AT - timedelta(days=2)), Unheard("Depot", None))

    text = text_of([a_row()], stations_unheard=silent)

    assert "Till 2 (28 Nov 2026 18:05); Depot (—)" in text


def test_a_company_filter_and_maker_of_any_length_keep_the_first_page_in_shape():
    frame = a_frame(company="Company " * 1_000, filters=("city " * 2_000,), made_by="И" * 10_000)

    pages = pages_of(pdf_of(journal([a_row()], frame)))

    assert len(pages) == 1
    assert any("1-00457-2" in line for line in pages[0])


def test_a_portrait_report_puts_the_chart_below_the_figures():
    content = replace(journal(requests(3), a_frame()), landscape=False)

    page = pages_of(pdf_of(content))[0]

    assert page.index("n = 1") < page.index("Created by day") < page.index("Requests")
