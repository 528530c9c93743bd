"""The design picture composed of the real parts, with invented people, in both languages."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tests.gui.gallery_words import WORDS
from ui.delegates import ROW, RowText, TwoLineDelegate
from ui.theme import Tone
from ui.widgets import (
    Avatar,
    Banner,
    Button,
    CallStages,
    CardKind,
    ElidedLabel,
    FactRow,
    Hairline,
    LinkButton,
    OrderStrip,
    Place,
    Rail,
    SearchBox,
    SectionHead,
    StageStrip,
    Tab,
    Text,
    TextTabs,
    TimelineCard,
    TimerLabel,
)

ICONS = ("inbox", "users", "clock", "tag", "chart-column", "settings")


class Rows(QAbstractListModel):
    def __init__(self, rows: list[RowText], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence()
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


def ground(name: str, edge: str = "") -> QWidget:
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setProperty("ground", name)
    made.setProperty("edge", edge)
    return made


def row(parent: QWidget, margins: tuple[int, int, int, int], spacing: int = 12) -> QHBoxLayout:
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def column(parent: QWidget, margins: tuple[int, int, int, int], spacing: int = 8) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def top_bar(words: dict) -> QWidget:
    bar = ground("surface", "bottom")
    layout = row(bar, (16, 9, 20, 9))
    box = SearchBox(words["find"], key="Ctrl+K")
    box.setMaximumWidth(520)
    layout.addWidget(box, 4)
    layout.addSpacing(8)
    layout.addWidget(Button(words["new"], "primary", key="F2"))
    layout.addWidget(Button(words["call"], key="F9"))
    layout.addSpacing(24)
    layout.addWidget(Text(words["missed"], "bad"))
    layout.addWidget(Text(words["callback"], "warn"))
    layout.addStretch(1)
    synced = QHBoxLayout()
    synced.setSpacing(6)
    synced.addWidget(Text("●", "good"))
    synced.addWidget(Text(words["synced"], "note"))
    layout.addLayout(synced)
    layout.addSpacing(12)
    layout.addWidget(Avatar(words["operator"]))
    return bar


def call_strip(words: dict) -> QWidget:
    strip = ground("good", "bottom")
    layout = row(strip, (20, 10, 20, 10), 16)
    timer = TimerLabel()
    timer.setText("02:14")
    layout.addWidget(timer)
    who = QWidget()
    names = column(who, (0, 0, 0, 0), 0)
    names.addWidget(ElidedLabel(words["caller"], "strong"))
    names.addWidget(ElidedLabel(words["caller_phone"], "small"))
    layout.addWidget(who)
    layout.addSpacing(24)
    stages = CallStages()
    stages.show_stages(words["script"], 1)
    layout.addWidget(stages, 1)
    layout.addWidget(Button(words["hold"], key="F7"))
    layout.addWidget(Button(words["wrap_up"], key="F10"))
    return strip


def script_line(words: dict) -> QWidget:
    line = ground("surface", "bottom")
    layout = row(line, (20, 6, 20, 6), 10)
    layout.addWidget(Text(words["say"], "good"))
    layout.addWidget(ElidedLabel(words["question"]), 3)
    answer = QLineEdit(words["answer"])
    answer.setProperty("sunk", "true")
    answer.setAccessibleName(words["question"])
    layout.addWidget(answer, 3)
    layout.addWidget(Text(words["next"], "small"))
    layout.addStretch(2)
    return line


def request_list(words: dict) -> QWidget:
    pane = ground("surface")
    layout = column(pane, (0, 4, 0, 0), 0)
    tabs = TextTabs(words["views"])
    tabs.set_tabs([Tab(str(n), text, count) for n, (text, count) in enumerate(words["tabs"])])
    tabs.choose("1")
    held = QWidget()
    row(held, (16, 0, 12, 0)).addWidget(tabs)
    layout.addWidget(held)
    layout.addWidget(Hairline())
    view = QListView()
    view.setAccessibleName(words["views"])
    view.setModel(Rows([RowText(*given) for given in words["rows"]], view))
    view.setItemDelegate(TwoLineDelegate(view))
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setCurrentIndex(view.model().index(0, 0))
    layout.addWidget(view, 1)
    return pane


def request_pane(words: dict) -> QWidget:
    pane = ground("background")
    layout = column(pane, (24, 16, 24, 12), 10)
    head = QHBoxLayout()
    head.addWidget(ElidedLabel(words["rows"][0][0], "title"), 1)
    head.addWidget(Text("1-00457-2", "number"))
    layout.addLayout(head)
    stages = StageStrip()
    stages.show_stages(words["stages"], 2)
    layout.addWidget(stages)
    due = QHBoxLayout()
    due.addWidget(ElidedLabel(words["due"], "warn"), 1)
    due.addWidget(LinkButton(words["why"]))
    layout.addLayout(due)
    owed = Banner(Tone.WARN)
    owed.say(words["owed"])
    for text in words["owed_actions"]:
        owed.add_action(text, owed.update)
    layout.addWidget(owed)
    layout.addSpacing(6)
    layout.addWidget(ElidedLabel(words["about"], "muted"))
    cards = ground("background")
    inside = column(cards, (0, 0, 0, 0), 10)
    for author, at, text, kind in words["timeline"]:
        inside.addWidget(TimelineCard(author, at, text, kind=CardKind(kind)))
    inside.addStretch(1)
    layout.addWidget(scrolled(cards), 1)
    return pane


def composer(words: dict) -> QWidget:
    pane = ground("background", "top")
    outer = column(pane, (20, 4, 24, 12), 8)
    tabs = TextTabs(words["composer"])
    tabs.set_tabs([Tab(str(n), text) for n, text in enumerate(words["composer_tabs"])])
    outer.addWidget(tabs)
    under = QWidget()
    outer.addWidget(under)
    layout = column(under, (4, 0, 0, 0), 8)
    notes = QPlainTextEdit(words["notes"])
    notes.setAccessibleName(words["composer"])
    notes.setFixedHeight(84)
    layout.addWidget(notes)
    foot = QHBoxLayout()
    foot.addWidget(Button(words["write"], "primary", key="Enter"))
    foot.addWidget(Button(words["price"], key="F5"))
    foot.addStretch(1)
    foot.addWidget(Text(words["saved"], "note"))
    layout.addLayout(foot)
    return pane


def customer_card(words: dict) -> QWidget:
    pane = ground("surface")
    layout = column(pane, (24, 16, 22, 16), 6)
    layout.addWidget(ElidedLabel(words["customer"], "head"))
    layout.addWidget(ElidedLabel(words["customer_note"], "note"))
    warning = Banner(Tone.BAD)
    warning.say(words["promise"], words["promise_note"])
    layout.addSpacing(2)
    layout.addWidget(warning)
    layout.addSpacing(4)
    facts = QVBoxLayout()
    facts.setSpacing(0)
    layout.addLayout(facts)
    for label, value, link in words["facts"]:
        facts.addWidget(FactRow(label, value, link=link))
    layout.addSpacing(6)
    layout.addWidget(Hairline())
    layout.addSpacing(2)
    layout.addWidget(SectionHead(words["orders"], link=words["new_order"]))
    for title, number, done, tone, word in words["order_rows"]:
        line = QHBoxLayout()
        line.addWidget(ElidedLabel(title, "strong"), 1)
        line.addWidget(Text(number, "note"))
        layout.addLayout(line)
        strip = OrderStrip()
        strip.show_progress(done, 5, tone, word)
        layout.addWidget(strip)
        layout.addSpacing(6)
    layout.addWidget(Hairline())
    layout.addSpacing(2)
    layout.addWidget(SectionHead(words["history"], note=words["history_note"]))
    past = QVBoxLayout()
    past.setSpacing(0)
    layout.addLayout(past)
    for on, text in words["history_rows"]:
        past.addWidget(FactRow(on, text, label_width=64))
    layout.addStretch(1)
    return scrolled(pane)


def scrolled(pane: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(pane)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def workspace(language: str) -> QWidget:
    words = WORDS[language]
    window = ground("background")
    outer = row(window, (0, 0, 0, 0), 0)
    rail = Rail()
    rail.set_places([Place(icon, text, icon) for icon, text in zip(ICONS, words["places"], strict=True)])
    outer.addWidget(rail)
    inner = QVBoxLayout()
    inner.setSpacing(0)
    outer.addLayout(inner, 1)
    for strip in (top_bar(words), call_strip(words), script_line(words)):
        strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inner.addWidget(strip)
    middle = QWidget()
    stacked = column(middle, (0, 0, 0, 0), 0)
    stacked.addWidget(request_pane(words), 1)
    stacked.addWidget(composer(words))
    columns = QSplitter(Qt.Orientation.Horizontal)
    columns.setHandleWidth(1)
    for pane in (request_list(words), middle, customer_card(words)):
        pane.setMinimumSize(QSize(280, 0))
        columns.addWidget(pane)
    columns.setSizes([444, 580, 344])
    inner.addWidget(columns, 1)
    return window
