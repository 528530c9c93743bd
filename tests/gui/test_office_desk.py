"""What wants a decision after stations met: on the record, in the list, counted in the bar; who has what open."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from helpdesk import bootstrap
from helpdesk.domain.changes import Changes
from helpdesk.errors import HubFull, HubNewer
from helpdesk.service import company, customer, request, settling, station, sync, sync_station
from tests.builders import a_clock, a_customer, a_desk, a_request
from ui.dialogs.office_matters import OfficeMatters
from ui.exchange_banners import ExchangeBanners
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.office_desk import count_matters
from ui.panes.customer_card import CustomerCardPane
from ui.panes.request import RequestPane
from ui.panes.settings_keys import KeysSection
from ui.panes.settings_stations import StationsSection
from ui.presence_desk import PresenceDesk
from ui.seat import Seat
from ui.tasks import InlineTasks

PASSPHRASE = "four words are enough"


def a_seat(desk, name: str) -> Seat:
    messages = RecordingMessages()
    operator = next(one for one in company.operators(desk) if one.name == name)
    return Seat(desk, operator, InlineTasks(messages), messages, Locale())


@pytest.fixture
def seats(tmp_path: Path):
    (tmp_path / "share").mkdir()
    hub = str(tmp_path / "share" / "office.hub")
    first = a_desk(tmp_path / "first")
    sync.create(first, company.operators(first)[0].id, hub, PASSPHRASE)
    made = bootstrap.join(tmp_path / "second", hub, PASSPHRASE, operator="Boris Lunin", clock=a_clock())
    pair = a_seat(first, "Anna Belova"), a_seat(made.desk, "Boris Lunin")
    exchange(*pair)
    yield pair
    for seat in pair:
        seat.desk.database.close_all()


def exchange(*seats):
    for _ in range(2):
        for seat in seats:
            sync.now(seat.desk, seat.operator.id)


def button(owner, text):
    return next(one for one in owner.findChildren(QPushButton) if one.text() == text)


def two_cities(anna, boris):
    saved = customer.save(anna.desk, anna.operator.id, a_customer("Petr Ivashov", city="Moscow"))
    exchange(anna, boris)
    customer.save(anna.desk, anna.operator.id, a_customer("Petr Ivashov", city="Pskov"), id=saved.id)
    customer.save(boris.desk, boris.operator.id, a_customer("Petr Ivashov", city="Tver"), id=saved.id)
    exchange(anna, boris)
    return saved.id


def taken_twice(anna, boris):
    made = request.register(anna.desk, anna.operator.id, a_request("Kettle with a crack"))
    exchange(anna, boris)
    for seat in (anna, boris):
        request.take(seat.desk, seat.operator.id, [made.id])
    exchange(anna, boris)
    return made.id


def test_the_card_tells_what_was_also_entered_and_one_click_restores_it_for_everybody(seats, shown, qtbot):
    anna, boris = seats
    identity = two_cities(anna, boris)
    pane = shown(CustomerCardPane(boris), 380, 700)
    pane.show_customer(identity)

    (banner,) = pane.view.also.banners
    assert banner.accessibleName().startswith("Also entered: City. ")
    assert "“Pskov”" in banner.accessibleName() and "now it is “Tver”" in banner.accessibleName()
    with qtbot.waitSignal(pane.changed):
        qtbot.mouseClick(button(banner, "Restore"), Qt.MouseButton.LeftButton)
    exchange(boris, anna)

    assert customer.card(anna.desk, anna.operator.id, identity).form.city == "Pskov"
    assert pane.view.also.isHidden()


def test_an_entry_left_as_it_is_is_told_no_more(seats, shown, qtbot):
    anna, boris = seats
    two_cities(anna, boris)
    matters = shown(OfficeMatters(anna), 680, 520)

    (banner,) = matters.banners
    assert banner.accessibleName().startswith("Customer · Petr Ivashov: City. ")
    qtbot.mouseClick(button(banner, "Leave as it is"), Qt.MouseButton.LeftButton)

    assert matters.banners == []
    assert count_matters(anna.desk, anna.operator.id) == (0, 0)


def test_a_request_taken_twice_is_listed_opened_and_settled_for_both(seats, shown, qtbot):
    anna, boris = seats
    identity = taken_twice(anna, boris)
    assert count_matters(boris.desk, boris.operator.id) == (1, 0)
    matters = shown(OfficeMatters(boris), 680, 520)

    (banner,) = matters.banners
    assert "Taken by two operators at once" in banner.accessibleName()
    assert "Anna Belova" in banner.accessibleName() and "Agree who goes on" in banner.accessibleName()
    with qtbot.waitSignal(matters.opened) as opened:
        qtbot.mouseClick(button(banner, "Open"), Qt.MouseButton.LeftButton)
    assert opened.args == ["request", identity]
    with qtbot.waitSignal(matters.changed) as changed:
        qtbot.mouseClick(button(banner, "Settled"), Qt.MouseButton.LeftButton)
    exchange(boris, anna)

    assert changed.args == [Changes()]
    assert settling.matters(anna.desk, anna.operator.id) == ()


def test_the_request_says_who_else_has_it_open_with_the_age_of_that(seats, shown):
    anna, boris = seats
    made = request.register(anna.desk, anna.operator.id, a_request())
    exchange(anna, boris)
    there = PresenceDesk(boris, lambda: ("request", made.id))
    there.look()
    exchange(boris, anna)
    pane = shown(RequestPane(anna), 700, 700)
    pane.show_request(made.id)
    here = PresenceDesk(anna, lambda: ("request", made.id))
    told = []
    here.known.connect(lambda *said: told.append(said))
    anna.desk.clock.instant += timedelta(seconds=40)

    here.look()
    pane.show_presence(*told[-1][1:])

    assert pane.view.head.presence.text() == "Boris Lunin has it open, 40 s ago"


def test_presence_is_told_seldom_and_only_what_is_new(seats):
    anna, boris = seats
    made = request.register(anna.desk, anna.operator.id, a_request())
    exchange(anna, boris)

    def tell(subject):
        station.tell(boris.desk, boris.operator.id, "request" if subject else "", subject)
        with boris.desk.reading() as database:
            return database.row("SELECT count(*) FROM change")[0]

    assert tell(made.id) == 1
    exchange(boris)
    boris.desk.clock.instant += timedelta(seconds=20)
    assert tell(None) == 0
    boris.desk.clock.instant += timedelta(seconds=20)
    assert tell(made.id) == 0
    boris.desk.clock.instant += timedelta(minutes=5)
    assert tell(made.id) == 1
    exchange(boris)
    boris.desk.clock.instant += timedelta(seconds=31)
    assert tell(None) == 1


def test_a_station_alone_tells_nobody_what_is_open(tmp_path):
    desk = a_desk(tmp_path / "alone")
    operator = company.operators(desk)[0].id

    station.tell(desk, operator, "request", bytes(16))

    with desk.reading() as database:
        assert database.row("SELECT count(*) FROM presence")[0] == 0
    desk.database.close_all()


def test_stations_are_listed_with_this_one_marked(seats, shown):
    anna, boris = seats
    customer.save(boris.desk, boris.operator.id, a_customer())
    exchange(boris, anna)
    section = shown(StationsSection(anna), 620, 200)
    section.read()

    own, other = section.model.cells
    assert own[0] == "1-…" and own[1].endswith("(this one)")
    assert other[0] == "2-…" and other[1].startswith("Boris Lunin · ")
    assert own[3] == other[3] != ""


def test_a_station_that_was_not_heard_for_a_day_stands_in_reports(seats):
    anna, boris = seats
    customer.save(boris.desk, boris.operator.id, a_customer())
    exchange(boris, anna)
    now = anna.desk.clock.now()
    name = next(one.name for one in sync_station.stations(anna.desk, anna.operator.id) if not one.is_own)

    with anna.desk.reading() as database:
        assert station.unheard(database, now + timedelta(hours=23)) == []
        assert [found[0] for found in station.unheard(database, now + timedelta(hours=25))] == [name]


def test_banners_say_what_happened_and_what_to_do(shown):
    banners = shown(ExchangeBanners(Locale()), 900, 200)

    banners.show_error(HubFull("office.hub"))
    assert "full" in banners.fault.accessibleName() and "Free some space" in banners.fault.accessibleName()
    banners.show_error(HubNewer("office.hub", 2, 1))
    assert "newer program" in banners.fault.accessibleName()
    banners.clear_error()
    assert banners.fault.isHidden()

    banners.show_clock(timedelta(minutes=4))
    assert banners.clock.isHidden()
    banners.show_clock(timedelta(minutes=-7))
    assert "7\xa0min behind" in banners.clock.accessibleName()
    banners.show_clock(timedelta(hours=2))
    assert "ahead" in banners.clock.accessibleName()
    banners.show_clock(None)
    assert banners.clock.isHidden()


def test_copies_that_were_taken_in_are_told_once(shown):
    banners = shown(ExchangeBanners(Locale()), 900, 200)

    banners.show_copies(("office-PC7.hub",))
    assert "office-PC7.hub" in banners.copies.accessibleName()
    banners.copies.hide()
    banners.show_copies(("office-PC7.hub",))
    assert banners.copies.isHidden()


def test_an_invitation_and_a_recovery_key_are_shown_once_and_a_passphrase_is_changed(seats, shown, qtbot):
    anna, _boris = seats
    section = shown(KeysSection(anna), 560, 400)

    qtbot.mouseClick(section.invite, Qt.MouseButton.LeftButton)
    assert section.dialog.shown.text().count("-") == 3
    qtbot.mouseClick(section.dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == section.dialog.shown.text()
    section.dialog.close()
    qtbot.mouseClick(section.recovery, Qt.MouseButton.LeftButton)
    assert section.dialog.shown.text().count("-") == 6
    section.dialog.close()

    section.passphrase.setText("five other words")
    section.again.setText("five other word")
    qtbot.mouseClick(section.change, Qt.MouseButton.LeftButton)
    assert section.again.accessibleDescription()
    section.again.setText("five other words")
    with qtbot.waitSignal(section.told):
        qtbot.mouseClick(section.change, Qt.MouseButton.LeftButton)
    assert section.passphrase.text() == section.again.text() == ""
    assert anna.messages.errors == []
