"""Reports that make themselves, set up and carried out in the window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from helpdesk.domain.period import Period
from helpdesk.domain.request import RequestKind
from helpdesk.service import company, report_schedule
from tests.builders import MORNING, a_desk
from ui.dialogs.report_schedules import ReportSchedulesDialog
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.panes.report_filters import Chosen, ReportFilter
from ui.panes.report_kept import Settings
from ui.report_clock import ReportClock
from ui.seat import Seat
from ui.tasks import InlineTasks


@pytest.fixture
def seat(tmp_path):
    desk = a_desk(tmp_path / "workplace")
    messages = RecordingMessages()
    yield Seat(desk, company.operators(desk)[0], InlineTasks(messages), messages, Locale())
    desk.database.close_all()


def settings(name: str = "last-week", **filters) -> Settings:

    day = MORNING.date()
    return Settings("journal", Chosen(Period(day, day), name, ReportFilter(**filters)))


@pytest.fixture
def dialog(seat, shown, tmp_path):
    window = shown(QWidget())

    def show(chosen: Settings) -> ReportSchedulesDialog:
        made = ReportSchedulesDialog(seat, chosen, {"journal": "Request journal"}, "", window)
        made.open()
        return made

    return show


def test_the_present_report_is_made_each_monday_with_its_filters(seat, dialog, qtbot, tmp_path):
    made = dialog(settings(kinds=frozenset({RequestKind.COMPLAINT})))

    qtbot.mouseClick(made.yes, Qt.MouseButton.LeftButton)
    assert "folder" in made.folder.accessibleDescription()
    made.use_folder(str(tmp_path))
    qtbot.mouseClick(made.yes, Qt.MouseButton.LeftButton)

    (schedule,) = report_schedule.listed(seat.desk, seat.operator.id)
    assert schedule.plan.every.text == "monday 08:00"
    assert schedule.plan.period == "last-week"
    assert schedule.plan.filters.kinds == {RequestKind.COMPLAINT}
    made.reject()


def test_a_period_of_fixed_days_cannot_be_scheduled(seat, dialog, qtbot, tmp_path):
    made = dialog(settings("own"))
    made.use_folder(str(tmp_path))

    qtbot.mouseClick(made.yes, Qt.MouseButton.LeftButton)

    assert report_schedule.listed(seat.desk, seat.operator.id) == ()
    assert made.day.accessibleDescription()
    made.reject()


def test_a_schedule_ends_by_its_link(seat, dialog, qtbot, tmp_path):
    made = dialog(settings())
    made.use_folder(str(tmp_path))
    made.take()

    made._rows.itemAt(0).widget().link_clicked.emit()

    assert report_schedule.listed(seat.desk, seat.operator.id) == ()
    made.reject()


def test_the_window_makes_what_is_due_and_says_where_it_is(seat, tmp_path):
    plan = report_schedule.plan_of("journal", "yesterday", "csv", tmp_path, "day 08:00")
    report_schedule.add(seat.desk, seat.operator.id, plan)
    clock = ReportClock(seat)

    clock.look()
    assert seat.messages.notices == []
    seat.desk.clock.instant += timedelta(days=1)
    clock.look()
    clock.look()

    (file,) = tmp_path.glob("*.csv")
    assert [str(file) in notice for notice in seat.messages.notices] == [True]
    clock.deleteLater()
