"""What can be done to several orders at once: a stage, told, copied as a table; and one card moved on the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.event import NotificationWay
from helpdesk.domain.identity import OperatorId, OrderId
from helpdesk.domain.order import OrderRow, OrderStage
from helpdesk.domain.order_stage import Stage, StagePlan
from helpdesk.service import order, order_list, order_stage, order_step, order_telling
from helpdesk.service.desk import Desk
from ui import formatting
from ui.dialogs.waive import ReasonDialog
from ui.models.order_table import OrderColumn, OrderTable
from ui.models.order_words import as_table
from ui.panes.request_parts import ground, pop_up, row
from ui.seat import Seat
from ui.widgets import Button, IconButton, Text

_ACROSS = Qt.Orientation.Horizontal
_DATED = (OrderStage.SHIPPED, OrderStage.DELIVERED)


class OrderBulkBar(QWidget):
    """Rises over the list when two or more orders are chosen."""

    stage_wanted = Signal()
    told_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background", "bottom")
        self._count = Text("", "strong")
        self.stage = Button(self.tr("Stage…"))
        self.told = Button(self.tr("Customers were told"))
        self.copy = Button(self.tr("Copy as a table"))
        close = IconButton("x", self.tr("Clear the selection"))
        layout = row(self, (16, 6, 12, 6), 6)
        layout.addWidget(self._count)
        layout.addStretch(1)
        for button, signal in (
            (self.stage, self.stage_wanted),
            (self.told, self.told_wanted),
            (self.copy, self.copy_wanted),
            (close, self.left),
        ):
            button.clicked.connect(signal)
            layout.addWidget(button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Shows itself from two on."""
        self._count.setText(self.tr("Selected: %n", "", count))
        self.setVisible(count > 1)


def chosen_rows(desk: Desk, actor: OperatorId, aliases: Sequence[int]) -> tuple[tuple[OrderRow, ...], StagePlan]:
    """The orders behind aliases with the company's stages; runs off the GUI thread."""
    return order_list.rows(desk, actor, aliases), order_stage.plan(desk, actor)


def tell_all(desk: Desk, actor: OperatorId, ids: Sequence[OrderId]) -> Any:
    """Marks what is owed for these orders as said; runs off the GUI thread."""
    owed = {id: order.card(desk, actor, id).owed for id in ids}
    notices = {id: found.event for id, found in owed.items() if found is not None}
    return order_telling.notify_many(desk, actor, notices, NotificationWay.SAID)


class OrderBulk(QObject):
    """Does things to orders; tells what changed."""

    changed = Signal(object)
    refused = Signal()

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._parent = parent

    def choose_stage(self, aliases: Sequence[int], under: QWidget) -> None:
        """Offers the stages of the orders chosen in a menu."""
        self._read(chosen_rows, tuple(aliases), on_success=partial(self._offer_stages, under))

    def _offer_stages(self, under: QWidget, found: tuple[tuple[OrderRow, ...], StagePlan]) -> None:
        rows, plan = found
        if not rows:
            return
        menu = QMenu(self._parent)
        for stage in plan.of(rows[0].kind):
            name = stage.name(self._seat.locale.language)
            menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self._to_stage, rows, plan, stage))
        pop_up(menu, under)

    def _to_stage(self, rows: Sequence[OrderRow], plan: StagePlan, stage: Stage, _checked: bool = False) -> None:
        needs = not all(plan.is_onward(found.kind, found.stage_code, stage.code) for found in rows)
        ids = tuple(found.id for found in rows)
        if not needs:
            self._advance(ids, stage, "")
            return
        head = self.tr("%1: why?").replace("%1", stage.name(self._seat.locale.language))
        dialog = ReasonDialog(head, self.tr("Reason"), self.tr("Change the stage"), self._parent)
        dialog.ask_for(self.tr("Say why in a few words: it stays in the history."))
        dialog.given.connect(partial(self._advance, ids, stage))
        dialog.rejected.connect(self.refused)
        dialog.show()

    def move(self, id: bytes, code: str) -> None:
        """Brings one order to a stage of the board, with the same guards as its own buttons."""
        self._read(move_reading, OrderId(id), on_success=partial(self._move, code))

    def _move(self, code: str, found: tuple[OrderRow, StagePlan]) -> None:
        moved, plan = found
        stage = plan.named(moved.kind, code)
        if stage is not None and stage.code != moved.stage_code:
            self._to_stage((moved,), plan, stage)

    def _advance(self, ids: tuple[OrderId, ...], stage: Stage, reason: str) -> None:
        today = formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)
        on = today if stage.category in _DATED else None
        act = partial(order_step.advance_many, on=on, reason=reason)
        self._write(act, ids, stage.code)

    def tell(self, aliases: Sequence[int]) -> None:
        """Marks the customers of these orders as told."""
        self._read(chosen_rows, tuple(aliases), on_success=self._tell)

    def _tell(self, found: tuple[tuple[OrderRow, ...], StagePlan]) -> None:
        self._write(tell_all, tuple(told.id for told in found[0] if told.is_owed))

    def copy(self, aliases: Sequence[int], columns: Sequence[OrderColumn], table: OrderTable) -> None:
        """Copies these orders as a table: tab-separated text and HTML."""
        self._read(chosen_rows, tuple(aliases), on_success=partial(self._copy, tuple(columns), table))

    def _copy(
        self, columns: Sequence[OrderColumn], table: OrderTable, found: tuple[tuple[OrderRow, ...], StagePlan]
    ) -> None:
        heads = [str(table.headerData(column, _ACROSS)) for column in columns]
        lines = [[table.text(copied, column) for column in columns] for copied in found[0]]
        mime = QMimeData()
        text, html = as_table(heads, lines)
        mime.setText(text)
        mime.setHtml(html)
        QGuiApplication.clipboard().setMimeData(mime)
        self._seat.messages.notice(self.tr("Copied as a table: %n row(s).", "", len(lines)))

    def _read(self, function: Callable[..., Any], *arguments: Any, on_success: Any) -> None:
        seat = self._seat
        seat.tasks.read(function, seat.desk, seat.operator.id, *arguments, on_success=on_success)

    def _write(self, function: Callable[..., Any], *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self.changed.emit)


def move_reading(desk: Desk, actor: OperatorId, id: OrderId) -> tuple[OrderRow, StagePlan]:
    """One order with the company's stages; runs off the GUI thread."""
    return order.card(desk, actor, id).row, order_stage.plan(desk, actor)
