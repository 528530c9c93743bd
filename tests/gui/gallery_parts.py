"""One page with every part and every field in its states."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTableView,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.delegates import STRIP, StripText, TableDelegate
from ui.theme import Tone
from ui.widgets import (
    Badge,
    Banner,
    Button,
    CardKind,
    DateField,
    DueBadge,
    EmptyState,
    FilterChip,
    FlowLayout,
    FormGrid,
    IconButton,
    LinkButton,
    NoticeBar,
    NumberField,
    Tab,
    TextTabs,
    TimelineCard,
)


def buttons() -> QWidget:
    held = QWidget()
    flow = FlowLayout(8, held)
    disabled = Button("Disabled")
    disabled.setDisabled(True)
    parts = [Button("New request", "primary", key="F2"), Button("Call", key="F9", icon="phone"), Button("Plain")]
    parts += [Button("Delete…", "danger"), LinkButton("Why?"), disabled, IconButton("settings", "Columns")]
    parts += [FilterChip("Complaints"), FilterChip("Owner: Ann Yolkin", is_removable=True)]
    parts += [Badge(tone.name.title(), tone) for tone in Tone] + [DueBadge("tomorrow 11:00", Tone.MUTED)]
    chosen = FilterChip("Overdue")
    chosen.setChecked(True)
    for part in [*parts, chosen]:
        flow.addWidget(part)
    return held


def form() -> QWidget:
    made = FormGrid(2)
    kinds, amount, day = QComboBox(), NumberField(), DateField(QDate(2026, 11, 23))
    kinds.addItems(["Complaint", "Consultation"])
    made.add("subject", "&Subject", QLineEdit("Kettle came with a crack"), span=2)
    made.add("kind", "&Kind", kinds)
    made.add("on", "&Due on", day)
    made.add("amount", "&Quantity", amount)
    made.add("phone", "&Phone", QLineEdit("+7 921 000"))
    made.add("text", "D&escription", QPlainTextEdit("Two lines\nof text"), span=2)
    tick, radio = QCheckBox("Told the customer"), QRadioButton("By mail")
    tick.setChecked(True)
    radio.setChecked(True)
    made.add("tick", "", tick)
    made.add("radio", "", radio)
    made.show_error("phone", "The number is three digits short. Ask for it again.")
    made.field("text").setMinimumHeight(64)
    return made


def table() -> QTableView:
    view = QTableView()
    model = QStandardItemModel(3, 4, view)
    model.setHorizontalHeaderLabels(["Number", "Customer", "Sum", "Stage"])
    strips = (StripText(5, 5, Tone.GOOD, "received"), StripText(3, 5, Tone.ACCENT, "under way, 25 Nov"))
    for row, strip in enumerate((*strips, StripText(2, 5, Tone.BAD, "late by 2 d"))):
        for column, text in enumerate((f"1-0021{row}-9", "Константинопольская-Преображенская", "4 990,00 ₽")):
            model.setItem(row, column, QStandardItem(text))
        model.item(row, 2).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cell = QStandardItem()
        cell.setData(strip, STRIP)
        model.setItem(row, 3, cell)
    view.setModel(model)
    TableDelegate.dress(view)
    view.selectRow(1)
    view.setColumnWidth(1, 180)
    view.setMinimumHeight(170)
    return view


def tree() -> QTreeView:
    view = QTreeView()
    model = QStandardItemModel(view)
    model.setHorizontalHeaderLabels(["Contact reason"])
    top = QStandardItem("Delivery")
    top.appendRow(QStandardItem("Late"))
    model.appendRow(top)
    model.appendRow(QStandardItem("Payment"))
    view.setModel(model)
    view.expandAll()
    view.setMaximumHeight(130)
    return view


def parts() -> QWidget:
    page = QWidget()
    page.setProperty("ground", "background")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(page)
    grid.setSpacing(20)
    grid.addWidget(buttons(), 0, 0, 1, 2)
    grid.setRowStretch(2, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    grid.addWidget(form(), 1, 0, 2, 1)
    right = QVBoxLayout()
    tabs = TextTabs("Views")
    tabs.set_tabs([Tab(str(number), f"View number {number}", number * 7) for number in range(9)])
    tabs.choose("2")
    right.addWidget(tabs)
    right.addWidget(table())
    grid.addLayout(right, 1, 1)
    for tone in (Tone.GOOD, Tone.WARN, Tone.BAD):
        banner = Banner(tone)
        banner.say(f"A {tone.name.lower()} banner says what is the matter", "and what can be done about it.")
        banner.add_action("Do it", banner.update, key="F8")
        right.addWidget(banner)
    cards = QVBoxLayout()
    cards.addWidget(TimelineCard("Ann Yolkin", "13:44", "Only for us: three in stock.", kind=CardKind.INTERNAL))
    cards.addWidget(TimelineCard("To mary@mail.example", "13:50", "We exchange it tomorrow.", kind=CardKind.SENT))
    cards.addWidget(TimelineCard("In work → Waiting for department", "13:51", "", kind=CardKind.EVENT))
    progress = QProgressBar()
    progress.setValue(40)
    cards.addWidget(progress)
    cards.addWidget(tree())
    grid.addLayout(cards, 2, 1)
    qt_tabs = QTabWidget()
    qt_tabs.addTab(EmptyState("inbox", "No requests yet. Take the first call.", "New request", key="F2"), "Company")
    qt_tabs.addTab(QWidget(), "Staff")
    grid.addWidget(qt_tabs, 3, 0)
    notice_place = QWidget()
    notice_place.setMinimumHeight(160)
    NoticeBar(notice_place).show_notice(Tone.PLAIN, "Request 1-00457-2 handed over to Gromov.", "Undo", page.update)
    grid.addWidget(notice_place, 3, 1)
    return page
