"""What was typed into the search box, turned into the few things it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from helpdesk.domain.folding import digits as digits_of
from helpdesk.domain.folding import sign_words, stem, tokens
from helpdesk.domain.number import RecordNumber, is_mistyped, parse
from helpdesk.domain.phone import split_extension
from helpdesk.domain.spelling import in_cyrillic, in_latin, is_plausible, other_layout
from helpdesk.lazily import dataclass

_LONGEST_TYPED = 200
_MOST_WORDS = 8
_FEWEST_DIGITS = 3
_RUSSIAN_NUMBER = 11
_SHORTEST_AFTER_8 = 4

_RUSSIAN = re.compile(r"[а-я]+")
_ENGLISH = re.compile(r"[a-z]+")
_LEADING_WORDS = (
    "заявка заявки заявке заявку заказ заказа заказу обращение жалоба номер н тел телефон моб счет кп "
    "request order quote invoice number no n nr tel phone mobile"
)
_LEADS = frozenset(_LEADING_WORDS.split())
_INITIAL = re.compile(r"[a-zа-я]")
_NUMBER_STARTS = re.compile(r"[+(]*\d")

Origin = Literal["typed", "layout", "script"]
Word = tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """One meaning of what was typed: words that all must begin in the text, each with its possible spellings."""

    origin: Origin
    words: tuple[Word, ...]

    def expression(self, *, stemmed: bool = True) -> str:
        """The FTS5 expression of this reading; without stems the words are taken as they were typed."""
        return " AND ".join(_any_of(terms) for terms in (_terms(word, stemmed) for word in self.words))


@dataclass(frozen=True)
class SearchPlan:
    """The readings of what was typed, likeliest first; beside them its digits and the number that it is, if any.

    `digits` are runs to be looked up as substrings of phones and numbers, any of them; empty for ordinary words.
    """

    typed: str
    readings: tuple[Reading, ...] = ()
    digits: tuple[str, ...] = ()
    number: RecordNumber | None = None
    is_mistyped_number: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for, so that every record is an answer."""
        return not self.readings and not self.digits

    def match_expression(self) -> str:
        """One FTS5 MATCH over `index_text`: any reading, any form of each word; empty if there are no words."""
        return _either(reading.expression() for reading in self.readings)

    def narrow_expression(self) -> str:
        """The MATCH of the likeliest reading, word for word as typed: its answers go before all others."""
        return self.readings[0].expression(stemmed=False) if self.readings else ""

    def digits_expression(self) -> str:
        """The MATCH over a trigram index of phones' and numbers' digits; empty if no digits are looked for."""
        return " OR ".join(map(_quoted, self.digits))


def plan(typed: str) -> SearchPlan:
    """What `typed` may mean; any text is taken, none of its signs reaches FTS5 as an operator."""
    text = typed[:_LONGEST_TYPED]
    words = tokens(text)[:_MOST_WORDS]
    if not words:
        signs = sign_words(text)
        return SearchPlan(typed, (Reading("typed", ((signs[0],),)),) if signs else ())
    readings: dict[tuple[Word, ...], Reading] = {}
    for reading in _readings(text, words):
        readings.setdefault(reading.words, reading)
    spoken = _spoken_number(text, words)
    number = parse(spoken)
    return SearchPlan(typed, tuple(readings.values()), _digit_runs(spoken, number), number, is_mistyped(spoken))


def _readings(text: str, words: list[str]) -> list[Reading]:
    typed = Reading("typed", tuple((word,) for word in _telling(words)))
    layout = _layout_reading(text)
    script = _script_reading(words)
    others = (script, layout) if is_plausible(text) else (layout, script)
    # bdfyjd is no word of any language: what its keys mean in the other layout comes first.
    ordered = (typed, *others) if is_plausible(text) or layout is None else (layout, typed, script)
    return [reading for reading in ordered if reading is not None]


def _layout_reading(text: str) -> Reading | None:
    other = other_layout(text.strip())
    words = tokens(other)[:_MOST_WORDS] if other else []
    return Reading("layout", tuple((word,) for word in _telling(words))) if words else None


def _script_reading(words: list[str]) -> Reading | None:
    spellings = tuple(map(_in_other_script, _telling(words)))
    if all(_ENGLISH.fullmatch(word) or not word.isalpha() for word in words) or all(
        _RUSSIAN.fullmatch(word) or not word.isalpha() for word in words
    ):
        changed = any(word.isalpha() for word in words)
        return Reading("script", spellings) if changed and all(spellings) else None
    return None


def _in_other_script(word: str) -> Word:
    if _ENGLISH.fullmatch(word):
        return in_cyrillic(word)
    if _RUSSIAN.fullmatch(word):
        return tuple(spelling for spelling in in_latin(word) if spelling)
    return (word,)


def _telling(words: list[str]) -> list[str]:
    # An initial beside a surname tells little and costs most: nearly every record has a word that begins so.
    longer = [word for word in words if not _INITIAL.fullmatch(word)]
    return list(dict.fromkeys(longer or words))


def _spoken_number(text: str, words: list[str]) -> str:
    main, extension = split_extension(text)
    is_phone = extension is not None and len(digits_of(main)) >= 7
    kept = main if is_phone else text
    if any(not word.isdecimal() and word not in _LEADS for word in (tokens(kept) if is_phone else words)):
        return ""
    start = _NUMBER_STARTS.search(kept)
    return kept[start.start() :].rstrip(" .,;:!?") if start else ""


def _digit_runs(spoken: str, number: RecordNumber | None) -> tuple[str, ...]:
    run = digits_of(spoken)
    if len(run) < _FEWEST_DIGITS:
        return ()
    if len(run) == _RUSSIAN_NUMBER and run[0] in "78":
        return (run[1:],)
    runs = [run]
    if number is not None:
        runs.append(number.digits)
    if run[0] == "8" and len(run) >= _SHORTEST_AFTER_8 and not spoken.startswith("+"):
        runs.append(run[1:])
    return tuple(dict.fromkeys(runs))


def _terms(word: Word, stemmed: bool) -> list[str]:
    terms: dict[str, None] = {}
    for spelling in word:
        is_beginning = len(spelling) > 1 or spelling.isalpha()
        terms[_quoted(spelling) + ("*" if is_beginning else "")] = None
        stemmed_spelling = stem(spelling)
        if stemmed and stemmed_spelling != spelling:
            terms[_quoted(stemmed_spelling)] = None
    return list(terms)


def _any_of(terms: list[str]) -> str:
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _either(expressions: Iterable[str]) -> str:
    parts = list(expressions)
    return parts[0] if len(parts) == 1 else " OR ".join(f"({part})" for part in parts)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
