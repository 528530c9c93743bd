"""A report as the window shows it beside its pages: figures as tiles and tables as sheets, each leading to its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.words import _, speaking

if TYPE_CHECKING:
    from helpdesk.report.content import ReportContent, Table
    from helpdesk.report.notation import Notation


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure in words; `name` opens its rows where `opens`."""

    name: str
    title: str
    value: str
    base: str
    change: str
    target: str
    opens: bool


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet: its head with the unit, its share of the width, and whether numbers stand in it."""

    title: str
    weight: float
    is_numeric: bool


class Sheet:
    """A table of a report whose cells become words as they are looked at; safe to read on any thread."""

    def __init__(self, table: Table, notation: Notation) -> None:
        self.name = table.name
        self.title = table.title
        self.columns = tuple(_column(column, notation) for column in table.columns)
        self._table = table
        self._notation = notation

    @property
    def row_count(self) -> int:
        """How many rows it has, the total not counted."""
        return len(self._table.rows)

    def cell(self, row: int, column: int) -> str:
        """One cell as it stands in print."""
        told = self._table.columns[column]
        # A time alone needs its day where no group head stands over it.
        kind = "instant" if told.kind == "time" else told.kind
        return self._notation.written(kind, self._table.rows[row][column], told.decimals)

    def drill(self, row: int) -> str:
        """The name under which `report_rows.drill_named` finds the records behind a row, or "" for none."""
        drills = self._table.drills
        return f"{self.name}:{row + 1}" if row < len(drills) and drills[row] is not None else ""


def _column(column: object, notation: Notation) -> SheetColumn:
    from helpdesk.report.content import Column

    assert isinstance(column, Column)
    title = f"{column.title}, {notation.currency}" if column.kind == "money" else column.title
    return SheetColumn(title, column.weight, column.is_numeric)


def tiles(content: ReportContent) -> tuple[Tile, ...]:
    """The figures of a report in the language of its frame."""
    from helpdesk.report.figure import base_text, value_text
    from helpdesk.report.notation import Notation

    notation = Notation.of(content.frame)
    with speaking(content.frame.language):
        return tuple(
            Tile(
                figure.name,
                figure.title,
                value_text(figure, notation),
                " · ".join(part for part in (base_text(figure, notation), figure.detail) if part),
                figure.change,
                _("target {target}").format(target=figure.target) if figure.target else "",
                figure.drill is not None,
            )
            for figure in content.figures
        )


def sheets(content: ReportContent) -> tuple[Sheet, ...]:
    """The tables of a report."""
    from helpdesk.report.notation import Notation

    notation = Notation.of(content.frame)
    return tuple(Sheet(table, notation) for table in content.tables)
