"""What commands say: answers on stdout, complaints on stderr, both in UTF-8."""

from __future__ import annotations

import io
import json
import locale
import os
import sys
from typing import Any


def prepare() -> None:
    """Makes both streams UTF-8, whatever the system's code page; signs that cannot be encoded are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Prints a line of an answer."""
    print(text)


def answer(document: Any) -> None:
    """Prints one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=1))


def complain(text: str) -> None:
    """Prints one line on stderr."""
    print(" ".join(text.split()), file=sys.stderr)


def system_language() -> str:
    """ "ru" where the system speaks Russian, else "en"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := os.environ.get(name):
            return "ru" if spoken.lower().startswith("ru") else "en"
    return "ru" if (locale.getlocale()[0] or "").lower().startswith("ru") else "en"
