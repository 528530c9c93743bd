"""What imported rows refer to, found by the keys of their source first, then by what people write."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.domain.folding import fold
from helpdesk.service.import_batch import Batch
from helpdesk.service.import_origin import records_of
from helpdesk.storage.events import AT_ONCE, marks

# Where else a reference may point to: table and column, the surest first.
_ELSEWHERE = {
    "customers": (("customer", "name"), ("customer", "foreign_number")),
    "products": (("product", "code"), ("product", "foreign_number"), ("product", "name")),
    "orders": (("customer_order", "number"), ("customer_order", "foreign_number")),
    "requests": (("request", "number"), ("request", "foreign_number")),
}


class References:
    """Records of one kind by what a file calls them, remembered for the whole file."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._found: dict[str, bytes] = {}
        self._absent: set[str] = set()

    def learn(self, batch: Batch, wanted: Iterable[str]) -> None:
        """Looks up what is not known yet."""
        missing = list({name for name in wanted if name and name not in self._found and name not in self._absent})
        if not missing:
            return
        self._found.update(records_of(batch.database, self._kind, batch.source, missing))
        for table, column in _ELSEWHERE[self._kind]:
            missing = [name for name in missing if name not in self._found]
            for start in range(0, len(missing), AT_ONCE):
                part = missing[start : start + AT_ONCE]
                for name, identity in batch.database.rows(
                    f"SELECT {column}, id FROM {table} WHERE is_hidden = 0 AND {column} IN ({marks(part)})"
                    " ORDER BY alias DESC",
                    *part,
                ):
                    self._found[name] = bytes(identity)
        self._absent.update(name for name in missing if name not in self._found)

    def get(self, name: str) -> bytes | None:
        """The record of a name that was learned."""
        return self._found.get(name)

    def put(self, name: str, record: bytes) -> None:
        """Notes a record that this very file made."""
        self._found[name] = record
        self._absent.discard(name)


class Operators:
    """Operators by name."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] | None = None

    def get(self, batch: Batch, name: str) -> bytes | None:
        """The operator of a name, however it is written."""
        if self._known is None:
            rows = batch.database.rows("SELECT name, id FROM operator WHERE is_hidden = 0")
            self._known = {fold(called): bytes(identity) for called, identity in rows}
        return self._known.get(fold(name)) if name else None
