"""Where files lie: the program's resources and the folder of a workplace."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The file `name` under `resources/`, from a checkout or from the frozen program."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root / "resources" / name


def default_workplace() -> Path:
    """The folder of the workplace where none is named."""
    from platformdirs import user_data_path

    return user_data_path("helpdesk", appauthor=False) / "workplace"
