"""The parts of panes: drawn in both themes, worked from the keyboard, named for those who do not see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from helpdesk.clock import FixedClock
from tests.gui.gallery_parts import parts
from tests.gui.gallery_workspace import workspace
from ui import shortcuts
from ui.delegates import ROW, STRIP, RowText, StripText, TableDelegate, TwoLineDelegate
from ui.theme import Scheme, Tone
from ui.widgets import (
    Avatar,
    Banner,
    Button,
    CallStages,
    CardKind,
    DateField,
    ElidedLabel,
    EmptyState,
    FactRow,
    FilterChip,
    FlowLayout,
    FormGrid,
    NumberField,
    OrderStrip,
    Place,
    Rail,
    SearchBox,
    SectionHead,
    StageStrip,
    Tab,
    TextTabs,
    TimelineCard,
    TimerLabel,
)

LONG = "Константинопольская-Преображенская Александра Вениаминовна " * 170
KEYS = Qt.Key


class Heard:
    def __init__(self) -> None:
        self.all: list[object] = []

    def take(self, *values: object) -> None:
        self.all.extend(values or [None])


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_workspace_is_drawn_in_every_theme_and_language(theme, shown, scheme, language):
    theme.follow(scheme)
    page = shown(workspace(language), 1280, 720)
    assert page.grab().size() == QSize(1280, 720)


def test_everything_that_takes_the_keyboard_has_a_name(shown):
    page = shown(parts(), 1280, 1000)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, TextTabs)
    inner = ("qt_spinbox_lineedit", "qt_tabwidget")
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith(inner)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_whole_page_is_drawn_at_half_as_large_texts_again(theme, shown):
    theme.scale_text(1.5)
    try:
        assert not shown(workspace("ru"), 1280, 720).grab().isNull()
    finally:
        theme.scale_text(None)


def test_tabs_are_chosen_with_arrows_home_and_end(shown, heard):
    tabs = TextTabs("Views")
    tabs.set_tabs([Tab("mine", "Mine", 12), Tab("today", "Today", 5), Tab("all", "All")])
    tabs.chosen.connect(heard.take)
    shown(tabs, 600, 40)
    for key in (KEYS.Key_Right, KEYS.Key_End, KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_Home):
        QTest.keyClick(tabs, key)
    assert heard.all == ["today", "all", "mine", "all", "mine"]
    assert tabs.current == "mine"


def test_new_counts_leave_the_chosen_tab_and_its_button_in_place(shown, heard):
    tabs = TextTabs("Views")
    tabs.set_tabs([Tab("mine", "Mine", 12), Tab("all", "All")])
    tabs.choose("all")
    tabs.chosen.connect(heard.take)
    before = tabs.findChildren(QAbstractButton)
    tabs.set_tabs([Tab("mine", "Mine", 13), Tab("all", "All")])
    assert tabs.current == "all"
    assert tabs.findChildren(QAbstractButton) == before
    assert "Mine, 13" in [button.accessibleName() for button in before]
    assert heard.all == []


def test_tabs_without_room_go_to_the_menu_but_never_the_chosen_one(shown):
    tabs = TextTabs("Views")
    tabs.set_tabs([Tab(str(number), f"View number {number}", number) for number in range(9)])
    tabs.choose("8")
    shown(tabs, 360, 40)
    seen = [button.text() for button in tabs.findChildren(QAbstractButton) if button.isVisible()]
    assert "View number 8" in seen
    assert "View number 5" not in seen
    assert all(tabs.rect().contains(b.geometry()) for b in tabs.findChildren(QAbstractButton) if b.isVisible())


def test_the_rail_is_worked_by_click_arrows_and_alt_digits(shown, heard):
    window = QWidget()
    rail = Rail(window)
    rail.set_places([Place("requests", "Requests", "inbox"), Place("customers", "Customers", "users")])
    rail.chosen.connect(heard.take)
    shown(window)
    QTest.keyClick(window, KEYS.Key_2, Qt.KeyboardModifier.AltModifier)
    assert rail.current == "customers"
    QTest.mouseClick(rail.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)
    assert heard.all == ["customers", "requests"]
    assert "Alt 2" in rail.findChildren(QAbstractButton)[1].toolTip()


@pytest.mark.parametrize(
    ("sequence", "twin"),
    [("Ctrl+K", "Ctrl+Л"), ("Ctrl+Z", "Ctrl+Я"), ("Ctrl+P", "Ctrl+З"), ("Ctrl+Shift+N", "Ctrl+Shift+Т")],
)
def test_a_shortcut_has_its_twin_under_the_russian_layout(sequence, twin):
    assert shortcuts.twins(sequence) == [QKeySequence(sequence), QKeySequence(twin)]


def test_keys_without_letters_need_no_twin():
    assert shortcuts.twins("F2") == [QKeySequence("F2")]
    assert shortcuts.twins("Alt+1") == [QKeySequence("Alt+1")]


@pytest.mark.qt_log_ignore("keyToAscii", extend=True)
def test_a_shortcut_is_heard_once_in_either_layout(shown, heard):
    window = shown(QWidget())
    shortcuts.shortcut(window, "Ctrl+K", heard.take)
    QTest.keySequence(window, QKeySequence("Ctrl+K"))
    QTest.keySequence(window, QKeySequence("Ctrl+Л"))
    assert len(heard.all) == 2


def test_a_hint_writes_keys_shortly():
    assert shortcuts.shown("Ctrl+K") == "Ctrl K"
    assert shortcuts.shown("Ctrl+Right") == "Ctrl →"


def test_a_button_shows_its_keys_and_is_named_without_them(shown, heard):
    button = Button("New request", "primary", key="F2")
    button.clicked.connect(heard.take)
    shown(button)
    assert button.accessibleName() == "New request"
    assert button.toolTip() == "New request (F2)"
    assert button.sizeHint().width() > Button("New request", "primary").sizeHint().width()
    QTest.keyClick(button, KEYS.Key_Space)
    assert len(heard.all) == 1


def test_a_cut_label_tells_the_whole_in_its_tooltip(shown):
    label = ElidedLabel(LONG)
    shown(label, 200, 30)
    assert label.minimumSizeHint().width() < 60
    assert label.toolTip().startswith("Константинопольская")
    label.setText("short")
    assert label.toolTip() == ""


def test_labels_never_read_text_as_markup(shown):
    label = ElidedLabel("<b>bold</b> & <img src=x>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    card = TimelineCard("Ann", "13:40", "<h1>big</h1>")
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in card.findChildren(ElidedLabel))


def test_the_timer_counts_from_the_beginning_of_the_call(shown):
    began_at = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    timer = TimerLabel()
    timer.start(began_at, FixedClock(began_at + timedelta(seconds=134)))
    assert timer.text() == "02:14"
    timer.stop()


def test_stages_say_where_the_request_stands():
    strip = StageStrip()
    strip.show_stages(["Received", "In work", "Solved"], 1)
    assert strip.accessibleName() == "Stage In work, 2 of 3"
    strip.resize(200, 30)
    assert strip.boxes()[-1].right() <= 200


def test_an_order_strip_says_its_word():
    strip = OrderStrip()
    strip.show_progress(3, 5, Tone.BAD, "late by 2 d")
    assert strip.accessibleName() == "late by 2 d"


def test_the_script_moves_with_arrows_and_by_a_click(shown, heard):
    script = CallStages()
    script.show_stages(["Greet", "Understand", "Solve"], 1)
    script.chosen.connect(heard.take)
    shown(script, 500, 30)
    QTest.keyClick(script, KEYS.Key_Right)
    QTest.keyClick(script, KEYS.Key_Left)
    QTest.mouseClick(script, Qt.MouseButton.LeftButton, pos=script.boxes()[0].center())
    assert heard.all == [2, 0, 0]


def test_the_script_keeps_the_words_of_the_present_stage_longest(shown):
    script = CallStages()
    script.show_stages(["Приветствие", "Уточнение", "Решение", "Заявка", "Допродажа", "Завершение"], 1)
    shown(script, 300, 30)
    widths = [box.width() for box in script.boxes()]
    assert max(widths) == widths[1]
    assert widths[0] == widths[5] == 30


def test_a_filter_goes_away_by_its_key(shown, heard):
    chip = FilterChip("Owner: Ann", is_removable=True)
    chip.removed.connect(heard.take)
    shown(chip)
    QTest.keyClick(chip, KEYS.Key_Delete)
    assert len(heard.all) == 1


def test_a_filter_is_switched_by_the_space_bar(shown, heard):
    chip = FilterChip("Complaints")
    chip.toggled.connect(heard.take)
    shown(chip)
    QTest.keyClick(chip, KEYS.Key_Space)
    assert heard.all == [True]


def test_the_search_box_empties_on_esc_and_goes_on_with_down(shown, heard):
    box = SearchBox("Number, phone…", key="Ctrl+K")
    box.moved_on.connect(heard.take)
    box.left.connect(heard.take)
    shown(box)
    box.setText("100")
    QTest.keyClick(box, KEYS.Key_Escape)
    assert box.text() == ""
    QTest.keyClick(box, KEYS.Key_Escape)
    QTest.keyClick(box, KEYS.Key_Down)
    assert len(heard.all) == 2


def test_cyrillic_can_be_typed_in_tests(shown, typed):
    box = shown(SearchBox("Find"))
    typed(box, "чайник")
    assert box.text() == "чайник"


def test_a_form_says_errors_under_their_field_and_leads_to_the_first(shown):
    form = FormGrid(2)
    subject = form.add("subject", "&Subject", QLineEdit())
    phone = form.add("phone", "&Phone", QLineEdit())
    shown(form)
    form.show_error("phone", "Three digits are missing.")
    form.show_error("subject", "Fill in the subject.")
    assert phone.hasFocus()
    assert phone.accessibleDescription() == "Three digits are missing."
    assert subject.accessibleName() == "Subject"
    form.clear_errors()
    assert phone.accessibleDescription() == ""
    assert phone.property("wrong") == ""


def test_the_order_of_tab_in_a_form_is_the_order_of_adding(shown):
    form = FormGrid(2)
    for key in ("one", "two", "three"):
        form.add(key, key, QLineEdit(), span=2 if key == "one" else 1)
    shown(form)
    form.field("one").setFocus()
    QTest.keyClick(form.field("one"), KEYS.Key_Tab)
    assert form.field("two").hasFocus()


def test_a_banner_puts_its_buttons_under_the_words_where_room_ends(shown, heard):
    banner = Banner(Tone.WARN)
    banner.say("The customer was not told yet: “In work”")
    button = banner.add_action("Said", heard.take)
    shown(banner, 700, 60)
    beside = button.mapTo(banner, button.rect().topLeft())
    banner.resize(260, 120)
    under = button.mapTo(banner, button.rect().topLeft())
    assert beside.x() > under.x()
    assert banner.accessibleName() == "The customer was not told yet: “In work”"
    button.click()
    assert len(heard.all) == 1
    banner.clear_actions()
    assert not button.isVisible()


def test_what_is_internal_is_told_by_a_word_and_a_ground_of_its_own(shown):
    said = TimelineCard("Ann", "13:40", "Hello")
    note = TimelineCard("Ann", "13:44", "Only for us", kind=CardKind.INTERNAL)
    assert note.accessibleName() == "Internal note · Ann, 13:44. Only for us"
    assert "Internal" not in said.accessibleName()
    shown(said), shown(note)
    assert said.grab().toImage().pixelColor(200, 30) != note.grab().toImage().pixelColor(200, 30)


def test_an_empty_place_says_what_to_do_and_does_it(shown, heard):
    empty = EmptyState("inbox", "No requests yet. Take the first call.", "New request", key="F2")
    empty.action_clicked.connect(heard.take)
    shown(empty, 400, 300)
    empty.findChild(QPushButton).click()
    assert empty.accessibleName() == "No requests yet. Take the first call."
    assert len(heard.all) == 1


def test_a_fact_and_a_head_offer_their_links(shown, heard):
    fact = FactRow("Phone", "+7 921 ···-··-23", link="Show")
    head = SectionHead("Orders", link="New F4", note="3")
    for part in (fact, head):
        part.link_clicked.connect(heard.take)
        shown(part)
        part.link.click()
    assert len(heard.all) == 2
    assert fact.accessibleName() == "Phone: +7 921 ···-··-23"
    fact.show_value("+7 921 555-01-23", link="")
    assert fact.value == "+7 921 555-01-23"
    assert not fact.link.isVisible()


def test_an_avatar_takes_two_letters_of_a_name():
    assert Avatar("Анна Ёлкина Петровна")._letters == "АЁ"
    assert Avatar("")._letters == ""


def test_a_row_that_is_full_goes_on_below(shown):
    page = QWidget()
    flow = FlowLayout(8, page)
    for _ in range(5):
        flow.addWidget(Button("Some words"))
    shown(page, 250, 200)
    assert len({button.y() for button in page.findChildren(QPushButton)}) == 3
    assert flow.heightForWidth(250) > flow.heightForWidth(1000)


def test_number_and_date_fields_stand_in_line_with_texts(shown):
    form = FormGrid()
    form.add("text", "Text", QLineEdit())
    form.add("number", "Number", NumberField())
    form.add("on", "On", DateField())
    shown(form, 300, 300)
    assert len({form.field(key).height() for key in ("text", "number", "on")}) == 1


class Rows(QAbstractListModel):
    def __init__(self, rows: list[RowText]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return self.rows[index.row()] if role == ROW else None


def test_a_row_is_read_as_one_sentence():
    row = RowText("Kettle", "1-00457-2", "Mary Shaw · complaint", "In work", "40 min", Tone.WARN, True)
    assert row.sentence() == "Kettle, 1-00457-2, Mary Shaw · complaint, In work, 40 min"


def test_rows_grow_with_the_texts(theme, qapp):
    delegate, index = TwoLineDelegate(), QModelIndex()
    before = delegate.sizeHint(QStyleOptionViewItem(), index).height()
    assert 58 <= before <= 64
    theme.scale_text(1.5)
    try:
        assert delegate.sizeHint(QStyleOptionViewItem(), index).height() > before
    finally:
        theme.scale_text(None)


def test_a_table_paints_words_and_strips(shown, theme):
    view = QTableView()
    model = QStandardItemModel(1, 2)
    model.setItem(0, 0, QStandardItem(LONG))
    cell = QStandardItem()
    cell.setData(StripText(2, 5, Tone.BAD, "late by 2 d"), STRIP)
    model.setItem(0, 1, cell)
    view.setModel(model)
    TableDelegate.dress(view)
    shown(view, 500, 200)
    view.selectRow(0)
    theme.follow(Scheme.DARK)
    assert not view.grab().isNull()
    assert view.rowHeight(0) == TableDelegate.row_height()
