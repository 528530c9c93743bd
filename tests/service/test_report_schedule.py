"""Schedules: each Monday at eight to this folder, made up for after a holiday, each due instant once (S82)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.report_schedule import Every, every
from helpdesk.errors import FileUnwritable, ReportUnknown, ScheduleMissing, ScheduleWrong
from helpdesk.service import report_schedule
from tests.builders import a_desk, an_operator

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY_TEN = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "out").mkdir()
    return a_desk(tmp_path / "desk", FixedClock(MONDAY_TEN), language="en")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def add(desk, out, when="monday 08:00", name="flow", period="last-week", form="csv"):
    plan = report_schedule.plan_of(name, period, form, out, when)
    return report_schedule.add(desk, an_operator(desk), plan)


def run(desk, days: float = 0):
    desk.clock.instant += timedelta(days=days)
    return report_schedule.run_due(desk, an_operator(desk))


@pytest.mark.parametrize(
    ("when", "after", "due"),
    [
        ("monday 08:00", datetime(2026, 11, 23, 7, tzinfo=MOSCOW), datetime(2026, 11, 23, 8, tzinfo=MOSCOW)),
        ("monday 08:00", datetime(2026, 11, 23, 8, tzinfo=MOSCOW), datetime(2026, 11, 30, 8, tzinfo=MOSCOW)),
        ("day 23:30", datetime(2026, 11, 23, 23, 45, tzinfo=MOSCOW), datetime(2026, 11, 24, 23, 30, tzinfo=MOSCOW)),
        ("month 06:15", datetime(2026, 11, 1, 6, 15, tzinfo=MOSCOW), datetime(2026, 12, 1, 6, 15, tzinfo=MOSCOW)),
        ("Sunday 9:05", datetime(2026, 11, 23, 7, tzinfo=MOSCOW), datetime(2026, 11, 29, 9, 5, tzinfo=MOSCOW)),
    ],
)
def test_the_next_time_is_the_first_one_after_a_moment(when, after, due):
    assert every(when).next_after(after, MOSCOW) == due


def test_eight_in_the_morning_stays_eight_over_a_change_of_clocks():
    berlin = ZoneInfo("Europe/Berlin")
    due = Every("day", time(8)).next_after(datetime(2026, 10, 24, 8, tzinfo=berlin), berlin)

    assert (due.astimezone(berlin).date(), due.astimezone(berlin).hour) == (date(2026, 10, 25), 8)


@pytest.mark.parametrize("text", ["", "monday", "8:00", "funday 8:00", "day 24:00", "day 08:60"])
def test_what_is_no_time_is_refused(desk, out, text):
    assert every(text) is None
    with pytest.raises(ScheduleWrong):
        add(desk, out, text)


def test_a_report_is_made_when_it_is_due_and_once(desk, out):
    made = add(desk, out)
    assert made.next_at == datetime(2026, 11, 30, 5, tzinfo=UTC)
    assert run(desk, 6.5) == ()
    assert not report_schedule.is_due(desk)

    (ran,) = run(desk, 1)

    assert ran.file is not None and ran.file.parent == out and "2026-11-23--2026-11-29" in ran.file.name
    assert run(desk) == ()
    (known,) = report_schedule.listed(desk, an_operator(desk))
    assert (known.last_file, known.next_at) == (str(ran.file), datetime(2026, 12, 7, 5, tzinfo=UTC))


def test_what_was_missed_is_made_up_for_with_the_period_of_each_day(desk, out):
    add(desk, out)

    ran = run(desk, 22)

    assert [one.due_at.day for one in ran] == [30, 7, 14]
    assert [one.file.name.split("_")[1] for one in ran] == [
        "2026-11-23--2026-11-29",
        "2026-11-30--2026-12-06",
        "2026-12-07--2026-12-13",
    ]


def test_a_long_absence_is_made_up_for_by_the_newest_month_of_days_alone(desk, out):
    add(desk, out, "day 08:00", period="yesterday")

    ran = run(desk, 400)

    assert len(ran) == report_schedule.MOST_MISSED
    assert run(desk) == ()


def test_a_folder_that_is_gone_is_told_never_made_and_tried_again(desk, out):
    add(desk, out)
    out.rmdir()

    (ran,) = run(desk, 8)

    assert ran.file is None and "no such folder" in ran.fault and not out.exists()
    assert report_schedule.listed(desk, an_operator(desk))[0].fault == ran.fault
    assert report_schedule.is_due(desk)
    out.mkdir()
    (again,) = run(desk)
    assert again.file is not None
    assert report_schedule.listed(desk, an_operator(desk))[0].fault == ""


def test_another_process_that_was_faster_leaves_nothing_to_do(desk, out):
    made = add(desk, out)
    desk.clock.instant += timedelta(days=8)
    with desk.database.writing() as database:
        database.execute_sql(
            "UPDATE report_schedule SET next_at = next_at + 604800000 WHERE number = ?", (made.number,)
        )

    assert report_schedule.run_due(desk, an_operator(desk)) == ()


def test_a_schedule_for_no_report_or_no_folder_is_refused(desk, out):
    with pytest.raises(ReportUnknown):
        add(desk, out, name="weather")
    with pytest.raises(ScheduleWrong):
        add(desk, out, period="some-week")
    with pytest.raises(FileUnwritable):
        add(desk, out / "missing")


def test_a_schedule_ends_when_it_is_removed(desk, out):
    made = add(desk, out)

    report_schedule.remove(desk, an_operator(desk), made.number)

    assert report_schedule.listed(desk, an_operator(desk)) == ()
    with pytest.raises(ScheduleMissing):
        report_schedule.remove(desk, an_operator(desk), made.number)
