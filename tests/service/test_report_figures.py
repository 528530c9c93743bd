"""Figures of reports against a plain reference over generated histories with known answers (S82)."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.drill import Drill
from helpdesk.service import company, report_rows, reporting
from helpdesk.service.desk import Desk
from tests.builders import a_desk, an_operator
from tests.service.report_log import MOSCOW, NOW, business, decision, generated, hours_of, put, spells, used

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
START, END = datetime(2026, 10, 1, tzinfo=MOSCOW), datetime(2026, 11, 1, tzinfo=MOSCOW)
COUNTS = (0, 1, 29, 30, 10_000)


@pytest.fixture(scope="module", params=COUNTS)
def told(request, tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("w"), FixedClock(NOW))
    actor = an_operator(desk)
    owners = [actor, *(company.add_operator(desk, actor, name, "First line").id for name in ("Ada", "Ben", "Cleo"))]
    log = generated(request.param)
    put(desk, log, owners)
    return desk, log


def content(desk: Desk, name: str, first=OCTOBER[0], last=OCTOBER[1], **asked):
    return reporting.content(desk, an_operator(desk), name, first, last, **asked)


def figures(report) -> dict:
    return {figure.name: figure.value for figure in report.figures}


def inside(at, start=START, end=END) -> bool:
    return at is not None and start <= at < end


def behind(desk: Desk, name: str, drill: Drill) -> list[int]:
    scope = reporting.scope_of(desk, *OCTOBER)
    rows = report_rows.rows(desk, an_operator(desk), name, scope, drill)
    return sorted(int(row.number.split("-")[1]) for row in rows)


def test_the_backlog_balances_and_agrees_with_the_reference(told):
    desk, log = told
    every = [spell for one in log for spell in spells(one)]

    found = content(desk, "flow")

    values = figures(found)
    assert values["created"] == sum(inside(one.created_at) for one in log)
    assert values["reopened"] == sum(back and inside(start) for start, back, _end, _how in every)
    assert values["solved"] == sum(how == "solved" and inside(end) for _start, _back, end, how in every)
    assert values["cancelled"] == sum(how == "cancelled" and inside(end) for _start, _back, end, how in every)
    assert values["backlog"] == sum(start < END and (end is None or end >= END) for start, _b, end, _h in every)
    weeks = found.tables[0]
    assert sum(row[2] for row in weeks.rows) == values["created"]
    assert [row[1] for row in weeks.rows[1:]] == [row[6] for row in weeks.rows[:-1]]


def test_requests_stand_under_their_channel_kind_weekday_and_hour(told):
    desk, log = told
    came = [one for one in log if inside(one.created_at)]

    found = content(desk, "flow")

    rows = found.tables[1].rows
    assert sorted(row[-1] for row in rows) == sorted(Counter(one.channel for one in came).values())
    if came:
        heat = found.charts[-1]
        hours = Counter((one.created_at.weekday(), str(one.created_at.hour)) for one in came)
        for day, values in enumerate(heat.values):
            assert values == tuple(hours.get((day, hour), 0) for hour in heat.columns)


def test_promises_are_decided_as_the_reference_decides_them(told):
    desk, log = told
    found = [
        (one, target, *decided)
        for one in log
        for target in ("first_response", "solution")
        if (decided := decision(one, target)) and inside(decided[1])
    ]
    expected = Counter((target, one.priority, how) for one, target, how, _at in found)

    report = content(desk, "sla")

    values = figures(report)
    assert values["breaches"] == sum(how == "breached" for _one, _target, how, _at in found)
    if found:
        assert float(values["sla"]) == pytest.approx(sum(how == "met" for *_one, how, _at in found) / len(found))
    table = report.tables[0]
    drills = [dict(drill.values) for drill in table.drills]
    for row, place in zip(table.rows, drills, strict=True):
        key = place["target"], place["priority"]
        assert (row[1], row[2]) == (expected[(*key, "met")], expected[(*key, "breached")])
    assert len(table.rows) == len({(target, priority) for target, priority, _how in expected})
    broken = sorted({one.number for one, _target, how, _at in found if how == "breached"})
    assert behind(desk, "sla", Drill("request", "breached")) == broken


def test_what_is_open_stands_in_the_worklist_with_its_time_left(told):
    desk, log = told
    still_open = [one for one in log if spells(one)[-1][2] is None]

    report = content(desk, "open")

    assert figures(report)["open"] == len(still_open)
    assert len(report.tables[0].rows) == len(still_open)
    late = {one.number for one in still_open if any(_is_late(one, target) for target in ("first_response", "solution"))}
    assert set(behind(desk, "open", Drill("request", "overdue"))) == {
        one.number for one in still_open if one.number in late
    }


def _is_late(one, target) -> bool:
    ended = one.answered_at if target == "first_response" else None
    decided = decision(one, target)
    waits = bool(one.states) and one.states[-1][1] == "waiting_customer"
    return ended is None and not waits and decided is not None and decided[0] == "breached"


def test_a_day_is_told_against_the_same_weekdays_before_it(told):
    desk, log = told
    day = date(2026, 10, 15)
    start = datetime(2026, 10, 15, tzinfo=MOSCOW)
    end = start + timedelta(days=1)

    report = content(desk, "daily", day, day)

    values = figures(report)
    answers = [business(one.created_at, one.answered_at) for one in log if inside(one.answered_at, start, end)]
    assert values["created"] == sum(inside(one.created_at, start, end) for one in log)
    if answers:
        assert values["first_response"].total_seconds() == pytest.approx(median(answers), abs=1)
    assert [bar.value for bar in report.charts[0].bars][-1] == sum(
        inside(at, start, end) for one in log for at, back, _end, _how in spells(one)
    )


def test_a_filter_narrows_every_figure(told):
    desk, log = told
    from helpdesk.domain.event import Channel
    from helpdesk.domain.report_scope import ReportFilter

    filters = ReportFilter(channels=frozenset({Channel.MAIL}))

    values = figures(content(desk, "flow", filters=filters))

    assert values["created"] == sum(inside(one.created_at) and one.channel == "mail" for one in log)
    assert figures(content(desk, "sla", filters=filters))["breaches"] == sum(
        decided[0] == "breached" and inside(decided[1])
        for one in log
        if one.channel == "mail"
        for target in ("first_response", "solution")
        if (decided := decision(one, target))
    )


def test_a_cut_off_in_the_past_leaves_out_what_happened_later(told):
    desk, log = told
    cut = datetime(2026, 10, 20, 12, tzinfo=MOSCOW)

    values = figures(content(desk, "flow", as_of=cut))

    assert values["created"] == sum(inside(one.created_at, START, cut) for one in log)
    assert hours_of(cut.date()) is not None
    assert all(used(one, cut) >= 0 for one in log[:5])
