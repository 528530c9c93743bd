"""Contact reasons on every request: suggested, chosen, imported, filtered by (S82)."""

from __future__ import annotations

from datetime import date

from helpdesk.domain.report_scope import ReportFilter
from helpdesk.service import contact_reason, importing, reporting, request
from tests.builders import a_desk, a_request, an_operator

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def names(desk, identity) -> str:
    return next((one.name_en for one in contact_reason.reasons(desk) if one.id == identity), "")


def test_a_request_gets_the_reason_that_its_words_suggest_unless_one_is_chosen(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    other = next(one.id for one in contact_reason.reasons(desk) if one.name_en == "Other")

    suggested = request.register(desk, actor, a_request("Доставка опоздала"))
    chosen = request.register(desk, actor, a_request("Доставка опоздала", reason=other))

    assert names(desk, request.card(desk, actor, suggested.id).reason) == "Late delivery"
    assert request.card(desk, actor, chosen.id).reason == other


def test_a_reason_is_changed_on_the_request_and_a_new_one_stands_in_the_tree(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    delivery = next(one.id for one in contact_reason.reasons(desk) if one.name_en == "Delivery")
    made = request.register(desk, actor, a_request("..."))

    lift = contact_reason.add(desk, actor, "Подъём на этаж", parent=delivery, words="лифт этаж")
    request.edit(desk, actor, made.id, reason=lift)

    assert request.card(desk, actor, made.id).reason == lift
    assert contact_reason.suggest(desk, "Поднимете на этаж без лифта?") == lift


def test_an_import_takes_the_reason_by_name_and_guesses_what_is_missing(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    file = tmp_path / "requests.csv"
    file.write_text("Тема;Тематика\nСломалась ручка;Возврат денег и обмен\nГде мой заказ;\nПривет;Погода\n", "utf-8")

    result = importing.run(desk, actor, file, "requests")

    with desk.reading() as database:
        rows = database.rows("SELECT subject, reason FROM request ORDER BY alias")
    found = {subject: names(desk, reason and bytes(reason)) for subject, reason in rows}
    expected = {"Сломалась ручка": "Return and refund", "Где мой заказ": "Where is the order", "Привет": ""}
    assert found == expected
    assert len(result.warnings) == 1


def test_a_report_on_a_reason_counts_those_below_it_too(tmp_path):
    desk = a_desk(tmp_path / "w")
    actor = an_operator(desk)
    delivery = next(one.id for one in contact_reason.reasons(desk) if one.name_en == "Delivery")
    for subject in ("Доставка опоздала", "Доставка", "Где мой заказ"):
        request.register(desk, actor, a_request(subject))

    filters = ReportFilter(reasons=frozenset({delivery}))
    content = reporting.content(desk, actor, "flow", *NOVEMBER, filters=filters)

    assert content.figures[0].value == 2
    assert "Delivery" in content.frame.filters[0]
