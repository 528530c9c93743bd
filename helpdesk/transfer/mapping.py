"""The mapping of a table's columns to fields: guessed, made by hand, kept in a file.

A file is {"heading or index": "field", …, "options": {…}}; one for a log may say beside them what its activities mean:
"activities": {"8": "in work", "6": "solved", "3": "Ask the vendor"} (a state, or else a better name).
Indexes count from 0; where no 0 stands and the greatest equals the number of columns they count from 1. A heading that
looks like an index is a heading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from helpdesk.errors import ColumnUnknown, FieldsUnmapped, FieldTwice, FieldUnknown, MappingBroken
from helpdesk.transfer.field import fields_of, kind_named
from helpdesk.transfer.form import TableOptions, table_options
from helpdesk.transfer.heading import folded, guess_field, guess_fields
from helpdesk.transfer.source import SourceTable, clean_heading, readable
from helpdesk.words import _

OPTIONS = "options"
ACTIVITIES = "activities"
_LEFT_OUT = ("", "-", "ignore", "skip")


@dataclass(frozen=True)
class FieldMapping:
    """Columns, by heading or index as written, to fields; no columns at all means that they are guessed.

    `activities` says of the activities of a foreign log which state each one brings, or what to call it.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    options: TableOptions = field(default_factory=TableOptions)
    activities: Mapping[str, str] = field(default_factory=dict)


def read_mapping(path: Path, kind: str) -> FieldMapping:
    """Reads a mapping file for a kind of import and checks it."""
    with readable(path):
        written = path.read_bytes()
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MappingBroken(str(path), _("It is not in UTF-8. Save it as UTF-8.")) from None
    return parse_mapping(text, kind, str(path))


def parse_mapping(text: str, kind: str, called: str = "mapping") -> FieldMapping:
    """Reads the text of a mapping; `called` stands for it in messages."""
    try:
        written = json.loads(text)
    except json.JSONDecodeError as error:
        reason = _("line {line}, sign {sign} is not JSON.").format(line=error.lineno, sign=error.colno)
        raise MappingBroken(called, reason) from None
    except RecursionError:
        raise MappingBroken(called, _("it is nested too deep.")) from None
    if not isinstance(written, dict):
        raise MappingBroken(called, _('write {"column": "field", …}.'))
    options = written.pop(OPTIONS, None) or {}
    if not isinstance(options, dict):
        raise MappingBroken(called, _('write "options": {"delimiter": ";", …}.'))
    activities = _activities(written, options, kind, called)
    return replace(_checked(written, table_options(options), kind), activities=activities)


def _activities(written: dict[str, object], options: dict[str, object], kind: str, called: str) -> dict[str, str]:
    """Takes the meanings of activities out of what was written, beside the columns or among the options."""
    holder = written if isinstance(written.get(ACTIVITIES), dict) else options
    found = holder.pop(ACTIVITIES, None) or {}
    if not isinstance(found, dict) or not all(isinstance(meant, str) and meant.strip() for meant in found.values()):
        raise MappingBroken(called, _('write "activities" as pairs: "activity": "state or name", …'))
    if found and kind != "events":
        raise MappingBroken(called, _("only events have activities."))
    return {activity.strip(): meant.strip() for activity, meant in found.items()}


def _checked(written: Mapping[str, object], options: TableOptions, kind: str) -> FieldMapping:
    columns = {
        column: _field(kind, name)
        for column, name in written.items()
        if name is not None and not (isinstance(name, str) and name.strip().lower() in _LEFT_OUT)
    }
    names = list(columns.values())
    if names.count("phone") == 2 and "phone2" not in names:
        columns[[column for column, name in columns.items() if name == "phone"][1]] = "phone2"
    if options.header is None and not all(map(_is_index, columns)):
        options = replace(options, header=True)
    return FieldMapping(columns, options)


def _field(kind: str, name: object) -> str:
    known = [field.name for field in fields_of(kind)]
    if isinstance(name, str):
        if name.strip() in known:
            return name.strip()
        guessed = guess_field(kind, name)
        if guessed:
            return guessed
    raise FieldUnknown(str(name), kind, ", ".join(known))


def mapping_file_text(mapping: FieldMapping) -> str:
    """The mapping as the text of a file that `read_mapping` reads back."""
    options = {name: value for name, value in asdict(mapping.options).items() if value is not None}
    parts = {OPTIONS: options, ACTIVITIES: dict(mapping.activities)}
    document = {**mapping.columns, **{name: part for name, part in parts.items() if part}}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def guess_mapping(kind: str, headings: Sequence[str], options: TableOptions | None = None) -> FieldMapping:
    """The mapping that the headings suggest; a heading that stands twice, or says nothing alone, goes by its index."""
    return mapping_of(guess_fields(kind, headings), headings, options)


def mapping_of(fields: Mapping[int, str], headings: Sequence[str], options: TableOptions | None = None) -> FieldMapping:
    """The mapping of columns, chosen by their index, as a file would hold it."""
    columns = {}
    for column, name in fields.items():
        heading = headings[column] if column < len(headings) else ""
        alone = heading not in ("", OPTIONS) and not _is_index(heading) and list(headings).count(heading) == 1
        columns[heading if alone else str(column)] = name
    return FieldMapping(columns, options or TableOptions())


def bind_columns(mapping: FieldMapping | None, table: SourceTable, kind: str) -> dict[int, str]:
    """Column index - field for this very table; raises where a column is missing or a needed field has none."""
    if mapping is None or not mapping.columns:
        fields = guess_fields(kind, table.headings)
    else:
        fields = {}
        base = _base(mapping.columns, table)
        for column, name in mapping.columns.items():
            fields[_index(column, table, base)] = name
        _refuse_twice(fields, table)
    for need in kind_named(kind).needs:
        if not any(name in need for name in fields.values()):
            raise FieldsUnmapped(str(table.file), kind, " / ".join(need), _columns(table))
    return fields


def _is_index(column: str) -> bool:
    return column.isdecimal() and len(column) < 6


def _base(columns: Mapping[str, str], table: SourceTable) -> int:
    indexes = [int(column) for column in columns if _is_index(column) and column not in table.headings]
    return 1 if indexes and 0 not in indexes and max(indexes) == table.width else 0


def _index(column: str, table: SourceTable, base: int) -> int:
    for alike in (str, clean_heading, str.casefold, folded):
        wanted = alike(column)
        found = next((place for place, heading in enumerate(table.headings) if alike(heading) == wanted), None)
        if found is not None and wanted:
            return found
    if _is_index(column) and 0 <= int(column) - base < table.width:
        return int(column) - base
    raise ColumnUnknown(column, _columns(table))


def _refuse_twice(fields: Mapping[int, str], table: SourceTable) -> None:
    for name in set(fields.values()):
        columns = [place for place, field in fields.items() if field == name]
        if len(columns) > 1:
            called = [table.headings[place] if table.headings else str(place) for place in columns]
            raise FieldTwice(name, ", ".join(called))


def _columns(table: SourceTable) -> str:
    if table.headings:
        return ", ".join(heading or str(place) for place, heading in enumerate(table.headings))
    return _("0 to {last}, without headings").format(last=table.width - 1)
