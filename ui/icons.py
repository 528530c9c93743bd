"""Icons of the one outline set, drawn in the colours of the theme that is worn at that moment."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource
from ui import theme


@cache
def _drawing(name: str) -> str:
    text = resource(f"icons/{name}.svg").read_text("utf-8")
    # Two pixels of 24 look heavy beside 14 px text; the outline of the design is finer.
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    side = max(1, round(size * ratio))
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn = QPixmap.fromImage(image)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def pixmap(name: str, role: str = "muted", size: int = 20, *, ratio: float = 1.0) -> QPixmap:
    """The icon in the colour of the token `role`, sharp on a screen of `ratio` pixels to the point."""
    return _drawn(name, getattr(theme.current(), role), size, ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        drawn = self._at(size, mode, painter.device().devicePixelRatioF())
        left = rect.x() + (rect.width() - size) // 2
        painter.drawPixmap(left, rect.y() + (rect.height() - size) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._at(min(size.width(), size.height()), mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = self._at(max(1, round(min(size.width(), size.height()) / scale)), mode, scale)
        return QPixmap(drawn)

    def _at(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        role = self._role
        if mode == QIcon.Mode.Disabled:
            role = "line"
        elif mode == QIcon.Mode.Selected:
            role = "on_accent"
        return pixmap(self._name, role, size, ratio=ratio)


def icon(name: str, role: str = "muted") -> QIcon:
    """An icon of `resources/icons` that follows the theme by itself; `role` names a token."""
    _drawing(name)
    return QIcon(_Engine(name, role))
