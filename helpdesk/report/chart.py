"""What a chart shows, in the manner of IBCS: frozen values that `layout` draws for black-and-white print.

Time runs across in columns and lines, categories are sorted bars; the base is zero; labels stand on the marks; the
period before is light, a target is a broken rule. `title` says what is shown, `finding` what stands out, if anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Amount = int | Decimal
ValueKind = Literal["number", "percent", "duration"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One mark: a span of time or a category, its figure, and that of the period before."""

    label: str
    value: Amount
    before: Amount | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A line over the columns; None where nothing is known."""

    title: str
    values: tuple[Amount | None, ...]
    kind: ValueKind = "number"


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns over time, beside each other where a bar has a `before`; a line in its own scale above them."""

    title: str
    finding: str
    bars: tuple[Bar, ...]
    kind: ValueKind = "number"
    line: Series | None = None
    before_title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line over time with the target as a broken rule; values of kind "percent" are shares of one."""

    title: str
    finding: str
    labels: tuple[str, ...]
    values: tuple[Amount | None, ...]
    kind: ValueKind = "number"
    target: Amount | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Categories as level bars, in the order given, which is by size unless the categories have their own."""

    title: str
    finding: str
    bars: tuple[Bar, ...]
    kind: ValueKind = "number"


@dataclass(frozen=True, slots=True)
class StackedRow:
    """One bar made of parts."""

    label: str
    values: tuple[Amount, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stacked:
    """Level bars of parts, dark to light in the order of `parts`; `is_share` makes every bar as long as 100 %."""

    title: str
    finding: str
    parts: tuple[str, ...]
    rows: tuple[StackedRow, ...]
    is_share: bool = False
    kind: ValueKind = "number"


@dataclass(frozen=True, slots=True)
class Dot:
    """One place of a dot plot, with its interval where one is known; a hollow dot rests on few cases."""

    label: str
    value: Amount | None
    low: Amount | None = None
    high: Amount | None = None
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot plot; `middle` is drawn as a rule through all rows."""

    title: str
    finding: str
    dots: tuple[Dot, ...]
    kind: ValueKind = "number"
    middle: Amount | None = None


@dataclass(frozen=True, slots=True)
class Heat:
    """A table of counts, the darker the more."""

    title: str
    finding: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small charts."""

    title: str
    values: tuple[Amount | None, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """Small columns on one scale, the same spans of time in each."""

    title: str
    finding: str
    labels: tuple[str, ...]
    panels: tuple[Panel, ...]
    kind: ValueKind = "number"


@dataclass(frozen=True, slots=True)
class MapNode:
    """A stage of a process map: how often it was entered, and the middle time in it in seconds."""

    code: str
    label: str
    count: int
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class MapWay:
    """A step from stage to stage, from "" where cases begin: how often it was gone, and the middle time before it."""

    source: str
    target: str
    count: int
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class PathMap:
    """Real paths: stages in layers from left to right; every way leads to and from a stage that is shown."""

    title: str
    finding: str
    nodes: tuple[MapNode, ...]
    ways: tuple[MapWay, ...]


Chart = Columns | Line | Bars | Stacked | Dots | Heat | Multiples | PathMap
