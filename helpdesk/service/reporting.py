"""Reports of a workplace: what each answers, its content, its pages and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId, RequestId, instant
from helpdesk.domain.journal import JournalFilter
from helpdesk.domain.permission import Action
from helpdesk.domain.request import RequestKind
from helpdesk.errors import PeriodReversed, RecordMissing, ReportUnknown
from helpdesk.report.catalogue import REPORTS
from helpdesk.report.content import Progress, ReportContent, ReportFrame
from helpdesk.report.journal_row import JournalRow
from helpdesk.report.output import Format
from helpdesk.service import company
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries import journal as query
from helpdesk.words import LANGUAGES, _, language
from helpdesk.words.terms import title

if TYPE_CHECKING:
    from helpdesk.report.document.slip import Slip, SlipPaper

__all__ = ["JournalFilter", "content", "kinds", "pdf_bytes", "render", "render_slip", "slip_pdf"]

ROWS_BETWEEN_REPORTS = 1000


def kinds() -> tuple[tuple[str, str, str], ...]:
    """Name, title and question of every report, in the language spoken now."""
    return tuple((report.name, report.title, report.question) for report in REPORTS)


def content(
    desk: Desk,
    actor: OperatorId,
    name: str,
    first: date,
    last: date,
    *,
    filters: JournalFilter = JournalFilter(),
    progress: Progress | None = None,
) -> ReportContent:
    """A report on the days from `first` to `last`, both inside, in the company's time zone and the language spoken now.

    What `progress` raises goes through. Raises PeriodReversed, ReportUnknown.
    """
    from helpdesk.report.journal import journal

    ask(desk, actor, Action.REPORT)
    if name not in (known := [report.name for report in REPORTS]):
        raise ReportUnknown(name, ", ".join(known))
    if last < first:
        raise PeriodReversed(first.isoformat(), last.isoformat())
    zone = ZoneInfo(desk.company.time_zone)
    now = desk.clock.now()
    with desk.reading() as database:
        found = query.entries(database, _start_of(first, zone), _end_of(last, zone), filters)
    rows = list(_rows(desk, found, now, progress))
    return journal(rows, _frame(desk, actor, first, last, made_at=now, filters=_filter_words(desk, filters)))


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
    return output.render(content, format, folder, progress=progress)


def pdf_bytes(desk: Desk, actor: OperatorId, content: ReportContent, *, progress: Progress | None = None) -> bytes:
    """The pages that would be printed."""
    from io import BytesIO

    from helpdesk.report import output

    ask(desk, actor, Action.REPORT)
    stream = BytesIO()
    output.write(content, "pdf", stream, progress=progress)
    return stream.getvalue()


def slip_pdf(desk: Desk, actor: OperatorId, request_id: RequestId, paper: SlipPaper) -> bytes:
    """The receipt slip of a request on A6 or on the roll. Raises RecordMissing."""
    from io import BytesIO

    from helpdesk.report.document.slip import write_slip

    stream = BytesIO()
    write_slip(_slip(desk, actor, request_id), paper, stream)
    return stream.getvalue()


def render_slip(desk: Desk, actor: OperatorId, request_id: RequestId, paper: SlipPaper, folder: Path) -> Path:
    """Writes the receipt slip into a folder and tells the file. Raises RecordMissing, FileUnwritable, DiskFull."""
    from helpdesk.report.document import slip

    return slip.render_slip(_slip(desk, actor, request_id), paper, folder)


def _slip(desk: Desk, actor: OperatorId, request_id: RequestId) -> Slip:
    from helpdesk.report.document.slip import Slip

    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        facts = query.slip_facts(database, request_id)
    if facts is None:
        raise RecordMissing(_("request"), request_id.hex()[:8])
    return Slip(
        number=facts.number,
        taken_at=instant(facts.created_at),
        subject=facts.subject,
        answer_by=_instant(facts.due_at),
        company=desk.company.name,
        phone=desk.company.phone,
        language=facts.language if facts.language in LANGUAGES else desk.company.language,
        time_zone=desk.company.time_zone,
    )


def _start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return _start_of(day + timedelta(days=1), zone)


def _frame(
    desk: Desk, actor: OperatorId, first: date, last: date, *, made_at: datetime, filters: tuple[str, ...]
) -> ReportFrame:
    names = {operator.id: operator.name for operator in company.operators(desk)}
    return ReportFrame(
        company=desk.company.name,
        language=language(),
        time_zone=desk.company.time_zone,
        currency=desk.company.currency,
        first=first,
        last=last,
        made_by=names.get(actor, "helpdesk"),
        made_at=made_at,
        data_as_of=made_at,
        rule_version=str(desk.policy.version),
        filters=filters,
    )


def _filter_words(desk: Desk, filters: JournalFilter) -> tuple[str, ...]:
    found = []
    if filters.kinds:
        found.append(_("Kind: {names}").format(names=_listed(filters.kinds)))
    if filters.channels:
        found.append(_("Channel: {names}").format(names=_listed(filters.channels)))
    if filters.states:
        names = ", ".join(_state(desk, state) for state in desk.states if state in filters.states)
        found.append(_("State: {names}").format(names=names))
    if filters.owner is not None:
        names = ", ".join(operator.name for operator in company.operators(desk) if operator.id == filters.owner)
        found.append(_("Owner: {names}").format(names=names))
    return tuple(found)


def _listed(chosen: frozenset[RequestKind] | frozenset[Channel]) -> str:
    return ", ".join(sorted(title(member) for member in chosen))


def _state(desk: Desk, code: str) -> str:
    state = desk.states.get(code)
    return state.name(language()) if state else code


def _instant(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else instant(milliseconds)


def _rows(
    desk: Desk, found: Sequence[query.JournalEntry], now: datetime, progress: Progress | None
) -> Iterator[JournalRow]:
    channels = {channel.value: title(channel) for channel in Channel}
    request_kinds = {kind.value: title(kind) for kind in RequestKind}
    states = {code: _state(desk, code) for code in desk.states}
    for at, entry in enumerate(found):
        if progress and at % ROWS_BETWEEN_REPORTS == 0:
            progress(at, len(found))
        category = Category(entry.category)
        due_at = _instant(entry.due_at)
        is_open = not category.is_final
        yield JournalRow(
            number=entry.number,
            created_at=instant(entry.created_at),
            channel=channels.get(entry.channel, entry.channel),
            kind=request_kinds.get(entry.kind, entry.kind),
            subject=entry.subject,
            customer=entry.customer,
            owner=entry.owner or entry.queue,
            state=states.get(entry.state, entry.state),
            due_at=due_at,
            first_response_seconds=entry.first_response_seconds,
            solved_at=_instant(entry.solved_at),
            score=entry.score,
            is_open=is_open,
            is_solved=category in (Category.SOLVED, Category.CLOSED),
            is_overdue=is_open and due_at is not None and due_at < now,
        )
