"""The program's one door: a window, or with a subcommand the work itself without one."""

from __future__ import annotations

import gc
import sys
from time import perf_counter

_STARTED = perf_counter()
# Nothing made while starting is garbage; the collector would only walk through it again and again.
gc.disable()


def main(arguments: list[str] | None = None) -> int:
    """Runs the program on `arguments` (those of the process if none are given) and gives its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    # Neither Qt for a command nor the commands for a window: both starts stay quick.
    from ui.start_wish import window_wish

    wish = window_wish(given, started=_STARTED)
    if wish is None:
        from helpdesk.command.line import run

        gc.enable()
        return run(given)
    from ui.display import missing_display

    if complaint := missing_display():
        print(complaint, file=sys.stderr)
        return 1
    from ui.application import start

    return start(wish)


if __name__ == "__main__":
    sys.exit(main())
