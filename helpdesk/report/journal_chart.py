"""The journal's chart: requests created by day, week or month."""

from __future__ import annotations

from datetime import date, timedelta

from helpdesk.report.chart import Bar, Columns
from helpdesk.report.content import ReportFrame
from helpdesk.report.journal_row import JournalRow
from helpdesk.report.notation import Notation
from helpdesk.words import _

DAYS_AS_DAYS = 31
DAYS_AS_WEEKS = 186


def chart(rows: list[JournalRow], frame: ReportFrame, notation: Notation) -> Columns | None:
    """Columns over the period, so few that each can carry its figure; None where there is nothing to compare."""
    spans = _spans(frame)
    if not rows or len(spans) < 2:
        return None
    counts = dict.fromkeys(spans, 0)
    at = 0
    for row in rows:
        day = notation.local(row.created_at).date()
        while at + 1 < len(spans) and spans[at + 1] <= day:
            at += 1
        counts[spans[at]] += 1
    most = max(counts.values())
    busiest = [day for day in spans if counts[day] == most]
    length = (frame.last - frame.first).days + 1
    if length <= DAYS_AS_DAYS:
        axis, title, span = _("Created by day"), _("busiest: {span}"), notation.long_date(busiest[0])
        labels = [str(day.day) for day in spans]
    elif length <= DAYS_AS_WEEKS:
        axis, title, span = _("Created by week"), _("busiest: from {span}"), notation.long_date(busiest[0])
        labels = [notation.short_date(day) for day in spans]
    else:
        axis, title, span = _("Created by month"), _("busiest: {span}"), notation.month(busiest[0])
        labels = [f"{day.month:02}.{day.year}" for day in spans]
    finding = title.format(span=span) if len(busiest) == 1 else ""
    return Columns(axis, finding, tuple(Bar(label, counts[day]) for label, day in zip(labels, spans, strict=True)))


def _spans(frame: ReportFrame) -> list[date]:
    """The first days of the chart's columns: days, weeks or months, so that there are never too many."""
    days = [frame.first + timedelta(days=at) for at in range((frame.last - frame.first).days + 1)]
    if len(days) <= DAYS_AS_DAYS:
        return days
    if len(days) <= DAYS_AS_WEEKS:
        return [day for day in days if day == frame.first or day.weekday() == 0]
    return [day for day in days if day == frame.first or day.day == 1]
