"""Which encoding the bytes of a text table are in: marks first, then validity, then the habits of languages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from helpdesk.transfer.heading import is_known_heading

CHUNK = 1 << 20
SAMPLE = 1 << 16
UNREADABLE = "\udcff"
ERRORS = "helpdesk.unreadable"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_RUSSIAN_PAGES = ("windows-1251", "koi8-r", "cp866")
_LINE_END = re.compile(rb"[\r\n]")
_BETWEEN_CELLS = re.compile(r"[,;\t|]")
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13})
_HIGH_PAIR = re.compile(rb"[\x80-\xff](?=[\x80-\xff])")
_HIGH_BESIDE_LATIN = re.compile(rb"[A-Za-z](?=[\x80-\xff])|[\x80-\xff](?=[A-Za-z])")
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпуяОЕАИНТСРВЛКМДПУЯ")
_CAPITAL_INSIDE = re.compile("[а-яё](?=[А-ЯЁ])")
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-¿×÷](?=[^\W\d_])|[¡-©«-´¶-¿](?=[a-z])")


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNREADABLE, error.end


codecs.register_error(ERRORS, _mark)


class NotText(Exception):
    """The bytes are no text at all."""


@dataclass(frozen=True)
class TextScan:
    """What one pass over a file tells: encoding, about how many lines, whether rows may hold rubbish."""

    encoding: str
    lines: int
    is_suspect: bool


@dataclass
class _Pass:
    head: bytes = b""
    around: bytes = b""
    newlines: int = 0
    returns: int = 0
    has_nul: bool = False
    is_valid: bool = True


def scan_text(file: Path, encoding: str | None = None) -> TextScan:
    """Reads the file once, in constant memory, and tells its encoding; a given one is kept, but for a mark.

    Raises `NotText` for what is no text, `OSError` as it comes.
    """
    seen = _read_through(file, encoding)
    marked = _marked(seen.head)
    if encoding is not None:
        name = _under_mark(encoding, marked)
    elif marked:
        name = marked
    else:
        name = _wide(seen.head) or _guessed(seen)
    is_sound = _is_utf8(name) and seen.is_valid and not seen.has_nul
    return TextScan(name, max(seen.newlines, seen.returns), not is_sound)


def _read_through(file: Path, encoding: str | None) -> _Pass:
    seen = _Pass()
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            if not seen.head:
                seen.head = chunk[:SAMPLE]
                if encoding is None and not _marked(chunk) and not _wide(seen.head) and _is_binary(seen.head):
                    raise NotText
            seen.newlines += chunk.count(b"\n")
            seen.returns += chunk.count(b"\r")
            seen.has_nul = seen.has_nul or b"\0" in chunk
            if seen.is_valid:
                _check(decoder, chunk, seen)
    if seen.is_valid:
        _check(decoder, b"", seen, final=True)
    return seen


def _check(decoder: codecs.IncrementalDecoder, chunk: bytes, seen: _Pass, *, final: bool = False) -> None:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError as error:
        seen.is_valid = False
        whole = bytes(error.object)
        seen.around = whole[max(0, error.start - SAMPLE // 4) : error.start + SAMPLE]


def _marked(head: bytes) -> str | None:
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def _is_utf8(name: str) -> bool:
    return codecs.lookup(name).name in ("utf-8", "utf-8-sig")


def _under_mark(encoding: str, marked: str | None) -> str:
    """The given encoding, unless a mark says its family more exactly, or UTF-8 (no table begins with “п»ї”)."""
    if marked == "utf-8-sig":
        return marked
    family = codecs.lookup(encoding).name[:6]
    return marked if marked and marked.startswith(family) else encoding


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: one byte of nearly every pair is a small number, the other is not."""
    pairs = len(head) // 2
    if pairs < 2 or b"\0" not in head:
        return None
    first = sum(byte <= 8 for byte in head[0 : pairs * 2 : 2]) / pairs
    second = sum(byte <= 8 for byte in head[1 : pairs * 2 : 2]) / pairs
    if second >= 0.7 and first <= 0.3:
        return "utf-16-le"
    return "utf-16-be" if first >= 0.7 and second <= 0.3 else None


def _is_binary(head: bytes) -> bool:
    share = 1 - len(head.translate(None, _CONTROLS)) / len(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return share > 0.02 and b"\0" in head
    return share > 0.3


def _guessed(seen: _Pass) -> str:
    if seen.is_valid:
        return "utf-8"
    sample = seen.around or seen.head
    if _mostly_utf8(sample):
        return "utf-8"
    return _headed(seen.head) or guess_code_page(sample)


def _headed(head: bytes) -> str | None:
    """The Russian code page in which the first line holds known headings, as no other one makes of the same bytes."""
    first = _LINE_END.split(head, maxsplit=1)[0]
    for page in _RUSSIAN_PAGES:
        cells = (cell.strip(' "') for cell in _BETWEEN_CELLS.split(first.decode(page, "replace")))
        if any(not cell.isascii() and is_known_heading(cell) for cell in cells):
            return page
    return None


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", ERRORS)
    broken = text.count(UNREADABLE)
    return sum(sign >= "\x80" for sign in text) - broken > 4 * broken


def guess_code_page(sample: bytes) -> str:
    """The code page of bytes that are no UTF: Russian habits first, windows-1251 before its rivals."""
    if len(_HIGH_PAIR.findall(sample)) >= len(_HIGH_BESIDE_LATIN.findall(sample)):
        scores = {page: _russian(sample, page) for page in _RUSSIAN_PAGES}
        best = max(scores, key=lambda page: scores[page] + (0.1 if page == "windows-1251" else 0))
        if scores[best] >= 0.45:
            return best
        if sum(byte >= 0x80 for byte in sample) < 24:
            return "windows-1251"
    elif not _SYMBOL_IN_WORD.search(sample.decode("cp1252", "ignore")):
        return "windows-1252"
    return _foreign(sample)


def _russian(sample: bytes, page: str) -> float:
    text = sample.decode(page, "replace")
    high = sum(byte >= 0x80 for byte in sample)
    common = sum(sign in _COMMON_RUSSIAN for sign in text)
    return (common - 2 * len(_CAPITAL_INSIDE.findall(text))) / max(1, high)


def _foreign(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "windows-1252"
