"""The report pane on a real desk: the very pages, filters, files, printing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from helpdesk import bootstrap
from helpdesk.clock import FixedClock
from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Company
from helpdesk.domain.event import Channel
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.service import company, reporting, request
from ui.dialogs.report_rows import ReportRowsDialog
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.panes.report import ReportPane
from ui.panes.report_filters import Chosen
from ui.panes.report_kept import KeptSettings, Settings, plain, read
from ui.progress import Cancelled
from ui.seat import Seat
from ui.tasks import InlineTasks

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def seat(tmp_path):
    clock = FixedClock(NOW)
    made = bootstrap.create(
        tmp_path / "workplace", Company("Romashka", "en", "Europe/Moscow", "RUB"), "Ann Reed", clock=clock
    )
    messages = RecordingMessages()
    seat = Seat(made.desk, company.operators(made.desk)[0], InlineTasks(messages), messages, Locale())
    for number in range(60):
        clock.instant = NOW - timedelta(days=number % 20, minutes=number)
        kind = RequestKind.COMPLAINT if number % 6 == 0 else RequestKind.CONSULTATION
        form = RequestForm(kind=kind, subject=f"Question {number}", channel=Channel.PHONE)
        request.register(made.desk, seat.operator.id, form)
    clock.instant = NOW
    yield seat
    made.close()


@pytest.fixture
def pane(seat, shown, qtbot):
    made = shown(ReportPane(seat), 1208, 700)
    qtbot.waitUntil(lambda: made.preview.view.page_count > 0)
    made.choose_report("journal")
    return made


def text_of(pane: ReportPane) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pane._made.pages.pdf)
    pages = [page.get_textpage() for page in document]
    text = "\n".join(page.get_text_bounded() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return text


def test_every_report_stands_in_the_list_with_its_question(pane):
    assert [choice.name for choice in pane._choices] == [name for name, _title, _question in reporting.kinds()]
    assert all(choice.accessibleName().endswith("?") for choice in pane._choices)


def test_a_report_stands_there_with_its_pages(pane):
    assert pane.preview.view.page_count >= 2
    assert pane.preview.view.is_drawn
    assert pane.preview.page_words == f"1 of {pane.preview.view.page_count}"
    assert "Question 7" in text_of(pane)


def test_pages_turn_by_keys_and_stop_at_the_ends(pane):
    view = pane.preview.view
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    assert view.is_drawn
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == view.page_count - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_a_page_is_made_larger_and_fitted_again(pane, qtbot):
    view = pane.preview.view
    fitted = view._scale()

    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view._scale() > fitted
    qtbot.waitUntil(lambda: view.is_drawn)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view._scale() == pytest.approx(fitted)


def test_a_chip_makes_the_report_anew_with_these_requests_alone(pane, qtbot):
    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.switch("kinds", RequestKind.COMPLAINT)
    text = text_of(pane)
    assert "Question 6" in text
    assert "Question 7" not in text

    (chip,) = pane.filters.chips()
    with qtbot.waitSignal(pane.filters.changed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert "Question 7" in text_of(pane)
    assert pane.filters.chips() == []


def test_a_period_of_ones_own_holds_its_last_day(pane, qtbot):
    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.choose_period("today")
    assert "Question 0" in text_of(pane)
    assert "Question 1" not in text_of(pane)

    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.first.setDate(QDate(2026, 11, 22))
    assert pane.filters.period.currentData() == "own"
    assert "Question 1" in text_of(pane)
    assert "Question 0" in text_of(pane)


def test_a_reversed_period_is_told_beside_its_field(pane, seat, qtbot):
    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.last.setDate(QDate(2026, 10, 1))

    assert pane.filters.last.accessibleDescription()
    assert seat.messages.errors == []


@pytest.mark.parametrize("format", ["pdf", "xlsx", "csv"])
def test_a_button_saves_the_report_in_a_folder_and_says_where(pane, seat, qtbot, tmp_path, format):
    qtbot.mouseClick(pane.preview.files[format], Qt.MouseButton.LeftButton)
    (dialog,) = pane.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()

    (file,) = tmp_path.glob(f"*.{format}")
    assert file.stat().st_size > 500
    assert str(file) in seat.messages.notices[-1]
    assert seat.messages.actions


def test_changed_requests_make_the_report_anew_and_unseen_ones_wait(pane, seat):
    before = pane._number
    form = RequestForm(subject="A late one", channel=Channel.MAIL)
    changes = request.register(seat.desk, seat.operator.id, form).changes

    pane.refresh(Changes())
    assert pane._number == before
    pane.refresh(changes)
    assert "A late one" in text_of(pane)

    pane.hide()
    before = pane._number
    pane.refresh(changes)
    assert pane._number == before
    pane.show()
    assert pane._number == before + 1


def test_a_stopped_report_leaves_the_one_before(pane, seat, monkeypatch):
    count = pane.preview.view.page_count

    def stopped(*_given, **_named):
        raise Cancelled

    monkeypatch.setattr("helpdesk.service.reporting.content", stopped)
    pane.refresh(Changes(is_everything=True))

    assert pane.preview.view.page_count == count
    assert pane.preview.print.isEnabled()


def test_a_figure_opens_its_records_and_enter_opens_one_of_them(pane, qtbot):
    pane.preview.turn_to("figures")
    (tile,) = [tile for tile in pane.preview.figures.tiles if tile.tile.name == "created"]
    assert tile.accessibleName().startswith("Created, 60")
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    (dialog,) = pane.findChildren(ReportRowsDialog)
    model = dialog.table.model()
    assert model.rowCount() == 60
    assert "60" in dialog.note.text()
    with qtbot.waitSignal(pane.request_opened) as opened:
        dialog.table.activated.emit(model.index(0, 0))
    number = model.index(0, 0).data()
    assert request.card(pane._seat.desk, pane._seat.operator.id, opened.args[0]).row.number == number
    dialog.reject()


def test_the_records_behind_a_figure_go_to_a_file(pane, seat, qtbot, tmp_path):
    pane.open_rows("open")
    (dialog,) = pane.findChildren(ReportRowsDialog)

    qtbot.mouseClick(dialog.files["csv"], Qt.MouseButton.LeftButton)
    (folder,) = dialog.findChildren(QFileDialog)
    folder.fileSelected.emit(str(tmp_path))
    folder.close()
    dialog.reject()

    (file,) = tmp_path.glob("*.csv")
    assert file.read_text("utf-8-sig").count("Question") == 60
    assert str(file) in seat.messages.notices[-1]


def test_tables_of_a_report_stand_beside_its_pages(pane, qtmodeltester):
    pane.preview.turn_to("figures")

    model = pane.preview.figures.table.model()
    qtmodeltester.check(model)
    assert model.rowCount() == 60
    assert "Question" in model.index(0, 4).data()
    assert "Subject: Question" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_settings_kept_under_a_name_come_back_with_their_period_and_filters(pane, seat, qtbot):
    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.choose_period("last-month")
    pane.filters.switch("channels", Channel.MAIL)
    pane.kept.keep_as("Letters of the month")
    with qtbot.waitSignal(pane.filters.changed):
        pane.filters.choose_period("today")

    again = KeptSettings(seat)
    assert again.names == ("Letters of the month",)
    settings = read(again._kept["Letters of the month"])
    with qtbot.waitSignal(pane.filters.changed):
        pane._take_settings(settings)
    assert pane.filters.chosen.name == "last-month"
    assert pane.filters.chosen.first == date(2026, 10, 1)
    assert pane.filters.chosen.filters.channels == {Channel.MAIL}
    again.deleteLater()


def test_kept_settings_survive_a_period_that_this_program_does_not_know():
    filters = ReportFilter(kinds=frozenset({RequestKind.COMPLAINT}))
    told = plain(Settings("journal", Chosen(Period(date(2026, 1, 1), date(2026, 1, 31)), "today", filters)))

    found = read({**told, "period": "moon"})

    assert found.chosen.filters.kinds == {RequestKind.COMPLAINT}
    assert found.chosen.name == "own"
    assert found.chosen.first == date(2026, 1, 1)
