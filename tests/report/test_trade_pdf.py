"""Fulfilment, bottlenecks, complaints, sales, audit and the sheets in print: golden words and page counts, both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.audit import AuditAct
from helpdesk.domain.facts.audit import AuditFacts, AuditLine
from helpdesk.domain.facts.bottlenecks import BottleneckFacts, PathFacts, Spread, StageFacts, WorkflowFacts
from helpdesk.domain.facts.complaints import Claim, ComplaintFacts
from helpdesk.domain.facts.fulfilment import FulfilmentFacts, OrderCourse
from helpdesk.domain.facts.sales import Band, SalesFacts, Seller, Step
from helpdesk.domain.facts.sheet import ShiftFacts
from helpdesk.domain.workflow import Cause
from helpdesk.report import audit, bottlenecks, complaints, fulfilment, sales, shift
from helpdesk.report.content import ReportContent
from tests.report.reading import page_count, pages_of, pdf_of
from tests.report.samples import MADE_AT, a_frame

HOUR = 3_600_000
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def orders(count: int) -> list[OrderCourse]:
    return [
        OrderCourse(
            alias=at,
            number=f"1-{at:05}-0",
            customer="Anna Brook",
            carrier=("Swift", "Turtle")[at % 2],
            ordered_on=FIRST + timedelta(days=at % 9),
            requested_on=None,
            first_confirmed_on=date(2026, 11, 15),
            shipped_on=date(2026, 11, 14),
            delivered_on=date(2026, 11, 15 + at % 2),
            stage="delivered",
            total_minor=12_345,
        )
        for at in range(count)
    ]


def of_orders(count: int, language: str = "en") -> ReportContent:
    october = date(2026, 10, 1), date(2026, 10, 31)
    facts = FulfilmentFacts(orders(count), FIRST, LAST, *october, today=date(2026, 12, 20), currency="RUB")
    return fulfilment.build(facts, a_frame(language))


def of_stages(language: str) -> ReportContent:
    stages = tuple(
        StageFacts(
            stage=stage,
            spread=Spread(40, 5 * HOUR, 30 * HOUR),
            entered=44,
            left=40,
            again=4,
            working=working * HOUR,
            waiting={cause: waiting * HOUR},
            standing=4,
            oldest=50 * HOUR,
            present=1.5,
            mean_visit=6.0 * HOUR,
        )
        for stage, working, cause, waiting in (
            ("waiting_department", 0, Cause.DEPARTMENT, 300),
            ("in_work", 100, Cause.ABSENT, 100),
        )
    )
    workflow = WorkflowFacts(
        name="requests",
        cases=40,
        events=180,
        mean_case=211_200_000.0,
        median_case=172_800_000,
        median_case_wished=86_400_000,
        arrived=44,
        departed=40,
        standing=4,
        present=2.5,
        mean_visit=6.0 * HOUR,
        stages=stages,
        departments=(),
        paths=(PathFacts("", "in_work", 44, 0), PathFacts("in_work", "waiting_department", 30, 5 * HOUR)),
    )
    titles = {"in_work": ("In work", "В работе"), "waiting_department": ("Waiting for department", "Ждём отдел")}
    facts = BottleneckFacts(processes=(workflow,), titles=titles, days=30.0, as_of=MADE_AT)
    return bottlenecks.build(facts, a_frame(language))


def of_claims(language: str) -> ReportContent:
    claims = [
        Claim(
            alias=at,
            is_claim=True,
            number=f"{at}",
            registered_on=date(2026, 11, 2),
            customer="Anna Brook",
            product="Lamp",
            cause="damaged" if at else "late",
            demand="refund",
            remedy="refund",
            outcome="done",
            due_on=date(2026, 11, 12),
            settled_on=date(2026, 11, 12 + (at == 1)),
            amount_minor=100_00,
            cost_minor=150_00,
            department="",
        )
        for at in range(6)
    ]
    facts = ComplaintFacts(
        claims=claims,
        before=3,
        delivered=120,
        delivered_before=100,
        demands={"refund": ("Refund", "Возврат денег")},
        today=date(2026, 12, 1),
        currency="RUB",
    )
    return complaints.build(facts, a_frame(language))


def of_sales(language: str) -> ReportContent:
    facts = SalesFacts(
        funnel=tuple(
            Step(name, count, count * 100_00) for name, count in (("quoted", 10), ("agreed", 6), ("ordered", 4))
        ),
        papers=(Step("invoices", 5, 500_00), Step("payments", 4, 400_00)),
        bands=(Band(Decimal(0), 8, 800_00, 800_00), Band(None, 2, 200_00, 150_00)),
        sellers=(Seller("Olga Senina", 4, 1000_00, 950_00),),
        products=(("Lamp", 10, 950_00),),
        promotions=(),
        orders=4,
        net_minor=950_00,
        gross_minor=1000_00,
        orders_before=2,
        net_before_minor=475_00,
        declined=(("too dear", 3),),
        currency="RUB",
    )
    return sales.build(facts, a_frame(language))


def of_acts(language: str) -> ReportContent:
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    lines = [AuditLine(at, "Olga Senina", AuditAct.EXPORTED, "journal 2026-11-01..2026-11-30 csv", 812)]
    facts = AuditFacts(lines=lines, before={}, changes={"Olga Senina": 7}, consents_given=1, consents_withdrawn=0)
    return audit.build(facts, a_frame(language))


def of_shift(language: str) -> ReportContent:
    facts = ShiftFacts(
        created=3, solved=2, calls=5, owed=1, requests=(), promises=(), tasks=(), states={}, as_of=MADE_AT
    )
    return shift.build(facts, a_frame(language))


MADE = {
    "fulfilment": lambda language: of_orders(30, language),
    "bottlenecks": of_stages,
    "complaints": of_claims,
    "sales": of_sales,
    "audit": of_acts,
    "shift": of_shift,
}
GOLDEN = {
    ("fulfilment", "en"): (
        2,
        "15 of 30 promises were broken; most often: arrived late, no reason noted.",
        ("Orders registered", "RUB 3,703.50", "50.0%", "n = 30, 33% – 67%", "Swift", "page 1 of 2"),
    ),
    ("fulfilment", "ru"): (
        3,
        "Сорвано 15 обещаний из 30; чаще всего: пришёл с опозданием, причина не указана.",
        ("Оформлено заказов", "3 703,50 ₽", "50,0 %", "страница 1 из 3"),
    ),
    ("bottlenecks", "en"): (
        2,
        "75% of all waiting is in “Waiting for department”. If departments answered within 4 h, the median case would"
        " take 1.00 instead of 2.00 days.",
        ("Cases ended", "2.44", "75.0%", "Map of real paths, every step"),
    ),
    ("bottlenecks", "ru"): (
        2,
        "75 % всего ожидания приходится на этап «Ждём отдел». Если бы отделы отвечали за 4 ч, медиана случая была бы"
        " 1,00 дн. вместо 2,00 дн.",
        ("Завершено случаев", "2,44", "Карта действительных путей, все переходы"),
    ),
    ("complaints", "en"): (
        2,
        "1 deadline by law was broken; the commonest cause of complaints is “damaged on the way”.",
        ("5.00", "+100% against the period before", "83.3%", "RUB 600.00", "Running"),
    ),
    ("complaints", "ru"): (
        2,
        "Нарушен 1 срок по закону; самая частая причина жалоб — «повреждено в пути».",
        ("5,00", "+100 % к прошлому периоду", "600,00 ₽"),
    ),
    ("sales", "en"): (
        2,
        "4 of 10 quotes became orders.",
        ("RUB 950.00", "5.0%", "40.0%", "too dear", "above 0%"),
    ),
    ("sales", "ru"): (2, "4 КП из 10 стали заказами.", ("950,00 ₽", "5,0 %", "Ступени скидок")),
    ("audit", "en"): (1, "Olga Senina exported the most: 812 rows.", ("Exports", "812", "exported")),
    ("audit", "ru"): (1, "Больше всех выгружает Olga Senina: 812 строк.", ("Выгрузки", "выгрузка")),
    ("shift", "en"): (1, "Nothing is open.", ("Customers not told yet", "Handed over", "Taken over")),
    ("shift", "ru"): (1, "Открытых заявок нет.", ("Клиентов не уведомлено", "Сдал(а)", "Принял(а)")),
}


@pytest.mark.parametrize(("name", "language"), list(GOLDEN))
def test_each_report_prints_the_pages_and_words_that_were_approved(name, language):
    content = MADE[name](language)
    count, finding, words = GOLDEN[name, language]

    pdf = pdf_of(content)

    text = "\n".join(line for page in pages_of(pdf) for line in page)
    assert content.finding.replace("\u00a0", " ") == finding
    assert [word for word in words if word not in text] == []
    assert page_count(pdf) == count


@pytest.mark.parametrize("count", [0, 1, 29, 30, 10_000])
def test_promises_are_all_judged_whatever_their_number(count):
    content = of_orders(count)

    told = {figure.name: figure for figure in content.figures}
    assert told["orders"].value == count
    assert told["missed"].value == count // 2
    assert told["net"].value == Decimal(count) * Decimal("123.45")
    pdf = pdf_of(content)
    assert page_count(pdf) >= max(1, count // 2 // 40)
    first = "\n".join(pages_of(pdf, 0, 1)[0])
    assert ("few cases" in first) is (5 <= count < 30)
