"""The whole window over a real desk, by keys and mouse."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from helpdesk.domain.event import Direction
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.domain.order import OrderForm, OrderLine
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.service import call as calls
from helpdesk.service import company, draft, order, promise, request, setting
from tests.gui.main_window_desk import NOW, PHONE, filled_desk, window_on
from ui import theme
from ui.dialogs.help import HelpDialog
from ui.panes.callbacks import CallbacksList
from ui.panes.settings import SettingsPane
from ui.widgets import Text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(tmp_path):
    made = filled_desk(tmp_path / "desk")
    yield made
    made.workplace.close()


@pytest.fixture
def window(filled, shown):
    made = shown(window_on(filled), 1280, 720)
    yield made
    QApplication.processEvents()


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def test_choosing_a_row_shows_the_request_and_its_customer(window, filled, qtbot):
    QTest.keyClick(window.place("requests").list.views.view, Qt.Key.Key_Home)

    pane = window.place("requests")
    qtbot.waitUntil(lambda: pane.request.current_request == filled.request)
    assert pane.card.customer == filled.customer


@pytest.mark.parametrize(
    ("key", "place"), [("2", "customers"), ("3", "orders"), ("4", "catalogue"), ("5", "reports"), ("6", "settings")]
)
def test_alt_and_a_digit_open_a_section(window, key, place):
    press(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.AltModifier)

    assert window.rail.current == place
    assert window.stack.currentWidget() is window.place(place)


def test_f2_begins_a_request_from_any_section_and_its_number_comes_with_the_first_letter(window, typed):
    window.go("settings")

    press(window, Qt.Key.Key_F2)
    typed(QApplication.focusWidget(), "Чайник")

    assert window.rail.current == "requests"
    assert window.place("requests").request.current_number.startswith("1-0000")


def test_f3_begins_a_customer_and_f4_an_order(window):
    press(window, Qt.Key.Key_F3)
    assert window.rail.current == "customers"

    press(window, Qt.Key.Key_F4)
    assert window.rail.current == "orders"


def test_f6_goes_through_the_panes_and_comes_back(window):
    seen = []
    pane = window.place("requests")
    for _step in range(5):
        press(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        parts = {"list": pane.list, "request": pane.request, "card": pane.card, "top": window.top}
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(focused)))

    assert {"list", "request", "card", "top"} == set(seen)


def test_the_number_of_the_request_goes_into_the_clipboard(window, filled):
    window.open_request(filled.request)

    press(window, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert QGuiApplication.clipboard().text() == filled.number
    assert filled.number in filled.messages.notices[-1]


def test_a_call_shows_its_candidates_and_the_typing_goes_on(window, filled, typed, qtbot):
    window.go("settings")
    field = window.place("settings").new_name
    field.setFocus()
    typed(field, "Бо")

    window.take_over(PHONE, "", comes_up=True)
    typed(QApplication.focusWidget(), "рис")

    qtbot.waitUntil(window.calls.strip.isVisible)
    assert field.text() == "Борис"
    assert window.rail.current == "settings"


def test_a_recognised_caller_brings_card_and_list(window, filled, qtbot):
    window.setFocus()
    window.call(PHONE)
    window.calls.strip.customer_recognised.emit(filled.customer)

    assert window.place("requests").card.customer == filled.customer
    assert window.rail.current == "requests"


def test_f10_without_a_call_opens_no_menu(window):
    press(window, Qt.Key.Key_F10)

    assert QApplication.activePopupWidget() is None


def test_f1_opens_the_manual_at_the_section_that_is_shown(window):
    window.go("orders")

    press(window, Qt.Key.Key_F1)

    dialog = window.findChild(HelpDialog)
    assert dialog.page.toPlainText().startswith("Orders")
    dialog.reject()


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Z, "z"), (Qt.Key(ord("Я")), "я")])
def test_undo_takes_typing_back_under_both_layouts(window, typed, key, text):
    window.go("settings")
    field = window.place("settings").new_name
    field.setFocus()
    typed(field, "Борис")

    QTest.sendKeyEvent(QTest.KeyAction.Click, field, key, text, CONTROL)

    assert field.text() == ""


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_P, "p"), (Qt.Key(ord("З")), "з")])
def test_ctrl_p_prints_the_slip_under_both_layouts(window, filled, monkeypatch, key, text):
    printed = []
    monkeypatch.setattr("ui.printing.print_pdf", lambda pdf, title, parent, *, seat: printed.append((pdf[:5], title)))
    window.open_request(filled.request)

    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, text, CONTROL)

    assert printed == [(b"%PDF-", f"Receipt slip {filled.number}")]


def test_a_caller_waits_while_another_request_is_being_answered(window, filled, typed):
    seat = filled.seat
    other = request.register(seat.desk, seat.operator.id, RequestForm(kind=RequestKind.SERVICE, subject="Лампа"))
    window.open_request(other.id)
    pane = window.place("requests").request
    pane.focus_composer()
    typed(QApplication.focusWidget(), "Здравствуйте")

    window.call(PHONE)

    assert pane.current_request == other.id


def test_the_bar_names_callbacks_and_enter_in_their_list_dials(window, filled, monkeypatch):
    seat = filled.seat
    form = PromiseForm(PromiseKind.CALLBACK, "Цена фильтра", NOW, customer=filled.customer)
    window.spread(promise.make(seat.desk, seat.operator.id, form))
    assert window.top.promises.isVisible()

    dialled = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: dialled.append(url.toString()) or True)
    window.top.promises.click()

    [promises] = window.top.findChildren(CallbacksList)
    QTest.keyClick(promises.view, Qt.Key.Key_Return)

    assert dialled == ["tel:+79215550123"]
    assert window.calls.strip.current.direction is Direction.OUTGOING
    assert window.calls.strip.bar.name.text() == "Щёголева Мария"


def test_escape_closes_the_list_of_callbacks(window):
    window.top.show_promises()
    popup = QApplication.activePopupWidget()

    QTest.keyClick(popup.findChild(CallbacksList).view, Qt.Key.Key_Escape)

    assert not popup.isVisible()


def test_dialling_from_the_card_begins_an_outgoing_call_also_where_no_softphone_is(window, filled, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)

    window.place("requests").card.call_wanted.emit(PHONE)

    assert window.calls.strip.current.direction is Direction.OUTGOING
    assert PHONE in filled.messages.notices[-1]


def test_the_order_of_a_request_opens_from_its_link(window, filled):
    seat = filled.seat
    made = order.register(
        seat.desk, seat.operator.id, OrderForm(customer=filled.customer, lines=(OrderLine("Kettle", Decimal(1), 100),))
    )
    request.edit(seat.desk, seat.operator.id, filled.request, order=made.id)
    window.open_request(filled.request)

    window.place("requests").request.view.order.click()

    assert window.rail.current == "orders" and window.place("orders").current == made.id


def test_an_unknown_call_takes_notes_for_its_wrap_up_and_none_for_the_request_shown(window, filled, typed):
    window.open_request(filled.request)
    window.setFocus()
    pane = window.place("requests").request

    window.call("+7 911 000-00-00")
    typed(pane.call_page.notes, "Wants a catalogue")

    strip = window.calls.strip
    assert pane.current_request is None and "Wants a catalogue" in strip.sheet._facts.notes
    strip.wrap_up()
    strip.sheet.store()
    assert pane.current_request == filled.request
    assert calls.unfinished(filled.seat.desk, filled.seat.operator.id) is None


def test_closing_the_window_keeps_what_was_typed_a_moment_ago(window, filled, typed):
    customers = window.go("customers")
    customers.new_customer()
    typed(customers.card.form.findChildren(QLineEdit)[0], "Свечкин")

    window.close()

    kept = draft.all_of(filled.seat.desk, filled.seat.operator.id, "customer:new")
    assert "Свечкин" in str(kept)


def test_the_number_of_an_open_form_goes_into_the_clipboard(window, typed):
    press(window, Qt.Key.Key_F2)
    typed(QApplication.focusWidget(), "Чайник")

    press(window, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert QGuiApplication.clipboard().text() == window.place("requests").request.current_number


def test_a_training_workplace_is_framed_and_named(tmp_path, shown):
    filled = filled_desk(tmp_path / "training", is_training=True)
    window = shown(window_on(filled), 1280, 720)

    assert window.centralWidget().frame > 0
    assert any("Training" in text.text() for text in window.top.findChildren(Text))
    edge = window.grab().toImage().pixelColor(1, 300).name()
    assert edge.upper() == theme.current().warn.upper()
    filled.workplace.close()


def test_example_data_is_removed_after_a_question(tmp_path, shown, qtbot):
    filled = filled_desk(tmp_path / "example", has_example=True)
    window = shown(window_on(filled), 1280, 720)
    [remove] = [button for button in window.example.findChildren(QAbstractButton) if button.isVisible()]

    with qtbot.waitSignal(window.anew_wanted):
        remove.click()

    assert "stay" in filled.messages.questions[0].detail
    filled.workplace.close()


def test_columns_and_size_are_remembered_for_the_operator(window, filled):
    window.place("requests").setSizes([400, 500, 300])
    sizes = window.place("requests").sizes()

    window.close()

    kept = setting.get(filled.seat.desk, filled.seat.operator.id, "window", {})
    assert kept["columns"] == sizes
    assert kept["geometry"]


def test_settings_take_effect_at_once(window, filled, typed, qtbot):
    pane: SettingsPane = window.go("settings")
    with qtbot.waitSignal(pane.look_chosen) as chosen:
        pane.scheme.setCurrentIndex(2)
        pane.scheme.activated.emit(2)

    assert chosen.args == ["scheme", "dark"]
    typed(pane.new_name, "Громов Пётр")
    QTest.keyClick(pane.new_name, Qt.Key.Key_Return)
    assert [one.name for one in company.operators(filled.seat.desk)] == ["Anna", "Громов Пётр"]


def test_a_company_without_a_name_is_refused_beside_the_field(window):
    pane: SettingsPane = window.go("settings")
    pane.name.clear()

    pane.name.editingFinished.emit()

    assert pane.name.accessibleDescription()


def test_every_control_has_a_name_for_screen_readers(window):
    for place in ("requests", "customers", "orders", "reports", "settings"):
        window.go(place)
    controls = [
        control
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
        for control in window.findChildren(kind)
        if control.isVisibleTo(window) and control.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    nameless = [control for control in controls if not (control.accessibleName() or getattr(control, "text", str)())]

    assert nameless == []
