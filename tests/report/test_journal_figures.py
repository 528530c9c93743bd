"""What the journal counts, and the sentence that it opens with (S82)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from helpdesk.report.journal import journal
from tests.report.samples import a_frame, a_row, requests


def figure(name, rows):
    return next(figure for figure in journal(rows, a_frame()).figures if figure.name == name)


def solved(**changes):
    return a_row(is_open=False, is_solved=True, **changes)


def cancelled(**changes):
    return a_row(is_open=False, **changes)


def test_created_is_solved_open_and_cancelled_together():
    rows = [solved(), solved(), a_row(), a_row(is_overdue=True), cancelled()]

    values = {figure.name: figure.value for figure in journal(rows, a_frame()).figures}

    assert (values["created"], values["solved"], values["open"], values["overdue"]) == (5, 2, 2, 1)


def test_a_cancelled_request_stays_out_of_times():
    rows = [solved(first_response_seconds=60), solved(first_response_seconds=180), cancelled(first_response_seconds=9)]

    median = figure("median_first_response_seconds", rows)

    assert (median.value, median.n) == (timedelta(seconds=120), 2)


def test_ninety_percent_within_is_the_nearest_rank():
    rows = [solved(first_response_seconds=seconds) for seconds in range(1, 21)]

    assert figure("p90_first_response_seconds", rows).value == timedelta(seconds=18)


def test_an_unanswered_request_is_counted_beside_the_median():
    rows = [solved(first_response_seconds=60), a_row(), cancelled()]

    unanswered = figure("unanswered", rows)

    assert (unanswered.value, unanswered.n) == (1, 2)


def test_satisfaction_is_the_mean_of_the_scores_given():
    satisfaction = figure("satisfaction", [solved(score=5), solved(score=2), solved()])

    assert (satisfaction.value, satisfaction.n) == (Decimal("3.5"), 2)


def test_no_scores_are_no_value():
    assert figure("satisfaction", [solved()]).value is None


def test_the_finding_names_what_is_overdue_first():
    rows = [a_row(is_overdue=True), a_row(), solved()]

    assert journal(rows, a_frame()).finding == "1 of 3 requests is overdue; it came in on 23\u00a0November\u00a02026."


def test_the_finding_says_that_all_is_done():
    assert journal([solved(), cancelled()], a_frame()).finding == "2 requests came in, and nothing is left open."


def test_a_request_stands_under_the_day_of_the_company_and_not_of_utc():
    row = a_row(created_at=datetime(2026, 11, 22, 21, 30, tzinfo=UTC))

    (group,) = journal([row], a_frame()).tables[0].groups

    assert group.title == "23\u00a0November\u00a02026, Monday"


def test_days_without_requests_stand_in_the_chart_as_gaps():
    (chart,) = journal(requests(3), a_frame()).charts

    assert len(chart.bars) == 30
    assert sum(bar.value for bar in chart.bars) == 3


def test_long_periods_are_drawn_by_week_and_by_month():
    (quarter,) = journal(requests(3), a_frame(first=date(2026, 9, 1))).charts
    (year,) = journal(requests(3), a_frame(first=date(2026, 1, 1))).charts

    assert [bar.label for bar in quarter.bars][:2] == ["1\u00a0Sep", "7\u00a0Sep"]
    assert [bar.label for bar in year.bars][-1] == "11.2026"
    assert sum(bar.value for bar in year.bars) == 3
