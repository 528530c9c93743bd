"""Numbers that people say: `station-sequence-check`, as `1-00457-2` (S32)."""

from __future__ import annotations

import re
import unicodedata

from helpdesk.lazily import dataclass

# H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004): the table that is weakly totally anti-symmetric.
_QUASIGROUP = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_PADDING = 5
_LONGEST = 40

_LEADING_SIGN = re.compile(r"^(?:№|#|no\.?|n[°.]?)\s*", re.IGNORECASE)
_GROUPS = re.compile(r"(\d{1,4})[- ]+(\d{1,9})[- ]+(\d)")
_RUN_TOGETHER = re.compile(r"(\d{1,4})(\d{5})(\d)")
_AS_PRINTED = re.compile(r"\d{1,3} ?- ?\d{5,9} ?- ?\d")

_SPOKEN = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "ru": ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
}


@dataclass(frozen=True, order=True)
class RecordNumber:
    """The number of a request, order, quote or invoice; `station` and `sequence` start at 1."""

    station: int
    sequence: int

    @property
    def check(self) -> int:
        """The Damm digit over the station's digits followed by the padded sequence."""
        return damm(f"{self.station}{self.sequence:0{_PADDING}}")

    @property
    def digits(self) -> str:
        """All digits without dashes, as the search by any part wants them."""
        return f"{self.station}{self.sequence:0{_PADDING}}{self.check}"

    def __str__(self) -> str:
        return f"{self.station}-{self.sequence:0{_PADDING}}-{self.check}"


def damm(digits: str) -> int:
    """The check digit of a run of ASCII digits; 0 for a run that ends with its own check digit."""
    interim = 0
    for digit in digits:
        interim = _QUASIGROUP[interim][int(digit)]
    return interim


def parse(text: str) -> RecordNumber | None:
    """The number in `text` with any dashes, spaces or none; None if it has no such shape or its check digit is wrong.

    Run together, the sequence is taken as five digits: `1004572` is `1-00457-2`.
    """
    plain = _plain(text)
    match = _GROUPS.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
    if match is None:
        return None
    station, sequence, check = match.groups()
    # A longer sequence never begins with 0: one that does hides a wrong or a swapped digit behind a shorter number.
    if len(sequence) > _PADDING and sequence.startswith("0"):
        return None
    if damm(f"{station}{sequence:0>{_PADDING}}{check}") or not int(station) or not int(sequence):
        return None
    return RecordNumber(int(station), int(sequence))


def is_mistyped(text: str) -> bool:
    """Whether `text` is written as our numbers are printed, dashes and five digits or more, and fits no number.

    Numbers of other programs (`10248`), phone tails (`23-45-6`) and dates have another shape and are never called
    mistyped; an imported number of this very shape is looked up by its text before this is asked.
    """
    return _AS_PRINTED.fullmatch(_plain(text)) is not None and parse(text) is None


def spoken(number: RecordNumber, language: str) -> str:
    """The digits as they are read aloud, a dash for a breath: `one – zero zero – four five seven – two`."""
    names = _SPOKEN.get(language, _SPOKEN["en"])
    sequence = f"{number.sequence:0{_PADDING}}"
    groups = (str(number.station), sequence[:-3], sequence[-3:], str(number.check))
    return " – ".join(" ".join(names[int(digit)] for digit in group) for group in groups)


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    signs = _LEADING_SIGN.sub("", text.strip())
    return re.sub(r" +", " ", "".join(map(_plain_sign, signs))).strip()


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Pd" or sign == "−":
        return "-"
    if category in ("Cf", "Cc"):
        return " " if sign == "\t" else ""
    return " " if category == "Zs" else sign
