"""The exchange's call log: taken in, and what the report on calls makes of it (SERVICE: calls as they really are)."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.domain.drill import Drill
from helpdesk.service import importing, report_rows, reporting
from helpdesk.storage.queries.report_calls import SHORT
from tests.builders import a_desk, an_operator

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
RUSSIAN = """Начало звонка;Время ответа;Конец звонка;Кто звонил;Линия;Оператор;Результат
02.11.2026 10:00:00;02.11.2026 10:00:12;02.11.2026 10:03:12;+7 921 555-01-23;Заказы;Anna Belova;Отвечен
02.11.2026 10:05:00;;02.11.2026 10:05:40;89215550124;Заказы;;Пропущен
02.11.2026 10:06:00;;02.11.2026 10:06:03;89215550125;Заказы;;Пропущен
02.11.2026 11:00:00;02.11.2026 11:00:45;02.11.2026 11:02:00;+7 921 555-01-26;Сервис;Кто-то;Отвечен
"""
ASTERISK = """calldate,src,dst,duration,billsec,disposition,uniqueid
2026-11-02 10:00:00,79215550123,600,192,180,ANSWERED,1
2026-11-02 10:05:00,79215550124,600,40,0,NO ANSWER,2
2026-11-02 10:05:00,79215550124,600,0,0,BUSY,3
"""


@pytest.fixture
def desk(tmp_path):
    return a_desk(tmp_path / "w")


def taken(desk, tmp_path, text: str, name: str = "calls.csv"):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return importing.run(desk, an_operator(desk), file, "calls")


def rows(desk) -> list[tuple]:
    with desk.reading() as database:
        return database.rows("SELECT result, waited, talked, operator_name FROM logged_call ORDER BY started_at, alias")


def made(desk, **asked):
    return reporting.content(desk, an_operator(desk), "calls", *NOVEMBER, **asked)


def test_a_log_of_instants_and_one_of_lengths_say_the_same(desk, tmp_path):
    assert taken(desk, tmp_path, RUSSIAN).created == 4
    instants = rows(desk)
    assert taken(desk, tmp_path, RUSSIAN, "again.csv").unchanged == 4

    other = a_desk(tmp_path / "other")
    taken(other, tmp_path, ASTERISK, "cdr.csv")

    assert instants[0][:3] == ("answered", 12, 180)
    assert [row[:2] for row in instants[1:]] == [("abandoned", 40), ("abandoned", 3), ("answered", 45)]
    assert instants[3][3] == "Кто-то"
    assert [row[:2] for row in rows(other)] == [("answered", 12), ("abandoned", 40), ("busy", 0)]


def test_calls_given_up_at_once_stand_apart_and_the_service_level_is_of_those_offered(desk, tmp_path):
    taken(desk, tmp_path, RUSSIAN)

    report = made(desk)

    values = {figure.name: (figure.value, figure.n) for figure in report.figures}
    assert values["offered"][0] == 3
    assert (round(float(values["answer_rate"][0]), 3), values["answer_rate"][1]) == (0.667, 3)
    assert round(float(values["service_level"][0]), 3) == 0.333
    hours = {row[0]: row[1:] for row in report.tables[0].rows}
    assert hours["10:00"][:2] == (2, 1) and hours["10:00"][3:5] == (1, 1)
    scope = reporting.scope_of(desk, *NOVEMBER)
    short = report_rows.rows(desk, an_operator(desk), "calls", scope, Drill("call", "short"))
    assert [call.waited_seconds for call in short] == [3]
    assert short[0].waited_seconds < SHORT


def test_without_a_log_the_report_says_so_and_shows_what_this_program_saw(desk):
    report = made(desk)

    assert report.finding.startswith("No call log")
    assert {figure.name for figure in report.figures}.isdisjoint({"offered", "answer_rate", "service_level"})


def test_a_log_without_ring_times_hides_the_service_level(desk, tmp_path):
    taken(
        desk, tmp_path, "Начало звонка;Линия;Результат\n02.11.2026 10:00:00;1;Отвечен\n02.11.2026 10:10:00;1;Отвечен\n"
    )

    report = made(desk)

    names = [figure.name for figure in report.figures]
    assert "answer_rate" in names and "service_level" not in names
    assert report.tables[0].rows[0][-1] is None
