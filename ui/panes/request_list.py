"""What is to be done: the request list with its views, search, filters and bulk steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Operator
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.listing import RequestQuery, Sort, View
from helpdesk.domain.request import RequestState
from helpdesk.lazily import dataclass
from helpdesk.service import company, request_list, setting
from helpdesk.service.desk import Desk
from ui.models.request_columns import FIRST_SHOWN
from ui.panes.request_list_bulk import BulkBar, BulkSteps
from ui.panes.request_list_head import RequestListHead
from ui.panes.request_list_rows import RequestRows
from ui.panes.request_list_views import row_menu
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
    """Tells which request was chosen; `refresh` loads anew only what is concerned."""

    chosen = Signal(bytes)
    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self._seat = seat
        self._customer: Any = None
        self._remembered: dict[str, Any] = {}
        self.head, self.bar = RequestListHead(), BulkBar()
        self.rows = RequestRows(seat, self)
        self.views, self.model = self.rows.views, self.rows.model
        self.steps = BulkSteps(seat, self)
        layout = column(self, spacing=0)
        for part in (self.head, self.bar):
            layout.addWidget(part)
        layout.addWidget(self.views, 1)
        self._connect()
        self._read(opening, on_success=self._open)

    def _connect(self) -> None:
        head, views, rows = self.head, self.views, self.rows
        head.queried.connect(self._load)
        head.table_wanted.connect(self._show_table)
        head.columns_wanted.connect(self._choose_columns)
        head.save_wanted.connect(self._name_view)
        head.drop_wanted.connect(self._drop_view)
        head.search.moved_on.connect(rows.go_to_rows)
        head.search.returnPressed.connect(rows.open_first)
        head.search.left.connect(rows.go_to_rows)
        rows.chosen.connect(self.chosen)
        rows.settled.connect(self._show_emptiness)
        views.selection_changed.connect(self.bar.show_count)
        views.copy_wanted.connect(self._copy)
        views.menu_wanted.connect(self._open_menu)
        views.head_clicked.connect(self._sort_by)
        views.empty.action_clicked.connect(head.widen)
        self.bar.take_wanted.connect(self._take)
        self.bar.owner_wanted.connect(self._choose_owner)
        self.bar.state_wanted.connect(self._choose_state)
        self.bar.more_wanted.connect(self._open_more)
        self.bar.left.connect(self._clear_selection)
        self.steps.changed.connect(self.changed)
        shortcut(self, "Ctrl+F", self.focus_search)

    def refresh(self, changes: object) -> None:
        """Loads anew what `Changes` concern; the selection stays."""
        if not isinstance(changes, Changes):
            return
        if changes.company or changes.is_everything:
            self._read(opening, on_success=self._take_over)
        is_wide = changes.is_everything or changes.company or bool(changes.customers)
        if is_wide or changes.requests:
            self.rows.reload(None if is_wide else frozenset(changes.requests))
            self._count()

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
        self.rows.select(bytes(request))

    def focus_search(self) -> None:
        """Gives the search box the keyboard."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def _read(self, function: Any, *arguments: Any, on_success: Any, key: str | None = None) -> None:
        seat, named = self._seat, None if key is None else (id(self), key)
        seat.tasks.read(function, seat.desk, seat.operator.id, *arguments, on_success=on_success, key=named)

    def _write(self, function: Any, *arguments: Any, on_success: Any = None) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=on_success)

    def _open(self, found: Opening) -> None:
        self._take_over(found)
        remembered = self._remembered = found.remembered
        is_table = bool(remembered.get("is_table"))
        self.views.show_columns(remembered.get("columns", FIRST_SHOWN))
        self.head.show_mode(is_table)
        self.views.show_table(is_table)
        view, sort = remembered.get("view", View.MINE.value), remembered.get("sort", Sort.DUE.value)
        query = replace(self.head.query, sort=Sort(sort))
        # A view chosen while this was read, for a caller perhaps, goes before what was remembered.
        self.head.take(query if query.view is View.CUSTOMER else replace(query, view=View(view)))
        self._load(self.head.query)

    def _take_over(self, found: Opening) -> None:
        self.rows.show_states({state.code: state for state in found.states})
        self.steps.operators = found.operators
        self.head.show_saved(found.saved)

    def _load(self, query: RequestQuery) -> None:
        self.rows.load(query)
        self._count()
        self._remember()

    def _count(self) -> None:
        self._read(request_list.counts, self._customer, on_success=self.head.show_counts, key="counts")

    def _show_emptiness(self) -> None:
        if self.model.rowCount():
            self.views.show_rows()
            return
        query = self.head.query
        is_all = query.view is View.ALL or bool(query.text)
        has_filters = bool(query.kinds or query.categories or query.priorities or query.channels)
        action = self.tr("Look through all requests") if has_filters or not is_all else ""
        self.views.show_empty(self._empty_words(query, has_filters), action)

    def _empty_words(self, query: RequestQuery, has_filters: bool) -> str:
        if query.text:
            return self.tr("Nothing found. Try a part of the number, the last digits of a phone or another word.")
        if has_filters:
            return self.tr("No request passes these filters. Take a filter away to see more.")
        return {
            View.MINE: self.tr("Nothing is waiting for you. Take a request from the queue, or register one with F2."),
            View.QUEUE: self.tr("The queue is empty: every request has its owner."),
            View.OVERDUE: self.tr("Nothing is overdue."),
            View.WAITING: self.tr("No request waits for a customer, a department or a date."),
            View.TODAY: self.tr("Nothing else is due today."),
            View.CUSTOMER: self.tr("This customer has no requests yet. F2 registers one."),
        }.get(query.view, self.tr("No requests yet. F2 registers the first one, a call comes by F9."))

    def _take(self) -> None:
        self.steps.take(self.rows.aliases)

    def _choose_owner(self) -> None:
        self.steps.choose_owner(self.rows.aliases, self.bar.owner)

    def _choose_state(self) -> None:
        self.steps.choose_state(self.rows.aliases, self.model.reading)

    def _choose_survivor(self) -> None:
        self.steps.choose_survivor(self.rows.aliases)

    def _clear_selection(self) -> None:
        self.views.select_places([], self.views.current_place)

    def _copy(self) -> None:
        shown = self.views.shown_columns if self.views.is_table else FIRST_SHOWN
        named = {found.key: found for found in self.model.columns}
        self.steps.copy(self.rows.aliases, [named[key] for key in shown], self.model.reading)

    def _open_more(self) -> None:
        more = self.bar.more
        self._open_menu(more.mapToGlobal(more.rect().bottomLeft()))

    def _open_menu(self, at: QPoint) -> None:
        if not self.views.selected_count:
            return
        menu = row_menu(self)
        menu.addAction(self.tr("Take")).triggered.connect(self._take)
        self.steps.owner_menu(menu.addMenu(self.tr("Assign")), self.rows.aliases)
        menu.addAction(self.tr("State…")).triggered.connect(self._choose_state)
        if self.views.selected_count > 1:
            menu.addAction(self.tr("Merge…")).triggered.connect(self._choose_survivor)
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
        from ui.dialogs.request_columns import ColumnChoice

        dialog = ColumnChoice(self.model.columns, self.views.shown_columns, self)
        dialog.chosen.connect(self._show_columns)
        dialog.show()

    def _show_columns(self, keys: Sequence[str]) -> None:
        self.views.show_columns(keys)
        self._remember()

    def _remember(self) -> None:
        query, views = self.head.query, self.views
        view = View.MINE if query.view is View.CUSTOMER else query.view
        kept = {"view": view.value, "sort": query.sort.value}
        kept |= {"is_table": views.is_table, "columns": views.shown_columns}
        if kept != self._remembered:
            self._remembered = kept
            self._write(setting.put, _SETTING, kept)

    def _name_view(self) -> None:
        from ui.dialogs.waive import ReasonDialog

        label = self.tr("Name of the view")
        dialog = ReasonDialog(self.tr("Save these filters as a view"), label, self.tr("Save view"), self)
        dialog.ask_for(self.tr("Give the view a name: it stands on its tab."))
        dialog.given.connect(self._save_view)
        dialog.show()

    def _save_view(self, name: str) -> None:
        query = replace(self.head.query, text="")
        self._write(request_list.save_view, name, query, on_success=self._views_changed)

    def _drop_view(self, name: str) -> None:
        self._write(request_list.drop_view, name, on_success=self._views_changed)

    def _views_changed(self, told: object) -> None:
        self._read(opening, on_success=self._take_over)
        self._count()
