"""Shortcuts that work whichever keyboard layout is on: each Latin letter also as its neighbour under ЙЦУКЕН."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_TWINS = dict(zip("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", strict=True))


def twins(sequence: str) -> list[QKeySequence]:
    """The sequence, and the same keys as a Russian layout names them."""
    before, _, last = sequence.rpartition("+")
    keys = [QKeySequence(sequence)]
    twin = _TWINS.get(last.upper())
    if twin is not None and before:
        keys.append(QKeySequence(f"{before}+{twin}"))
    return keys


def shortcut(
    widget: QWidget,
    sequence: str,
    slot: Callable[..., Any],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """Calls the bound `slot` on `sequence`, also under the Russian layout; once a press, held or not."""
    made = QShortcut(widget)
    made.setKeys(twins(sequence))
    made.setContext(context)
    made.setAutoRepeat(False)
    made.activated.connect(slot)
    # Some platforms offer both names of one key, and Qt then calls its own twin a rival.
    made.activatedAmbiguously.connect(slot)
    return made


def give(action: QAction, sequence: str) -> None:
    """Gives `sequence` to an action under both layouts, and its tooltip the keys."""
    action.setShortcuts(twins(sequence))
    action.setAutoRepeat(False)
    action.setToolTip(f"{action.text().replace('&', '')} ({shown(sequence)})")


def shown(sequence: str) -> str:
    """The keys as a hint shows them: “Ctrl K”, “F2”; on a Mac by its signs."""
    if not sequence:
        return ""
    if sys.platform == "darwin":
        return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
    return sequence.replace("Return", "Enter").replace("Right", "→").replace("Left", "←").replace("+", " ")
