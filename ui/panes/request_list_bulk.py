"""What can be done to several requests at once: the bar over the list and the context menu call the same steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.request import RequestRow
from helpdesk.service import request_list
from helpdesk.service.desk import Desk
from ui.models.request_columns import Column, as_table
from ui.models.request_words import Reading
from ui.panes.request_parts import ground, pop_up, row
from ui.panes.request_undo import UndoableSteps
from ui.seat import Seat
from ui.widgets import Button, IconButton, Text


class BulkBar(QWidget):
    """Rises over the list when two or more rows are selected."""

    take_wanted = Signal()
    owner_wanted = Signal()
    state_wanted = Signal()
    more_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background", "bottom")
        self._count = Text("", "strong")
        self.take = Button(self.tr("Take"))
        self.owner = Button(self.tr("Assign…"))
        self.state = Button(self.tr("State…"))
        self.more = IconButton("ellipsis", self.tr("Merge and more…"))
        close = IconButton("x", self.tr("Clear the selection"))
        for button, signal in (
            (self.take, self.take_wanted),
            (self.owner, self.owner_wanted),
            (self.state, self.state_wanted),
            (self.more, self.more_wanted),
            (close, self.left),
        ):
            button.clicked.connect(signal)
        layout = row(self, (20, 6, 12, 6), 6)
        layout.addWidget(self._count)
        layout.addStretch(1)
        for button in (self.take, self.owner, self.state, self.more, close):
            layout.addWidget(button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Shows itself from two on."""
        self._count.setText(self.tr("Selected: %n", "", count))
        self.setVisible(count > 1)


def table_of(
    desk: Desk, actor: OperatorId, aliases: Sequence[int], shown: Sequence[Column], reading: Reading
) -> tuple[str, str]:
    """The rows of these aliases as a table for the clipboard; runs off the GUI thread."""
    return as_table(request_list.rows(desk, actor, aliases), shown, reading)


class BulkSteps(QObject):
    """Does things to the requests behind aliases; tells what changed."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._parent = parent
        self._steps = UndoableSteps(seat, self)
        self._steps.changed.connect(self.changed)
        self.operators: tuple[Operator, ...] = ()

    def take(self, aliases: Sequence[int]) -> None:
        """Takes them for the operator at this seat."""
        self._with_ids(aliases, self._take)

    def _take(self, ids: tuple[bytes, ...]) -> None:
        self._steps.take(ids)

    def choose_owner(self, aliases: Sequence[int], under: QWidget) -> None:
        """Offers the owners in a menu."""
        menu = self.owner_menu(QMenu(self._parent), aliases)
        pop_up(menu, under)

    def owner_menu(self, menu: QMenu, aliases: Sequence[int]) -> QMenu:
        """Fills a menu with the common queue and every operator."""
        queue = menu.addAction(self.tr("Common queue, no owner"))
        queue.triggered.connect(partial(self.assign, aliases, None))
        menu.addSeparator()
        for operator in self.operators:
            action = menu.addAction(operator.name.replace("&", "&&"))
            action.triggered.connect(partial(self.assign, aliases, operator.id))
        return menu

    def assign(self, aliases: Sequence[int], owner: OperatorId | None, checked: bool = False) -> None:
        """Gives them to an owner, or back to the common queue."""
        self._with_ids(aliases, partial(self._assign, owner))

    def _assign(self, owner: OperatorId | None, ids: tuple[bytes, ...]) -> None:
        self._steps.assign(ids, owner)

    def choose_state(self, aliases: Sequence[int], reading: Reading) -> None:
        """Asks for the state of them all."""
        head = self.tr("State of %n request(s)", "", len(aliases))
        states = sorted(reading.states.values(), key=_position)
        from ui.dialogs.state_choice import StateChoice

        dialog = StateChoice(head, states, reading.locale.language, self._parent)
        dialog.chosen.connect(partial(self.change_state, aliases))
        dialog.show()

    def change_state(self, aliases: Sequence[int], state: str, reason: str) -> None:
        """Puts them all into a state."""
        self._with_ids(aliases, partial(self._change_state, state, reason))

    def _change_state(self, state: str, reason: str, ids: tuple[bytes, ...]) -> None:
        self._steps.change_state(ids, state, reason)

    def choose_survivor(self, aliases: Sequence[int]) -> None:
        """Asks which of them stays when they become one."""
        seat = self._seat
        seat.tasks.read(request_list.rows, seat.desk, seat.operator.id, tuple(aliases), on_success=self._ask_survivor)

    def _ask_survivor(self, rows: tuple[RequestRow, ...]) -> None:
        if len(rows) > 1:
            from ui.dialogs.request_bond import RequestMerge

            dialog = RequestMerge(rows, self._parent)
            dialog.chosen.connect(partial(self._merge, tuple(row.id for row in rows)))
            dialog.show()

    def _merge(self, ids: tuple[RequestId, ...], survivor: bytes) -> None:
        from helpdesk.service import request_merging

        seat, others = self._seat, tuple(id for id in ids if id != survivor)
        pair = (RequestId(survivor), others)
        seat.tasks.write(request_merging.merge, seat.desk, seat.operator.id, *pair, on_success=self._merged)

    def _merged(self, done: Any) -> None:
        from helpdesk.service import request_merging

        self.changed.emit(done.changes)
        undo = partial(self._write, request_merging.separate, done.ids)
        self._seat.messages.notice(self.tr("The requests are one now."), action=self.tr("Undo"), on_action=undo)

    def copy(self, aliases: Sequence[int], shown: Sequence[Column], reading: Reading) -> None:
        """Copies them as a table: tab-separated text and HTML."""
        seat = self._seat
        arguments = (seat.desk, seat.operator.id, tuple(aliases), tuple(shown), reading)
        seat.tasks.read(table_of, *arguments, on_success=partial(self._copied, len(aliases)))

    def _copied(self, count: int, table: tuple[str, str]) -> None:
        mime = QMimeData()
        mime.setText(table[0])
        mime.setHtml(table[1])
        QGuiApplication.clipboard().setMimeData(mime)
        if count > 1:
            self._seat.messages.notice(self.tr("Copied as a table: %n row(s).", "", count))

    def _with_ids(self, aliases: Sequence[int], step: Callable[[tuple[bytes, ...]], None]) -> None:
        seat = self._seat
        seat.tasks.read(
            request_list.rows, seat.desk, seat.operator.id, tuple(aliases), on_success=partial(self._go_on, step)
        )

    def _go_on(self, step: Callable[[tuple[bytes, ...]], None], rows: tuple[RequestRow, ...]) -> None:
        if rows:
            step(tuple(found.id for found in rows))

    def _write(self, function: Callable[..., Any], *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self._done)

    def _done(self, changes: object) -> None:
        self.changed.emit(changes)


def _position(state: Any) -> int:
    return state.position
