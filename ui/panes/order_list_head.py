"""The head of the order tracker: views with counts, search, filters as chips, ways of looking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.listing import OrderQuery, OrderView, Sort
from helpdesk.domain.order import OrderKind, OrderStage
from helpdesk.words.terms import title
from ui.panes.request_parts import column, pop_up, row
from ui.widgets import Button, FilterChip, FlowLayout, Hairline, IconButton, SearchBox, Tab, TextTabs

TODO, LIST, BOARD, CALENDAR = "todo", "list", "board", "calendar"
_SAVED = "saved:"


class OrderListHead(QWidget):
    """Holds the query that the tracker shows and tells when it became another."""

    queried = Signal(object)
    mode_chosen = Signal(str)
    columns_wanted = Signal()
    save_wanted = Signal()
    drop_wanted = Signal(str)
    stages_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = OrderQuery()
        self._saved: dict[str, OrderQuery] = {}
        self._departments: tuple[str, ...] = ()
        self._today = date.min
        self.tabs = TextTabs(self.tr("Views of orders"))
        self.modes = TextTabs(self.tr("Ways of looking"))
        self.search = SearchBox(self.tr("Number, customer, words…"))
        self.filters = IconButton("funnel", self.tr("Filters and saved views"))
        self.more = IconButton("columns-3", self.tr("Columns, order, stages"))
        self.new = Button(self.tr("New order"), "primary", key="F4")
        self.import_link = Button(self.tr("Import…"))
        self._chips = QWidget()
        self._flow = FlowLayout(6, self._chips)
        self._filtered = QWidget()
        row(self._filtered, (16, 0, 12, 8)).addWidget(self._chips)
        self._filtered.hide()
        self._lay_out()
        self._connect()
        self.show_counts({})
        self.tabs.choose(OrderView.OPEN.value)

    def _lay_out(self) -> None:
        layout = column(self, (0, 9, 0, 0), 4)
        tools = row(None, (16, 0, 16, 0))
        self.search.setMaximumWidth(420)
        tools.addWidget(self.search, 1)
        for part in (self.filters, self.more):
            tools.addWidget(part)
        tools.addStretch(0)
        for button in (self.import_link, self.new):
            tools.addWidget(button)
        names = (
            (TODO, self.tr("What to do now")),
            (LIST, self.tr("List")),
            (BOARD, self.tr("Board")),
            (CALENDAR, self.tr("Calendar")),
        )
        self.modes.set_tabs([Tab(key, words) for key, words in names])
        self.modes.choose(LIST)
        views, ways = row(None, (12, 0, 12, 0)), row(None, (12, 0, 12, 0))
        views.addWidget(self.tabs)
        ways.addWidget(self.modes)
        layout.addLayout(tools)
        layout.addLayout(ways)
        layout.addWidget(Hairline())
        layout.addLayout(views)
        layout.addWidget(self._filtered)
        layout.addWidget(Hairline())

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose_tab)
        self.modes.chosen.connect(self.mode_chosen)
        self.search.textChanged.connect(self._search)
        self.filters.clicked.connect(self._open_filters)
        self.more.clicked.connect(self._open_more)

    @property
    def query(self) -> OrderQuery:
        """What is asked for now."""
        return self._query

    def show_counts(self, counts: Mapping[OrderView, int], todo: int | None = None) -> None:
        """Shows how many orders each view holds, and how much there is to do."""
        tabs = [Tab(view.value, title(view), counts.get(view)) for view in OrderView]
        tabs += [Tab(_SAVED + name, name) for name in self._saved]
        self.tabs.set_tabs(tabs)

    def show_known(self, saved: Mapping[str, OrderQuery], departments: Sequence[str], today: date) -> None:
        """Offers the saved views behind the ready ones, and the departments to filter by."""
        self._saved, self._departments, self._today = dict(saved), tuple(departments), today

    def take(self, query: OrderQuery) -> None:
        """Takes a query over without telling of it."""
        self._query = query
        self.tabs.choose(query.view.value)
        self._show_chips()

    def ask(self, query: OrderQuery) -> None:
        """Asks for something else and tells of it."""
        if query != self._query:
            self.take(query)
            self.queried.emit(query)

    def switch(self, field: str, value: Any) -> None:
        """Puts one filter on or off."""
        present = getattr(self._query, field)
        if field == "promised_to":
            value = None if present == value else value
            self.ask(replace(self._query, promised_to=value))
        elif field == "is_owed":
            self.ask(replace(self._query, is_owed=not present))
        else:
            self.ask(replace(self._query, **{field: present ^ {value}}))

    def _choose_tab(self, key: str) -> None:
        if key.startswith(_SAVED):
            self._query = replace(self._saved[key.removeprefix(_SAVED)], text=self._query.text)
            self._show_chips()
            self.queried.emit(self._query)
            return
        self.ask(replace(self._query, view=OrderView(key)))

    def _search(self, text: str) -> None:
        self.ask(replace(self._query, text=text.strip()))

    def _filters_offered(self) -> list[tuple[str, str, list[tuple[Any, str]]]]:
        week = self._today + timedelta(days=7) if self._today > date.min else self._today
        return [
            ("stages", self.tr("Stage"), [(stage, title(stage)) for stage in OrderStage]),
            ("kinds", self.tr("Kind"), [(kind, title(kind)) for kind in OrderKind]),
            ("departments", self.tr("Department"), [(name, name) for name in self._departments]),
            (
                "promised_to",
                self.tr("Promised"),
                [(self._today, self.tr("Until today")), (week, self.tr("Within a week"))],
            ),
            ("is_owed", self.tr("Customer"), [(True, self.tr("Not told yet"))]),
        ]

    def _is_on(self, field: str, value: Any) -> bool:
        present = getattr(self._query, field)
        return value in present if isinstance(present, frozenset) else bool(present) and present == value

    def _open_filters(self) -> None:
        menu = QMenu(self)
        for field, words, offered in self._filters_offered():
            if not offered:
                continue
            part = menu.addMenu(words)
            for value, name in offered:
                action = QAction(name.replace("&", "&&"), part)
                action.setCheckable(True)
                action.setChecked(self._is_on(field, value))
                action.triggered.connect(partial(self._switch, field, value))
                part.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Save as a view…")).triggered.connect(self._save)
        if self.tabs.current.startswith(_SAVED):
            menu.addAction(self.tr("Delete this view")).triggered.connect(self._drop)
        pop_up(menu, self.filters)

    def _switch(self, field: str, value: Any, _checked: bool = False) -> None:
        self.switch(field, value)

    def _save(self, _checked: bool = False) -> None:
        self.save_wanted.emit()

    def _drop(self, _checked: bool = False) -> None:
        self.drop_wanted.emit(self.tabs.current.removeprefix(_SAVED))

    def _open_more(self) -> None:
        menu = QMenu(self)
        for sort, words in (
            (Sort.DUE, self.tr("Late and at risk first")),
            (Sort.NEWEST, self.tr("Newest first")),
            (Sort.OLDEST, self.tr("Oldest first")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._query.sort is sort)
            action.triggered.connect(partial(self._sort, sort))
        menu.addSeparator()
        menu.addAction(self.tr("Columns…")).triggered.connect(self._columns)
        menu.addAction(self.tr("Stages and carriers…")).triggered.connect(self._stages)
        menu.addAction(self.tr("Deadlines of demands…")).triggered.connect(self._rules)
        pop_up(menu, self.more)

    def _sort(self, sort: Sort, _checked: bool = False) -> None:
        self.ask(replace(self._query, sort=sort))

    def _columns(self, _checked: bool = False) -> None:
        self.columns_wanted.emit()

    def _stages(self, _checked: bool = False) -> None:
        self.stages_wanted.emit()

    def _rules(self, _checked: bool = False) -> None:
        self.rules_wanted.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for field, _words, offered in self._filters_offered():
            for value, name in offered:
                if self._is_on(field, value):
                    chip = FilterChip(name, is_removable=True, parent=self._chips)
                    chip.removed.connect(partial(self.switch, field, value))
                    self._flow.addWidget(chip)
                    chip.show()
        self._filtered.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()
