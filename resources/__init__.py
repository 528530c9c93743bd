"""Icons, styles, translations, templates and help: files beside this one, in a checkout as in the frozen program."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """The file `name` of this folder, for the window; the core has its own in `helpdesk.paths`."""
    return Path(__file__).parent / name
