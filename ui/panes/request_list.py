"""What is to be done: the request list with its views, search, filters and bulk steps."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Operator
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.listing import RequestQuery, Sort, View
from helpdesk.domain.request import RequestRow, RequestState
from helpdesk.service import company, request_list, setting
from helpdesk.service.desk import Desk
from ui.dialogs.request_columns import ColumnChoice
from ui.dialogs.waive import ReasonDialog
from ui.models.request_columns import FIRST_SHOWN
from ui.models.request_table import RequestTable
from ui.models.request_words import Reading
from ui.panes.request_list_bulk import BulkBar, BulkSteps
from ui.panes.request_list_head import RequestListHead, view_name
from ui.panes.request_list_views import RequestViews, row_menu
from ui.panes.request_parts import column, ground
from ui.seat import Seat
from ui.shortcuts import shortcut

_SETTING = "request_list"


@dataclass(frozen=True)
class Opening:
    """What the list needs before its first rows: the company's states and people, what was saved and remembered."""

    states: tuple[RequestState, ...]
    operators: tuple[Operator, ...]
    saved: dict[str, RequestQuery]
    remembered: dict[str, Any]


def opening(desk: Desk, actor: OperatorId) -> Opening:
    """Reads the opening; runs off the GUI thread."""
    saved = {view.name: view.query for view in request_list.saved_views(desk, actor)}
    remembered = setting.get(desk, actor, _SETTING, {})
    return Opening(company.states(desk), company.operators(desk), saved, remembered)


class RequestListPane(QWidget):
    """The list: the first page at once, then the whole view as aliases, rows only where somebody looks."""

    chosen = Signal(bytes)
    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self._seat = seat
        self._customer: Any = None
        self._told: bytes | None = None
        self._wanted: bytes | None = None
        self._kept: tuple[tuple[int, ...], int | None] = ((), None)
        self.model = RequestTable(self._reading({}), self)
        self.head = RequestListHead()
        self.bar = BulkBar()
        self.views = RequestViews(self.model)
        self.steps = BulkSteps(seat, self)
        layout = column(self, spacing=0)
        for part in (self.head, self.bar):
            layout.addWidget(part)
        layout.addWidget(self.views, 1)
        self._minute = self._timer(60_000, self._tick, is_single=False)
        self._look = self._timer(15, self._load_window)
        self._tell = self._timer(60, self._tell_chosen)
        self._minute.start()
        self._connect()
        self._read(opening, on_success=self._open)

    def _timer(self, interval: int, slot: Any, *, is_single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(is_single)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        head, views = self.head, self.views
        head.queried.connect(self._load)
        head.table_wanted.connect(self._show_table)
        head.columns_wanted.connect(self._choose_columns)
        head.save_wanted.connect(self._name_view)
        head.drop_wanted.connect(self._drop_view)
        head.search.moved_on.connect(self._go_to_rows)
        head.search.returnPressed.connect(self._open_first)
        head.search.left.connect(self._go_to_rows)
        views.window_moved.connect(self._look.start)
        views.current_changed.connect(self._tell.start)
        views.opened.connect(self._open_current)
        views.selection_changed.connect(self.bar.show_count)
        views.copy_wanted.connect(self._copy)
        views.menu_wanted.connect(self._open_menu)
        views.head_clicked.connect(self._sort_by)
        views.empty.action_clicked.connect(self.head.widen)
        self.bar.take_wanted.connect(self._take)
        self.bar.owner_wanted.connect(self._choose_owner)
        self.bar.state_wanted.connect(self._choose_state)
        self.bar.left.connect(self._clear_selection)
        self.steps.changed.connect(self.changed)
        shortcut(self, "Ctrl+F", self.focus_search)

    def refresh(self, changes: object) -> None:
        """Loads anew what `Changes` concern; the selection stays."""
        if not isinstance(changes, Changes):
            return
        if changes.company:
            self._read(opening, on_success=self._read_states)
        if changes.is_everything or changes.company or changes.customers:
            self.model.forget()
        elif changes.requests:
            self.model.forget(changes.requests)
        else:
            return
        self._read(request_list.aliases, self.head.query, on_success=self._patch, key="aliases")
        self._count()
        self._look.start()

    def show_customer(self, customer: object) -> None:
        """Offers the view of this customer's requests, or takes it away with None."""
        self._customer = customer
        if self.head.show_customer(customer):
            self._load(self.head.query)
        else:
            self._count()

    def choose_view(self, view: View) -> None:
        """Shows another view, "This customer" most often when a caller was recognised."""
        self.head.choose_view(view)

    def select(self, request: bytes) -> None:
        """Selects a request where the list shows it, without telling of it."""
        self._wanted = self._told = bytes(request)
        self._select_wanted()

    def select_first(self) -> None:
        """Chooses the first row, as at the start of a day."""
        if self.model.rowCount():
            self.views.select_places([0], 0)
            self._tell_chosen()

    def focus_search(self) -> None:
        """Gives the search box the keyboard."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def _read(self, function: Any, *arguments: Any, on_success: Any, key: str | None = None) -> None:
        named = None if key is None else (id(self), key)
        self._seat.tasks.read(
            function, self._seat.desk, self._seat.operator.id, *arguments, on_success=on_success, key=named
        )

    def _reading(self, states: dict[str, RequestState]) -> Reading:
        return Reading(self._seat.locale, self._seat.desk.clock.now(), self._seat.desk.hours, states)

    def _open(self, found: Opening) -> None:
        self._read_states(found)
        remembered = found.remembered
        self.views.show_columns(remembered.get("columns", FIRST_SHOWN))
        self.head.show_mode(bool(remembered.get("is_table")))
        self.views.show_table(bool(remembered.get("is_table")))
        view, sort = remembered.get("view", View.MINE.value), remembered.get("sort", Sort.DUE.value)
        self.head.take(replace(self.head.query, view=View(view), sort=Sort(sort)))
        self._load(self.head.query)

    def _read_states(self, found: Opening) -> None:
        self.model.read_as(self._reading({state.code: state for state in found.states}))
        self.steps.operators = found.operators
        self.head.show_saved(found.saved)

    def _load(self, query: RequestQuery) -> None:
        self._read(request_list.first_page, query, on_success=self._show_page, key="page")
        self._read(request_list.aliases, query, on_success=self._show_all, key="aliases")
        self._count()
        if query.view is not View.CUSTOMER:
            self._remember()

    def _count(self) -> None:
        self._read(request_list.counts, self._customer, on_success=self.head.show_counts, key="counts")

    def _show_page(self, rows: tuple[RequestRow, ...]) -> None:
        self._keep_selection()
        self.model.show(array("q", (found.alias for found in rows)), rows)
        self._settle()

    def _show_all(self, aliases: Sequence[int]) -> None:
        self._patch(aliases)

    def _patch(self, aliases: Sequence[int]) -> None:
        self._keep_selection()
        self.model.patch(aliases)
        self._settle()

    def _keep_selection(self) -> None:
        current = self.model.aliases_at([self.views.current_place])
        self._kept = self.model.aliases_at(self.views.selected_places()), current[0] if current else None

    def _settle(self) -> None:
        aliases, current = self._kept
        places = self.model.places_of(aliases)
        at = self.model.places_of([current]) if current is not None else []
        self.views.select_places(places, at[0] if at else -1)
        self._select_wanted()
        self._show_emptiness()
        self._look.start()

    def _select_wanted(self) -> None:
        if self._wanted is None:
            return
        place = self.model.place_of_request(self._wanted)
        if place >= 0 and self.views.selected_places() != [place]:
            self.views.select_places([place], place)
            self.views.view.scrollTo(self.model.index(place, 0))
        elif place < 0 and self.views.selected_count == 1:
            self.views.select_places([], -1)

    def _show_emptiness(self) -> None:
        if self.model.rowCount():
            self.views.show_rows()
            return
        query = self.head.query
        is_narrow = query != RequestQuery(View.ALL, query.sort, text=query.text)
        action = self.tr("Look through all requests") if is_narrow else ""
        self.views.show_empty(self._empty_words(query), action)

    def _empty_words(self, query: RequestQuery) -> str:
        if query.text:
            return self.tr("Nothing found. Try a part of the number, the last digits of a phone or another word.")
        if query.kinds or query.categories or query.priorities or query.channels:
            return self.tr("No request passes these filters. Take a filter away to see more.")
        return {
            View.MINE: self.tr("Nothing is waiting for you. Take a request from the queue, or register one with F2."),
            View.QUEUE: self.tr("The queue is empty: every request has its owner."),
            View.OVERDUE: self.tr("Nothing is overdue."),
            View.WAITING: self.tr("No request waits for a customer, a department or a date."),
            View.TODAY: self.tr("Nothing else is due today."),
            View.CUSTOMER: self.tr("This customer has no requests yet. F2 registers one."),
        }.get(query.view, self.tr("No requests yet. F2 registers the first one, a call comes by F9."))

    def _load_window(self) -> None:
        missing = self.model.missing(*self.views.window())
        if missing:
            self._read(request_list.rows, missing, on_success=self._accept, key="rows")

    def _accept(self, rows: tuple[RequestRow, ...]) -> None:
        self.model.accept(rows)
        self._select_wanted()
        if self._told is None and self.views.current_place >= 0:
            self._tell.start()

    def _tick(self) -> None:
        self.model.read_as(replace(self.model.reading, now=self._seat.desk.clock.now()))

    def _tell_chosen(self) -> None:
        if self.views.selected_count != 1:
            return
        found = self.model.row_at(self.views.current_place)
        # A row that is still loading is told of when it comes.
        self._wanted, self._told = None, self._told if found is not None else None
        if found is not None and found.id != self._told:
            self._told = found.id
            self.chosen.emit(found.id)

    def _open_current(self) -> None:
        found = self.model.row_at(self.views.current_place)
        if found is not None:
            self._tell.stop()
            self._told, self._wanted = found.id, None
            self.chosen.emit(found.id)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.views.select_places([0], 0)
            self._open_current()

    def _go_to_rows(self) -> None:
        if self.model.rowCount():
            self.views.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.views.selected_count == 0:
                self.views.select_places([0], 0)
                self._tell.start()

    def _aliases(self) -> tuple[int, ...]:
        return self.model.aliases_at(self.views.selected_places())

    def _take(self) -> None:
        self.steps.take(self._aliases())

    def _choose_owner(self) -> None:
        self.steps.choose_owner(self._aliases(), self.bar.owner)

    def _choose_state(self) -> None:
        self.steps.choose_state(self._aliases(), self.model.reading)

    def _clear_selection(self) -> None:
        self.views.select_places([], self.views.current_place)

    def _copy(self) -> None:
        shown = self.views.shown_columns if self.views.is_table else FIRST_SHOWN
        named = {found.key: found for found in self.model.columns}
        self.steps.copy(self._aliases(), [named[key] for key in shown], self.model.reading)

    def _open_menu(self, at: QPoint) -> None:
        if not self.views.selected_count:
            return
        menu = row_menu(self)
        menu.addAction(self.tr("Take")).triggered.connect(self._take)
        self.steps.owner_menu(menu.addMenu(self.tr("Assign")), self._aliases())
        menu.addAction(self.tr("State…")).triggered.connect(self._choose_state)
        menu.addSeparator()
        menu.addAction(self.tr("Copy as a table")).triggered.connect(self._copy)
        menu.popup(at)

    def _sort_by(self, key: str) -> None:
        sorts = next(found.sorts for found in self.model.columns if found.key == key)
        if sorts:
            now = self.head.query.sort
            at = sorts.index(now) + 1 if now in sorts else 0
            self.head.choose_sort(sorts[at % len(sorts)])

    def _show_table(self, is_table: bool) -> None:
        self.head.show_mode(is_table)
        self.views.show_table(is_table)
        self._show_emptiness()
        self._remember()

    def _choose_columns(self) -> None:
        dialog = ColumnChoice(self.model.columns, self.views.shown_columns, self)
        dialog.chosen.connect(self._show_columns)
        dialog.show()

    def _show_columns(self, keys: Sequence[str]) -> None:
        self.views.show_columns(keys)
        self._remember()

    def _remember(self) -> None:
        query, views = self.head.query, self.views
        kept = {"view": query.view.value, "sort": query.sort.value}
        kept |= {"is_table": views.is_table, "columns": views.shown_columns}
        self._seat.tasks.write(setting.put, self._seat.desk, self._seat.operator.id, _SETTING, kept)

    def _name_view(self) -> None:
        label = self.tr("Name of the view")
        dialog = ReasonDialog(self.tr("Save these filters as a view"), label, self.tr("Save view"), self)
        dialog.ask_for(self.tr("Give the view a name: it stands on its tab."))
        dialog.given.connect(self._save_view)
        dialog.show()

    def _save_view(self, name: str) -> None:
        seat = self._seat
        query = replace(self.head.query, text="")
        seat.tasks.write(
            request_list.save_view, seat.desk, seat.operator.id, name, query, on_success=self._views_changed
        )

    def _drop_view(self, name: str) -> None:
        seat = self._seat
        seat.tasks.write(request_list.drop_view, seat.desk, seat.operator.id, name, on_success=self._views_changed)

    def _views_changed(self, told: object) -> None:
        self._read(opening, on_success=self._read_states)
        self._count()


def _title_of(query: RequestQuery) -> str:
    return view_name(query.view)
