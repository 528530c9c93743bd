"""The head of the request list: views with counts, search, filters as chips, order, list or table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel
from helpdesk.domain.listing import RequestQuery, Sort, View
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.words.terms import title
from ui.panes.request_parts import column, pop_up, row
from ui.widgets import FilterChip, FlowLayout, Hairline, IconButton, SearchBox, Tab, TextTabs

_SAVED = "saved:"
_FILTERS: tuple[tuple[str, type[Enum]], ...] = (
    ("kinds", RequestKind),
    ("categories", Category),
    ("priorities", Priority),
    ("channels", Channel),
)


def view_name(view: View) -> str:
    """A ready view as operators call it."""
    translate = QCoreApplication.translate
    return {
        View.CUSTOMER: translate("RequestListHead", "This customer"),
        View.MINE: translate("RequestListHead", "Mine"),
        View.TODAY: translate("RequestListHead", "Today"),
        View.QUEUE: translate("RequestListHead", "Queue"),
        View.WAITING: translate("RequestListHead", "Waiting"),
        View.OVERDUE: translate("RequestListHead", "Overdue"),
        View.ALL: translate("RequestListHead", "All"),
    }[view]


class RequestListHead(QWidget):
    """Holds the query that the list shows and tells when it became another."""

    queried = Signal(object)
    table_wanted = Signal(bool)
    columns_wanted = Signal()
    save_wanted = Signal()
    drop_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = RequestQuery()
        self._saved: dict[str, RequestQuery] = {}
        self._customer: Any = None
        self._is_table = False
        self.tabs = TextTabs(self.tr("Views"))
        self.tabs.chosen.connect(self._choose_tab)
        self.search = SearchBox(self.tr("Search requests…"), key="Ctrl+F")
        self.search.textChanged.connect(self._search)
        self.filters = IconButton("funnel", self.tr("Filters and saved views"))
        self.filters.clicked.connect(self._open_filters)
        self.order = IconButton("arrow-up-down", self.tr("Sort"))
        self.order.clicked.connect(self._open_order)
        self.mode = IconButton("columns-3", self.tr("List or table"))
        self.mode.clicked.connect(self._open_mode)
        self._chips = QWidget()
        self._flow = FlowLayout(6, self._chips)
        self._filtered = QWidget()
        row(self._filtered, (20, 0, 12, 8)).addWidget(self._chips)
        self._filtered.hide()
        self._lay_out()
        self.show_counts({})

    def _lay_out(self) -> None:
        layout = column(self, (0, 4, 0, 0), 0)
        held = QWidget()
        row(held, (16, 0, 12, 0)).addWidget(self.tabs)
        tools = QWidget()
        line = row(tools, (20, 8, 12, 8), 4)
        line.addWidget(self.search, 1)
        line.addSpacing(4)
        for button in (self.filters, self.order, self.mode):
            line.addWidget(button)
        layout.addWidget(held)
        layout.addWidget(Hairline())
        layout.addWidget(tools)
        layout.addWidget(self._filtered)
        layout.addWidget(Hairline())

    @property
    def query(self) -> RequestQuery:
        """What is asked for now."""
        return self._query

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """Shows how many requests each view holds."""
        views = [view for view in View if view is not View.CUSTOMER or self._customer is not None]
        tabs = [Tab(view.value, view_name(view), counts.get(view)) for view in views]
        tabs += [Tab(_SAVED + name, name) for name in self._saved]
        self.tabs.set_tabs(tabs)
        if not self.tabs.current.startswith(_SAVED):
            self.tabs.choose(self._query.view.value)

    def show_saved(self, saved: Mapping[str, RequestQuery]) -> None:
        """Offers the saved views behind the ready ones."""
        self._saved = dict(saved)

    def show_customer(self, customer: Any) -> bool:
        """Offers "This customer" for this one, or takes it away; says whether the query became another."""
        self._customer = customer
        was = self._query
        self._query = replace(self._query, customer=customer if was.view is View.CUSTOMER else None)
        if was.view is View.CUSTOMER and customer is None:
            self._query = replace(self._query, view=View.MINE)
        return self._query != was

    def take(self, query: RequestQuery) -> None:
        """Takes a query over without telling of it."""
        self._query = query
        self._show_chips()
        self.tabs.choose(query.view.value)

    def ask(self, query: RequestQuery) -> None:
        """Asks for something else and tells of it."""
        if query == self._query:
            return
        self.take(query)
        self.queried.emit(query)

    def choose_view(self, view: View) -> None:
        """Asks for another ready view."""
        self.ask(replace(self._query, view=view, customer=self._customer if view is View.CUSTOMER else None))

    def choose_sort(self, sort: Sort) -> None:
        """Asks for another order."""
        self.ask(replace(self._query, sort=sort))

    def show_mode(self, is_table: bool) -> None:
        """Remembers whether the table is shown."""
        self._is_table = is_table

    def widen(self) -> None:
        """Drops the filters and looks through all requests for the words searched."""
        self.ask(RequestQuery(View.ALL, self._query.sort, text=self._query.text))

    def _choose_tab(self, key: str) -> None:
        if key.startswith(_SAVED):
            query = replace(self._saved[key.removeprefix(_SAVED)], text=self._query.text)
            self._query = query
            self._show_chips()
            self.queried.emit(query)
            return
        self.choose_view(View(key))

    def _search(self, text: str) -> None:
        self.ask(replace(self._query, text=text.strip()))

    def _open_filters(self) -> None:
        menu = QMenu(self)
        names = (self.tr("Kind"), self.tr("State"), self.tr("Priority"), self.tr("Channel"))
        for (field, members), name in zip(_FILTERS, names, strict=True):
            part = menu.addMenu(name)
            for member in members:
                action = QAction(title(member), part)
                action.setCheckable(True)
                action.setChecked(member in getattr(self._query, field))
                action.setData(f"{field}:{member.value}")
                part.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Save as a view…")).setData("save")
        if self.tabs.current.startswith(_SAVED):
            menu.addAction(self.tr("Delete this view")).setData("drop")
        menu.triggered.connect(self._pick_filter)
        pop_up(menu, self.filters)

    def _pick_filter(self, action: QAction) -> None:
        told = action.data()
        if told == "save":
            self.save_wanted.emit()
        elif told == "drop":
            self.drop_wanted.emit(self.tabs.current.removeprefix(_SAVED))
        else:
            self.switch(*told.split(":"))

    def switch(self, field: str, value: str) -> None:
        """Puts one filter on or off."""
        member = dict(_FILTERS)[field](value)
        self.ask(replace(self._query, **{field: getattr(self._query, field) ^ {member}}))

    def _open_order(self) -> None:
        orders = (
            (Sort.DUE, self.tr("By due time")),
            (Sort.NEWEST, self.tr("Newest first")),
            (Sort.OLDEST, self.tr("Oldest first")),
        )
        menu, group = QMenu(self), QActionGroup(self)
        for sort, words in orders:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(sort is self._query.sort)
            action.setData(sort.value)
            action.setEnabled(not self._query.text)
            group.addAction(action)
            menu.addAction(action)
        if self._query.text:
            menu.addSection(self.tr("While searching: the best first"))
        menu.triggered.connect(self._pick_order)
        pop_up(menu, self.order)

    def _pick_order(self, action: QAction) -> None:
        self.choose_sort(Sort(action.data()))

    def _open_mode(self) -> None:
        menu = QMenu(self)
        words: Sequence[tuple[str, str, bool]] = (
            ("list", self.tr("List"), not self._is_table),
            ("table", self.tr("Table"), self._is_table),
        )
        for key, text, is_on in words:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(is_on)
            action.setData(key)
        if self._is_table:
            menu.addSeparator()
            menu.addAction(self.tr("Columns…")).setData("columns")
        menu.triggered.connect(self._pick_mode)
        pop_up(menu, self.mode)

    def _pick_mode(self, action: QAction) -> None:
        if action.data() == "columns":
            self.columns_wanted.emit()
        else:
            self.table_wanted.emit(action.data() == "table")

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for field, members in _FILTERS:
            for member in members:
                if member in getattr(self._query, field):
                    chip = FilterChip(title(member), is_removable=True, parent=self._chips)
                    chip.setProperty("filter", f"{field}:{member.value}")
                    chip.removed.connect(self._remove)
                    self._flow.addWidget(chip)
                    chip.show()
        self._filtered.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()

    def _remove(self) -> None:
        self.switch(*str(self.sender().property("filter")).split(":"))
