"""Colours of the window as tokens, and the one object that puts them on: palette, style sheet, live change."""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.lazily import dataclass
from resources import resource
from ui import fonts


class Tone(Enum):
    """What a colour says; a word always says it too."""

    PLAIN = "text"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    NOTE = "note"


class Scheme(Enum):
    """Whose colours are worn."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Tokens:
    """The named colours of one theme, as `#RRGGBB`; every text keeps 4.5 : 1 on every ground it stands on."""

    background: str
    surface: str
    line: str
    text: str
    muted: str
    rail: str
    rail_text: str
    on_rail: str
    rail_active: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    on_accent_muted: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    note: str
    track: str
    hover: str

    def ink(self, tone: Tone) -> str:
        """The colour of words in `tone`."""
        return self.text if tone is Tone.NOTE else str(getattr(self, tone.value))

    def wash(self, tone: Tone) -> str:
        """The soft ground under words in `tone`."""
        if tone is Tone.NOTE:
            return self.note
        return str(getattr(self, f"{tone.value}_soft", self.hover))


LIGHT = Tokens(
    background="#F4F6F8",
    surface="#FFFFFF",
    line="#E0E5EB",
    text="#182230",
    muted="#5C6979",
    rail="#182230",
    rail_text="#C3CCD7",
    on_rail="#FFFFFF",
    rail_active="#2C3747",
    accent="#2457C5",
    accent_soft="#E6EDFC",
    accent_hover="#1C48A8",
    on_accent="#FFFFFF",
    on_accent_muted="#D6E1FA",
    good="#19744A",
    good_soft="#E2F3E9",
    warn="#8F5300",
    warn_soft="#FCF0DA",
    bad="#B3261E",
    bad_soft="#FBE7E5",
    note="#FFF8DE",
    track="#E0E5EB",
    hover="#EEF1F5",
)
DARK = Tokens(
    background="#12161C",
    surface="#1A2028",
    line="#2B3440",
    text="#E7ECF2",
    muted="#98A5B5",
    rail="#0C0F14",
    rail_text="#B4BFCC",
    on_rail="#FFFFFF",
    rail_active="#263140",
    accent="#7AA5FF",
    accent_soft="#22314F",
    accent_hover="#93B6FF",
    on_accent="#12161C",
    on_accent_muted="#22314F",
    good="#6FCF9B",
    good_soft="#173526",
    warn="#F0B45A",
    warn_soft="#3A2C13",
    bad="#FF8A80",
    bad_soft="#431D1B",
    note="#332D16",
    track="#2B3440",
    hover="#222A34",
)

_worn = [LIGHT]


def current() -> Tokens:
    """The tokens worn now; asked on each painting, never kept."""
    return _worn[0]


def palette(tokens: Tokens) -> QPalette:
    """The palette for what the style sheet does not reach."""
    shown = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: tokens.background,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.background,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.bad,
        roles.ToolTipBase: tokens.rail,
        roles.ToolTipText: tokens.on_rail,
        roles.PlaceholderText: tokens.muted,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.Accent: tokens.accent,
        roles.Light: tokens.surface,
        roles.Midlight: tokens.line,
        roles.Mid: tokens.line,
        roles.Dark: tokens.muted,
        roles.Shadow: tokens.line,
    }.items():
        shown.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        shown.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return shown


def style_sheet(tokens: Tokens) -> str:
    """The style sheet of `resources/styles` with the tokens and the text sizes in their places."""
    template = Template(resource("styles/base.qss").read_text("utf-8"))
    pictures = resource("styles/dark" if tokens is DARK else "styles/light").as_posix()
    return template.substitute(asdict(tokens), pictures=pictures, **fonts.sizes())


def set_property(widget: QWidget, name: str, value: Any) -> None:
    """Sets a property that the style sheet looks at, and has the widget drawn by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Theme(QObject):
    """Dresses the application and follows the system while no scheme was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, text_scale: float | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._dressed: tuple[bool, float] | None = None
        fonts.install(text_scale)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self.follow(scheme)

    @property
    def scheme(self) -> Scheme:
        """The choice, not the outcome: SYSTEM stays SYSTEM."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are the ones to wear."""
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def follow(self, scheme: Scheme) -> None:
        """Wears `scheme` from now on; title bars go along where the system lets them."""
        self._scheme = scheme
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(wanted.get(scheme, Qt.ColorScheme.Unknown))
        self._dress()

    def scale_text(self, scale: float | None) -> None:
        """Sets the scale of texts, or goes back to the system's with None."""
        fonts.install(scale)
        self._dress()

    def _dress(self) -> None:
        worn = (self.is_dark, fonts.scale())
        if worn == self._dressed:
            return
        self._dressed = worn
        _worn[0] = DARK if self.is_dark else LIGHT
        self._app.setFont(fonts.font())
        self._app.setPalette(palette(current()))
        self._app.setStyleSheet(style_sheet(current()))
        self.changed.emit()
