"""`report`: the list of reports, and each of them as a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from helpdesk.command.console import answer, say
from helpdesk.command.seat import CommandSeat, seated
from helpdesk.domain.event import Channel
from helpdesk.domain.folding import fold
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.period import Period, named_period
from helpdesk.domain.reason import ReasonId
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import RequestKind
from helpdesk.errors import FilterUnknown, FreezeMissing, RecordMissing
from helpdesk.service import company, reporting
from helpdesk.words import language

if TYPE_CHECKING:
    from helpdesk.report.content import ReportContent

M = TypeVar("M", RequestKind, Channel)


def list_reports(folder: Path, given: Namespace) -> int:
    """Prints every report with the question that it answers; needs no workplace, but speaks its language."""
    from helpdesk import bootstrap

    if bootstrap.exists(folder):
        with seated(folder):
            known = reporting.kinds()
    else:
        known = reporting.kinds()
    if given.json:
        answer([{"name": name, "title": title, "question": question} for name, title, question in known])
    else:
        for name, title, question in known:
            say(f"{name}: {title}. {question}")
    return 0


def make_report(folder: Path, given: Namespace) -> int:
    """Writes a report and prints the file's name; without a folder a JSON report goes to stdout. Raises UserError."""
    with seated(folder) as seat:
        period = period_of(seat, given)
        return _written(seat, _content(seat, given, period), given)


def _content(seat: CommandSeat, given: Namespace, period: Period) -> ReportContent:
    filters = filters_of(seat, given)
    if given.frozen:
        from helpdesk.service import report_freeze

        kept = report_freeze.frozen(seat.desk, seat.actor, given.report, period, filters=filters)
        if kept is None:
            raise FreezeMissing(given.report, period.first.isoformat(), period.last.isoformat())
        return report_freeze.content(seat.desk, seat.actor, kept)
    as_of = given.as_of
    if as_of is not None and as_of.tzinfo is None:
        as_of = as_of.replace(tzinfo=ZoneInfo(seat.desk.company.time_zone))
    first, last = period.first, period.last
    return reporting.content(seat.desk, seat.actor, given.report, first, last, filters=filters, as_of=as_of)


def list_rows(folder: Path, given: Namespace) -> int:
    """Writes the records behind one figure of a report, in the same ways. Raises UserError."""
    from helpdesk.service import report_rows

    with seated(folder) as seat:
        period, filters = period_of(seat, given), filters_of(seat, given)
        scope = reporting.scope_of(seat.desk, period.first, period.last, filters=filters)
        content = reporting.content(seat.desk, seat.actor, given.name, period.first, period.last, filters=filters)
        listed = report_rows.rows_content(seat.desk, seat.actor, content, scope, given.of)
        return _written(seat, listed, given)


def _written(seat: CommandSeat, content: ReportContent, given: Namespace) -> int:
    if given.out is not None:
        say(str(reporting.render(seat.desk, seat.actor, content, given.format, given.out)))
        return 0
    from helpdesk.report.output import write

    reporting.note_export(seat.desk, seat.actor, content, given.format)
    stream = BytesIO()
    write(content, given.format, stream)
    sys.stdout.write(stream.getvalue().decode() + "\n")
    return 0


def period_of(seat: CommandSeat, given: Namespace) -> Period:
    """The period that was asked for, by its days or its name."""
    if given.period is None:
        return Period(given.first, given.last)
    today = seat.desk.clock.now().astimezone(ZoneInfo(seat.desk.company.time_zone)).date()
    return named_period(given.period, today)


def filters_of(seat: CommandSeat, given: Namespace) -> ReportFilter:
    """The filters that were asked for. Raises FilterUnknown, RecordMissing."""
    return ReportFilter(
        kinds=frozenset(_member(RequestKind, text) for text in given.kind or ()),
        channels=frozenset(_member(Channel, text) for text in given.channel or ()),
        owner=_operator(seat, given.operator) if given.operator else None,
        reasons=frozenset(_reason(seat, text) for text in given.reason or ()),
        team=given.team,
        line=given.line,
        carrier=given.carrier,
        product=given.product,
        process=given.process,
        wish_hours=max(1, given.within_hours),
    )


def _operator(seat: CommandSeat, name: str) -> OperatorId:
    for operator in company.operators(seat.desk):
        if fold(operator.name) == fold(name):
            return operator.id
    raise RecordMissing("operator", name)


def _reason(seat: CommandSeat, text: str) -> ReasonId:
    """The contact reason of that name. Raises FilterUnknown."""
    from helpdesk.service.contact_reason import ReasonNames, reasons

    known = reasons(seat.desk)
    found = ReasonNames(list(known)).named(text)
    if found is None:
        raise FilterUnknown(text, ", ".join(reason.name(language()) for reason in known))
    return found


def _member(members: type[M], text: str) -> M:
    """The member of that value. Raises FilterUnknown."""
    try:
        return members(text)
    except ValueError:
        raise FilterUnknown(text, ", ".join(member.value for member in members)) from None
