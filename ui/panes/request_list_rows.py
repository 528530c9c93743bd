"""Brings the rows of the request list: the first page at once, then the whole view as aliases, rows where one looks."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from helpdesk.domain.listing import RequestQuery
from helpdesk.domain.request import RequestRow, RequestState
from helpdesk.service import request_list
from ui.models.request_table import RequestTable
from ui.models.request_words import Reading
from ui.panes.request_list_views import RequestViews
from ui.seat import Seat

_MINUTE, _LOOK, _REST = 60_000, 15, 60


class RequestRows(QObject):
    """Keeps model and views in step with the query and tells which request was chosen; the selection survives."""

    chosen = Signal(bytes)
    settled = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._query = RequestQuery()
        self._told: bytes | None = None
        self._wanted: bytes | None = None
        self._is_awaited = False
        self.model = RequestTable(Reading(seat.locale, seat.desk.clock.now(), seat.desk.hours), self)
        self.views = RequestViews(self.model)
        self._minute = self._timer(_MINUTE, self.tick)
        self._minute.setSingleShot(False)
        self._minute.start()
        self._look = self._timer(_LOOK, self._load_window)
        self._rest = self._timer(_REST, self._tell)
        self.views.window_moved.connect(self._look.start)
        self.views.current_changed.connect(self._rest.start)
        self.views.opened.connect(self.open_current)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def show_states(self, states: Mapping[str, RequestState]) -> None:
        """Names the states as the company does."""
        self.model.read_as(replace(self.model.reading, states=states))

    def tick(self) -> None:
        """Puts the due badges into words anew; asks nothing."""
        self.model.read_as(replace(self.model.reading, now=self._seat.desk.clock.now()))

    def load(self, query: RequestQuery) -> None:
        """Shows another query from its top."""
        self._query = query
        self._read(request_list.first_page, query, on_success=partial(self._show_page, query), key="page")

    def reload(self, requests: frozenset[bytes] | None) -> None:
        """The same query as it is now, with these requests (or all) read anew."""
        self.model.forget(requests)
        self._load_all(self._query)
        self._look.start()

    def select(self, request: bytes) -> None:
        """Selects a request where the list shows it, without telling of it."""
        self._wanted = self._told = request
        self._select_wanted()

    def open_current(self) -> None:
        """Tells of the current row at once, as Enter does."""
        self._rest.stop()
        found = self.model.row_at(self.views.current_place)
        if found is not None:
            self._wanted, self._told = None, found.id
            self.chosen.emit(found.id)

    def open_first(self) -> None:
        """Chooses the first row."""
        if self.model.rowCount():
            self.views.select_places([0], 0)
            self.open_current()

    def go_to_rows(self) -> None:
        """Gives the rows the keyboard; with nothing chosen yet the first one is."""
        if self.model.rowCount():
            self.views.view.setFocus()
            if not self.views.selected_count:
                self.open_first()

    @property
    def aliases(self) -> tuple[int, ...]:
        """What is selected."""
        return self.model.aliases_at(self.views.selected_places())

    def _read(self, function: Any, *arguments: Any, on_success: Any, key: str) -> None:
        seat = self._seat
        named = (id(self), key)
        seat.tasks.read(function, seat.desk, seat.operator.id, *arguments, on_success=on_success, key=named)

    def _load_all(self, query: RequestQuery) -> None:
        self._read(request_list.aliases, query, on_success=partial(self._patch, query), key="aliases")

    def _show_page(self, query: RequestQuery, rows: tuple[RequestRow, ...]) -> None:
        kept = self._selection()
        self.model.show(array("q", (found.alias for found in rows)), rows)
        self.views.view.scrollToTop()
        self._settle(kept)
        self._load_all(query)

    def _patch(self, query: RequestQuery, aliases: Sequence[int]) -> None:
        if query != self._query:
            return
        kept = self._selection()
        self.model.patch(aliases)
        self._settle(kept)

    def _selection(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.aliases, self.model.aliases_at([self.views.current_place])

    def _settle(self, kept: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
        aliases, current = kept
        at = self.model.places_of(current)
        self.views.select_places(self.model.places_of(aliases), at[0] if at else -1)
        self._select_wanted()
        self._look.start()
        self.settled.emit()

    def _select_wanted(self) -> None:
        if self._wanted is None:
            return
        place = self.model.place_of_request(self._wanted)
        if place < 0 and self.views.selected_count == 1:
            self.views.select_places([], -1)
        elif place >= 0 and self.views.selected_places() != [place]:
            self.views.select_places([place], place)
            self.views.view.scrollTo(self.model.index(place, 0))

    def _load_window(self) -> None:
        missing = self.model.missing(*self.views.window())
        if missing:
            self._read(request_list.rows, missing, on_success=self._accept, key="rows")

    def _accept(self, rows: tuple[RequestRow, ...]) -> None:
        self.model.accept(rows)
        self._select_wanted()
        if self._is_awaited:
            self._tell()

    def _tell(self) -> None:
        if self.views.selected_count != 1:
            return
        found = self.model.row_at(self.views.current_place)
        # A row that is still loading is told of when it comes.
        self._is_awaited = found is None
        if found is not None and found.id != self._told:
            self._wanted, self._told = None, found.id
            self.chosen.emit(found.id)
