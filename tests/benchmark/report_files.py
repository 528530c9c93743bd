"""A report's table of many rows as PDF and XLSX beside the bare libraries that write the same cells, in one run.

`python -m tests.benchmark.report_files [ROWS]`; each way runs in a process of its own, which tells its peak of memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from tempfile import TemporaryFile
from time import process_time

from helpdesk.report.content import ReportContent
from helpdesk.report.journal import journal
from helpdesk.report.layout.canvas import Description, new_canvas
from helpdesk.report.layout.grid import Grid, row_height
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.styles import CELL, LANDSCAPE, REGULAR
from helpdesk.report.notation import Notation
from helpdesk.report.output import write
from tests.benchmark.figure import Figure
from tests.report.samples import a_frame, requests

ROWS = 100_000
ROUNDS = 3
WAYS = ("pdf", "bare_pdf", "xlsx", "bare_xlsx")


def a_content(rows: int) -> ReportContent:
    """The journal of so many requests, without its day heads: a table and nothing but a table."""
    return journal(requests(rows, "ru"), a_frame("ru"))


Place = tuple[float, float, str, bool]


def placed(content: ReportContent) -> list[list[Place]]:
    """Every cell of the table as it is printed, page by page: where it stands, what it says, whether from the right."""
    notation, table, paper = Notation.of(content.frame), content.tables[0], LANDSCAPE
    grid = Grid(table, notation, paper.text_width)
    pages: list[list[Place]] = [[]]
    y = paper.height - paper.top
    for row in table.rows:
        lines = grid.wrapped(row)
        height = row_height(lines)
        if y - height < paper.bottom:
            pages.append([])
            y = paper.height - paper.top
        for at, column in enumerate(table.columns):
            texts = lines.get(at) or [notation.written(column.kind, row[at], column.decimals)]
            x = paper.left + grid.lefts[at] + (grid.widths[at] if column.is_numeric else 0.0)
            for below, text in enumerate(texts):
                told = text if column.is_numeric else fitted(text, CELL, grid.widths[at])
                pages[-1].append((x, y - 9 - 10 * below, told, column.is_numeric))
        y -= height
    return pages


def bare_pdf(pages: list[list[Place]]) -> None:
    """The same cells at the same places with drawString and nothing else; where they stand is known beforehand."""
    with TemporaryFile() as stream:
        canvas = new_canvas(stream, LANDSCAPE, Description(title="", company="", subject="", language="ru"))
        for page in pages:
            canvas.setFont(REGULAR, CELL.size)
            for x, y, text, is_right in page:
                if is_right:
                    canvas.drawRightString(x, y, text)
                else:
                    canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()


def bare_xlsx(content: ReportContent) -> None:
    """The same typed cells through XlsxWriter in constant memory."""
    from datetime import datetime, timedelta

    from xlsxwriter import Workbook

    notation, table = Notation.of(content.frame), content.tables[0]
    with TemporaryFile() as stream:
        book = Workbook(stream, {"constant_memory": True})
        sheet = book.add_worksheet()
        moment, length = book.add_format({"num_format": "yyyy-mm-dd hh:mm"}), book.add_format({"num_format": "[h]:mm"})
        for line, row in enumerate(table.rows):
            for at, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(line, at, value)
                elif isinstance(value, datetime):
                    sheet.write_datetime(line, at, notation.local(value).replace(tzinfo=None), moment)
                elif isinstance(value, timedelta):
                    sheet.write_number(line, at, value / timedelta(days=1), length)
                elif value is not None:
                    sheet.write_number(line, at, value)
        book.close()


def run(way: str, rows: int) -> None:
    """Does one way and prints its processor seconds and its peak in megabytes."""
    content = a_content(rows)
    width("", CELL)
    pages = placed(content) if way == "bare_pdf" else []
    started = process_time()
    if way == "bare_pdf":
        bare_pdf(pages)
    elif way == "bare_xlsx":
        bare_xlsx(content)
    else:
        with TemporaryFile() as stream:
            write(content, way, stream)  # type: ignore[arg-type]
    seconds = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


def measure(rows: int = ROWS, rounds: int = ROUNDS) -> list[Figure]:
    """Ours beside the bare library, the best of some rounds taken in turns."""
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for _round in range(rounds):
        for way in WAYS:
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmark.report_files", str(rows), way],
                check=True,
                capture_output=True,
                text=True,
            )
            found[way].append(json.loads(done.stdout))
    figures = []
    for way in ("pdf", "xlsx"):
        ours, bare = (min(one["seconds"] for one in found[name]) for name in (way, f"bare_{way}"))
        peak = max(one["peak"] for one in found[way])
        name = f"{way.upper()} table of {rows:,} rows"
        beside = f"bare library {bare:.1f} s: {ours / bare:.2f} x; peak {peak:.0f} MB"
        holds = ours <= 1.3 * bare and (way == "xlsx" or peak <= 200)
        figures.append(Figure(name, f"{ours:.1f} s", beside, "<= 1.3 x, <= 200 MB", holds))
    return figures


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    if len(sys.argv) > 2:
        run(sys.argv[2], wanted)
    else:
        for figure in measure(wanted):
            print(figure)
