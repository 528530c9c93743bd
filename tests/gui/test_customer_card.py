"""The customer card on a real desk: read, shown, typed, kept (S5, S13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.customer import ConsentPurpose, Contact, ContactKind, CustomerForm, CustomerKind
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.service import customer, draft, promise
from helpdesk.storage import tables
from tests.gui.customer_ground import CTRL, a_ground, press
from ui.dialogs.consent import ConsentDialog
from ui.dialogs.promise import PromiseDialog
from ui.panes.customer_card import CustomerCardPane
from ui.panes.customer_check import is_inn, unreadable
from ui.panes.customer_draft import body, form_of
from ui.panes.customer_line import CustomerLine


@pytest.fixture
def ground(tmp_path):
    return a_ground(tmp_path)


@pytest.fixture
def pane(ground, shown):
    return shown(CustomerCardPane(ground.seat), 360, 800)


def test_the_card_shows_who_it_is_and_masks_how_to_reach_them(ground, pane):
    """S13."""
    pane.show_customer(ground.customer(city="Bristol", mail="mary@mail.example", preferences="call after 12"))

    assert pane.view.name.text() == "Mary Shaw"
    assert "Bristol" in pane.view.about.text() and "call after 12" in pane.view.about.text()
    assert pane.view.contacts.texts() == ["+7\u00a0921\u00a0···-··-23", "m···@mail.example"]


def test_show_unmasks_all_contacts_and_the_look_is_logged(ground, pane):
    """S13."""
    pane.show_customer(ground.customer(mail="mary@mail.example"))

    pane.view.show_asked.emit()

    assert pane.view.contacts.texts() == ["+7 921 555-01-23", "mary@mail.example"]
    with ground.seat.desk.reading() as database:
        assert tables.ContactView.select().count(database) == 1


def test_dialling_from_the_card_gives_the_whole_number(ground, pane, qtbot):
    pane.show_customer(ground.customer())

    with qtbot.waitSignal(pane.call_wanted) as called:
        pane.view.call_asked.emit(0)

    assert called.args == ["+79215550123"]


def test_the_banner_names_the_promise_due_first_and_then_what_is_open(ground, pane):
    mary = ground.customer(warning="Speaks with a lawyer only")
    ground.request(customer=mary)
    due_at = ground.clock.now() + timedelta(hours=3)
    ground.ask(promise.make, PromiseForm(PromiseKind.PROMISE, "date of the exchange", due_at, mary))

    pane.show_customer(mary)

    assert "date of the exchange" in pane.view.banner.accessibleName()
    assert "Speaks with a lawyer only" in pane.view.banner.accessibleName()
    assert "1 open request" in pane.view.banner.accessibleName()


def test_kept_settles_a_promise_and_tells_of_the_change(ground, pane, qtbot):
    mary = ground.customer()
    ground.ask(promise.make, PromiseForm(PromiseKind.PROMISE, "a price", ground.clock.now(), mary))
    pane.show_customer(mary)
    kept = ground.ask(promise.open_ones)[0]

    with qtbot.waitSignal(pane.changed) as told:
        pane.view.kept.emit(kept.id)

    assert told.args[0].promises and ground.ask(promise.open_ones) == ()


def test_an_open_request_is_opened_by_enter(ground, pane, qtbot):
    """S5."""
    mary = ground.customer()
    wanted = ground.request(customer=mary)
    pane.show_customer(mary)
    line = next(one for one in pane.view.requests.findChildren(CustomerLine) if one.isVisible())

    with qtbot.waitSignal(pane.request_opened) as opened:
        press(line, Qt.Key.Key_Return)

    assert opened.args == [wanted]


def test_the_history_counts_all_channels_and_is_filtered_by_kind(ground, pane):
    """S5."""
    mary = ground.customer()
    ground.request(customer=mary)
    pane.show_customer(mary)
    assert len(pane.view.history.findChildren(CustomerLine)) == 1

    pane.view.history._filter_by("call", True)

    assert pane.view.history.findChildren(CustomerLine) == []


def test_a_new_card_is_saved_by_keys_alone(ground, pane, qtbot, typed):
    pane.new_customer()
    typed(pane.form.lines["name"], "Лебедева Ольга")
    typed(pane.form.contacts.rows[0].text, "8 (911) 555-02-01")

    with qtbot.waitSignal(pane.saved) as saved:
        press(pane.form.contacts.rows[0].text, Qt.Key.Key_Return, CTRL)

    form = ground.ask(customer.card, saved.args[0]).form
    assert form.name == "Лебедева Ольга" and form.contacts[0].normal == "+79115550201"
    assert pane.view.name.text() == "Лебедева Ольга"
    assert ground.ask(draft.all_of, "customer:") == {}


def test_what_is_typed_is_kept_and_comes_back_after_a_kill(ground, pane, qtbot, shown):
    pane.new_customer()
    pane.form.lines["name"].setText("Olga Swan")
    qtbot.waitUntil(lambda: bool(ground.ask(draft.all_of, "customer:new")))

    again = shown(CustomerCardPane(ground.seat))
    again.new_customer()

    assert again.form.lines["name"].text() == "Olga Swan"


def test_esc_leaves_the_form_and_keeps_the_draft(ground, pane):
    mary = ground.customer()
    pane.show_customer(mary)
    pane.edit()
    pane.form.lines["city"].setText("Bath")

    press(pane.form.lines["city"], Qt.Key.Key_Escape)

    assert pane.view.isVisible() and pane.unfinished.isVisible()
    assert ground.ask(customer.card, mary).form.city == ""
    pane.edit()
    assert pane.form.lines["city"].text() == "Bath"


def test_an_unreadable_phone_is_warned_of_and_taken(ground, pane, qtbot):
    pane.new_customer("12a")
    qtbot.waitUntil(lambda: bool(pane.form.contacts.rows[0].warning))

    pane.form.save()

    assert ground.ask(customer.card, pane.customer).form.contacts[0].typed == "12a"


def test_a_card_without_name_and_contact_says_what_is_missing(ground, pane):
    pane.new_customer()

    pane.form.save()

    assert pane.form.grid.field("name").accessibleDescription() == "Write a name, or a phone below."
    assert ground.messages.errors == []


def test_a_possible_duplicate_is_offered_while_typing_and_opened_instead(ground, pane, qtbot):
    mary = ground.customer("Shaw Mary Ann", city="Bristol")
    pane.new_customer()

    pane.form.lines["name"].setText("Shaw Mary Ann")
    qtbot.waitUntil(pane.form.duplicates.isVisible)
    line = pane.form.duplicates.findChild(CustomerLine)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    assert pane.customer == mary and pane.view.isVisible()


def test_a_caller_does_not_drive_the_operator_out_of_the_form(ground, pane):
    """S1."""
    mary = ground.customer()
    pane.new_customer()
    pane.form.lines["name"].setFocus()

    pane.show_customer(mary)

    assert pane.form.lines["name"].hasFocus() and pane.offer.isVisible()
    pane._take_offer()
    assert pane.customer == mary and pane.view.isVisible()


def test_the_card_of_an_unknown_caller_leaves_the_keyboard_where_it_is(ground, shown):
    """S1."""
    window = QWidget()
    elsewhere, pane = QLineEdit(), CustomerCardPane(ground.seat)
    layout = QVBoxLayout(window)
    layout.addWidget(elsewhere)
    layout.addWidget(pane)
    shown(window, 400, 700)
    elsewhere.setFocus()

    pane.new_customer("+7 911 000-00-00")

    assert elsewhere.hasFocus()
    assert pane.form.contacts.contacts()[0].typed == "+7 911 000-00-00"


def test_a_consent_needs_its_basis_and_shows_on_the_card(ground, pane):
    mary = ground.customer()
    pane.show_customer(mary)
    dialog = ConsentDialog(ground.seat, mary, pane)
    dialog.recorded.connect(pane._wrote)

    dialog.store()
    assert ground.ask(customer.card, mary).consents == ()
    dialog.basis.setText("said in a call")
    dialog.store()

    assert ground.ask(customer.card, mary).consents[0].purpose is ConsentPurpose.ADVERTISING
    assert pane.view.rows["consent"].value == "agreed: all channels"


def test_a_promise_is_made_from_the_card(ground, pane):
    mary = ground.customer()
    dialog = PromiseDialog(ground.seat, mary, pane)
    dialog.what.setText("date of the exchange")
    dialog.due.choose_morning()

    dialog.store()

    made = ground.ask(promise.open_ones)[0]
    assert made.what == "date of the exchange" and made.due_at == ground.clock.now() + timedelta(days=1)


def test_hiding_a_card_can_be_undone(ground, pane):
    mary = ground.customer()
    pane.show_customer(mary)

    pane.view.hide_asked.emit()
    assert ground.ask(customer.rows) == () and pane.customer is None
    ground.messages.actions[0]()

    assert [row.id for row in ground.ask(customer.rows)] == [mary]


def test_a_draft_gives_back_the_form_it_was_made_of():
    form = CustomerForm(
        CustomerKind.COMPANY,
        "Romashka",
        inn="7707083893",
        tags=("VIP",),
        contacts=(Contact(ContactKind.MESSENGER, "@romashka", id=b"\x01"),),
    )

    assert form_of(body(form)) == form
    assert form_of({}) == CustomerForm()
    assert replace(form_of(body(form)), tags=()) != form


def test_the_checks_warn_of_what_cannot_be():
    assert is_inn("7707083893") and is_inn("500100732259")
    assert not is_inn("7707083894") and not is_inn("12") and not is_inn("абв")
    assert unreadable(("8 921 555-01-23", "12a", "")) == {"12a"}
