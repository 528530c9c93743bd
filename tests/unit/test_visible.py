from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.visible import is_invisible, one_line, visible

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Мария", "Мария"),
        ("a\u200bb", "a\u200bb"),
        ("\u200b", "⟨U+200B⟩"),
        ("\u200b\u200b\u200b\ufeff", "⟨U+200B⟩×3 ⟨U+FEFF⟩"),
        ("   ", "⟨U+0020⟩×3"),
        ("\u3164", "⟨U+3164⟩"),
        ("\u2800\u115f", "⟨U+2800⟩ ⟨U+115F⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("a\ud800", "a⟨U+D800⟩"),
        ("\u200b\u200c\u200d\u2060\ufeff", "⟨U+200B⟩ ⟨U+200C⟩ ⟨U+200D⟩ ⟨U+2060⟩ …"),
    ],
)
def test_a_name_is_shown_as_it_is_unless_nothing_of_it_is_seen(text, shown):
    assert visible(text) == shown


def test_a_name_of_ten_thousand_invisible_signs_is_shown_short():
    assert visible("\u200b" * 10_000) == "⟨U+200B⟩×4000 …"
    assert len(visible("\u200b\u200c" * 5_000)) < 60


@given(st.text(min_size=1))
def test_something_is_always_seen(text):
    assert not is_invisible(visible(text))
    assert visible(visible(text)) == visible(text)


@pytest.mark.skipif(not BLNS.exists(), reason="shared data missing")
def test_naughty_strings_with_something_to_see_are_shown_unchanged():
    for text in json.loads(BLNS.read_text(encoding="utf-8")):
        assert visible(text) == text or is_invisible(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\r\ntwo\tthree  four", "one two three four"),
        ("a\u2028b\x85c", "a b c"),
        ("name\u202egnp.exe", "name⟨U+202E⟩gnp.exe"),
        ("a\x00\x1b[31m", "a⟨U+0000⟩⟨U+001B⟩[31m"),
        ("\u200b", "⟨U+200B⟩"),
        ("", ""),
    ],
)
def test_one_line_keeps_a_log_in_one_piece(text, line):
    assert one_line(text) == line


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_line_that_can_be_encoded(text, limit):
    line = one_line(text, limit)
    line.encode("utf-8")
    assert len(line.splitlines()) <= 1
    if not is_invisible(text):
        assert len(line) <= limit


def test_white_space_before_the_first_word_neither_breaks_nor_fills_the_line():
    assert one_line("  \x1e\n" * 50 + "word", 4) == "word"


def test_a_long_text_is_elided_at_the_limit():
    assert one_line("word " * 10_000, 11) == "word word…"
    assert one_line("x" * 10_000) == "x" * 199 + "…"
