"""Drafts as they are typed: in memory at once, on disk a third of a second later."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from helpdesk.service import draft
from ui.seat import Seat

_PAUSE = 300


class Drafts(QObject):
    """Keeps and recalls drafts; what was typed a moment ago is recalled before it is on disk."""

    kept = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._bodies: dict[str, dict[str, Any] | None] = {}
        self._due: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.flush)

    def keep(self, key: str, body: dict[str, Any] | None) -> None:
        """Keeps a draft, or forgets it with None."""
        self._bodies[key] = body
        self._due.add(key)
        self._pause.start()

    def recall(self, key: str, stored: dict[str, Any] | None) -> dict[str, Any] | None:
        """The draft as last typed here, else as it was stored."""
        return self._bodies.get(key, stored)

    def forget_text(self, key: str, tab: str) -> None:
        """Takes the words of one tab out of a composer's draft: they were sent while another request was shown."""
        body = self._bodies.get(key)
        if body is not None:
            texts = {name: text for name, text in body["texts"].items() if name != tab}
            self.keep(key, {**body, "texts": texts} if texts else None)

    def flush(self) -> None:
        """Writes at once what is not on disk yet."""
        self._pause.stop()
        desk, actor = self._seat.desk, self._seat.operator.id
        for key in sorted(self._due):
            body = self._bodies[key]
            if body is None:
                self._seat.tasks.write(draft.drop, desk, actor, key)
            else:
                self._seat.tasks.write(draft.save, desk, actor, key, body, on_success=self._tell)
        self._due.clear()

    def _tell(self, told: object) -> None:
        self.kept.emit()
