from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.folding import index_text
from helpdesk.domain.number import RecordNumber
from helpdesk.domain.query import plan

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"

CUSTOMERS = {
    1: "Иванов Иван Петрович",
    2: "Иванова Мария",
    3: "Щёголева Мария Ивановна",
    4: "Принтеры и картриджи, ООО",
    5: "Ivanov Trading Ltd",
    6: "Hello World GmbH",
    7: "Холодильник «Север»",
    8: "O'Brien Café",
    9: "Петренко Иван",
    10: "Татьяна Ольгина",
    11: "👍",
    12: "!!!",
    13: "Сергей Юрьевич",
    14: "Александр Дмитриев",
}


@pytest.fixture(scope="module")
def base():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(x, tokenize='ascii', prefix='2 3', detail=none)")
        connection.execute("CREATE VIRTUAL TABLE runs USING fts5(x, tokenize='trigram')")
        connection.executemany(
            "INSERT INTO words(rowid, x) VALUES (?, ?)", [(row, index_text(name)) for row, name in CUSTOMERS.items()]
        )
        connection.executemany(
            "INSERT INTO runs(rowid, x) VALUES (?, ?)", [(1, "79211234523"), (2, "1004572"), (3, "74951234567")]
        )
        yield connection


def found(base, typed):
    return {
        row for (row,) in base.execute("SELECT rowid FROM words WHERE words MATCH ?", (plan(typed).match_expression(),))
    }


def found_digits(base, typed):
    expression = plan(typed).digits_expression()
    return {row for (row,) in base.execute("SELECT rowid FROM runs WHERE runs MATCH ?", (expression,))}


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("прин", {4}),
        ("принтер", {4}),
        ("ПРИНТЕРОВ", {4}),
        ("картриджами", {4}),
        ("иванов", {1, 2, 3, 5}),
        ("Иванова", {1, 2}),
        ("Ивановым", {1, 2}),
        ("щеголева", {3}),
        ("Щёголева М. И.", {3}),
        ("мар щёг", {3}),
        ("марии", {2, 3}),
        ("сергея", {13}),
        ("север", {7}),
        ("obrien", {8}),
        ("o'brien cafe", {8}),
        ("петр", {1, 9}),
        ("👍", {11}),
        ("!!", {12}),
        ("нетникого", set()),
    ],
)
def test_what_is_typed_finds_its_forms_and_beginnings(base, typed, rows):
    assert found(base, typed) == rows


def test_a_surname_does_not_find_everyone_of_the_name_it_comes_from(base):
    assert 9 not in found(base, "иванов")


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("bdfyjd", {1, 2, 3, 5}),
        ("Bdfyjdf", {1, 2}),
        ("ghbynth", {4}),
        ("[jkjlbkmybr", {7}),
        ("руддщ", {6}),
        ("руддщ цщкдв", {6}),
    ],
)
def test_the_wrong_keyboard_layout_finds_all_the_same(base, typed, rows):
    assert rows - {5} <= found(base, typed)
    assert plan(typed).readings


def test_keys_of_the_wrong_layout_are_read_right_first():
    assert plan("bdfyjd").readings[0].words == (("иванов",),)
    assert plan("ivanov").readings[0].words == (("ivanov",),)


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("ivanov", 1),
        ("Shchegoleva", 3),
        ("shegoleva", None),
        ("Tatiana", 10),
        ("tatyana olgina", 10),
        ("Sergei", 13),
        ("Sergey Yurievich", None),
        ("Aleksandr", 14),
        ("Alexander Dmitriev", 14),
        ("иванов трейдинг", None),
        ("иванов", 5),
        ("хелло", None),
    ],
)
def test_names_are_found_across_alphabets(base, typed, row):
    rows = found(base, typed)
    assert row in rows if row else not rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("457", {2}),
        ("заявка 457", {2}),
        ("№457", {2}),
        ("1-00457-2", {2}),
        ("1-457-2", {2}),
        ("1 00457", {2}),
        ("8 (921) 123", {1}),
        ("+7 921 123-45-23", {1}),
        ("89211234523", {1}),
        ("8 921 123-45-23 доб. 12", {1}),
        ("…23-45", {1, 3}),
        ("４５２３", {1}),
        ("тел. 123-45-67", {3}),
    ],
)
def test_digits_find_phones_and_numbers_by_any_part(base, typed, rows):
    assert found_digits(base, typed) == rows


@pytest.mark.parametrize("typed", ["", "12", "иванов 2345", "hp1020", "ул. Мира 123", "a1b2c3"])
def test_words_are_not_taken_for_digits(typed):
    assert plan(typed).digits == ()


def test_a_number_is_recognised_and_a_mistyped_one_named():
    assert plan("№ 1-00457-2.").number == RecordNumber(1, 457)
    assert plan("заявка 1-00457-2").number == RecordNumber(1, 457)
    assert plan("1-00457-3").is_mistyped_number
    assert not plan("10248").is_mistyped_number


def test_nothing_typed_looks_for_nothing():
    for typed in ("", "   ", "\n"):
        assert plan(typed).is_empty
        assert (
            plan(typed).match_expression() == plan(typed).narrow_expression() == plan(typed).digits_expression() == ""
        )


def test_the_narrow_expression_takes_the_likeliest_reading_as_typed():
    assert plan("Принтеров").narrow_expression() == '"принтеров"*'
    assert plan("bdfyjd").narrow_expression() == '"иванов"*'


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "''",
        "a AND",
        "NEAR(a b)",
        "x:y",
        "иванов*",
        "NOT",
        "(",
        "^a",
        "{x}: a",
        "a + b",
        "-a",
        "\x00",
        "\ud800",
        'a"b',
    ],
)
def test_operators_of_the_index_are_plain_words(base, typed):
    expression = plan(typed).match_expression()
    assert not expression or found(base, typed) is not None


@given(st.text())
def test_any_text_makes_a_sound_expression(base, typed):
    made = plan(typed)
    for table, expression in (
        ("words", made.match_expression()),
        ("words", made.narrow_expression()),
        ("runs", made.digits_expression()),
    ):
        if expression:
            base.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,)).fetchall()


@pytest.mark.skipif(not BLNS.exists(), reason="shared data missing")
def test_every_naughty_string_finds_itself():
    texts = [text for text in json.loads(BLNS.read_text(encoding="utf-8")) if text.strip()]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='ascii', detail=none, prefix='2 3')")
        connection.executemany(
            "INSERT INTO t(rowid, x) VALUES (?, ?)", [(i, index_text(t)) for i, t in enumerate(texts)]
        )
        for row, text in enumerate(texts):
            expression = plan(text).match_expression()
            assert (row,) in connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (expression,)).fetchall(), text


@pytest.mark.skipif(not BLNS.exists(), reason="shared data missing")
def test_no_naughty_string_breaks_an_index_of_another_tokenizer():
    texts = json.loads(BLNS.read_text(encoding="utf-8"))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
        for expression in filter(None, (plan(text).match_expression() for text in texts)):
            connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (expression,)).fetchall()


@given(st.lists(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12), min_size=1, max_size=3))
def test_every_name_is_found_by_itself(words):
    name = " ".join(words)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='ascii', detail=none)")
        connection.execute("INSERT INTO t(rowid, x) VALUES (1, ?)", (index_text(name),))
        assert connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (plan(name).match_expression(),)).fetchall()
