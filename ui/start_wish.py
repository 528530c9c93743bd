"""What the command line asks of the window; read without Qt, so that commands never load it."""

from __future__ import annotations

from pathlib import Path

from helpdesk.lazily import dataclass

# For the benchmark and the tests; no help page names them.
_HIDDEN = ("--measure-start", "--quit-after-first-paint")


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
    # By hand: argparse would cost a start 20 ms, and its own words belong to the commands.
    left, folder, flags = list(arguments), None, set()
    while left and left[0].startswith("-"):
        word = left.pop(0)
        if word == "--workplace" and left:
            folder = Path(left.pop(0))
        elif word.startswith("--workplace="):
            folder = Path(word.partition("=")[2])
        elif word in _HIDDEN:
            flags.add(word)
        else:
            return None
    flags |= {word for word in left if word in _HIDDEN}
    what = _phone_or_file([word for word in left if word not in _HIDDEN])
    if what is None:
        return None
    return StartWish(folder, *what, _HIDDEN[0] in flags, _HIDDEN[1] in flags, started)


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
