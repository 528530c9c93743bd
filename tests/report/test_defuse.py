"""Formulas in text tables: harmless in a spreadsheet, unchanged for our own import."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.defuse import defuse, restore

TRICKY = st.text(st.sampled_from("'=+-@\t\r\na1 "), max_size=6)


@pytest.mark.parametrize("text", ["=1+1", "+7 999 123-45-67", "-5", "@sum", "\t=1", "\r=1", "'=1", "''+2", "＝1"])
def test_a_dangerous_text_gets_one_apostrophe(text):
    assert defuse(text) == "'" + text


@pytest.mark.parametrize("text", ["", "'", "'quoted'", "O'Brien", "1-00457-2", " =1", "plain"])
def test_a_harmless_text_stays_as_it_is(text):
    assert defuse(text) == text


@given(TRICKY | st.text())
def test_what_was_defused_is_restored(text):
    assert restore(defuse(text)) == text


@given(TRICKY)
def test_no_defused_text_begins_like_a_formula(text):
    assert not defuse(text).startswith(("=", "+", "-", "@", "\t", "\r"))
