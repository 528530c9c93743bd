"""Colours, fonts and icons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from resources import resource
from ui import fonts, theme
from ui.icons import icon, pixmap
from ui.theme import DARK, LIGHT, Scheme, Tone, current

GROUNDS = ("background", "surface", "accent_soft", "good_soft", "warn_soft", "bad_soft", "note", "hover", "track")
INKS = ("text", "accent", "good", "warn", "bad", "muted")
PAIRS = [(ink, ground) for ink in INKS for ground in GROUNDS[:-1]]
PAIRS += [("text", "track"), ("on_accent", "accent"), ("on_accent_muted", "accent"), ("on_accent", "accent_hover")]
PAIRS += [("on_accent_muted", "accent_hover")]
PAIRS += [("rail_text", "rail"), ("on_rail", "rail"), ("on_rail", "rail_active"), ("rail_text", "rail_active")]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_keeps_four_and_a_half_to_one_on_every_ground(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_badge_can_be_read_in_every_tone(tokens, tone):
    assert contrast(tokens.ink(tone), tokens.wash(tone)) >= 4.5


def test_the_tokens_are_those_of_the_design():
    assert (LIGHT.background, LIGHT.accent, LIGHT.note) == ("#F4F6F8", "#2457C5", "#FFF8DE")
    assert (DARK.background, DARK.accent, DARK.note) == ("#12161C", "#7AA5FF", "#332D16")


def test_choosing_a_scheme_changes_palette_style_and_tokens_and_tells_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.follow(Scheme.DARK)
    assert current() is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert DARK.surface in QApplication.instance().styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.follow(Scheme.DARK)


def test_the_system_is_followed_while_nothing_was_chosen(theme, monkeypatch):
    class Hints:
        def colorScheme(self):
            return Qt.ColorScheme.Dark

        def setColorScheme(self, scheme):
            pass

    monkeypatch.setattr(theme, "_app", Dressed(Hints()))
    theme.follow(Scheme.SYSTEM)
    assert current() is DARK
    theme.follow(Scheme.LIGHT)
    assert current() is LIGHT


class Dressed:
    def __init__(self, hints):
        self._hints = hints

    def styleHints(self):
        return self._hints

    def __getattr__(self, name):
        return getattr(QApplication.instance(), name)


def test_the_style_sheet_has_every_token_filled_in(theme):
    assert "$" not in theme_sheet()


def theme_sheet() -> str:
    return theme.style_sheet(LIGHT)


@pytest.mark.parametrize(("tokens", "folder"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_small_pictures_of_the_style_wear_the_tokens(tokens, folder):
    for file in resource(f"styles/{folder}").glob("chevron-*.svg"):
        assert tokens.muted in file.read_text("utf-8")
    assert tokens.on_accent in resource(f"styles/{folder}/check.svg").read_text("utf-8")


def test_texts_are_set_in_the_bundled_family_with_digits_of_one_width(theme):
    from PySide6.QtGui import QFontMetrics

    font = fonts.font()
    assert QFontInfo(font).family() == fonts.FAMILY
    assert font.pixelSize() == 14
    assert len({QFontMetrics(font).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_texts_grow_with_the_scale(theme):
    theme.scale_text(1.5)
    try:
        assert fonts.size("base") == 21
        assert QApplication.font().pixelSize() == 21
    finally:
        theme.scale_text(None)
    assert fonts.size("base") == 14


def colours(image: QImage) -> set[str]:
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name().upper())
    return found


def test_an_icon_wears_the_colour_of_its_role_and_follows_the_theme(theme):
    made = icon("inbox", "accent")
    assert LIGHT.accent in colours(made.pixmap(40, 40).toImage())
    theme.follow(Scheme.DARK)
    assert DARK.accent in colours(made.pixmap(40, 40).toImage())


def test_an_icon_is_sharp_on_a_dense_screen(theme):
    drawn = pixmap("inbox", "text", 20, ratio=2.0)
    assert (drawn.width(), drawn.deviceIndependentSize().width()) == (40, 20)
    assert pixmap("inbox", "text", 20, ratio=2.0).cacheKey() == drawn.cacheKey()


def test_an_icon_survives_on_a_button_that_outlives_it(theme, shown):
    button = QPushButton("x")
    button.setIcon(icon("phone"))
    button.setDisabled(True)
    assert not shown(button).grab().isNull()


def test_every_icon_is_drawn_from_current_colour_and_its_licence_lies_beside(theme):
    files = list(resource("icons").glob("*.svg"))
    assert len(files) >= 40
    assert all("currentColor" in file.read_text("utf-8") for file in files)
    assert "ISC" in resource("icons/LICENSE").read_text("utf-8")


def test_an_icon_that_does_not_exist_is_our_fault_at_once():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
