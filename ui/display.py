"""Whether there is a screen to open a window on: without one QApplication would abort the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from helpdesk import words
from helpdesk.words import _

_DRAWS_ON_X_OR_WAYLAND = ("", "xcb", "wayland", "wayland-egl")


def missing_display() -> str:
    """One line that says what to do where no window can be opened, "" where one can."""
    if sys.platform in ("win32", "darwin") or _has_display():
        return ""
    words.use("ru" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("ru") else "en")
    return _(
        "There is no display to open the window on. Start it in a desktop session, or use a command: --help lists them."
    )


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in _DRAWS_ON_X_OR_WAYLAND:
        return True
    return _answers_wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _answers_x(os.environ.get("DISPLAY", ""))


def _answers_wayland(name: str) -> bool:
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _answers_x(name: str) -> bool:
    host, _colon, screen = name.rpartition(":")
    if not name or host not in ("", "unix"):
        return bool(name)
    path = f"/tmp/.X11-unix/X{screen.partition('.')[0]}"
    return any(_connects(address) for address in (path, "\0" + path))


def _connects(address: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(address)
        except OSError:
            return False
    return True
