"""Contact reasons of the company: the tree, the suggestion by words, and its upkeep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.reason import ContactReason, ReasonId, Suggester, in_tree_order
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.database import Database

INDENT = "\u2003"


def reasons(desk: Desk) -> tuple[ContactReason, ...]:
    """Every reason, in the order of the tree."""
    with desk.reading() as database:
        return tuple(reason for _depth, reason in in_tree_order(read_reasons(database)))


def choices(desk: Desk, language: str) -> tuple[tuple[ReasonId, str], ...]:
    """The tree as a list to choose from, deeper reasons set in."""
    with desk.reading() as database:
        found = in_tree_order(read_reasons(database))
    return tuple((reason.id, INDENT * depth + reason.name(language)) for depth, reason in found)


def suggest(desk: Desk, subject: str, description: str = "") -> ReasonId | None:
    """The likeliest reason of a request by its words."""
    with desk.reading() as database:
        return suggested(database, subject, description)


def suggested(database: Database, subject: str, description: str = "") -> ReasonId | None:
    """The likeliest reason, read in a transaction of its own or a larger one."""
    return Suggester(read_reasons(database)).suggest(subject, description)


def read_reasons(database: Database) -> list[ContactReason]:
    """Every reason that is not hidden."""
    rows = database.rows("SELECT id, parent, name_en, name_ru, words, position FROM contact_reason WHERE is_hidden = 0")
    return [
        ContactReason(ReasonId(bytes(identity)), ReasonId(bytes(parent)) if parent else None, *rest)
        for identity, parent, *rest in rows
    ]


class ReasonNames:
    """Reasons found by their names in either language or by their codes, and suggested by words."""

    def __init__(self, found: list[ContactReason]) -> None:
        from helpdesk.domain.folding import fold

        self._named = {fold(name): reason.id for reason in found for name in (reason.name_en, reason.name_ru)}
        self._suggester = Suggester(found)

    def named(self, text: str) -> ReasonId | None:
        """The reason of a name; of a path as "Delivery / Late delivery" the last part counts."""
        from helpdesk.domain.folding import fold

        return self._named.get(fold(text)) or self._named.get(fold(re.split(r"[/>|\\\\]", text)[-1]))

    def suggest(self, subject: str, description: str = "") -> ReasonId | None:
        """The likeliest reason by words."""
        return self._suggester.suggest(subject, description)


def add(desk: Desk, actor: OperatorId, name: str, *, parent: ReasonId | None = None, words: str = "") -> ReasonId:
    """Adds a reason under a parent or at the top. Raises FieldMissing, RecordMissing."""
    ask(desk, actor, Action.SET_UP)
    if not name.strip():
        raise FieldMissing("name")
    from helpdesk.storage import tables

    with desk.work() as unit:
        if parent is not None:
            unit.get(tables.ContactReason, parent)
        last = unit.database.row("SELECT max(position) FROM contact_reason")
        position = int(last[0] or 0) + 1 if last else 1
        row = unit.add(
            tables.ContactReason,
            parent=parent,
            name_en=name.strip(),
            name_ru=name.strip(),
            words=words,
            position=position,
        )
    return ReasonId(row.id)


def change(desk: Desk, actor: OperatorId, reason: ReasonId, cells: Mapping[str, Any]) -> Changes:
    """Changes names, words, place or visibility of a reason; requests keep the one they have. Raises RecordMissing."""
    ask(desk, actor, Action.SET_UP)
    from helpdesk.storage import tables

    with desk.work() as unit:
        unit.change(unit.get(tables.ContactReason, reason), **cells)
    return unit.changes
