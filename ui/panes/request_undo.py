"""Steps that can be taken back: what was done is said with Undo beside it, which Ctrl+Z presses too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from helpdesk import lazily
from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from ui.seat import Seat

if TYPE_CHECKING:
    from helpdesk.service import request as requests
    from helpdesk.service import request_undo
else:
    # Loaded with the first step that is taken.
    requests = lazily.module("helpdesk.service.request")
    request_undo = lazily.module("helpdesk.service.request_undo")


class UndoableSteps(QObject):
    """Takes, hands over and moves requests; tells what changed, and again when it is taken back."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat

    def take(self, ids: Sequence[Any]) -> None:
        """Takes requests for the operator at this seat."""
        self._do(self.tr("Taken into work: %n request(s).", "", len(ids)), requests.take, ids)

    def assign(self, ids: Sequence[Any], owner: OperatorId | None) -> None:
        """Gives requests to an owner, or back to the common queue."""
        told = (
            self.tr("Handed over: %n request(s).", "", len(ids))
            if owner
            else self.tr("Back in the common queue: %n request(s).", "", len(ids))
        )
        self._do(told, requests.assign, ids, owner)

    def change_state(self, ids: Sequence[Any], state: str, reason: str) -> None:
        """Puts requests into a state."""
        told = self.tr("State changed: %n request(s).", "", len(ids))
        self._do(told, partial(requests.change_state, reason=reason), ids, state)

    def set_due(self, request: Any, before: datetime | None, due_at: datetime | None, reason: str) -> None:
        """Sets the due time by hand; `before` is what was set by hand until now."""
        seat = self._seat
        undo = partial(self._set_due, request, before, "")
        done = partial(self._due_set, undo)
        seat.tasks.write(requests.set_due, seat.desk, seat.operator.id, request, due_at, reason, on_success=done)

    def _due_set(self, undo: Callable[[], None], changes: Changes) -> None:
        self.changed.emit(changes)
        self._seat.messages.notice(self.tr("The due time is changed."), action=self.tr("Undo"), on_action=undo)

    def _set_due(self, request: Any, due_at: datetime | None, reason: str) -> None:
        seat = self._seat
        given = (seat.desk, seat.operator.id, request, due_at, reason)
        seat.tasks.write(requests.set_due, *given, on_success=self.changed.emit)

    def _do(self, told: str, step: Callable[..., Any], ids: Sequence[Any], *arguments: Any) -> None:
        seat = self._seat
        given = (seat.desk, seat.operator.id, step, tuple(ids), *arguments)
        seat.tasks.write(request_undo.stepped, *given, on_success=partial(self._done, told))

    def _done(self, told: str, step: Any) -> None:
        self.changed.emit(step.changes)
        if step.moved:
            self._seat.messages.notice(told, action=self.tr("Undo"), on_action=partial(self._take_back, step))

    def _take_back(self, step: Any) -> None:
        seat = self._seat
        seat.tasks.write(request_undo.take_back, seat.desk, seat.operator.id, step, on_success=self._taken_back)

    def _taken_back(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if not changes.requests:
            self._seat.messages.warn(self.tr("Somebody has gone on with it since: it stays as it is."))
