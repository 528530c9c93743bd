"""Which record survives where several were merged, the same on every station, and how two cards become one (S80).

Merges are facts that are only added. Those not undone are taken in the order (stamp, id); each joins the groups of its
two records, and the group keeps the root of the survivor. A merge inside one group says nothing new, so that no cycle
can come of A into B on one station and B into A on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.customer import CustomerForm, CustomerKind
from helpdesk.domain.identity import CustomerId
from helpdesk.lazily import dataclass


@dataclass(frozen=True)
class Merge:
    """One record taken into another."""

    id: bytes
    stamp: int
    record: bytes
    survivor: bytes


def roots(merges: Iterable[Merge]) -> dict[bytes, bytes]:
    """The survivor of every record that any of these live merges names."""
    above: dict[bytes, bytes] = {}
    for merge in sorted(merges, key=_order):
        record, survivor = _root(above, merge.record), _root(above, merge.survivor)
        above.setdefault(survivor, survivor)
        above[record] = survivor
    return {record: _root(above, record) for record in above}


def _order(merge: Merge) -> tuple[int, bytes]:
    return merge.stamp, merge.id


def _root(above: Mapping[bytes, bytes], record: bytes) -> bytes:
    while (higher := above.get(record, record)) != record:
        record = higher
    return record


class Taken(StrEnum):
    """Whose value of a field the merged card has."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class FieldChoice:
    """One field of two cards that become one: both values, and which is proposed."""

    name: str
    ours: str
    theirs: str
    taken: Taken

    @property
    def is_open(self) -> bool:
        """Whether both cards say something, and not the same."""
        return bool(self.ours and self.theirs) and self.ours != self.theirs

    @property
    def may_be_both(self) -> bool:
        """Whether the two values can stand one under the other."""
        return self.name in _LONG


@dataclass(frozen=True)
class MergePreview:
    """Two cards side by side before they become one; `tags` are those of both."""

    survivor: CustomerId
    survivor_name: str
    other: CustomerId
    other_name: str
    fields: tuple[FieldChoice, ...]
    tags: tuple[str, ...]
    contacts: int
    requests: int
    orders: int


@dataclass(frozen=True)
class MergedRecord:
    """What was merged into a record, when and by whom; `id` is the merge."""

    id: bytes
    record: bytes
    name: str
    merged_at: datetime
    operator: str = ""


@dataclass(frozen=True)
class CellsChanged:
    """What a merge changes in the survivor's cells, before and after it."""

    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


_LONG = frozenset({"note", "warning", "preferences"})
FIELDS = (
    "name",
    "form_of_address",
    "company",
    "position",
    "city",
    "inn",
    "warning",
    "preferences",
    "note",
    "language",
    "time_zone",
)


def compared(ours: CustomerForm, theirs: CustomerForm) -> tuple[FieldChoice, ...]:
    """The fields that either card fills: blanks are filled, long texts kept both, else the survivor's word stands."""
    found = []
    for name in FIELDS:
        one, other = str(getattr(ours, name)).strip(), str(getattr(theirs, name)).strip()
        if not one and not other:
            continue
        taken = Taken.OURS if one else Taken.THEIRS
        if one and other and name in _LONG and one != other:
            taken = Taken.BOTH
        found.append(FieldChoice(name, one, other, taken))
    return tuple(found)


def cells_changed(ours: CustomerForm, theirs: CustomerForm, chosen: Mapping[str, Taken]) -> CellsChanged:
    """What the survivor's card becomes; a field that is not in `chosen` follows what was proposed."""
    found = CellsChanged()
    for choice in compared(ours, theirs):
        value = _value(choice, chosen.get(choice.name, choice.taken))
        if value != getattr(ours, choice.name):
            found.before[choice.name] = getattr(ours, choice.name)
            found.after[choice.name] = value
    tags = united(ours.tags, theirs.tags)
    if tags != ours.tags:
        found.before["tags"], found.after["tags"] = list(ours.tags), list(tags)
    # A card without anything of its own follows the other one's kind.
    if ours.kind is CustomerKind.PERSON and theirs.kind is CustomerKind.COMPANY and not ours.name.strip():
        found.before["kind"], found.after["kind"] = ours.kind.value, theirs.kind.value
    return found


def united(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Both lists, each word once."""
    return tuple(dict.fromkeys((*ours, *theirs)))


def _value(choice: FieldChoice, taken: Taken) -> str:
    if taken is Taken.BOTH and choice.is_open:
        return f"{choice.ours}\n{choice.theirs}"
    return choice.theirs if taken is Taken.THEIRS else choice.ours or choice.theirs
