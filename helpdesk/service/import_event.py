"""Events of requests out of a log: they are the request's history, nothing is invented beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helpdesk.domain.event import Channel, EventKind, SubjectKind
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service import import_words
from helpdesk.service.import_batch import Batch, text_of
from helpdesk.service.import_reference import Operators, References
from helpdesk.storage import tables
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _


class EventIntake:
    """Appends the events of a log; a case that is not known yet becomes a request of its own."""

    def __init__(self) -> None:
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
        request = self._requests.get(case) or self._new_request(case)
        name = text_of(row, "operator")
        operator = self._operators.get(self._batch, name)
        state = import_words.request_state(self._batch.desk.states, activity)
        return self._batch.put_event(
            SubjectKind.REQUEST,
            request,
            EventKind.STATE if state else EventKind.ACTIVITY,
            _at(row),
            operator=operator,
            author="" if operator else name,
            state=state or "",
            text="\n".join(filter(None, (activity, text_of(row, "text")))),
        )

    def change(self, row: ImportRow, record: bytes) -> bool:
        """What happened is never changed."""
        return False

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
