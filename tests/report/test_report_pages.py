"""Reports on paper: head, finding and page count as they were approved, in both languages; empty periods (S82)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from helpdesk.clock import FixedClock
from helpdesk.report.output import FORMATS, render
from helpdesk.service import company, reporting
from helpdesk.words import speaking
from tests.builders import a_desk, an_operator
from tests.report.reading import pages_of, pdf_of
from tests.service.report_log import MOSCOW, generated, put

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=MOSCOW)
NAMES = ("daily", "open", "sla", "flow", "operators", "calls", "satisfaction", "reasons")
GOLDEN: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {
    ("daily", "en"): (
        1,
        (
            "Daily summary",
            "What needs attention this morning?",
            "Came in",
            "Promises to customers kept",
            "Nothing needs attention: no promise was broken, none is owed, every open request has an owner.",
        ),
    ),
    ("daily", "ru"): (
        1,
        (
            "Сводка за день",
            "Чему уделить внимание с утра?",
            "Пришло",
            "Обещания клиентам выполнены",
            "Ничто не требует внимания: сроки не нарушены, обещаний не осталось, у каждой открытой заявки есть"
            " ответственный.",
        ),
    ),
    ("open", "en"): (
        2,
        (
            "Open and overdue",
            "What is stuck, and with whom?",
            "Open now",
            "Open for over 30 working days",
            "Open requests by age",
            "16 of 18 open requests are overdue; most of them, 6, with Ada.",
        ),
    ),
    ("open", "ru"): (
        2,
        (
            "Открытые и просроченные",
            "Что застряло и у кого?",
            "Открыто сейчас",
            "Открыты больше 30 рабочих дней",
            "Открытые заявки по возрасту",
            "Просрочено 16 из 18 открытых заявок; больше всего, 6, - Ada.",
        ),
    ),
    ("sla", "en"): (
        2,
        (
            "SLA compliance",
            "Which promises do we break?",
            "Promises kept in time",
            "Came in without a policy",
            "Promises kept in time by week",
            "22 of 107 promises were broken; most often solution with priority normal (7).",
        ),
    ),
    ("sla", "ru"): (
        2,
        (
            "Соблюдение сроков",
            "Какие сроки мы нарушаем?",
            "Сроки соблюдены",
            "Пришло без срока",
            "Сроки соблюдены, по неделям",
            "Нарушено 22 срока из 107; чаще всего решение с приоритетом обычный (7).",
        ),
    ),
    ("flow", "en"): (
        2,
        (
            "Request flow",
            "Does what comes in outrun what goes out?",
            "Came in",
            "Open for over 30 working days",
            "The backlog grew by 11 requests to 17: more came in than went out.",
        ),
    ),
    ("flow", "ru"): (
        2,
        (
            "Поток заявок",
            "Приходит больше, чем успеваем выполнить?",
            "Пришло",
            "Открыты больше 30 рабочих дней",
            "Открытых стало больше на 11 заявок, всего 17: пришло больше, чем ушло.",
        ),
    ),
    ("operators", "en"): (
        1,
        (
            "Operators",
            "Who needs help?",
            "Solved",
            "Open now",
            "Nobody solved 30 requests or more: too few to compare.",
        ),
    ),
    ("operators", "ru"): (
        1,
        (
            "Операторы",
            "Кому нужна помощь?",
            "Выполнено",
            "Открыто сейчас",
            "Никто не выполнил 30 заявок и больше: сравнивать рано.",
        ),
    ),
    ("calls", "en"): (
        1,
        (
            "Calls",
            "Can people reach us?",
            "Taken here",
            "Callbacks kept in time",
            "No call log of the exchange was imported for this period: who could not get through is unknown; shown"
            " is what this program saw.",
        ),
    ),
    ("calls", "ru"): (
        1,
        (
            "Звонки",
            "Можно ли до нас дозвониться?",
            "Принято здесь",
            "Перезвонили вовремя",
            "Журнал звонков АТС за этот период не загружен: кто не дозвонился, неизвестно; показано то, что видела"
            " программа.",
        ),
    ),
    ("satisfaction", "en"): (
        1,
        (
            "Satisfaction",
            "Are our customers content?",
            "Satisfied: ratings 4 and 5",
            "Ratings 1 and 2",
            "Ratings from 5 (dark) to 1 (light)",
            "53% of 30 ratings are 4 or 5; before it was 54%, which chance alone explains.",
        ),
    ),
    ("satisfaction", "ru"): (
        1,
        (
            "Удовлетворённость",
            "Довольны ли наши клиенты?",
            "Довольны: оценки 4 и 5",
            "Оценки 1 и 2",
            "Оценки от 5 (тёмное) до 1 (светлое)",
            "53 % из 30 оценок - 4 и 5; было 54 %, разница может быть случайной.",
        ),
    ),
    ("reasons", "en"): (
        1,
        (
            "Contact reasons",
            "Why do people turn to us, and what changed?",
            "Came in",
            "No reason given",
            "No request has a reason yet.",
        ),
    ),
    ("reasons", "ru"): (
        1,
        (
            "Тематики обращений",
            "Почему к нам обращаются и что изменилось?",
            "Пришло",
            "Без тематики",
            "Заявки по тематикам (светлое: до этого)",
            "Ни у одной заявки ещё нет тематики.",
        ),
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("w"), FixedClock(NOW))
    actor = an_operator(desk)
    owners = [actor, *(company.add_operator(desk, actor, name).id for name in ("Ada", "Ben", "Cleo"))]
    put(desk, generated(120, seed=3), owners)
    return desk


def made(desk, name: str, language: str):
    with speaking(language):
        return reporting.content(desk, an_operator(desk), name, *OCTOBER)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", NAMES)
def test_a_report_prints_its_head_finding_and_pages_as_approved(desk, name, language):
    content = made(desk, name, language)

    pages = pages_of(pdf_of(content))

    count, lines = GOLDEN[name, language]
    assert len(pages) == count
    assert [line for line in lines if line not in " ".join(pages[0])] == []
    assert content.finding.replace("\u00a0", " ") == lines[-1]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_an_empty_period_says_so_on_every_way_out(desk, name, language, tmp_path):
    with speaking(language):
        content = reporting.content(desk, an_operator(desk), name, date(2020, 1, 1), date(2020, 1, 31))

    files = [render(content, format, tmp_path) for format in FORMATS]

    assert all(file.stat().st_size > 20 for file in files)
    assert content.finding and content.method


def test_the_daily_summary_always_stands_on_one_page(desk):
    for day in range(1, 32, 5):
        for language in ("en", "ru"):
            with speaking(language):
                at = date(2026, 10, day)
                content = reporting.content(desk, an_operator(desk), "daily", at, at)
            assert len(pages_of(pdf_of(replace(content)))) == 1
