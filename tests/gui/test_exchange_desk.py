"""The exchange in the window, on real stations around a real file: what one operator saves another one sees."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from helpdesk import bootstrap
from helpdesk.service import company, request, sync
from tests.builders import a_clock, a_desk, a_request, an_operator
from ui.exchange_desk import ExchangeDesk
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.panes.settings_office import OfficeSection
from ui.seat import Seat
from ui.tasks import InlineTasks
from ui.theme import Tone

PASSPHRASE = "four words are enough"


def a_seat(desk) -> Seat:
    messages = RecordingMessages()
    return Seat(desk, company.operators(desk)[0], InlineTasks(messages), messages, Locale())


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    return tmp_path / "share" / "office.hub"


@pytest.fixture
def first(tmp_path: Path, hub: Path):
    desk = a_desk(tmp_path / "first")
    sync.create(desk, an_operator(desk), str(hub), PASSPHRASE)
    yield a_seat(desk)
    desk.database.close_all()


@pytest.fixture
def second(tmp_path: Path, hub: Path, first: Seat):
    made = bootstrap.join(tmp_path / "second", str(hub), PASSPHRASE, operator="Boris Lunin", clock=a_clock())
    yield a_seat(made.desk)
    made.close()


@pytest.fixture
def exchange(shown):
    window = shown(QWidget())
    made = []

    def begin(seat: Seat) -> ExchangeDesk:
        desk = ExchangeDesk(seat, window)
        for part in (desk.light, desk.banners):
            part.setParent(window)
        desk.begin()
        made.append(desk)
        return desk

    yield begin
    for desk in made:
        desk.stop()


def test_a_request_saved_at_one_station_reaches_the_panes_of_another(first, second, exchange, qtbot):
    there = exchange(second)
    made = request.register(first.desk, first.operator.id, a_request("Kettle with a crack"))
    here = exchange(first)

    with qtbot.waitSignal(there.changed) as changed:
        there.exchange()

    assert made.id in changed.args[0].requests
    assert request.card(second.desk, second.operator.id, made.id).row.subject == "Kettle with a crack"
    assert here.light.isVisible()
    assert here.light.text() == "Synced just now"
    assert here.light.tone is Tone.GOOD


def test_a_change_of_this_station_is_sent_soon(first, exchange, qtbot):
    here = exchange(first)
    made = request.register(first.desk, first.operator.id, a_request())

    with qtbot.waitSignal(here.exchanged) as exchanged:
        here.refresh(made.changes)

    assert exchanged.args[0].sent == 1


def test_a_hub_that_is_gone_is_told_in_words_once_and_work_goes_on(first, hub, exchange, qtbot):
    here = exchange(first)
    hub.rename(hub.with_name("elsewhere.hub"))

    here.exchange()
    assert here.banners.fault.isHidden()
    here.exchange()
    assert str(hub) in here.banners.fault.accessibleName()
    assert "safe here" in here.banners.fault.accessibleName()
    assert here.light.tone is Tone.WARN
    assert first.messages.errors == []

    hub.with_name("elsewhere.hub").rename(hub)
    here.exchange()
    assert here.banners.fault.isHidden()
    assert here.light.tone is Tone.GOOD


def test_the_light_tells_how_long_ago(first, exchange):
    here = exchange(first)

    first.desk.clock.instant += timedelta(seconds=12)
    here._show_light()
    assert here.light.text() == "Synced 12 s ago"
    first.desk.clock.instant += timedelta(minutes=9)
    here._show_light()
    assert here.light.text() == "Synced 9 min ago"
    assert here.light.tone is Tone.WARN


def test_a_station_alone_shows_no_light(tmp_path, exchange):
    desk = a_desk(tmp_path / "alone")

    alone = exchange(a_seat(desk))

    assert not alone.is_member
    assert alone.light.isHidden()
    desk.database.close_all()


def test_an_office_is_made_in_the_settings(tmp_path, hub, shown, qtbot):
    desk = a_desk(tmp_path / "first")
    seat = a_seat(desk)
    section = shown(OfficeSection(seat), 640, 700)

    qtbot.mouseClick(section.make, Qt.MouseButton.LeftButton)
    assert section.address.accessibleDescription()
    section.address.setText(str(hub))
    section.passphrase.setText(PASSPHRASE)
    section.again.setText("four words are not")
    qtbot.mouseClick(section.make, Qt.MouseButton.LeftButton)
    assert section.again.accessibleDescription()
    assert not hub.exists()

    section.again.setText(PASSPHRASE)
    with qtbot.waitSignal(section.changed):
        qtbot.mouseClick(section.make, Qt.MouseButton.LeftButton)
    assert hub.exists()
    assert section.steps["now"].isVisible()
    assert not section.make.isVisible()
    assert section.passphrase.text() == ""

    qtbot.mouseClick(section.steps["verify"], Qt.MouseButton.LeftButton)
    assert "whole" in seat.messages.notices[-1]
    whole = hub.read_bytes()
    hub.write_bytes(whole[:-20] + bytes(20))
    qtbot.mouseClick(section.steps["verify"], Qt.MouseButton.LeftButton)
    assert "damaged" in seat.messages.warnings[-1]

    qtbot.mouseClick(section.steps["leave"], Qt.MouseButton.LeftButton)
    assert section.make.isVisible()
    desk.database.close_all()
