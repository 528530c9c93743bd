from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.number import RecordNumber, damm, is_mistyped, parse, spoken

VECTORS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "number_check_vectors.json"

numbers = st.builds(RecordNumber, st.integers(1, 999), st.integers(1, 999_999_999))


def test_the_example_of_the_house_has_the_check_digit_two():
    assert str(RecordNumber(1, 457)) == "1-00457-2"


@pytest.mark.skipif(not VECTORS.exists(), reason="shared data missing")
def test_the_damm_vectors_of_others_hold():
    vectors = [v for v in json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"] if v["kind"] == "damm"]
    assert vectors
    assert [damm(v["value"]) == 0 for v in vectors] == [v["valid"] for v in vectors]


@given(numbers)
def test_a_number_reads_back_from_its_own_text(number):
    assert parse(str(number)) == number
    assert not is_mistyped(str(number))


@given(st.integers(1, 9999), st.integers(1, 99_999))
def test_a_number_reads_back_from_its_digits_alone(station, sequence):
    number = RecordNumber(station, sequence)
    assert parse(number.digits) == number


@given(numbers, st.data())
def test_every_single_wrong_digit_is_caught(number, data):
    text = str(number)
    place = data.draw(st.sampled_from([i for i, sign in enumerate(text) if sign.isdigit()]))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
    assert parse(text[:place] + wrong + text[place + 1 :]) is None


@given(numbers, st.data())
def test_every_swap_of_neighbours_is_caught(number, data):
    text = str(number)
    places = [i for i, sign in enumerate(text) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(places) if text[a] != text[b]]
    first, second = data.draw(st.sampled_from(pairs))
    signs = list(text)
    signs[first], signs[second] = signs[second], signs[first]
    assert parse("".join(signs)) is None


def test_every_wrong_digit_and_swap_of_the_first_numbers_is_caught():
    """S32: exhaustive over the digits of small numbers, run together as well."""
    for sequence in (1, 9, 10, 457, 1_000, 10_248, 99_999):
        digits = RecordNumber(1, sequence).digits
        for place, right in enumerate(digits):
            assert all(damm(digits[:place] + d + digits[place + 1 :]) for d in "0123456789" if d != right)
        for place in range(len(digits) - 1):
            if digits[place] != digits[place + 1]:
                swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
                assert damm(swapped)


@pytest.mark.parametrize(
    "text",
    [
        "1-00457-2",
        " 1-00457-2 ",
        "1 00457 2",
        "1 - 00457 - 2",
        "1–00457—2",
        "1‑00457−2",
        "1004572",
        "1-457-2",
        "01-00457-2",
        "１－００４５７－２",
        "№ 1-00457-2",
        "#1-00457-2",
        "No. 1-00457-2",
        "1-\u200b00457-2\ufeff",
    ],
)
def test_a_number_is_read_however_it_is_written(text):
    assert parse(text) == RecordNumber(1, 457)


@pytest.mark.parametrize(
    "text",
    ["", "10248", "1-00457", "0-00457-1", "1-00000-3", "1-000457-2", "абв", "1-00457-2-2", "9" * 10_000, "½-1-²"],
)
def test_what_is_no_number_is_none(text):
    assert parse(text) is None


def test_a_wrong_check_digit_is_mistyped():
    assert [is_mistyped(f"1-00457-{check}") for check in range(10)] == [check != 2 for check in range(10)]
    assert is_mistyped("1–00475–2")


@pytest.mark.parametrize(
    "text", ["10248", "23-45-6", "2026-11-2", "8 921 1", "1004573", "иванов", "", "12345-6", "1-00457"]
)
def test_numbers_of_others_phones_and_dates_are_not_called_mistyped(text):
    assert not is_mistyped(text)


def test_a_number_is_spoken_digit_by_digit_in_both_languages():
    assert spoken(RecordNumber(1, 457), "ru") == "один – ноль ноль – четыре пять семь – два"
    assert spoken(RecordNumber(12, 457), "en") == "one two – zero zero – four five seven – five"


@given(st.text())
def test_no_text_breaks_the_reading_of_numbers(text):
    parse(text)
    is_mistyped(text)
