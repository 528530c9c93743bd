"""Operators, ratings and contact reasons against a plain reference over generated histories (S82)."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.facts.satisfaction import Recommendation
from helpdesk.domain.request import RequestForm
from helpdesk.report.satisfaction import net, net_interval
from helpdesk.service import company, contact_reason, customer, reporting, request
from tests.builders import a_customer, a_desk, an_operator
from tests.service.report_log import MOSCOW, NOW, business, generated, put, spells

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
START, END = datetime(2026, 10, 1, tzinfo=MOSCOW), datetime(2026, 11, 1, tzinfo=MOSCOW)
NAMES = ("Anna Belova", "Ada", "Ben", "Cleo")


@pytest.fixture(scope="module", params=(0, 1, 29, 30, 1500))
def told(request, tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("w"), FixedClock(NOW))
    actor = an_operator(desk)
    owners = [actor, *(company.add_operator(desk, actor, name, "First line").id for name in NAMES[1:])]
    log = generated(request.param, seed=7)
    put(desk, log, owners)
    return desk, log


def content(desk, name: str):
    return reporting.content(desk, an_operator(desk), name, *OCTOBER)


def inside(at) -> bool:
    return at is not None and START <= at < END


def test_each_operator_is_told_by_what_the_operator_solved_and_what_came_back(told):
    desk, log = told
    solved, back = defaultdict(set), defaultdict(set)
    for one in log:
        every = spells(one)
        for (_from, _again, ended, how), after in zip(every, [*every[1:], None], strict=True):
            if how == "solved" and inside(ended):
                solved[NAMES[one.owner]].add(one.number)
                if after and after[0] <= ended + timedelta(days=14):
                    back[NAMES[one.owner]].add(one.number)

    report = content(desk, "operators")

    rows = {row[0]: row for row in report.tables[0].rows}
    assert {name: row[1] for name, row in rows.items() if row[1]} == {name: len(ones) for name, ones in solved.items()}
    for name, ones in solved.items():
        share = rows[name][2]
        if len(ones) >= 5:
            assert float(share) == pytest.approx(len(back[name]) / len(ones))
        else:
            assert share is None
    answers = [business(one.created_at, one.answered_at) for one in log if inside(one.answered_at)]
    response = next(figure for figure in report.figures if figure.name == "first_response")
    assert response.n == len(answers)


def test_nobody_is_ranked_on_fewer_than_thirty_solved(told):
    desk, _log = told

    table = content(desk, "operators").tables[0]

    unranked = [row for row in table.rows if row[1] < 30]
    assert [row[0] for row in unranked] == sorted(row[0] for row in unranked)
    assert table.rows[len(table.rows) - len(unranked) :] == unranked


def test_ratings_and_recommendations_are_counted_as_the_reference_does(told):
    desk, log = told
    given = [one.score for one in log if one.score and inside(one.score[0])]
    scores = Counter(score for _at, score, _recommend in given)
    answers = [recommend for _at, _score, recommend in given if recommend is not None]

    report = content(desk, "satisfaction")

    values = {figure.name: (figure.value, figure.n) for figure in report.figures}
    assert values["csat"][1] == values["nps"][1] + sum(recommend is None for *_rest, recommend in given) == len(given)
    if given:
        assert float(values["csat"][0]) == pytest.approx((scores[4] + scores[5]) / len(given))
    if answers:
        ups, downs = sum(one >= 9 for one in answers), sum(one <= 6 for one in answers)
        assert float(values["nps"][0]) == pytest.approx(100 * (ups - downs) / len(answers))
    assert sum(row[6] for row in report.tables[0].rows) == len(given)


def test_the_net_recommendation_is_hidden_below_thirty_and_carries_its_interval():
    answers = Recommendation(promoters=50, passives=30, detractors=20)

    low, high = net_interval(answers)

    assert net(answers) == 30
    assert (round(low), round(high)) == (15, 45)
    assert net(Recommendation()) is None


def test_a_customer_answers_once_a_quarter(tmp_path):
    clock = FixedClock(datetime(2026, 10, 5, 12, 0, tzinfo=MOSCOW))
    desk = a_desk(tmp_path / "w", clock)
    actor = an_operator(desk)
    someone = customer.save(desk, actor, a_customer()).id
    from helpdesk.domain.request import Satisfaction

    for recommend in (2, 10):
        made = request.register(desk, actor, RequestForm(subject="Лампа", customer=someone))
        request.solve(desk, actor, made.id, "ok")
        given = Satisfaction(5, recommend=recommend)
        request.rate(desk, actor, made.id, given, is_satisfied=True)
        clock.instant += timedelta(days=2)

    nps = next(figure for figure in content(desk, "satisfaction").figures if figure.name == "nps")

    assert (nps.value, nps.n) == (100, 1)


def test_reasons_count_repeats_of_one_customer_within_a_week(tmp_path):
    clock = FixedClock(datetime(2026, 10, 5, 12, 0, tzinfo=MOSCOW))
    desk = a_desk(tmp_path / "w", clock)
    actor = an_operator(desk)
    someone = customer.save(desk, actor, a_customer()).id
    late = next(one.id for one in contact_reason.reasons(desk) if one.name_en == "Late delivery")
    for days in (0, 3, 9, 1):
        clock.instant += timedelta(days=days)
        request.register(desk, actor, RequestForm(subject="Доставка опоздала", customer=someone))
    request.register(desk, actor, RequestForm(subject="Счёт на лампы"))

    report = content(desk, "reasons")

    values = {figure.name: (figure.value, figure.n) for figure in report.figures}
    rows = {row[0].strip("\u00a0"): row for row in report.tables[0].rows}
    assert values["created"][0] == 5
    assert (float(values["repeat"][0]), values["repeat"][1]) == (0.5, 4)
    assert rows["Delivery"][1] == rows["Late delivery"][1] == 4
    assert rows["Payment and papers"][1] == 1
    assert sum(row[1] for row in report.tables[0].rows if not row[0].startswith("\u00a0")) == 5
    assert late.hex() in dict(report.tables[0].drills[1].values)["reasons"]
