"""Customer cards on a real file: one history (S5), contacts row by row, possible duplicates (S80)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.customer import ConsentPurpose, Contact, ContactKind, CustomerForm
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId
from helpdesk.domain.likeness import DuplicateReason
from helpdesk.domain.order import OrderForm, OrderStage
from helpdesk.errors import FieldMissing, RecordMissing
from helpdesk.service import call, contact, customer, order, request
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from tests.builders import COMPANY, MORNING, a_customer, a_desk, a_mail, a_phone, a_request, an_operator

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture
def clock():
    return FixedClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


def saved(desk: Desk, form: CustomerForm) -> CustomerId:
    return customer.save(desk, an_operator(desk), form).id


def test_a_phone_is_kept_as_typed_beside_its_international_form_and_its_extension(desk, me):
    id = saved(desk, a_customer(phone="8 (921) 555-01-23 доб. 12"))

    kept = customer.card(desk, me, id).form.contacts[0]

    assert (kept.typed, kept.normal, kept.extension) == ("8 (921) 555-01-23 доб. 12", "+79215550123", "12")


@pytest.mark.parametrize("typed", ["555-01-23", "1234", "ask the secretary"])
def test_a_phone_that_reaches_nobody_is_kept_without_an_international_form(desk, me, typed):
    id = saved(desk, a_customer(phone=typed))

    assert customer.card(desk, me, id).form.contacts[0].normal == ""


@pytest.mark.parametrize(
    ("zone", "region"), [("Europe/Moscow", "RU"), ("Asia/Yekaterinburg", "RU"), ("Europe/Berlin", "DE"), ("UTC", "RU")]
)
def test_a_number_without_a_country_is_of_the_country_of_the_company(zone, region):
    assert contact.phone_region(replace(COMPANY, time_zone=zone)) == region


def test_unchanged_contacts_keep_their_identity_and_those_left_out_are_only_marked(desk, me):
    id = saved(desk, a_customer(contacts=(a_phone("+7 921 555-01-23"), a_phone("+7 921 555-01-24"), a_mail())))
    first, _second, mail = customer.card(desk, me, id).form.contacts

    customer.save(desk, me, a_customer(contacts=(mail, first, a_phone("+7 921 555-01-25"))), id=id)

    kept = customer.card(desk, me, id).form.contacts
    assert [one.id for one in kept[:2]] == [mail.id, first.id]
    assert kept[2].normal == "+79215550125"
    with desk.reading() as database:
        assert database.row("SELECT count(*) FROM contact WHERE is_hidden = 1") == (1,)


def test_contacts_typed_again_without_their_identity_are_the_same_rows(desk, me):
    id = saved(desk, a_customer(phone="+7 921 555-01-23"))
    before = customer.card(desk, me, id).form.contacts

    customer.save(desk, me, a_customer(phone="+7 921 555-01-23", city="Пермь"), id=id)

    assert customer.card(desk, me, id).form.contacts == before


def test_a_changed_phone_is_understood_anew_in_its_row(desk, me):
    id = saved(desk, a_customer(phone="+7 921 555-01-23"))
    before = customer.card(desk, me, id).form.contacts[0]

    customer.save(desk, me, a_customer(contacts=(replace(before, typed="8 921 555 01 99"),)), id=id)

    after = customer.card(desk, me, id).form.contacts[0]
    assert (after.id, after.normal) == (before.id, "+79215550199")
    assert [one.row.id for one in call.candidates(desk, me, "+79215550199")] == [id]
    assert not call.candidates(desk, me, "+79215550123")


def test_saving_a_card_unchanged_touches_nothing(desk, me):
    id = saved(desk, a_customer(phone="+7 921 555-01-23", tags=("vip",)))

    again = customer.save(desk, me, customer.card(desk, me, id).form, id=id)

    assert not again.changes.customers


def test_what_was_typed_comes_back_whole(desk, me):
    form = a_customer(
        form_of_address="Пётр Сергеевич",
        company="Поляна",
        position="Снабженец",
        city="Пермь",
        inn="5902000000",
        note="Звонит сам",
        warning="Не звонить до 10",
        preferences="почта",
        language="ru",
        time_zone="Asia/Yekaterinburg",
        tags=("опт", "vip"),
    )

    assert customer.card(desk, me, saved(desk, form)).form == form


@pytest.mark.parametrize("name", ["", "  ", "\t\n"])
def test_a_card_without_a_name_needs_a_contact(desk, me, name):
    with pytest.raises(FieldMissing):
        saved(desk, a_customer(name, contacts=(Contact(ContactKind.PHONE, "  "),)))

    assert saved(desk, a_customer(name, phone="+7 921 555-01-23"))


@pytest.mark.parametrize("name", ["\u200b\u200b", "\ufeff", "\u00a0", "\u3164", "…", "💧", "N" * 10_000])
def test_any_sign_and_any_length_make_a_name(desk, me, name):
    id = saved(desk, a_customer(name))

    assert customer.card(desk, me, id).form.name == name
    assert [row.id for row in customer.rows(desk, me)] == [id]
    assert [row.id for row in customer.rows(desk, me, name)] == [id]


@pytest.mark.skipif(not (SHARED / "blns.json").exists(), reason="the shared test data is not here")
def test_naughty_strings_are_kept_and_searched_without_harm(desk, me):
    texts = json.loads((SHARED / "blns.json").read_text(encoding="utf-8"))
    texts = [text for text in texts if text.strip(" \t\r\n")]
    with desk.work() as unit:
        forms = [a_customer(text, phone=text, mail=text, city=text, note=text, tags=(text,)) for text in texts]
        ids = [CustomerId(customer.save_in(unit, desk, form).id) for form in forms]

    with desk.reading():
        for text, form, id in zip(texts, forms, ids, strict=True):
            assert customer.card(desk, me, id).form.note == text
            customer.rows(desk, me, text, limit=5)
            customer.duplicates(desk, me, form)
            call.candidates(desk, me, text)


def test_a_card_gathers_requests_orders_calls_and_messages_newest_first(desk, me, clock):
    """S5, S70."""
    id = saved(desk, a_customer())
    made = request.register(desk, me, a_request(customer=id))
    clock.instant += timedelta(minutes=1)
    request.customer_said(desk, me, made.id, "It is dark here", Channel.MAIL)
    clock.instant += timedelta(minutes=1)
    bought = order.register(desk, me, OrderForm(customer=id, note="One lamp"))
    clock.instant += timedelta(minutes=1)
    ringing = call.start(desk, me, "+79215550123")
    call.choose_customer(desk, me, ringing.id, id)

    card = customer.card(desk, me, id)

    assert [line.kind for line in card.history] == ["call", "order", "message", "request"]
    assert [line.number for line in card.history] == ["", bought.number, made.number, made.number]
    assert card.history[0].title == "Call"
    assert card.open_requests == 1


def test_orders_tell_how_far_they_are_and_whether_they_are_late_in_the_companys_day(desk, me, clock):
    id = saved(desk, a_customer())
    made = order.register(desk, me, OrderForm(customer=id, note="One lamp", requested_on=date(2026, 11, 23)))
    order.advance(desk, me, made.id, OrderStage.CONFIRMED, on=date(2026, 11, 23))

    clock.instant = MORNING.replace(hour=20, minute=59)
    before_midnight = customer.card(desk, me, id).orders[0]
    clock.instant = MORNING.replace(hour=21)
    after_midnight = customer.card(desk, me, id).orders[0]
    order.advance(desk, me, made.id, OrderStage.SHIPPED, on=date(2026, 11, 24))
    shipped = customer.card(desk, me, id).orders[0]

    assert (before_midnight.done, before_midnight.total, before_midnight.is_late) == (2, 5, False)
    assert after_midnight.is_late
    assert (shipped.done, shipped.is_late) == (4, False)


def test_the_last_word_counts_for_each_purpose_and_channel(desk, me, clock):
    id = saved(desk, a_customer())
    customer.set_consent(desk, me, id, ConsentPurpose.ADVERTISING, Channel.MAIL, True, "signed form")
    customer.set_consent(desk, me, id, ConsentPurpose.ADVERTISING, Channel.PHONE, True, "said by phone")
    clock.instant += timedelta(days=1)
    changes = customer.set_consent(desk, me, id, ConsentPurpose.ADVERTISING, Channel.MAIL, False, "")

    consents = {one.channel: one.is_given for one in customer.card(desk, me, id).consents}

    assert consents == {Channel.MAIL: False, Channel.PHONE: True}
    assert changes.customers == {id}


def test_a_consent_needs_its_basis(desk, me):
    id = saved(desk, a_customer())

    with pytest.raises(FieldMissing):
        customer.set_consent(desk, me, id, ConsentPurpose.SERVICE, None, True, " ")


def test_customers_are_listed_newest_first_and_found_by_any_part(desk, me, clock):
    ids = []
    for name, phone in (("Ёлкина Анна", "8 921 555-01-23"), ("Новикова Анна", "8 921 555-77-77")):
        clock.instant += timedelta(minutes=1)
        ids.append(saved(desk, a_customer(name, phone=phone, mail=f"{len(ids)}@polyana.example", city="Пермь")))

    def found(text):
        return [row.id for row in customer.rows(desk, me, text)]

    assert found("") == ids[::-1]
    assert found("елкин") == found("ЁЛКИНА") == found("tkrby") == found("elkina") == found("0123") == ids[:1]
    assert found("пермь") == ids[::-1]
    assert customer.rows(desk, me, "елкина")[0].phone == "+79215550123"
    assert len(customer.rows(desk, me, limit=1)) == 1


def test_names_that_begin_so_come_before_names_that_hold_the_word(desk, me, clock):
    first = saved(desk, a_customer("Анна Белова"))
    clock.instant += timedelta(minutes=1)
    later = saved(desk, a_customer("Белова Анна"))

    assert [row.id for row in customer.rows(desk, me, "анна")] == [first, later]


def test_a_hidden_card_leaves_lists_search_and_callers_until_it_is_put_back(desk, me):
    id = saved(desk, a_customer(phone="+7 921 555-01-23"))

    customer.hide(desk, me, id)
    gone = (customer.rows(desk, me), customer.rows(desk, me, "ивашов"), call.candidates(desk, me, "89215550123"))
    again = customer.duplicates(desk, me, a_customer(phone="+7 921 555-01-23"))
    customer.unhide(desk, me, id)

    assert gone == ((), (), ()) and again == ()
    assert customer.rows(desk, me, "ивашов") and call.candidates(desk, me, "89215550123")


def test_looking_at_the_contacts_is_kept(desk, me):
    id = saved(desk, a_customer(phone="+7 921 555-01-23"))

    shown = customer.shown_contacts(desk, me, id)

    assert [one.typed for one in shown] == ["+7 921 555-01-23"]
    with desk.reading() as database:
        (view,) = tables.ContactView.select().execute(database)
    assert (view.customer, view.operator, view.viewed_at) == (id, me, MORNING)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (a_customer("Somebody", phone="8 921 555-01-23"), DuplicateReason.SAME_PHONE),
        (a_customer("Somebody", mail="PETR@polyana.example"), DuplicateReason.SAME_MAIL),
        (a_customer("Ивашов Пётр Сергеевич"), DuplicateReason.SAME_NAME),
        (a_customer("Ivashov Petr Sergeevich"), DuplicateReason.SAME_NAME),
        (a_customer("Ивашев Петр Сергеевич", city="Пермь"), DuplicateReason.LIKE_NAME),
        (a_customer("Ивашов П. С.", city="пермь"), DuplicateReason.LIKE_NAME),
        (a_customer("Somebody", phone="8 921 555-01-24", mail="anna@polyana.example"), None),
        (a_customer("Смирнов Пётр Сергеевич", city="Пермь"), None),
        (a_customer(""), None),
    ],
)
def test_a_possible_duplicate_is_found_while_it_is_typed(desk, me, typed, reason):
    """S80."""
    saved(desk, a_customer(phone="+7 921 555-01-23", mail="petr@polyana.example", city="Пермь"))

    found = customer.duplicates(desk, me, typed)

    assert [one.reason for one in found] == ([reason] if reason else [])


def test_a_full_name_typed_finds_the_card_kept_with_initials_and_the_other_way(desk, me):
    """S80."""
    saved(desk, a_customer("Ивашов П. С.", city="Пермь"))
    saved(desk, a_customer("Belova Anna Petrovna"))

    assert customer.duplicates(desk, me, a_customer("Ивашов Пётр Сергеевич", city="Пермь"))
    assert customer.duplicates(desk, me, a_customer("Белова Анна Петровна"))
    assert not customer.duplicates(desk, me, a_customer("Ивашов Андрей Сергеевич", city="Пермь"))


@pytest.mark.parametrize("name", ["Ромашка", "ООО «Ромашка»", "romashka", "Ромашкаа", "💧 …"])
def test_a_company_of_one_word_is_found_in_any_form(desk, me, name):
    """S80."""
    kept = saved(desk, a_customer("ООО Ромашка" if name != "💧 …" else name, city="Пермь"))

    assert [one.row.id for one in customer.duplicates(desk, me, a_customer(name, city="Пермь"))] == [kept]


def test_a_card_is_no_duplicate_of_itself_and_the_surest_comes_first(desk, me):
    """S80."""
    form = a_customer(phone="+7 921 555-01-23", city="Пермь")
    mine, namesake = saved(desk, form), saved(desk, a_customer(city="Пермь"))
    same_phone = saved(desk, a_customer("ООО Поляна", phone="89215550123"))

    found = customer.duplicates(desk, me, form, but=mine)

    assert [one.row.id for one in found] == [same_phone, namesake]


def test_a_card_that_is_not_there_is_said_to_be_missing(desk, me):
    with pytest.raises(RecordMissing):
        customer.card(desk, me, CustomerId(b"0" * 16))
    with pytest.raises(RecordMissing):
        customer.save(desk, me, a_customer(), id=CustomerId(b"0" * 16))
