"""Frozen periods: the same table again with the same cut-off, and later arrivals as a difference (S82)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import RequestKind
from helpdesk.errors import PeriodOpen
from helpdesk.report.figure import value_text
from helpdesk.report.fingerprint import fingerprint, shown
from helpdesk.report.notation import Notation
from helpdesk.report.output import write
from helpdesk.service import report_freeze, reporting, request
from helpdesk.words import speaking
from tests.builders import a_desk, a_request, an_operator
from tests.report.reading import pages_of, pdf_of

# Far ahead: stamps never fall behind the computer's own clock.
START = datetime(2040, 11, 5, 9, tzinfo=UTC)
AFTER = datetime(2040, 12, 3, 9, tzinfo=UTC)
NOVEMBER = Period(date(2040, 11, 1), date(2040, 11, 30))


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "desk", FixedClock(START), language="en")
    request.register(made, an_operator(made), a_request(channel=Channel.MAIL))
    solve(made)
    return made


def solve(desk) -> None:
    made = request.register(desk, an_operator(desk), a_request(channel=Channel.MAIL))
    request.take(desk, an_operator(desk), [made.id])
    desk.clock.instant += timedelta(hours=3)
    request.change_state(desk, an_operator(desk), [made.id], "solved")


def freeze(desk, at=AFTER, **asked):
    desk.clock.instant = at
    return report_freeze.freeze(desk, an_operator(desk), "bottlenecks", NOVEMBER, **asked)


def test_a_frozen_period_stays_the_same_whatever_is_entered_later(desk):
    kept = freeze(desk)
    desk.clock.instant = AFTER + timedelta(days=3)
    solve(desk)

    again = report_freeze.content(desk, an_operator(desk), kept)

    assert fingerprint(again) == kept.fingerprint
    assert "later_arrivals" not in [table.name for table in again.tables]
    assert again.frame.frozen_at == kept.frozen_at
    cut = reporting.content(desk, an_operator(desk), "bottlenecks", *_days(), as_of=kept.cut_at)
    assert [table.rows for table in again.tables] == [table.rows for table in cut.tables]


def test_what_another_station_sends_later_is_a_difference_and_changes_no_figure(desk):
    kept = freeze(desk)
    frozen = printed(report_freeze.content(desk, an_operator(desk), kept))
    solve_elsewhere(desk)

    again = report_freeze.content(desk, an_operator(desk), kept)

    assert printed(again) == frozen
    (difference,) = [table for table in again.tables if table.name == "later_arrivals"]
    assert ("Cases ended", "1", 1, "2", 2) in difference.rows
    assert "Later arrivals" in again.method[0]
    assert fingerprint(again) == kept.fingerprint
    assert any("Arrived after the freeze" in line for page in pages_of(pdf_of(again)) for line in page)


def printed(content) -> dict[str, str]:
    return {figure.name: value_text(figure, Notation.of(content.frame)) for figure in content.figures}


def solve_elsewhere(desk) -> None:
    """Entered elsewhere before the cut-off, arrived here after it."""
    before = {bytes(row[0]) for row in rows(desk, "SELECT id FROM event")}
    desk.clock.instant = START + timedelta(days=2)
    solve(desk)
    stamp = milliseconds(START + timedelta(days=2)) << 16
    with desk.work() as unit:
        for (identity,) in rows(desk, "SELECT id FROM event"):
            if bytes(identity) not in before:
                stamp += 1
                unit.database.execute_sql("UPDATE event SET stamp = ? WHERE id = ?", (stamp, identity))
    desk.clock.instant = AFTER + timedelta(days=1)


def rows(desk, sql):
    with desk.reading() as database:
        return database.rows(sql)


def _days():
    return NOVEMBER.first, NOVEMBER.last


def test_a_period_is_frozen_once(desk):
    first = freeze(desk)

    assert freeze(desk, AFTER + timedelta(days=9)) == replace(first, said=first.said)
    assert [kept.report for kept in report_freeze.all_frozen(desk, an_operator(desk))] == ["bottlenecks"]


def test_other_filters_are_another_freeze(desk):
    filters = ReportFilter(
        kinds=frozenset((RequestKind.COMPLAINT,)),
        owner=an_operator(desk),
        wish_hours=8,
        reasons=frozenset((b"r" * 16,)),
    )

    kept = freeze(desk, filters=filters)

    assert report_freeze.frozen(desk, an_operator(desk), "bottlenecks", NOVEMBER) is None
    assert report_freeze.frozen(desk, an_operator(desk), "bottlenecks", NOVEMBER, filters=filters) == kept


def test_a_period_that_is_not_over_cannot_be_frozen(desk):
    with pytest.raises(PeriodOpen):
        freeze(desk, START)


def test_the_fingerprint_stands_in_every_foot_and_is_the_same_in_both_languages(desk):
    marks = set()
    for language in ("en", "ru"):
        with speaking(language):
            content = reporting.content(desk, an_operator(desk), "bottlenecks", *_days(), as_of=AFTER)
        marks.add(fingerprint(content))
        stream = BytesIO()
        write(content, "json", stream)
        assert json.loads(stream.getvalue())["fingerprint"] in marks
        assert all(any(shown(fingerprint(content)) in line for line in page) for page in pages_of(pdf_of(content)))

    assert len(marks) == 1


def test_another_figure_is_another_fingerprint(desk):
    content = reporting.content(desk, an_operator(desk), "bottlenecks", *_days())

    figure = replace(content.figures[0], value=99)

    assert fingerprint(replace(content, figures=(figure, *content.figures[1:]))) != fingerprint(content)
