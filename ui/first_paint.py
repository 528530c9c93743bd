"""When the window can be used: painted, its first rows there, and the event loop free again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Tells once of a window that it is usable; work that can wait begins then."""

    usable = Signal()

    def __init__(self, window: QWidget, tasks: Any) -> None:
        super().__init__(window)
        self._watched = window
        self._tasks = tasks
        self._is_told = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._watched.removeEventFilter(self)
            # The rest of the window is painted in the same round of the loop.
            QTimer.singleShot(0, self._wait_for_rows)
        return False

    def _wait_for_rows(self) -> None:
        if self._tasks.is_idle:
            QTimer.singleShot(0, self._tell)
        else:
            self._tasks.busy_changed.connect(self._rows_came)

    def _rows_came(self, is_busy: bool) -> None:
        if not is_busy:
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.usable.emit()
