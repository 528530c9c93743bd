"""How long the journal's PDF takes beside plain ReportLab tables that write the same cells, in one run."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter

from helpdesk.report.content import ReportContent
from helpdesk.report.journal import journal
from helpdesk.report.layout.grid import Grid, row_height
from helpdesk.report.layout.letters import register_fonts
from helpdesk.report.layout.styles import CELL, LANDSCAPE, REGULAR
from helpdesk.report.notation import Notation
from helpdesk.report.output import write
from tests.report.samples import a_frame, requests

ROWS = 10_000
ROUNDS = 3
CHUNK = 500


def cells_of(content: ReportContent) -> tuple[Grid, list[list[str]], list[float]]:
    """The very cells of the report's table, written and broken beforehand, and the heights of their rows."""
    notation = Notation.of(content.frame)
    table = content.tables[0]
    grid = Grid(table, notation, LANDSCAPE.text_width)
    cells, heights = [], []
    for row in table.rows:
        lines = grid.wrapped(row)
        written = [notation.written(column.kind, value) for column, value in zip(table.columns, row, strict=True)]
        cells.append(["\n".join(lines[at]) if at in lines else text for at, text in enumerate(written)])
        heights.append(row_height(lines))
    return grid, cells, heights


def write_plain_tables(grid: Grid, cells: list[list[str]], heights: list[float], stream: BytesIO) -> None:
    """The peer: ReportLab's own Table, 500 rows each, with fixed row heights and nothing but the cells."""
    from reportlab.platypus import SimpleDocTemplate, Table

    paper = LANDSCAPE
    document = SimpleDocTemplate(
        stream,
        pagesize=(paper.width, paper.height),
        leftMargin=paper.left - 6,
        rightMargin=paper.right - 6,
        topMargin=paper.top,
        bottomMargin=paper.bottom,
        initialFontName=REGULAR,
    )
    style = [
        ("FONT", (0, 0), (-1, -1), REGULAR, CELL.size, CELL.leading),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        *(("ALIGN", (at, 0), (at, -1), "RIGHT") for at, column in enumerate(grid.table.columns) if column.is_numeric),
    ]
    parts = []
    for start in range(0, len(cells), CHUNK):
        stop = start + CHUNK
        parts.append(Table(cells[start:stop], colWidths=grid.widths, rowHeights=heights[start:stop], style=style))
    document.build(parts)


def measure() -> list[tuple[str, float, float, float]]:
    """Name, seconds of ours, seconds of the peer, ratio; the best of three rounds each, taken in turns."""
    register_fonts()
    content = journal(requests(ROWS, "ru"), a_frame("ru"))
    grid, cells, heights = cells_of(content)
    ours, peer = [], []
    for _ in range(ROUNDS):
        started = perf_counter()
        write(content, "pdf", BytesIO())
        ours.append(perf_counter() - started)
        started = perf_counter()
        write_plain_tables(grid, cells, heights, BytesIO())
        peer.append(perf_counter() - started)
    return [(f"journal PDF of {ROWS:,} rows, s", min(ours), min(peer), min(ours) / min(peer))]


if __name__ == "__main__":
    print(measure())
