from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.phone import PhoneMatch, certainty, display, mask_mail, masked, read_phone, split_extension, tail

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
CASES = DATA / "phones.json"


@pytest.mark.skipif(not CASES.exists(), reason="shared data missing")
def test_every_way_to_write_a_phone_reads_as_the_numbering_plan_reads_it():
    for case in json.loads(CASES.read_text(encoding="utf-8"))["cases"]:
        phone = read_phone(case["input"])
        assert phone.typed == case["input"]
        if case["parsed"]:
            assert (phone.e164, phone.extension) == (case["e164"], case["extension"]), case["input"]
            assert phone.is_possible == case["possible"], case["input"]
        else:
            assert phone.e164 is None, case["input"]


def test_the_short_way_for_russian_numbers_answers_as_the_library_does():
    dice = random.Random(32)
    forms = ("{}", "8{}", "7{}", "+7{}", "+7 {}", "8 ({}", "8-{}", "8(-{}", "({}", "+7 ({}) ")
    for _ in range(3_000):
        national = "".join(dice.choice("0123456789") for _ in range(dice.choice((9, 10, 10, 10, 10, 11))))
        spaced = (
            national[:3]
            + dice.choice(("", " ", ") ", "-"))
            + national[3:6]
            + dice.choice(("", "-", "\u00a0"))
            + national[6:]
        )
        typed = dice.choice(forms).format(spaced)
        phone = read_phone(typed)
        try:
            number = phonenumbers.parse(typed, "RU")
        except phonenumbers.NumberParseException:
            assert phone.e164 is None, typed
            continue
        assert phone.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), typed
        reason = phonenumbers.is_possible_number_with_reason(number)
        assert phone.is_possible == (reason == phonenumbers.ValidationResult.IS_POSSIBLE), typed
        assert phone.extension is None, typed


@pytest.mark.parametrize(
    ("typed", "main", "extension"),
    [
        ("8 (912) 345-67-89 доб. 12", "8 (912) 345-67-89", "12"),
        ("8 (912) 345-67-89 (доб. 12)", "8 (912) 345-67-89 (", "12"),
        ("8 (912) 345-67-89, добавочный 12", "8 (912) 345-67-89", "12"),
        ("8 (912) 345-67-89 вн.12", "8 (912) 345-67-89", "12"),
        ("+7 912 345 67 89 ext 12", "+7 912 345 67 89", "12"),
        ("+7 912 345 67 89 ext. 12", "+7 912 345 67 89", "12"),
        ("+79123456789;ext=12", "+79123456789", "12"),
        ("89123456789#12", "89123456789", "12"),
        ("89123456789 x12", "89123456789", "12"),
        ("89123456789, 12", "89123456789", "12"),
        ("89123456789", "89123456789", None),
        ("доб. 12", "доб. 12", None),
        ("8 912 345 67 89, 8 495 123 45 67", "8 912 345 67 89, 8 495 123 45 67", None),
    ],
)
def test_an_extension_is_kept_apart(typed, main, extension):
    assert split_extension(typed) == (main, extension)
    if extension:
        assert (read_phone(typed).e164, read_phone(typed).extension) == ("+79123456789", "12")


def test_a_number_without_a_country_belongs_to_the_region_asked():
    assert read_phone("030 123456", "DE").e164 == "+4930123456"
    assert read_phone("8 912 345-67-89", "KZ").e164 == "+79123456789"


@given(st.text())
def test_no_text_breaks_the_reading_of_phones(typed):
    phone = read_phone(typed)
    assert phone.typed == typed
    assert phone.digits.isdecimal() or phone.digits == ""
    masked(typed)
    mask_mail(typed)


@pytest.mark.skipif(not (DATA / "blns.json").exists(), reason="shared data missing")
def test_naughty_strings_are_read_as_phones_without_a_word():
    for typed in json.loads((DATA / "blns.json").read_text(encoding="utf-8")):
        assert read_phone(typed).typed == typed
        assert isinstance(display(typed), str)


def test_a_phone_of_ten_thousand_digits_is_kept_as_typed():
    phone = read_phone("9" * 10_000)
    assert (phone.e164, len(phone.typed)) == (None, 10_000)
    assert len(phone.digits) < 100


@pytest.mark.parametrize(
    ("kept", "calls", "match"),
    [
        ("8 (921) 123-45-23", "+79211234523", PhoneMatch.EXACT),
        ("8 (921) 123-45-23 доб. 12", "+79211234523", PhoneMatch.EXACT),
        ("8 (921) 123-45-23 доб. 12", "8 921 123 45 23 доб. 13", PhoneMatch.TAIL),
        ("+1 921 123 4523", "+79211234523", PhoneMatch.TAIL),
        ("123-45-23", "+79211234523", PhoneMatch.SHORT),
        ("+79211234523", "1234523", PhoneMatch.SHORT),
        ("12-34-56", "+78121123456", None),
        ("+79211234523", "+79211234524", None),
        ("абв", "+79211234523", None),
        ("112", "112", None),
    ],
)
def test_two_phones_match_as_surely_as_their_digits_allow(kept, calls, match):
    assert certainty(read_phone(kept), read_phone(calls)) is match


def test_certainty_is_ordered_from_the_surest():
    assert all(one.value < other.value for one, other in pairwise(PhoneMatch))


def test_the_tail_is_the_last_ten_digits():
    assert tail("79211234523") == tail("89211234523") == "9211234523"
    assert tail("1234523") == "1234523"


def test_a_number_is_shown_as_its_country_writes_it():
    assert display("+79123456789") == "8 (912) 345-67-89"
    assert display("+79123456789", "DE") == "+7 912 345-67-89"
    assert display("+79123456789", None) == "+7 912 345-67-89"
    assert display("+77011234567") == "+7 701 123 4567"
    assert display("+375291234567") == "+375 29 123-45-67"
    assert display("not a phone") == "not a phone"


def test_the_short_way_to_show_russian_numbers_agrees_with_the_library():
    dice = random.Random(7)
    for _ in range(1_000):
        e164 = f"+7{dice.choice('3489')}{dice.randrange(10**9):09}"
        number = phonenumbers.parse(e164, None)
        if not phonenumbers.is_valid_number(number):
            continue
        assert display(e164, None) == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        assert display(e164) == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


@pytest.mark.parametrize(
    ("typed", "hidden"),
    [
        ("+7 921 123-45-23", "+7 921 ···-··-23"),
        ("8 (912) 345-67-89 доб. 12", "8 (912) ···-··-89"),
        ("123-45-67", "···-··-67"),
        ("112", "···"),
        ("", ""),
        ("Мария 8 921 123-45-23", "8 921 ···-··-23"),
    ],
)
def test_a_masked_phone_keeps_its_code_and_two_digits(typed, hidden):
    assert masked(typed) == hidden


@given(st.text("0123456789 -+()", min_size=5))
def test_a_masked_phone_never_shows_more_than_seven_digits(typed):
    assert sum(sign.isdecimal() for sign in masked(typed)) <= 7


def test_a_masked_mail_keeps_its_first_sign_and_domain():
    assert mask_mail("maria@mail.example") == "m···@mail.example"
    assert mask_mail("maria") == "m···"
    assert mask_mail("@mail.example") == "···@mail.example"
    assert mask_mail("") == ""
