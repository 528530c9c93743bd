"""Reports of a workplace: the registry, periods, and the way from a figure to its records."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.command.report_line import REPORTS as NAMES
from helpdesk.domain.event import Channel
from helpdesk.domain.period import Period, named_period
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.errors import FigureUnknown, PeriodReversed, ReportUnknown
from helpdesk.service import report_rows, reporting, request
from helpdesk.service.report_registry import REPORTS
from tests.builders import a_desk, a_request, an_operator

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def test_each_report_has_a_title_and_a_question_and_is_known_on_the_command_line():
    assert {report.name for report in REPORTS} <= set(NAMES)
    assert all(report.title and report.question.endswith("?") for report in REPORTS)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("today", date(2026, 11, 25), date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 24), date(2026, 11, 24)),
        ("this-week", date(2026, 11, 23), date(2026, 11, 29)),
        ("last-week", date(2026, 11, 16), date(2026, 11, 22)),
        ("this-month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last-month", date(2026, 10, 1), date(2026, 10, 31)),
        ("this-quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("last-quarter", date(2026, 7, 1), date(2026, 9, 30)),
        ("this-year", date(2026, 1, 1), date(2026, 12, 31)),
        ("last-year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_by_its_name_is_whole_days(name, first, last):
    assert named_period(name, date(2026, 11, 25)) == Period(first, last)


def test_before_a_month_comes_the_month_before_and_before_some_days_as_many_days():
    assert Period(*NOVEMBER).before == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert Period(date(2026, 11, 9), date(2026, 11, 15)).before == Period(date(2026, 11, 2), date(2026, 11, 8))


def test_a_figure_opens_the_records_behind_it(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    request.register(desk, actor, a_request("By phone"))
    mailed = request.register(desk, actor, a_request("By mail", channel=Channel.MAIL))
    filters = ReportFilter(channels=frozenset({Channel.MAIL}))
    content = reporting.content(desk, actor, "journal", *NOVEMBER, filters=filters)
    scope = reporting.scope_of(desk, *NOVEMBER, filters=filters)

    listed = report_rows.rows_content(desk, actor, content, scope, "created")

    assert [row[0] for row in listed.tables[0].rows] == [mailed.number]


def test_what_is_not_there_is_named_in_the_error(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    content = reporting.content(desk, actor, "journal", *NOVEMBER)

    with pytest.raises(ReportUnknown):
        reporting.content(desk, actor, "weather", *NOVEMBER)
    with pytest.raises(PeriodReversed):
        reporting.content(desk, actor, "journal", *reversed(NOVEMBER))
    with pytest.raises(FigureUnknown, match="created"):
        report_rows.rows_content(desk, actor, content, reporting.scope_of(desk, *NOVEMBER), "weather")


class StopError(Exception):
    """Raised by the reader who does not want to wait."""


def test_whoever_stops_a_long_query_hears_nothing_more_of_it(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "w")
    monkeypatch.setattr("helpdesk.storage.database.STEPS_BETWEEN_BEATS", 10)
    beats = []

    def stop(count, total=None):
        beats.append(count)
        if len(beats) > 3:
            raise StopError

    with pytest.raises(StopError):
        reporting.content(desk, an_operator(desk), "flow", *NOVEMBER, progress=stop)

    assert reporting.content(desk, an_operator(desk), "flow", *NOVEMBER).figures
