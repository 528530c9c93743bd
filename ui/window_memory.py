"""Size of the window and widths of its columns, kept for each operator on this station."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from helpdesk.service import setting
from ui.seat import Seat

_SETTING = "window"


def restore(seat: Seat, window: QWidget, columns: QSplitter) -> None:
    """Gives the window what this operator left; a first window fits a usual screen."""
    kept: dict[str, Any] = setting.get(seat.desk, seat.operator.id, _SETTING, {})
    window.resize(1440, 900)
    if geometry := kept.get("geometry"):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    if sizes := kept.get("columns"):
        columns.setSizes(sizes)


def keep(seat: Seat, window: QWidget, columns: QSplitter) -> None:
    """Stores what `restore` gives back."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    kept = {"geometry": geometry, "columns": columns.sizes()}
    seat.tasks.write(setting.put, seat.desk, seat.operator.id, _SETTING, kept)
