"""Bottlenecks: stages, causes and paths out of the event log, against a plain walk from hour to hour (S82)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.event import Channel
from helpdesk.domain.facts.bottlenecks import WorkflowFacts
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.workflow import Cause
from helpdesk.service import importing, report_rows, reporting, request
from helpdesk.service.desk import Desk
from helpdesk.service.report_registry import REPORTS
from tests.builders import a_desk, a_request, an_operator
from tests.service.event_log import START, invented, walked, written

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LOG = SHARED / "helpdesk_log_simplified.csv"
needs_log = pytest.mark.skipif(not LOG.exists(), reason="the shared data are not here")
MS_HOUR = 3_600_000
LATER = datetime(2027, 6, 1, 12, tzinfo=UTC)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def desk(tmp_path):
    # London has no offset in winter, so that the period begins on a whole hour of UTC.
    return a_desk(tmp_path / "desk", FixedClock(LATER), language="en", time_zone="Europe/London")


def workflow(desk: Desk, first: date, last: date, **filters) -> WorkflowFacts:
    (report,) = [report for report in REPORTS if report.name == "bottlenecks"]
    scope = reporting.scope_of(desk, first, last, filters=ReportFilter(process="requests", **filters))
    with desk.reading() as database:
        return report.facts(database, scope).processes[0]


def figures(content) -> dict[str, object]:
    return {figure.name: figure.value for figure in content.figures}


@pytest.mark.parametrize("count", [0, 1, 29, 30, 300])
def test_stages_causes_and_steps_are_those_of_a_plain_walk(desk, count):
    cases = invented(count, seed=count, owner=an_operator(desk))
    written(desk, cases)
    hours = [(datetime(2026, 11, day, tzinfo=UTC) - START) // timedelta(hours=1) for day in (1, 30)]
    wanted = walked(desk, cases, hours[0], hours[1] + 24)

    found = workflow(desk, *NOVEMBER)

    assert {stage.stage: stage.working // MS_HOUR for stage in found.stages if stage.working} == dict(wanted.worked)
    assert {
        (stage.stage, str(cause)): length // MS_HOUR
        for stage in found.stages
        for cause, length in stage.waiting.items()
    } == dict(wanted.waited)
    assert {stage.stage: stage.standing for stage in found.stages if stage.standing} == dict(wanted.standing)
    assert {stage.stage: stage.spread.n for stage in found.stages if stage.spread.n} == {
        stage: len(lengths) for stage, lengths in wanted.by_case.items()
    }
    for stage in found.stages:
        if stage.spread.n:
            ordered = sorted(wanted.by_case[stage.stage])
            assert stage.spread.median == median(ordered) * MS_HOUR
            assert stage.spread.p90 == ordered[-(-9 * len(ordered) // 10) - 1] * MS_HOUR
    assert {(path.source, path.target): path.count for path in found.paths} == dict(wanted.steps)
    assert found.cases == len(wanted.cases)
    if wanted.cases:
        assert found.median_case == median(wanted.cases) * MS_HOUR


def test_what_is_present_is_the_rate_of_entering_times_the_visit_where_the_process_is_steady(desk):
    """Little's law as a check of the sums: every case enters and leaves inside the period."""
    cases = [case for case in invented(400, seed=5, owner=an_operator(desk), hours=24 * 20) if len(case.steps) > 1]
    for case in cases:
        case.steps.append((case.steps[-1][0] + 1, "closed", None, False))
    written(desk, cases)

    found = workflow(desk, date(2026, 9, 1), date(2027, 2, 28))

    length = timedelta(days=181).total_seconds() * 1000
    for stage in found.stages:
        assert stage.standing == 0
        assert stage.present == pytest.approx(stage.entered / length * stage.mean_visit, rel=1e-3)


def test_an_answer_within_four_hours_spares_what_departments_took_longer(desk):
    operator = an_operator(desk)
    clock = desk.clock
    clock.instant = datetime(2026, 11, 2, 9, tzinfo=UTC)
    made = request.register(desk, operator, a_request(channel=Channel.MAIL))
    request.take(desk, operator, [made.id])
    request.change_state(desk, operator, [made.id], "waiting_department")
    clock.instant += timedelta(hours=10)
    request.change_state(desk, operator, [made.id], "solved")

    (department,) = workflow(desk, *NOVEMBER).departments

    assert department.waited == 10 * MS_HOUR
    assert department.saved == 6 * MS_HOUR
    assert workflow(desk, *NOVEMBER, wish_hours=9).departments[0].saved == MS_HOUR
    assert workflow(desk, *NOVEMBER).median_case_wished == 4 * MS_HOUR


def test_orders_wait_for_the_warehouse_and_for_the_carrier(desk):
    from helpdesk.domain.order import OrderForm, OrderStage
    from helpdesk.service import order

    operator = an_operator(desk)
    desk.clock.instant = datetime(2026, 11, 2, 9, tzinfo=UTC)
    made = order.register(desk, operator, OrderForm(note="two lamps"))
    for stage in (OrderStage.CONFIRMED, OrderStage.SHIPPED, OrderStage.DELIVERED):
        desk.clock.instant += timedelta(hours=5)
        order.advance(desk, operator, made.id, stage)
    desk.clock.instant = LATER
    (report,) = [report for report in REPORTS if report.name == "bottlenecks"]
    scope = reporting.scope_of(desk, *NOVEMBER, filters=ReportFilter(process="orders"))

    with desk.reading() as database:
        (found,) = report.facts(database, scope).processes

    waiting = {stage.stage: dict(stage.waiting) for stage in found.stages}
    assert waiting["confirmed"] == {Cause.DEPARTMENT: 5 * MS_HOUR}
    assert waiting["shipped"] == {Cause.CARRIER: 5 * MS_HOUR}
    assert waiting["registered"] == {Cause.QUEUE: 5 * MS_HOUR}


def test_what_was_entered_after_the_cut_off_is_not_seen(tmp_path):
    # Far ahead: stamps never fall behind the computer's own clock.
    desk = a_desk(tmp_path / "desk", FixedClock(datetime(2040, 11, 2, 9, tzinfo=UTC)))
    operator = an_operator(desk)
    made = request.register(desk, operator, a_request(channel=Channel.MAIL))
    desk.clock.instant += timedelta(hours=5)
    before = desk.clock.instant - timedelta(hours=1)
    request.change_state(desk, operator, [made.id], "solved")
    november = (date(2040, 11, 1), date(2040, 11, 30))

    cut = reporting.content(desk, operator, "bottlenecks", *november, as_of=before)
    now = reporting.content(desk, operator, "bottlenecks", *november)

    assert (figures(cut)["cases"], figures(cut)["in_progress"]) == (0, 1)
    assert (figures(now)["cases"], figures(now)["in_progress"]) == (1, 0)


def test_a_stage_opens_the_requests_that_left_it(desk):
    operator = an_operator(desk)
    desk.clock.instant = datetime(2026, 11, 2, 9, tzinfo=UTC)
    made = request.register(desk, operator, a_request(channel=Channel.MAIL))
    desk.clock.instant += timedelta(hours=5)
    request.change_state(desk, operator, [made.id], "solved")
    content = reporting.content(desk, operator, "bottlenecks", *NOVEMBER)
    scope = reporting.scope_of(desk, *NOVEMBER)

    rows = report_rows.rows_content(desk, operator, content, scope, "stages:1").tables[0].rows

    assert [row[0] for row in rows] == [made.number]


@needs_log
def test_a_foreign_log_gives_its_known_figures(desk):
    importing.run(desk, an_operator(desk), LOG, "events")

    told = figures(reporting.content(desk, an_operator(desk), "bottlenecks", date(2010, 1, 1), date(2014, 12, 31)))

    assert (told["cases"], told["events"]) == (3804, 13_710)
    assert (str(told["mean_case_days"]), str(told["median_case_days"])) == ("8.80", "3.93")


def test_the_activities_of_a_log_may_be_states_or_names_and_a_finished_log_closes_its_cases(desk, tmp_path):
    log, mapping = tmp_path / "log.csv", tmp_path / "mapping.json"
    log.write_text(
        "case;activity;time;resource\nA;1;2026-11-02 09:00;Vera\nA;2;2026-11-03 09:00;Vera\nB;1;2026-11-02 09:00;\n",
        "utf-8",
    )
    mapping.write_text('{"activities": {"1": "received", "2": "Look closer"}, "options": {"close_cases": true}}')

    for _run in range(2):
        importing.run(desk, an_operator(desk), log, "events", mapping=mapping)

    with desk.reading() as database:
        told = database.rows("SELECT kind, state, text, author FROM event WHERE kind <> 'state' OR state <> 'closed'")
        assert sorted(told) == [
            ("activity", "", "Look closer", "Vera"),
            ("state", "received", "1", ""),
            ("state", "received", "1", "Vera"),
        ]
        assert database.rows("SELECT category, count(*) FROM request GROUP BY 1") == [("closed", 2)]
    assert figures(reporting.content(desk, an_operator(desk), "bottlenecks", *NOVEMBER))["events"] == 3
