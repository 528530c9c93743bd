"""Rows of a table as typed values with the key under which a repeated import finds them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from zoneinfo import ZoneInfo

from helpdesk.domain.defuse import restore
from helpdesk.transfer.delimited import Flaw
from helpdesk.transfer.field import Field, FieldType, ImportKind, kind_named
from helpdesk.transfer.mapping import FieldMapping, bind_columns
from helpdesk.transfer.recognition import NULLS
from helpdesk.transfer.source import SourceTable
from helpdesk.transfer.value import Convert, Reading, Refused, Value
from helpdesk.words import N_, _

_SHOWN = 60
_NAME_PARTS = ("last_name", "first_name", "middle_name")
_FLAWS: Mapping[Flaw, str] = MappingProxyType(
    {
        Flaw.UNCLOSED_QUOTE: N_("A quotation mark is opened in this line and closed nowhere."),
        Flaw.UNREADABLE_SIGNS: N_("The row holds bytes that are no signs in the encoding of the file."),
        Flaw.NUL: N_("The row holds a NUL sign, which no text can keep."),
    }
)


@dataclass(frozen=True, slots=True)
class RowWarning:
    """Something in a row that is worth a look and no reason to leave the row out."""

    line: int
    field: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row ready to be stored: `values` holds only fields that are filled; `key` is the same in every run."""

    line: int
    key: str
    values: dict[str, Value]
    warnings: tuple[RowWarning, ...]
    raw: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out, with the reason in words of the language spoken now."""

    line: int
    raw: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    field: Field
    convert: Convert | None


def read_rows(
    table: SourceTable,
    kind: str,
    mapping: FieldMapping | None = None,
    *,
    time_zone: ZoneInfo,
    minor_digits: int = 2,
) -> Iterator[ImportRow | BadRow]:
    """Streams the rows of a table; blank rows are passed over.

    A mapping that does not fit raises its `UserError` here, before the first row is asked for. Times without a zone are
    those of `time_zone`; money has `minor_digits` decimals. The table should have been opened with `mapping.options`.
    """
    reading = Reading(table.form, time_zone, minor_digits)
    fields = {field.name: field for field in kind_named(kind).fields}
    columns = [
        _Column(index, fields[name], reading.convert(fields[name].type))
        for index, name in sorted(bind_columns(mapping, table, kind).items())
    ]
    return _Reader(table, kind_named(kind), columns).rows()


def phone_warning(line: int, field: str, value: str) -> RowWarning:
    """The warning for a phone that nobody could dial; the one who knows numbering plans adds it to the row's own."""
    sentence = _("Line {line}: “{value}” is not a phone number; it is kept as it was typed.")
    return RowWarning(line, field, value, sentence.format(line=line, value=_short(value)))


class _Reader:
    def __init__(self, table: SourceTable, kind: ImportKind, columns: Sequence[_Column]) -> None:
        self._table = table
        self._kind = kind
        self._columns = columns
        self._needed_width = max(column.index for column in columns) + 1
        self._titles = {field.name: field.title for field in kind.fields}
        self._has_parts = any(column.field.name in _NAME_PARTS for column in columns)
        self._seen: Counter[bytes | tuple[Value, ...]] = Counter()

    def rows(self) -> Iterator[ImportRow | BadRow]:
        is_text = not self._table.form.is_workbook
        for line, written, flaw in self._table.rows():
            cells = written
            if is_text and "'" in "".join([cell[:1] for cell in written]):
                cells = [restore(cell) for cell in written]
            if flaw:
                yield BadRow(line, tuple(cells), _(_FLAWS[flaw]))
            elif any(map(str.strip, cells)):
                yield self._row(line, cells)

    def _row(self, line: int, cells: list[str]) -> ImportRow | BadRow:
        raw = tuple(cells)
        reason = self._misshapen(cells)
        if reason:
            return BadRow(line, raw, reason)
        values: dict[str, Value] = {}
        warnings: tuple[RowWarning, ...] = ()
        for column in self._columns:
            text = cells[column.index]
            if not text or (text in NULLS and (column.convert or self._table.form.has_nulls)):
                continue
            try:
                value: Value = column.convert(text) if column.convert else text
            except Refused as refused:
                return BadRow(line, raw, self._reason(refused.sentence, column.field.name, text))
            if value is None:
                continue
            values[column.field.name] = value
            if column.field.type is FieldType.MAIL and "@" not in text:
                warnings += (self._mail_warning(line, column.field.name, text),)
        if self._has_parts:
            _join_name(values)
        missing = self._missing(values)
        if missing:
            return BadRow(line, raw, missing)
        return ImportRow(line, self._key(raw, values), values, warnings, raw)

    def _misshapen(self, cells: Sequence[str]) -> str | None:
        width = self._table.width
        if len(cells) > width and any(cells[width:]):
            return _("The row has {found} cells, the table {width}.").format(found=len(cells), width=width)
        if len(cells) < self._needed_width:
            return _("The row has only {found} cells of {width}.").format(found=len(cells), width=width)
        return None

    def _missing(self, values: Mapping[str, Value]) -> str | None:
        for need in self._kind.needs:
            if not any(name in values for name in need):
                return _("“{field}” is empty.").format(field=_(self._titles[need[0]]))
        return None

    def _reason(self, sentence: str, field: str, text: str) -> str:
        return _(sentence).format(field=_(self._titles[field]), value=_short(text))

    def _mail_warning(self, line: int, field: str, text: str) -> RowWarning:
        sentence = _("Line {line}: “{value}” is not a mail address; it is kept as it was typed.")
        return RowWarning(line, field, text, sentence.format(line=line, value=_short(text)))

    def _key(self, raw: tuple[str, ...], values: Mapping[str, Value]) -> str:
        for place, name in enumerate(self._kind.keys):
            if name in values:
                # An article "10" of one file is not the product that another file numbers 10.
                return f"{name}:{values[name]}" if place else str(values[name])
        if self._kind.told_by:
            told = (values.get("order"), values.get("product") or values.get("title"))
            self._seen[told] += 1
            return "\t".join((*map(str, told), str(self._seen[told])))
        digest = blake2b("\x1f".join(raw).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        self._seen[digest] += 1
        return f"row:{digest.hex()}:{self._seen[digest]}"


def _join_name(values: dict[str, Value]) -> None:
    """One name out of its parts, surname first where it is written in Cyrillic."""
    last, first, middle = (values.pop(part, None) for part in _NAME_PARTS)
    if "name" in values:
        return
    is_cyrillic = any("а" <= sign <= "я" for sign in str(last or first or middle or "").lower())
    parts = (last, first, middle) if is_cyrillic else (first, middle, last)
    name = " ".join(str(part).strip() for part in parts if part)
    if name:
        values["name"] = name


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
