"""Other spellings of what was typed: the wrong keyboard layout, Latin letters for Russian ones and back."""

from __future__ import annotations

import re

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_TO_RUSSIAN_KEYS = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)
_TO_LATIN_KEYS = str.maketrans(_RUSSIAN_KEYS + '"', _LATIN_KEYS + "@")

_LATIN = re.compile(r"[A-Za-z]")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")
_IN_LATIN_KEYS = re.compile(r"[\x20-\x7e]+")
_IN_RUSSIAN_KEYS = re.compile(r"[А-Яа-яЁё\d\s\"№.,;:?!/()_+=-]+")
_SPLIT_BY_A_LETTER = re.compile(r"[\[\]{};'`~<>]|(?<![A-Za-z0-9])\.|\.(?![A-Za-z0-9])|,\S|:")
_WORD = re.compile(r"[^\W\d_]+")
_IMPLAUSIBLE = re.compile(r"[ъыь].*|[^aeiouаеиоуыэюя]{4,}|.*[bcdfghjklmnpqrstvwxz]{5}.*|.*[бвгджзйклмнпрстфхцчшщ]{5}.*")

_PAIRS = (
    *(("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш")),
    *(("iya", "ия"), ("iia", "ия"), ("yu", "ю"), ("ya", "я"), ("yo", "е"), ("ye", "е"), ("iy", "ий"), ("yy", "ый")),
    *(("ii", "ий"), ("ey", "ей"), ("ay", "ай"), ("oy", "ой"), ("uy", "уй"), ("ph", "ф"), ("ck", "к"), ("dj", "дж")),
    *(("ia", "ия"), ("iu", "ию"), ("x", "кс"), ("w", "в"), ("q", "к"), ("c", "к"), ("h", "х")),
    *zip("abvgdezijklmnoprstufy", "абвгдезийклмнопрстуфы", strict=True),
)
_TO_CYRILLIC = dict(reversed(_PAIRS))
_LATIN_PIECE = re.compile("|".join(latin for latin, _cyrillic in _PAIRS))
_AT_START = {"ia": "я", "iu": "ю", "j": "дж"}
_AT_END = (("ei", "ей"), ("ai", "ай"), ("oi", "ой"), ("ander", "андр"))
_SOFT = re.compile(r"(?<=л)(?=[бвгджзкмнпрстфхцчшщ])|(?<=[бвдзлмнпрст])(?=[юя]|ев)")

_BY_SOUND = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)) | {
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
}
_BY_PASSPORT = _BY_SOUND | {"й": "i", "ю": "iu", "я": "ia", "ъ": "ie"}
_SOUND_SIGNS = str.maketrans(_BY_SOUND)
_PASSPORT_SIGNS = str.maketrans(_BY_PASSPORT)


def other_layout(typed: str) -> str | None:
    """What the same keys give in the other layout (`bdfyjd` is Иванов), None where that is no plausible text."""
    is_latin, is_russian = bool(_LATIN.search(typed)), bool(_RUSSIAN.search(typed))
    if is_latin and not is_russian and _IN_LATIN_KEYS.fullmatch(typed):
        other = typed.translate(_TO_RUSSIAN_KEYS)
    elif is_russian and not is_latin and _IN_RUSSIAN_KEYS.fullmatch(typed):
        other = typed.translate(_TO_LATIN_KEYS)
        if _SPLIT_BY_A_LETTER.search(other):
            return None
    else:
        return None
    return other if is_plausible(other) else None


def is_plausible(text: str) -> bool:
    """Whether every word could be said: a vowel among four letters, no five consonants in a row."""
    words = _WORD.findall(text.casefold())
    return bool(words) and not any(_IMPLAUSIBLE.fullmatch(word) for word in words)


def in_cyrillic(word: str) -> tuple[str, ...]:
    """Russian spellings of a folded Latin word, likeliest first: shchegoleva - щеголева, olga - олга, ольга."""
    ending = ""
    for latin, cyrillic in _AT_END:
        if word.endswith(latin) and len(word) > len(latin):
            word, ending = word.removesuffix(latin), cyrillic
            break
    start = next((latin for latin in _AT_START if word.startswith(latin)), "")
    plain = _AT_START.get(start, "") + _LATIN_PIECE.sub(lambda found: _TO_CYRILLIC[found[0]], word[len(start) :])
    if word.endswith("y") and plain.endswith("ы"):
        plain = plain[:-1] + "и"
    plain += ending
    soft = _SOFT.sub("ь", plain).replace("тиян", "тьян")
    open_start = "э" + plain[1:] if plain.startswith("е") and word.startswith("e") else plain
    return tuple(dict.fromkeys((plain, soft, open_start)))


def in_latin(word: str) -> tuple[str, ...]:
    """Latin spellings of a folded Russian word, likeliest first: by sound, as in passports, as in English books."""
    by_sound = word.translate(_SOUND_SIGNS)
    in_books = re.sub(r"(?<=[^aeiou])(?:iy|yy)$", "y", by_sound.replace("ks", "x"))
    return tuple(dict.fromkeys((by_sound, word.translate(_PASSPORT_SIGNS), in_books)))
