"""Making a report for the window, off its thread: what is offered, the content, its pages and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.report_scope import ReportScope
from helpdesk.service import company, report_reading, reporting, setting
from helpdesk.service.desk import Desk
from helpdesk.words import speaking
from ui.panes.report_filters import Chosen
from ui.pdf_view import PdfPages

FOLDER = "report.folder"


@dataclass(frozen=True)
class MadeReport:
    """A report as it stands: its content, its pages, its figures and tables in words, and what it was asked for."""

    content: Any
    pages: PdfPages
    tiles: tuple[report_reading.Tile, ...]
    sheets: tuple[report_reading.Sheet, ...]
    scope: ReportScope


@dataclass(frozen=True)
class Offers:
    """What the filters offer, and where files were saved last."""

    kinds: tuple[tuple[str, str, str], ...]
    states: tuple[Any, ...]
    operators: tuple[Any, ...]
    folder: str


def offers(desk: Desk, actor: OperatorId, language: str) -> Offers:
    """Reads what the pane offers."""
    with speaking(language):
        kinds = tuple(reporting.kinds())
    folder = setting.get(desk, actor, FOLDER, "")
    return Offers(kinds, company.states(desk), company.operators(desk), str(folder or ""))


def make_report(desk: Desk, actor: OperatorId, name: str, chosen: Chosen, *, progress: Any) -> MadeReport:
    """Makes a report and its pages; for a worker."""
    first, last = chosen.first, chosen.last
    scope = reporting.scope_of(desk, first, last, filters=chosen.filters)
    content = reporting.content(desk, actor, name, first, last, filters=chosen.filters, progress=progress)
    pages = PdfPages(reporting.pdf_bytes(desk, actor, content, progress=progress))
    return MadeReport(content, pages, report_reading.tiles(content), report_reading.sheets(content), scope)
