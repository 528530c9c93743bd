"""Orders out of a file: cells for what is written, events for what happened and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import instant
from helpdesk.domain.order import WAY, OrderDate, OrderStage
from helpdesk.service.import_batch import Batch, short, text_of
from helpdesk.service.import_reference import References
from helpdesk.service.import_words import order_stage
from helpdesk.service.number import take_many
from helpdesk.storage import tables
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

_NOON = 12
_EMPTY: dict[str, Any] = {
    "customer": None,
    "requested_on": None,
    "delivery": "",
    "note": "",
    "carrier": "",
    "freight_minor": None,
    "foreign_number": "",
}
_DATED = (
    (OrderDate.CONFIRMED, OrderStage.CONFIRMED),
    (OrderDate.SHIPPED, OrderStage.SHIPPED),
    (OrderDate.DELIVERED, OrderStage.DELIVERED),
)


class OrderIntake:
    """Makes orders of rows; an order whose customer is unknown is kept without one."""

    def __init__(self) -> None:
        self._customers = References("customers")

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        self._customers.learn(batch, (text_of(row, "customer") for row in rows))

    def add(self, row: ImportRow) -> bytes:
        batch = self._batch
        at = self._ordered_at(row)
        number = text_of(row, "number") or text_of(row, "id") or take_many(batch.database, 1)[0]
        cells = self._cells(row)
        order = batch.put(tables.Order, at, number=number, **{**_EMPTY, **cells})
        unknown = text_of(row, "customer") if cells.get("customer") is None else ""
        self._happened(order, EventKind.CREATED, at, state=OrderStage.REGISTERED.value, author=unknown)
        self._tell(row, order, at, OrderStage.REGISTERED, {})
        return order

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        present = unit.get(tables.Order, record)
        is_changed = unit.change(present, **self._cells(row))
        last = unit.database.row("SELECT max(occurred_at) FROM event WHERE subject = ?", record)
        at = instant(last[0]) if last and last[0] is not None else unit.now
        dates = {which: getattr(present, f"{which.value}_on") for which, _stage in _DATED}
        return self._tell(row, record, at, OrderStage(present.stage), dates) or is_changed

    def _tell(
        self, row: ImportRow, order: bytes, at: datetime, stage: OrderStage, dates: dict[OrderDate, date | None]
    ) -> bool:
        """Events for the dates and the stage that a row gives, after `at`, where they say something new."""
        before = stage
        is_told = False
        for which, reached in _DATED:
            on = row.values.get(f"{which.value}_on")
            if not isinstance(on, date) or on == dates.get(which):
                continue
            is_onward = stage in WAY and WAY.index(reached) > WAY.index(stage)
            if which is not OrderDate.CONFIRMED:
                at = max(at, self._batch.on_day(on, _NOON))
            detail = {"which": which.value, "on": on.isoformat()}
            kind = EventKind.STATE if is_onward else EventKind.DATED
            self._happened(order, kind, at, state=reached.value if is_onward else "", detail=detail)
            stage = reached if is_onward else stage
            is_told = True
        return self._tell_stage(row, order, at, (before, stage)) or is_told

    def _tell_stage(self, row: ImportRow, order: bytes, at: datetime, stages: tuple[OrderStage, OrderStage]) -> bool:
        words = text_of(row, "state")
        stage = order_stage(words) if words else None
        if words and stage is None:
            sentence = _("Line {line}: “{value}” is no stage of an order; it is kept as a note.")
            self._batch.warn(row, sentence, value=short(words))
            self._happened(order, EventKind.NOTE, at, text=words)
            return True
        if stage is None or stage in stages:
            return False
        self._happened(order, EventKind.STATE, at, state=stage.value)
        return True

    def _happened(self, order: bytes, kind: EventKind, at: datetime, **cells: Any) -> None:
        self._batch.put_event(SubjectKind.ORDER, order, kind, at, **cells)

    def _ordered_at(self, row: ImportRow) -> datetime:
        given = row.values.get("ordered_at")
        if isinstance(given, datetime):
            return given
        days = [day for name in ("shipped_on", "delivered_on") if isinstance(day := row.values.get(name), date)]
        return min([self._batch.unit.now, *(self._batch.on_day(day, _NOON) for day in days)])

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        cells: dict[str, Any] = {
            "delivery": ", ".join(
                filter(None, (text_of(row, f"ship_{part}") for part in ("name", "address", "city", "country")))
            ),
            "note": text_of(row, "note"),
            "carrier": text_of(row, "carrier"),
            "foreign_number": text_of(row, "id") or text_of(row, "number"),
            "requested_on": row.values.get("required_on"),
        }
        if "freight" in row.values:
            cells["freight_minor"] = self._batch.minor(row.values["freight"])
        if called := text_of(row, "customer"):
            cells["customer"] = self._customers.get(called)
            if cells["customer"] is None:
                sentence = _("Line {line}: no customer is known as “{value}”; the order is kept without one.")
                self._batch.warn(row, sentence, value=short(called))
        return {cell: value for cell, value in cells.items() if value not in ("", None)}
