"""The commands of the window bound to their keys: one table for shortcuts, the one box and the page of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import labels
from ui.shortcuts import shortcut


class Actions(QObject):
    """Calls the bound slot of a command on its keys, or when it is chosen by name."""

    def __init__(self, window: QWidget, slots: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(window)
        self._slots = dict(slots)
        self._commands = {command.name: command for command in labels.commands() if command.name in slots}
        for command in self._commands.values():
            if command.keys:
                shortcut(window, command.keys, self._slots[command.name])

    @property
    def in_box(self) -> tuple[labels.Command, ...]:
        """The commands that the one box offers."""
        return tuple(command for command in self._commands.values() if command.is_in_box)

    def run(self, name: str) -> None:
        """Does what the command of this name does."""
        self._slots[name]()
