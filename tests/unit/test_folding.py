from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.folding import digits, fold, index_text, stem, tokens

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка-ёлочка", "елка елочка"),
        ("ЁЖ", "еж"),
        ("Е\u0308ж", "еж"),
        ("Алексей", "алексей"),
        ("Алексеи\u0306", "алексей"),
        ("café São Łódź Straße Ærø", "cafe sao lodz strasse aero"),
        ("за\u0301мок", "замок"),
        ("О’Брайен O'Brien", "обрайен obrien"),
        ("a\u200bb\u202ec\x00d\ufeff", "abcd"),
        ("ＡＢＣ１２３", "abc123"),
        ("№5, кв. 7/2_а", "5 кв 7 2 а"),
        ("строка\nвторая\tтретья\u00a0четвёртая", "строка вторая третья четвертая"),
        ("x\ud800y", "xy"),
        ("", ""),
        ("«»—…!", ""),
    ],
)
def test_texts_that_mean_the_same_fold_alike(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_every_word_is_one_token_for_the_index(text):
    words = tokens(text)
    assert all(word and " " not in word and (not word.isascii() or word.isalnum()) for word in words)


def test_an_ideograph_and_a_pictograph_are_words_of_their_own():
    assert tokens("田中さん👍ok") == ["田", "中", "さ", "ん", "👍", "ok"]


def test_a_word_of_ten_thousand_letters_is_cut():
    assert [len(word) for word in tokens("ы" * 10_000)] == [64]


@pytest.mark.parametrize(
    "forms",
    [
        ("принтер", "принтеры", "принтеров", "принтера", "принтером"),
        ("иванов", "иванова", "иванову", "ивановым", "ивановой"),
        ("сергей", "сергея", "сергеем"),
        ("мария", "марии", "марию"),
        ("доставка", "доставку", "доставки"),
        ("printer", "printers"),
        ("delivery", "deliveries"),
    ],
)
def test_the_forms_of_a_word_share_their_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("surname", "name"),
    [("иванов", "иван"), ("петров", "петр"), ("николаев", "николай"), ("дмитриев", "дмитрий"), ("сидоров", "сидор")],
)
def test_a_surname_does_not_share_the_stem_of_the_name_it_comes_from(surname, name):
    assert stem(surname) == surname
    assert stem(name) != surname


@pytest.mark.parametrize("token", ["hp1020", "457", "кот", "and", "田", "ab4ов"])
def test_short_words_and_words_with_digits_stay_whole(token):
    assert stem(token) == token


def test_stems_are_right_when_many_threads_ask_at_once():
    words = [
        f"{first}{second}{ending}"
        for first in "бвгдж"
        for second in ("олот", "арен")
        for ending in ("ами", "ого", "ость")
    ]
    stem.cache_clear()
    alone = [stem(word) for word in words]
    stem.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: [stem(word) for word in words], range(16)))
    assert together == [alone] * 16


def test_an_index_text_holds_each_word_and_stem_once():
    assert index_text("Принтеры, принтеры", None, "", "Принтер!") == "принтеры принтер"


def test_a_text_of_signs_alone_is_still_indexed():
    assert index_text("!?") == "x21x3f"
    assert index_text("\u200b") == "x200b"
    assert index_text("   ") == ""


@pytest.mark.parametrize(
    ("text", "found"), [("8 (921) 123", "8921123"), ("１２٣", "123"), ("абв", ""), ("²½", ""), ("…23-45", "2345")]
)
def test_digits_of_any_script_are_ascii_digits(text, found):
    assert digits(text) == found


@pytest.mark.skipif(not BLNS.exists(), reason="shared data missing")
@pytest.mark.parametrize("tokenizer", ["ascii", "unicode61 remove_diacritics 0"])
def test_naughty_strings_go_into_the_index(tokenizer):
    texts = json.loads(BLNS.read_text(encoding="utf-8"))
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokenizer}', prefix='2 3', content='', detail=none)")
    base.executemany(
        "INSERT INTO t(rowid, x) VALUES (?, ?)", [(i, index_text(text)) for i, text in enumerate(texts, 1)]
    )
    (count,) = base.execute("SELECT count(*) FROM t").fetchone()
    base.close()
    assert count == len(texts)
