"""The first start: from an empty folder to a workplace with somebody at its desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk import bootstrap
from helpdesk.domain.company import Company
from helpdesk.domain.listing import View
from helpdesk.domain.request import RequestForm
from helpdesk.service import company, example, request, request_list, sync
from ui.dialogs.first_start import FirstStart, FirstStartDialog
from ui.dialogs.operator_choice import OperatorChoice
from ui.dialogs.trouble import TroubleDialog
from ui.language import speak
from ui.messages import RecordingMessages
from ui.opening import Opening
from ui.progress import Cancelled
from ui.sitting import Sitting
from ui.tasks import InlineTasks

LANTERN = Company("Lantern", "en", "Europe/Moscow", "RUB")


@pytest.fixture
def opening(qapp, tmp_path):
    made = Opening(tmp_path / "desk", InlineTasks(RecordingMessages()))
    made.seats = []
    made.seated.connect(lambda *seat: made.seats.append(seat))
    yield made
    for workplace, _operator in made.seats:
        workplace.close()
    made.deleteLater()


@pytest.fixture
def english_again():
    yield
    speak("en")


def test_an_empty_folder_becomes_a_workplace_by_two_names_and_enter(opening, typed):
    opening.open()
    dialog = opening.dialog.dialog

    typed(dialog.company, "ООО «Фонарь»")
    typed(dialog.operator, "Ёлкина Анна")
    QTest.keyClick(dialog.operator, Qt.Key.Key_Return)

    [(workplace, operator)] = opening.seats
    assert workplace.desk.company.name == "ООО «Фонарь»"
    assert operator.name == "Ёлкина Анна"
    assert not dialog.isVisible()


def test_a_missing_name_is_told_beside_its_field_and_nothing_is_made(opening, tmp_path, typed):
    opening.open()
    dialog = opening.dialog.dialog
    typed(dialog.operator, "Anna")

    dialog.begin.click()

    assert "stands on what you print" in dialog.company.accessibleDescription()
    assert not bootstrap.exists(tmp_path / "desk")
    dialog.reject()


def test_a_wrong_time_zone_is_told_beside_its_field_and_the_answers_stay(opening, typed):
    opening.open()
    dialog = opening.dialog.dialog
    typed(dialog.company, "Lantern")
    typed(dialog.operator, "Anna")
    dialog.time_zone.setEditText("Moon/Crater")

    dialog.begin.click()

    assert "Moon/Crater" in dialog.time_zone.accessibleDescription()
    assert dialog.company.text() == "Lantern"
    assert dialog.begin.isEnabled()
    dialog.reject()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path, typed):
    (tmp_path / "file").write_text("no folder")
    opening = Opening(tmp_path / "file" / "desk", InlineTasks(RecordingMessages()))
    opening.open()
    dialog = opening.dialog.dialog
    typed(dialog.company, "Lantern")
    typed(dialog.operator, "Anna")

    dialog.begin.click()

    assert dialog.complaint.isVisible()
    assert "cannot be written to" in dialog.complaint.text()
    dialog.reject()


def test_another_language_changes_the_dialog_at_once_and_keeps_the_answers(shown, tmp_path, typed, english_again):
    dialog = shown(FirstStartDialog(tmp_path), 520, 520)
    dialog.language_chosen.connect(speak)
    typed(dialog.company, "Lantern")

    dialog.language.setCurrentIndex(dialog.language.findData("ru"))

    assert dialog.answers.company == "Lantern"
    assert dialog.answers.language == "ru"


def test_another_language_offers_its_usual_currency_and_leaves_a_chosen_one(shown, tmp_path, english_again):
    dialog = shown(FirstStartDialog(tmp_path), 520, 520)
    dialog.language_chosen.connect(speak)
    assert dialog.answers.currency == "USD"

    dialog.language.setCurrentIndex(dialog.language.findData("ru"))
    assert dialog.answers.currency == "RUB"
    dialog.currency.setCurrentText("KZT")
    dialog.language.setCurrentIndex(dialog.language.findData("en"))

    assert dialog.answers.currency == "KZT"


def begin_with_example(dialog, typed):
    typed(dialog.company, "Lantern")
    typed(dialog.operator, "Anna")
    dialog.example.setChecked(True)
    dialog.begin.click()


def open_requests(workplace):
    operator = company.operators(workplace.desk)[0]
    return request_list.counts(workplace.desk, operator.id)[View.ALL]


def test_the_example_fills_the_workplace_and_is_counted(opening, typed, monkeypatch):
    counted = []
    monkeypatch.setattr(FirstStartDialog, "show_progress", lambda dialog, progress: counted.append(progress))
    opening.open()

    begin_with_example(opening.dialog.dialog, typed)
    opening.dialog.list.setCurrentRow(0)
    QTest.keyClick(opening.dialog.list, Qt.Key.Key_Return)

    [(workplace, _operator)] = opening.seats
    assert workplace.desk.company.has_example and open_requests(workplace) > 0
    assert counted[-1].count == counted[-1].total > 0


def test_a_cancelled_example_still_opens_the_workplace(opening, typed, monkeypatch):
    def cancels(desk, actor, *, progress):
        raise Cancelled

    monkeypatch.setattr("helpdesk.service.example.fill", cancels)
    opening.open()

    begin_with_example(opening.dialog.dialog, typed)

    [(workplace, _operator)] = opening.seats
    assert open_requests(workplace) == 0


def test_removing_the_example_makes_the_file_anew_and_opens_another_window(tmp_path, theme, qtbot, qapp):
    made = bootstrap.create(tmp_path / "desk", LANTERN, "Anna")
    example.fill(made.desk, company.operators(made.desk)[0].id, requests=30)
    made.close()
    messages = RecordingMessages()
    tasks = InlineTasks(messages)
    opening = Opening(tmp_path / "desk", tasks)
    sitting = Sitting(opening, theme, messages, tasks)
    opening.open()
    opening.dialog.list.setCurrentRow(0)
    QTest.keyClick(opening.dialog.list, Qt.Key.Key_Return)
    before = sitting.window
    assert before.example.isVisible()

    before._ask_anew()
    if sitting.window is before:
        opening.dialog.list.setCurrentRow(0)
        QTest.keyClick(opening.dialog.list, Qt.Key.Key_Return)

    assert sitting.window is not before and not sitting.window.example.isVisible()
    assert open_requests(sitting.workplace) == 0
    sitting.window.blockSignals(True)
    sitting.window.close()
    sitting.window.deleteLater()
    sitting.workplace.close()


def test_leaving_the_first_start_makes_nothing(opening, tmp_path, qtbot):
    opening.open()

    with qtbot.waitSignal(opening.left):
        QTest.keyClick(opening.dialog.dialog, Qt.Key.Key_Escape)

    assert not (tmp_path / "desk").exists()


def test_more_than_one_operator_is_asked_who_works_and_remembered(opening, tmp_path):
    made = bootstrap.create(tmp_path / "desk", LANTERN, "Anna")
    boris = company.add_operator(made.desk, company.operators(made.desk)[0].id, "Boris")
    made.close()
    opening.open()
    assert isinstance(opening.dialog, OperatorChoice)

    QTest.keyClick(opening.dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(opening.dialog.list, Qt.Key.Key_Return)

    assert [operator for _workplace, operator in opening.seats] == [boris]
    opening.open()
    assert opening.dialog.list.currentItem().text() == "Boris"
    opening.dialog.reject()


def test_a_damaged_database_offers_its_newest_sound_backup(opening, tmp_path):
    made = bootstrap.create(tmp_path / "desk", LANTERN, "Anna")
    made.start_work()
    made.close()
    (tmp_path / "desk" / bootstrap.FILE).write_bytes(b"not a database" * 1000)
    opening.open()
    dialog = opening.dialog
    assert isinstance(dialog, TroubleDialog)
    assert "newest sound backup" in dialog.sentence

    dialog.remedy.click()

    [(workplace, operator)] = opening.seats
    assert (workplace.desk.company.name, operator.name) == ("Lantern", "Anna")
    assert list((tmp_path / "desk").glob("*damaged*"))


def test_a_damaged_database_without_a_backup_says_what_to_do(opening, tmp_path, qtbot):
    bootstrap.create(tmp_path / "desk", LANTERN, "Anna").close()
    (tmp_path / "desk" / bootstrap.FILE).write_bytes(b"not a database" * 1000)

    opening.open()

    assert "no backup is sound" in opening.dialog.sentence
    with qtbot.waitSignal(opening.left):
        opening.dialog.close_button.click()


def test_the_answers_are_what_the_fields_hold(shown, tmp_path):
    dialog = shown(FirstStartDialog(tmp_path), 520, 520)
    dialog.time_zone.setEditText("Asia/Omsk")
    dialog.example.setChecked(True)

    assert dialog.answers == FirstStart("", "", "en", "Asia/Omsk", "USD", True)


def test_a_computer_joins_the_office_of_others_at_its_first_start(opening, tmp_path, qtbot, typed):
    office = bootstrap.create(tmp_path / "office", LANTERN, "Ann Reed")
    operator = company.operators(office.desk)[0].id
    hub = tmp_path / "office.hub"
    sync.create(office.desk, operator, str(hub), "four words are enough")
    made = request.register(office.desk, operator, RequestForm(subject="A cracked lantern"))
    sync.now(office.desk, operator)
    opening.open()
    qtbot.mouseClick(opening.dialog.dialog.join, Qt.MouseButton.LeftButton)
    joining = opening.dialog.joining

    typed(joining.address, str(hub))
    typed(joining.passphrase, "three words are not")
    typed(joining.operator, "Boris Lunin")
    QTest.keyClick(joining, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert joining.passphrase.accessibleDescription()
    assert joining.operator.text() == "Boris Lunin"
    joining.passphrase.setText("four words are enough")
    QTest.keyClick(joining, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    choice = opening.dialog
    assert choice.list.currentItem().text() == "Boris Lunin"
    QTest.keyClick(choice.list, Qt.Key.Key_Return)

    [(workplace, sits)] = opening.seats
    assert workplace.desk.company.name == "Lantern"
    assert sits.name == "Boris Lunin"
    assert request.card(workplace.desk, sits.id, made.id).row.subject == "A cracked lantern"
    office.close()
