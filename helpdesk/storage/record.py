"""What every synchronised table shares: identity, local alias, mark, stable column numbers."""

from __future__ import annotations

from typing import ClassVar

from peewee import AutoField, BooleanField, Model

from helpdesk.storage.fields import IdentityField


def numbered(names: str) -> dict[str, int]:
    """Bit numbers from 1 in the order written; append only."""
    return {name: bit for bit, name in enumerate(names.split(), start=1)}


class Record(Model):
    """A row with a global identity, a local alias (its milliseconds << 15 | counter) and a mark instead of deletion."""

    journal: ClassVar[int] = 0
    columns: ClassVar[dict[str, int]] = {}

    alias = AutoField()  # type: ignore[assignment]
    id = IdentityField(unique=True)
    is_hidden = BooleanField(default=False)

    class Meta:
        only_save_dirty = True
        legacy_table_names = False

    def dirty_fields_forgotten(self) -> None:
        """Takes the row for saved."""
        self._dirty.clear()  # type: ignore[attr-defined]
