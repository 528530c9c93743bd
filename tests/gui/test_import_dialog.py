"""The import window on a real desk: what it recognises, what a hand changes, a trial, the import, the refused rows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from helpdesk import bootstrap
from helpdesk.clock import FixedClock
from helpdesk.domain.company import Company
from helpdesk.service import company, customer, product
from ui.dialogs.import_file import ImportDialog
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.progress import Cancelled
from ui.seat import Seat
from ui.tasks import InlineTasks

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
CUSTOMERS = "id;ФИО;Телефон;Город\n1;Щёголева Мария;+7 921 000-11-22;Псков\n2;Орлов Егор;нет;Тверь\n"


@pytest.fixture
def seat(tmp_path):
    clock = FixedClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    made = bootstrap.create(
        tmp_path / "workplace", Company("Romashka", "en", "Europe/Moscow", "RUB"), "Ann Reed", clock=clock
    )
    messages = RecordingMessages()
    yield Seat(made.desk, company.operators(made.desk)[0], InlineTasks(messages), messages, Locale())
    made.close()


@pytest.fixture
def dialog(seat, shown):
    return shown(ImportDialog(seat), 1040, 680)


def names(seat: Seat) -> list[str]:
    return sorted(row.name for row in customer.rows(seat.desk, seat.operator.id))


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def a_file(tmp_path: Path, text: str, encoding: str = "windows-1251") -> str:
    file = tmp_path / "customers.csv"
    file.write_bytes(text.encode(encoding))
    return str(file)


def test_a_file_is_recognised_and_shown_before_anything_is_stored(dialog, seat, tmp_path):
    dialog.read_file(a_file(tmp_path, CUSTOMERS))

    assert dialog.kind_name == "customers"
    assert dialog.options.chosen["encoding"] == "windows-1251"
    assert dialog.options.chosen["delimiter"] == ";"
    assert dialog.options.chosen["header"] is True
    assert dialog.table.rows.index(0, 1).data() == "Щёголева Мария"
    assert dialog.table.head.fields == {0: "id", 1: "name", 2: "phone", 3: "city"}
    assert names(seat) == []


def test_an_option_changed_by_hand_shows_the_rows_anew(dialog, tmp_path):
    dialog.read_file(a_file(tmp_path, CUSTOMERS))

    dialog.options.choose("delimiter", ",")

    assert dialog.table.rows.columnCount() == 1
    dialog.options.choose("delimiter", ";")
    dialog.options.choose("header", False)
    assert dialog.table.rows.index(0, 1).data() == "ФИО"


def test_a_trial_tells_what_would_happen_and_the_import_does_it(dialog, seat, qtbot, tmp_path):
    dialog.read_file(a_file(tmp_path, CUSTOMERS))
    told = []
    dialog.changed.connect(told.append)

    press(qtbot, dialog.dry_run)
    assert "new: 2" in dialog.outcome.words
    assert names(seat) == []
    assert told == []
    press(qtbot, dialog.run)

    assert names(seat) == ["Орлов Егор", "Щёголева Мария"]
    assert len(told[0].customers) == 2
    assert "warnings: 1" in dialog.outcome.words
    press(qtbot, dialog.run)
    assert "as before: 2" in dialog.outcome.words


def test_a_column_is_left_out_by_hand_and_the_mapping_is_kept_by_name(dialog, seat, qtbot, tmp_path):
    file = a_file(tmp_path, CUSTOMERS)
    dialog.read_file(file)
    dialog.table.head.boxes[3].setCurrentIndex(0)
    dialog.mapping_name.setText("From the old desk")
    press(qtbot, dialog.save_mapping)

    dialog.mapping.setCurrentIndex(0)
    dialog.mapping.activated.emit(0)
    assert 3 in dialog.table.head.fields
    at = dialog.mapping.findText("From the old desk")
    dialog.mapping.setCurrentIndex(at)
    dialog.mapping.activated.emit(at)

    assert dialog.table.head.fields == {0: "id", 1: "name", 2: "phone"}


def test_refused_rows_are_counted_and_their_file_is_named(dialog, qtbot, tmp_path):
    file = tmp_path / "products.csv"
    file.write_text("code,name,price\nA,Kettle,4990\nB,,100\nC,Lamp,cheap\n", encoding="utf-8")
    dialog.read_file(str(file))

    press(qtbot, dialog.run)

    assert "refused: 2" in dialog.outcome.words
    assert dialog.outcome.rejects is not None
    assert dialog.outcome.rejects.exists()
    assert dialog.outcome.rejects.name in dialog.outcome.words


def test_a_file_that_cannot_be_read_is_told_in_words_inside_the_window(dialog, tmp_path):
    dialog.read_file(str(tmp_path / "missing.csv"))

    assert "missing.csv" in dialog.outcome.complaint.accessibleName()
    assert not dialog.run.isEnabled()


def test_a_stopped_import_says_that_it_can_go_on(dialog, seat, tmp_path, monkeypatch, qtbot):
    dialog.read_file(a_file(tmp_path, CUSTOMERS))

    def stopped(*_given, **_named):
        raise Cancelled

    monkeypatch.setattr("helpdesk.service.importing.run", stopped)
    told = []
    dialog.changed.connect(told.append)
    press(qtbot, dialog.run)

    assert "goes on from there" in dialog.outcome.words
    assert told[0].is_everything
    assert dialog.run.isEnabled()


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
def test_foreign_products_come_in_as_they_are(dialog, seat, qtbot):
    dialog.read_file(str(DATA / "northwind" / "products.csv"))
    assert dialog.kind_name == "products"

    press(qtbot, dialog.dry_run)

    assert "new: 77" in dialog.outcome.words
    assert product.search(seat.desk, seat.operator.id, "chai") == ()
