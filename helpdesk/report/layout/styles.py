"""Paper, sizes and weights of print (the house typography: A4, one family, a grid of four points, black on white)."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
GRID = 4.0

REGULAR = "SourceSansPro"
SEMIBOLD = "SourceSansProSemibold"
BOLD = "SourceSansProBold"

INK = 0.0
SOFT_INK = 0.32
HAIR = 0.6


@dataclass(frozen=True, slots=True)
class Style:
    """A font in a size, the distance between its lines, and how dark it is (0 is black)."""

    font: str
    size: float
    leading: float
    grey: float = INK


BODY = Style(REGULAR, 9, 12)
STRONG = Style(SEMIBOLD, 9, 12)
TITLE = Style(BOLD, 16, 20)
SECTION = Style(BOLD, 11, 16)
CELL = Style(REGULAR, 8, 10)
CELL_HEAD = Style(SEMIBOLD, 8, 10)
NOTE = Style(REGULAR, 7.5, 10)
NOTE_LABEL = Style(REGULAR, 7.5, 10, SOFT_INK)
FIGURE = Style(SEMIBOLD, 16, 20)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in points with its margins."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    def columns(self, first: int, count: int) -> tuple[float, float]:
        """Where `count` of the twelve columns begin and how wide they are together, with gutters of 4 mm."""
        gutter = 4 * MM
        one = (self.text_width - 11 * gutter) / 12
        return first * (one + gutter), count * one + (count - 1) * gutter


PORTRAIT = Paper(210 * MM, 297 * MM, 20 * MM, 12 * MM, 15 * MM, 15 * MM)
LANDSCAPE = Paper(297 * MM, 210 * MM, 20 * MM, 12 * MM, 15 * MM, 15 * MM)


def on_grid(length: float) -> float:
    """The length, lengthened to the next line of the grid."""
    return -(-round(length, 3) // GRID) * GRID
