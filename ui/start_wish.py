"""What the command line asks of the window; read without Qt, so that commands never load it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class StartWish:
    """A window on the workplace in `folder` (None: the usual one), with a caller or a file to begin with."""

    folder: Path | None = None
    phone: str = ""
    file: str = ""
    measures: bool = False
    quits: bool = False
    started: float = 0.0


def window_wish(arguments: list[str], *, started: float = 0.0) -> StartWish | None:
    """The wish in `arguments`, None where they are a command's; `started` is the counter at the start, in seconds."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    reader.add_argument("--workplace", type=Path)
    reader.add_argument("--measure-start", action="store_true", help=argparse.SUPPRESS)
    reader.add_argument("--quit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    reader.add_argument("words", nargs="*")
    try:
        given, unknown = reader.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    what = _phone_or_file(given.words)
    if unknown or what is None:
        return None
    return StartWish(given.workplace, *what, given.measure_start, given.quit_after_first_paint, started)


def _phone_or_file(words: list[str]) -> tuple[str, str] | None:
    if not words:
        return "", ""
    if words[0] == "call" and len(words) > 1:
        # Softphones hand over links as well as plain numbers, some of them in pieces.
        return " ".join(words[1:]).removeprefix("tel:").removeprefix("callto:"), ""
    if (
        len(words) == 1
        and Path(words[0]).suffix.lower() in (".csv", ".tsv", ".txt", ".xlsx")
        and Path(words[0]).is_file()
    ):
        return "", str(Path(words[0]).resolve())
    return None
