"""Reports of a workplace: what each answers, its content, its pages and files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from helpdesk.domain.audit import AuditAct
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.period import Period
from helpdesk.domain.permission import Action
from helpdesk.domain.report_scope import ReportFilter, ReportScope
from helpdesk.errors import PeriodReversed, ReportUnknown
from helpdesk.service import audit
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.slip import render_slip, slip_pdf

if TYPE_CHECKING:
    from helpdesk.report.content import Progress, ReportContent
    from helpdesk.report.output import Format
    from helpdesk.service.report_registry import Report

__all__ = ["ReportFilter", "content", "kinds", "pdf_bytes", "render", "render_slip", "report_named", "slip_pdf"]


def kinds() -> tuple[tuple[str, str, str], ...]:
    """Name, title and question of every report, in the language spoken now."""
    from helpdesk.service.report_registry import REPORTS

    return tuple((report.name, report.title, report.question) for report in REPORTS)


def report_named(name: str) -> Report:
    """The report of a name. Raises ReportUnknown."""
    from helpdesk.service.report_registry import REPORTS

    known = {report.name: report for report in REPORTS}
    if name not in known:
        raise ReportUnknown(name, ", ".join(known))
    return known[name]


def content(  # noqa: PLR0913  the signature that window and command line are written against
    desk: Desk,
    actor: OperatorId,
    name: str,
    first: date,
    last: date,
    *,
    filters: ReportFilter = ReportFilter(),
    as_of: datetime | None = None,
    progress: Progress | None = None,
) -> ReportContent:
    """A report on the days from `first` to `last`, both inside, in the company's time zone and the language spoken now.

    `as_of` is the data cut-off, now where none is given. What `progress` raises goes through. Raises PeriodReversed,
    ReportUnknown.
    """
    from helpdesk.service.report_frame import frame_of

    ask(desk, actor, Action.REPORT)
    report = report_named(name)
    if name == "person" and filters.owner is None:
        filters = replace(filters, owner=actor or None)
    scope = scope_of(desk, first, last, filters=filters, as_of=as_of)
    with desk.reading() as database:
        if progress is None:
            facts: Any = report.facts(database, scope)
        else:
            from helpdesk.storage.database import interruptible

            progress(0, None)
            with interruptible(database, partial(progress, 0, None)):
                facts = report.facts(database, scope)
    return report.build(facts, frame_of(desk, actor, scope))


def scope_of(
    desk: Desk, first: date, last: date, *, filters: ReportFilter = ReportFilter(), as_of: datetime | None = None
) -> ReportScope:
    """What a report is asked for, by the rules of the desk. Raises PeriodReversed."""
    if last < first:
        raise PeriodReversed(first.isoformat(), last.isoformat())
    return ReportScope(
        period=Period(first, last),
        zone=ZoneInfo(desk.company.time_zone),
        as_of=as_of or desk.clock.now(),
        filters=filters,
        hours=desk.hours,
        policy=desk.policy,
        states=desk.states,
        currency=desk.company.currency,
        is_cut=as_of is not None,
    )


def render(
    desk: Desk,
    actor: OperatorId,
    content: ReportContent,
    format: Format,
    folder: Path,
    *,
    progress: Progress | None = None,
) -> Path:
    """Writes a report into a folder and tells the file. Raises FileUnwritable, DiskFull."""
    from helpdesk.report import output

    ask(desk, actor, Action.REPORT)
    file = output.render(content, format, folder, progress=progress)
    note_export(desk, actor, content, format)
    return file


def note_export(desk: Desk, actor: OperatorId, content: ReportContent, form: str) -> None:
    """Notes that a report left the workplace, with how many rows (S13)."""
    rows = sum(len(table.rows) for table in content.tables)
    what = f"{content.name} {content.frame.first}..{content.frame.last} {form}"
    audit.note(desk, actor, AuditAct.EXPORTED, what, rows=rows)


def pdf_bytes(desk: Desk, actor: OperatorId, content: ReportContent, *, progress: Progress | None = None) -> bytes:
    """The pages that would be printed."""
    from io import BytesIO

    from helpdesk.report import output

    ask(desk, actor, Action.REPORT)
    stream = BytesIO()
    output.write(content, "pdf", stream, progress=progress)
    return stream.getvalue()
