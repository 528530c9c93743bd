"""Stages of orders by kind, and carriers: what they are called, in which order they stand, who holds them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from helpdesk.domain.order import OrderKind, OrderStage
from helpdesk.domain.order_stage import Stage, StagePlan
from helpdesk.service import order_stage
from helpdesk.words.terms import title
from ui.delegates import TableDelegate
from ui.dialogs.request_dialog import RequestDialog
from ui.seat import Seat
from ui.widgets import Button, Text


class _Table(QTableWidget):
    def __init__(self, heads: tuple[str, ...], name: str) -> None:
        super().__init__(0, len(heads))
        TableDelegate.dress(self)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(heads)
        self.setMinimumHeight(220)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def put(self, row: int, texts: tuple[str, ...], fixed: int = -1) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column == fixed:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(row, column, item)

    def texts(self, row: int) -> list[str]:
        return [item.text().strip() if (item := self.item(row, at)) else "" for at in range(self.columnCount())]


class StagesDialog(RequestDialog):
    """Each change is written when its row is left; nothing waits for a button."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stages and carriers"), "", parent, width=720)
        self._seat = seat
        self._plan = StagePlan()
        self._carriers: tuple[order_stage.Carrier, ...] = ()
        self._is_filling = False
        self.kind, self.meaning = QComboBox(), QComboBox()
        for kind in OrderKind:
            self.kind.addItem(title(kind), kind)
        for meaning in OrderStage:
            self.meaning.addItem(title(meaning), meaning)
        self.kind.setAccessibleName(self.tr("Kind of order"))
        self.meaning.setAccessibleName(self.tr("Meaning of the new stage"))
        heads = (self.tr("In English"), self.tr("In Russian"), self.tr("Meaning"), self.tr("Department"))
        self.stages = _Table(heads, self.tr("Stages"))
        heads = (self.tr("Carrier"), self.tr("Address of the tracking page"), self.tr("Phone"))
        self.carriers = _Table(heads, self.tr("Carriers"))
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._fill)
        self.stages.itemChanged.connect(self._keep_stage)
        self.carriers.itemChanged.connect(self._keep_carrier)
        self._read()

    def _lay_out(self) -> None:
        self.add, self.hide_one = Button(self.tr("Add a stage")), Button(self.tr("Take out of use"))
        self.up, self.down = Button(self.tr("Up")), Button(self.tr("Down"))
        self.add.clicked.connect(self._add)
        self.hide_one.clicked.connect(self._hide)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        buttons = QHBoxLayout()
        for part in (self.meaning, self.add, self.up, self.down, self.hide_one):
            buttons.addWidget(part)
        buttons.addStretch(1)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.stages)
        self.body.addLayout(buttons)
        hint = self.tr("Carriers: {number} in the address stands for the number of the parcel.")
        self.body.addWidget(Text(hint, "muted", wraps=True))
        self.body.addWidget(self.carriers)

    def _read(self, _changes: object = None) -> None:
        seat = self._seat
        seat.tasks.read(order_stage.plan, seat.desk, seat.operator.id, on_success=self._show)
        seat.tasks.read(order_stage.carriers, seat.desk, seat.operator.id, on_success=self._show_carriers)

    def _show(self, plan: StagePlan) -> None:
        self._plan = plan
        self._fill()

    @property
    def _shown(self) -> tuple[Stage, ...]:
        return self._plan.of(OrderKind(self.kind.currentData()))

    def _fill(self, _index: int = 0) -> None:
        self._is_filling = True
        chosen = self.stages.currentRow()
        self.stages.setRowCount(len(self._shown))
        for row, stage in enumerate(self._shown):
            self.stages.put(row, (stage.name_en, stage.name_ru, title(stage.category), stage.department), fixed=2)
        self.stages.setCurrentCell(max(0, chosen), 0)
        self._is_filling = False

    def _show_carriers(self, carriers: tuple[order_stage.Carrier, ...]) -> None:
        self._is_filling = True
        self._carriers = carriers
        self.carriers.setRowCount(len(carriers) + 1)
        for row, carrier in enumerate(carriers):
            self.carriers.put(row, (carrier.name, carrier.tracking_url, carrier.phone))
        self.carriers.put(len(carriers), ("", "", ""))
        self._is_filling = False

    def _keep_stage(self, item: QTableWidgetItem) -> None:
        if self._is_filling:
            return
        name_en, name_ru, _meaning, department = self.stages.texts(item.row())
        stage = self._shown[item.row()]
        self._write(order_stage.save, replace(stage, name_en=name_en, name_ru=name_ru, department=department))

    def _keep_carrier(self, item: QTableWidgetItem) -> None:
        name, url, phone = self.carriers.texts(item.row())
        if self._is_filling or not name:
            return
        known = self._carriers[item.row()].id if item.row() < len(self._carriers) else b""
        self._write(order_stage.save_carrier, order_stage.Carrier(name, "", url, phone, known))

    def _add(self) -> None:
        meaning = OrderStage(self.meaning.currentData())
        kind, name = OrderKind(self.kind.currentData()), title(meaning)
        place = max((stage.position for stage in self._shown if stage.category is meaning), default=len(self._shown))
        self._write(order_stage.save, Stage(kind, "", meaning, name, name, place))

    def _hide(self) -> None:
        row = self.stages.currentRow()
        if 0 <= row < len(self._shown):
            self._write(order_stage.hide, self._shown[row])

    def _move(self, step: int, _checked: bool = False) -> None:
        row, shown = self.stages.currentRow(), self._shown
        if not (0 <= row < len(shown) and 0 <= row + step < len(shown)):
            return
        order = list(shown)
        order[row], order[row + step] = order[row + step], order[row]
        self.stages.setCurrentCell(row + step, 0)
        for position, stage in enumerate(order, start=1):
            if stage.position != position:
                self._write(order_stage.save, replace(stage, position=position))

    def _write(self, function: Any, *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self._done)

    def _done(self, changes: object) -> None:
        self._read()
        self.changed.emit(changes)
