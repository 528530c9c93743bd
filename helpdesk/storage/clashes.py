"""Clashes found while histories are folded: derived, so that every station holds the same ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpdesk.domain.clash import clashes_of
from helpdesk.domain.event import Event, SubjectKind
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks


def put_clashes(
    database: Database, subject: SubjectKind, histories: Mapping[bytes, list[Event]], subjects: Sequence[bytes]
) -> None:
    """Puts the clashes of these subjects in the place of those known before."""
    if database.row("SELECT 1 FROM clash LIMIT 1"):
        database.execute_sql(f"DELETE FROM clash WHERE subject IN ({marks(subjects)})", tuple(subjects))
    rows = [
        (identity, clash.kind.value, subject.value, clash.first.id, clash.second.id)
        for identity in subjects
        for clash in clashes_of(histories.get(identity, ()), subject)
    ]
    if rows:
        database.many("INSERT INTO clash(subject, kind, subject_kind, first, second) VALUES (?, ?, ?, ?, ?)", rows)
