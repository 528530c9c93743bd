"""Texts made comparable: folded for matching, cut into words, stemmed in Russian and English.

What is indexed and what is typed go through the same functions, and every word that leaves here is one token for
FTS5's `ascii` tokenizer (any sign beyond ASCII belongs to a word, what is not one is a space by now), which is quicker
than unicode61 and can never cut a word in two; `detail=none` is enough, no phrase is ever asked; `prefix='1 2 3 4'`
keeps the first keys as quick as the later ones.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

_LONGEST_WORD = 64
_SHORTEST_STEMMED = 4
_SIGNS_NAMED = 24

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+|[^\w\s]")
_RUSSIAN = re.compile(r"[а-я]+")
_ENGLISH = re.compile(r"[a-z]+")
_LETTERS_WITHOUT_PARTS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ё": "е", "№": " "}
_APOSTROPHES = "'’ʼ`´‘"

# Surnames made of given names: without this the stem of Иванов is иван, and every Ivan would answer to Ivanov.
_GIVEN_NAMES = (
    "абрам александр алекс андр антон архип афанас борис васил виктор владимир влас геннад григор демид денис дмитр "
    "евген егор ермола захар иван игнат исай калин капитон карп кирилл клим кондрат константин корн лазар леонид макар "
    "марк мартын матв мирон михаил михайл назар наум нестор никифор никола осип остап павел павл панкрат петр платон "
    "прохор родион роман сафрон серге сидор спиридон степан тарас тимоф тит тихон трофим федор филипп фрол харитон "
    "эдуард юр як яковл"
)
_GIVEN_NAME_STEMS = frozenset(_GIVEN_NAMES.split())
# The stemmer takes their -ей for the ending of an adjective and parts Сергей from Сергея.
_NAMES_IN_EY = frozenset(("алексей", "андрей", "елисей", "еремей", "корней", "матвей", "сергей", "тимофей"))
_SURNAME = re.compile(r".+(?:ов|ев)")


class _Signs(dict[int, str]):
    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _folded_sign(chr(code_point))
        return folded


def _folded_sign(sign: str) -> str:
    if sign in _LETTERS_WITHOUT_PARTS:
        return _LETTERS_WITHOUT_PARTS[sign]
    if sign in _APOSTROPHES:
        return ""
    category = unicodedata.category(sign)
    if category in ("Cc", "Cf", "Cs", "Mn", "Mc", "Me"):
        return " " if sign.isspace() else ""
    if "Ѐ" <= sign <= "ӿ":
        return sign
    parts = unicodedata.normalize("NFKD", sign)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if not "\u0300" <= part <= "\u036f"))
    # A pictograph is a word of its own: a customer may be called by one.
    keeps = "".join(part if part.isalnum() or unicodedata.category(part) == "So" else " " for part in bare.casefold())
    return f" {keeps} " if category == "So" else keeps


_signs = _Signs()


def fold(text: str) -> str:
    """The text as it is compared: small letters, ё as е, no Latin accents, no invisible signs, punctuation as spaces.

    й stays й: it is a letter of its own, and nobody types Сергеи for Сергей.
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().translate(_signs).split())


def tokens(text: str) -> list[str]:
    """The folded words of `text` in their order; an ideograph or pictograph is a word of its own."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))]


def digits(text: str) -> str:
    """The decimal digits of `text`, of whatever script, as 0-9."""
    if text.isascii():
        return "".join(filter(str.isdigit, text))
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


class _Stemmers(threading.local):
    # snowballstemmer's objects carry the word they work on: one a thread.
    def __init__(self) -> None:
        import snowballstemmer

        self.russian = snowballstemmer.stemmer("russian")
        self.english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _stemmers() -> _Stemmers:
    return _Stemmers()


@lru_cache(maxsize=200_000)
def stem(token: str) -> str:
    """The stem of a folded word by its script; short words, words with digits and surnames like Иванов stay whole."""
    if len(token) < _SHORTEST_STEMMED:
        return token
    if _RUSSIAN.fullmatch(token):
        if token in _NAMES_IN_EY:
            return token[:-1]
        stemmed = str(_stemmers().russian.stemWord(token))
        return token if stemmed in _GIVEN_NAME_STEMS and _SURNAME.fullmatch(token) else stemmed
    if _ENGLISH.fullmatch(token):
        return str(_stemmers().english.stemWord(token))
    return token


def index_text(*parts: str | None) -> str:
    """The words and stems of all parts, each once: what FTS5 keeps, so that beginnings and other forms are found."""
    spoken: list[str] = []
    odd: list[str] = []
    for part in parts:
        if part:
            (spoken if any(map(str.isalnum, part)) else odd).append(part)
    # All at once: folding one by one is what indexing is slow by.
    words = dict.fromkeys(tokens("\n".join(spoken)))
    for part in odd:
        words.update(dict.fromkeys(tokens(part) or sign_words(part)))
    words.update(dict.fromkeys([stem(word) for word in words]))
    return " ".join(words)


def sign_words(text: str) -> list[str]:
    """A word made of code points for a text of punctuation or invisible signs alone, so that it too can be found."""
    signs = text.strip()[:_SIGNS_NAMED]
    return ["".join(f"x{ord(sign):x}" for sign in signs)] if signs else []
