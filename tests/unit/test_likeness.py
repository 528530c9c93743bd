from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.likeness import (
    DuplicateReason,
    Likened,
    is_possible_duplicate,
    jaro_winkler,
    name_words,
    similarity,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Щёголева М. И.", "Щёголева Мария Ивановна"),
        ("Мария Щеголева", "щёголева  мария"),
        ("Щегалева Мария", "Щёголева Мария"),
        ("ООО «Ромашка»", "Ромашка, ооо"),
        ("Общество с ограниченной ответственностью «Ромашка»", "ООО Ромашка"),
        ("Alfreds Futterkiste", "Alfred Futterkiste GmbH"),
        ("Ivanov Ivan", "Иванов Иван"),
        ("Иванов Иван", "Иванов Иван Иванович"),
    ],
)
def test_spellings_of_one_name_are_alike(one, other):
    assert similarity(one, other) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Иванов Иван", "Иванов Пётр"),
        ("Щёголева М. И.", "Щёголева Анна Ивановна"),
        ("Константинопольский М.", "Константинопольский П."),
        ("Иванов", "Иванов Иван"),
        ("ООО Ромашка", "ООО Василёк"),
        ("", "Иванов"),
        ("", ""),
    ],
)
def test_names_of_two_people_are_not_alike(one, other):
    assert similarity(one, other) < 0.9


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_between_nothing_and_all_and_of_both_alike(one, other):
    assert 0 <= similarity(one, other) <= 1
    assert 0 <= jaro_winkler(one or "a", other or "a") <= 1


@given(st.text(max_size=40))
def test_a_name_is_like_itself(name):
    assert similarity(name, name) == (1.0 if name_words(name) else 0.0)


def test_jaro_winkler_agrees_with_the_published_examples():
    """W. E. Winkler, "String Comparator Metrics" (1990)."""
    assert round(jaro_winkler("martha", "marhta"), 4) == 0.9611
    assert round(jaro_winkler("dwayne", "duane"), 4) == 0.84
    assert round(jaro_winkler("dixon", "dicksonx"), 4) == 0.8133


def test_a_company_that_is_only_its_form_keeps_it():
    assert name_words("ООО") == ("ооо",)


MARIA = Likened("Щёголева Мария", phones=("79211234523",), mails=("maria@mail.example",), city="Тверь")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (Likened("", phones=("89211234523",)), DuplicateReason.SAME_PHONE),
        (Likened("Кто-то", mails=(" Maria@Mail.example",)), DuplicateReason.SAME_MAIL),
        (Likened("мария щеголева"), DuplicateReason.SAME_NAME),
        (Likened("мария щеголева", city="тверь"), DuplicateReason.SAME_NAME),
        (Likened("мария щеголева", city="Псков"), None),
        (Likened("Щегалева Мария", city="Тверь"), DuplicateReason.LIKE_NAME),
        (Likened("Щегалева Мария"), DuplicateReason.LIKE_NAME),
        (Likened("Щегалева Мария", city="Псков"), None),
        (Likened("Щёголева М.", city="Тверь"), DuplicateReason.LIKE_NAME),
        (Likened("Иванов Пётр", phones=("79990000000",), city="Тверь"), None),
        (Likened("Иванов Пётр", phones=("112",), mails=("none",)), None),
        (Likened(""), None),
    ],
)
def test_a_possible_duplicate_is_named_with_its_surest_reason(typed, reason):
    assert is_possible_duplicate(typed, MARIA) is reason
    assert is_possible_duplicate(MARIA, typed) is reason


def test_a_full_name_is_a_duplicate_in_another_city_too():
    typed, kept = Likened("Щёголева Мария Ивановна", city="Псков"), Likened("Щеголева Мария Ивановна", city="Тверь")
    assert is_possible_duplicate(typed, kept) is DuplicateReason.SAME_NAME
