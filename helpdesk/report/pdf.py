"""A report as PDF: planned page by page, then drawn; `invariant` gives the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from helpdesk.report.chart import PathMap
from helpdesk.report.content import Progress, ReportContent, Table
from helpdesk.report.fingerprint import fingerprint, shown
from helpdesk.report.layout.canvas import Description, new_canvas, pack_page
from helpdesk.report.layout.chart import drawing
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.grid import Grid
from helpdesk.report.layout.letters import fitted, wrapped
from helpdesk.report.layout.opening import Finding, Lines, Opening, SectionHead
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.strip import SideBySide, Strip
from helpdesk.report.layout.styles import LANDSCAPE, MM, NOTE, NOTE_LABEL, PORTRAIT, Paper
from helpdesk.report.layout.table import place_table
from helpdesk.report.notation import Notation
from helpdesk.words import _

OUTLINE_FROM_PAGES = 4
CHART_BESIDE_STRIP = 120.0


def write_pdf(
    content: ReportContent, stream: BinaryIO, *, progress: Progress | None = None, invariant: bool = False
) -> int:
    """Writes the report and tells how many pages it has; texts come in the language spoken now."""
    notation = Notation.of(content.frame)
    paper = LANDSCAPE if content.landscape else PORTRAIT
    done, total = 0, sum(len(table.rows) for table in content.tables)
    pages = _plan(content, notation, paper, pulse=partial(progress, 0, total) if progress else None).pages
    description = Description(
        title=content.title,
        company=content.frame.company,
        subject=notation.period(content.frame.first, content.frame.last),
        language=notation.language,
    )
    canvas = new_canvas(stream, paper, description, invariant=invariant)
    is_outlined = len(pages) >= OUTLINE_FROM_PAGES
    if is_outlined:
        canvas.showOutline()
    foot = _foot(content, notation)
    for number, parts in enumerate(pages, 1):
        pen = Pen(canvas, paper)
        _draw_edges(pen, content, notation, foot, (number, len(pages)))
        done += sum(part.draw(pen, top, is_outlined=is_outlined) for top, part in parts)
        pen.lift()
        canvas.showPage()
        pack_page(canvas)
        if progress:
            progress(done, total)
    canvas.save()
    return len(pages)


def _plan(content: ReportContent, notation: Notation, paper: Paper, *, pulse: Callable[[], None] | None) -> Flow:
    flow = Flow(paper)
    opening = Opening(content, notation, paper)
    flow.place(opening, opening.height)
    finding = Finding(content.finding, paper)
    flow.place(finding, finding.height)
    _place_figures(flow, content, notation)
    for table in content.tables:
        _place_table(flow, table, notation, pulse)
    _place_method(flow, content.method)
    return flow


def _place_figures(flow: Flow, content: ReportContent, notation: Notation) -> None:
    """The strip and the first chart beside each other on a wide page; further charts below, two abreast there."""
    paper, charts = flow.paper, list(content.charts)
    if not content.figures:
        strip = None
    elif content.landscape and charts:
        strip = Strip(content.figures, notation, paper, span=2)
        left, length = paper.columns(8, 4)
        height = max(strip.height - 12, CHART_BESIDE_STRIP)
        both = SideBySide(strip, drawing(charts.pop(0), notation, left, length, height=height))
        flow.place(both, both.height + 4)
    else:
        strip = Strip(content.figures, notation, paper, span=3)
        flow.place(strip, strip.height)
    across = 2 if content.landscape and not any(isinstance(chart, PathMap) for chart in charts) else 1
    for at in range(0, len(charts), across):
        places = [paper.columns(12 // across * place, 12 // across) for place in range(across)]
        drawings = [
            drawing(chart, notation, *place, height=content.chart_height * MM)
            for chart, place in zip(charts[at : at + across], places, strict=False)
        ]
        row = SideBySide(*drawings)
        flow.keep(row.height)
        flow.place(row, row.height + 12)


def _place_table(flow: Flow, table: Table, notation: Notation, pulse: Callable[[], None] | None) -> None:
    grid = Grid(table, notation, flow.paper.text_width)
    flow.keep(SectionHead.height + grid.head_height + 60)
    head = SectionHead(table.name, table.title, flow.paper)
    flow.place(head, head.height)
    if table.rows:
        place_table(flow, grid, pulse)
    else:
        nothing = Lines([_("Nothing to list for this period.")])
        flow.place(nothing, nothing.height)
    flow.skip(8)


def _place_method(flow: Flow, method: tuple[str, ...]) -> None:
    if not method:
        return
    lines = [line for sentence in method for line in wrapped(sentence, NOTE, flow.paper.text_width, 6)]
    flow.keep(SectionHead.height + NOTE.leading * len(lines))
    head = SectionHead("method", _("How it was counted"), flow.paper)
    flow.place(head, head.height)
    while lines:
        fitting = max(1, int(flow.room // NOTE.leading))
        part = Lines(lines[:fitting])
        flow.place(part, part.height)
        lines = lines[fitting:]
        if lines:
            flow.turn()


def _foot(content: ReportContent, notation: Notation) -> str:
    made = _("Data as of {instant}").format(instant=notation.instant(content.frame.data_as_of))
    mark = _("fingerprint {mark}").format(mark=shown(fingerprint(content)))
    return fitted(f"{content.title} · {made} · {mark}", NOTE_LABEL, 460)


def _draw_edges(pen: Pen, content: ReportContent, notation: Notation, foot: str, place: tuple[int, int]) -> None:
    """The running head from the second page on, and the foot of every page."""
    paper, (number, count) = pen.paper, place
    period = notation.period(content.frame.first, content.frame.last)
    if number > 1:
        running = fitted(f"{content.frame.company} · {content.title} · {period}", NOTE_LABEL, paper.text_width)
        pen.text(0, 8, running, NOTE_LABEL)
    pen.text(0, paper.text_height - 1, foot, NOTE_LABEL)
    page = _("page {number} of {count}").format(number=number, count=count)
    pen.text_right(paper.text_width, paper.text_height - 1, page, NOTE_LABEL)
