"""Events of requests out of a log: they are the request's history, nothing is invented beside them.

What its activities mean may be told: a state of this desk, or a better name. A log of finished work closes its cases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel, EventKind, SubjectKind
from helpdesk.domain.identity import instant
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service import import_words
from helpdesk.service.import_batch import Batch, text_of
from helpdesk.service.import_reference import Operators, References
from helpdesk.storage import tables
from helpdesk.storage.events import chunks, marks
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _


class EventIntake:
    """Appends the events of a log; a case that is not known yet becomes a request of its own."""

    def __init__(self, activities: Mapping[str, str], *, closes_cases: bool = False) -> None:
        self._activities = activities
        self._closes_cases = closes_cases
        self._cases: set[bytes] = set()
        self._requests = References("requests")
        self._operators = Operators()

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        self._requests.learn(batch, (text_of(row, "request") for row in rows))
        self._first: dict[str, datetime] = {}
        for row in rows:
            case, at = text_of(row, "request"), _at(row)
            self._first[case] = min(at, self._first.get(case, at))

    def add(self, row: ImportRow) -> bytes:
        case, activity = text_of(row, "request"), text_of(row, "activity")
        meant = self._activities.get(activity, activity)
        request = self._requests.get(case) or self._new_request(case)
        self._cases.add(request)
        name = text_of(row, "operator")
        operator = self._operators.get(self._batch, name)
        state = import_words.request_state(self._batch.desk.states, meant)
        return self._batch.put_event(
            SubjectKind.REQUEST,
            request,
            EventKind.STATE if state else EventKind.ACTIVITY,
            _at(row),
            operator=operator,
            author="" if operator else name,
            state=state or "",
            text="\n".join(filter(None, (activity if state else meant, text_of(row, "text")))),
        )

    def change(self, row: ImportRow, record: bytes) -> bool:
        """What happened is never changed."""
        return False

    def finish(self, batch: Batch) -> None:
        """Closes the cases that the log left open with their last event, where the log is of finished work."""
        if not self._closes_cases:
            return
        for part in chunks(sorted(self._cases)):
            for request, changed_at in batch.database.rows(
                f"SELECT id, changed_at FROM request WHERE id IN ({marks(part)})"
                " AND category IN ('new', 'open', 'waiting')",
                *part,
            ):
                batch.put_event(
                    SubjectKind.REQUEST,
                    bytes(request),
                    EventKind.STATE,
                    instant(changed_at),
                    state=Category.CLOSED.value,
                    detail={"closing": True},
                )

    def _new_request(self, case: str) -> bytes:
        at = self._first[case]
        request = self._batch.put(
            tables.Request,
            at,
            number=case,
            subject=_("Case {number}").format(number=case),
            kind=RequestKind.CONSULTATION.value,
            channel=Channel.OTHER.value,
            priority=Priority.NORMAL.value,
            foreign_number=case,
        )
        # Its requests may come in a file of their own later: they shall be found under the same key.
        self._batch.put(
            tables.Origin, kind="requests", source=self._batch.source, key=case, record=request, fingerprint=""
        )
        self._requests.put(case, request)
        return request


def _at(row: ImportRow) -> datetime:
    at = row.values["at"]
    assert isinstance(at, datetime)
    return at
