"""The one family of screen and print, its sizes and their scale."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

FAMILY = "Source Sans Pro"

# Pixels at scale 1.
SIZES = {"small": 12, "note": 13, "base": 14, "row": 15, "head": 18, "title": 20, "timer": 20}

# What each system gives as its interface text when nobody has enlarged it, in pixels at 96 dpi.
_USUAL = {"win32": 12.0, "darwin": 13.0}
_scale = [1.0]
_chosen_by_system: list[float] = []


def install(scale: float | None = None) -> None:
    """Loads the faces once and sets the scale: the given one, or that of the system's own text."""
    _load()
    if not _chosen_by_system:
        _chosen_by_system.append(_scale_of_system())
    _scale[0] = min(2.0, max(0.8, scale or _chosen_by_system[0]))
    font.cache_clear()


@cache
def _load() -> None:
    # Found without importing it: importlib.resources would cost the start 5 ms.
    found = find_spec("font_source_sans_pro")
    if found is None or not found.submodule_search_locations:
        return
    folder = Path(found.submodule_search_locations[0]) / "files"
    # Three weights carry the window; italics of this family have no Cyrillic.
    for weight in ("Regular", "Semibold", "Bold"):
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{weight}.ttf"))


def _scale_of_system() -> float:
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return 1.0
    pixels = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pointSizeF()
    if sys.platform != "darwin":
        pixels = pixels * 96 / 72
    ratio = pixels / _USUAL.get(sys.platform, 13.3)
    # Desktops differ by a pixel without meaning it; only a real enlargement is followed.
    return ratio if ratio > 1.12 else 1.0


def scale() -> float:
    """The scale of texts worn now."""
    return _scale[0]


def size(role: str = "base") -> int:
    """The height in pixels of texts of this role."""
    return round(SIZES[role] * _scale[0])


def sizes() -> dict[str, str]:
    """The sizes under the names by which the style sheet asks for them."""
    return {f"size_{role}": f"{size(role)}px" for role in SIZES}


@cache
def font(role: str = "base", strong: bool = False) -> QFont:
    """The font of a role; not to be changed by the caller."""
    made = QFont(FAMILY)
    made.setPixelSize(size(role))
    heavy = QFont.Weight.Bold if role in ("head", "title", "timer") else QFont.Weight.DemiBold
    made.setWeight(heavy if strong else QFont.Weight.Normal)
    return made
