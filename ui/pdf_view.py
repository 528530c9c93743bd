"""The very PDF on the screen: pages drawn off the GUI thread, the neighbours beforehand, so that they turn at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Lock
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui import theme
from ui.seat import TaskDoor
from ui.widgets import paint

_MARGIN = 20
_POINTS_PER_INCH = 72
_LEAST, _MOST, _STEP = 0.25, 4.0, 1.25
# PDFium keeps one state for the whole process.
_one_at_a_time = Lock()


class PdfPages:
    """A PDF in memory; safe on any thread, one caller at a time."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self.pdf = pdf
        with _one_at_a_time:
            self._document: Any = pypdfium2.PdfDocument(pdf)
            self._is_closed = False
            self.count: int = len(self._document)
            self._sizes: dict[int, tuple[float, float]] = {}

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        if number not in self._sizes:
            with _one_at_a_time:
                self._sizes[number] = self._document.get_page_size(number)
        return self._sizes[number]

    def image(self, number: int, scale: float) -> QImage:
        """A page as a picture, `scale` pixels a point; an empty one once closed."""
        with _one_at_a_time:
            if self._is_closed:
                return QImage()
            page = self._document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            made = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            copy = made.copy()
            bitmap.close()
            page.close()
        return copy

    def bands(self, number: int, scale: float, height: int = 160) -> Iterator[tuple[int, int, QImage]]:
        """A page as pictures from top to bottom: where each begins, how high the page is, the picture.

        A whole page for a printer is 35 MB: whoever copies or draws it in one go holds the window's thread.
        """
        with _one_at_a_time:
            if self._is_closed:
                return
            page = self._document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            page.close()
        cells, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        for top in range(0, bitmap.height, height):
            bottom = min(bitmap.height, top + height)
            part = bytes(cells[top * stride : bottom * stride])
            yield top, bitmap.height, QImage(part, bitmap.width, bottom - top, stride, QImage.Format.Format_RGB32)
        cells.release()
        with _one_at_a_time:
            bitmap.close()

    def close(self) -> None:
        """Gives the memory back."""
        with _one_at_a_time:
            self._is_closed = True
            self._document.close()


class PdfView(QAbstractScrollArea):
    """One page at a time; PgUp and PgDn turn, Ctrl with + − 0 sets the size, at first to the width of the view."""

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, tasks: TaskDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: PdfPages | None = None
        self._number = 0
        self._zoom: float | None = None
        self._drawn: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(80)
        self._calm.timeout.connect(self._draw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    @property
    def page(self) -> int:
        """The number of the shown page, from 0."""
        return self._number

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def is_drawn(self) -> bool:
        """Whether the shown page stands sharp on the screen."""
        return self._key(self._number) in self._drawn

    def show_pages(self, pages: PdfPages | None) -> None:
        """Shows another PDF, at the same page where it has so many; None shows nothing."""
        if self._pages is not None and self._pages is not pages:
            self._tasks.read(self._pages.close, on_success=self._nothing)
        self._pages = pages
        self._drawn.clear()
        self._asked.clear()
        self._number = max(0, min(self._number, self.page_count - 1))
        self._arrange()
        self._draw()
        self.page_changed.emit(self._number, self.page_count)

    def turn(self, step: int) -> bool:
        """Turns to the next (1) or the page before (-1); False at the end."""
        return self.go_to(self._number + step)

    def go_to(self, number: int) -> bool:
        """Turns to a page; False where there is none."""
        if not 0 <= number < self.page_count or number == self._number:
            return False
        self._number = number
        self.verticalScrollBar().setValue(0)
        self._arrange()
        self._draw()
        self.page_changed.emit(number, self.page_count)
        return True

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1), or fitted to the width (0)."""
        now = self._scale() / self._unit()
        self._zoom = None if step == 0 else min(_MOST, max(_LEAST, now * _STEP**step))
        self._arrange()
        self._calm.start()
        self.zoom_changed.emit(round(100 * self._scale() / self._unit()))

    def _unit(self) -> float:
        return self.logicalDpiX() / _POINTS_PER_INCH

    def _scale(self) -> float:
        if self._zoom is not None or self._pages is None:
            return (self._zoom or 1.0) * self._unit()
        width = self._pages.size(self._number)[0]
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN - 2
        return min(_MOST * self._unit(), max(60, room) / width)

    def _key(self, number: int) -> tuple[int, int]:
        return number, round(self._scale() * self.devicePixelRatioF() * 1000)

    def _size(self) -> QSize:
        if self._pages is None:
            return QSize(0, 0)
        width, height = self._pages.size(self._number)
        return QSize(round(width * self._scale()), round(height * self._scale()))

    def _arrange(self) -> None:
        size, room = self._size(), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, size.height() + 2 * _MARGIN - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(48)
        across.setRange(0, max(0, size.width() + 2 * _MARGIN - room.width()))
        across.setPageStep(room.width())
        self.viewport().update()

    def _draw(self) -> None:
        if self._pages is None:
            return
        for number in (self._number, self._number + 1, self._number - 1):
            key = self._key(number)
            if 0 <= number < self._pages.count and key not in self._drawn and key not in self._asked:
                self._asked.add(key)
                put = partial(self._put, key, self._pages)
                self._tasks.read(self._pages.image, number, key[1] / 1000, on_success=put)

    def _put(self, key: tuple[int, int], pages: PdfPages, image: QImage) -> None:
        self._asked.discard(key)
        if pages is not self._pages:
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        near = (self._number - 1, self._number, self._number + 1)
        self._drawn = {held: drawn for held, drawn in self._drawn.items() if held[0] in near and held[0] != key[0]}
        self._drawn[key] = image
        self.viewport().update()

    def _nothing(self, _result: object) -> None:
        pass

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = theme.current()
        painter.fillRect(self.viewport().rect(), QColor(tokens.background))
        if self._pages is None:
            return
        size, room = self._size(), self.viewport().size()
        left = max(_MARGIN, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        box = QRect(QPoint(left, _MARGIN - self.verticalScrollBar().value()), size)
        painter.fillRect(box, QColor("#FFFFFF"))
        # While the sharp one is drawn, the page stands in the size before.
        drawn = self._drawn.get(self._key(self._number)) or next(
            (image for (number, _scale), image in self._drawn.items() if number == self._number), None
        )
        if drawn is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shown = drawn.deviceIndependentSize()
            if abs(shown.width() - box.width()) <= 1 and abs(shown.height() - box.height()) <= 1:
                # PDFium rounds up where we round: a pixel's stretch would blur every letter.
                painter.drawImage(box.topLeft(), drawn)
            else:
                painter.drawImage(box, drawn)
        paint.outline(painter, box.adjusted(-1, -1, 1, 1), tokens.line, radius=0)
        if self.hasFocus():
            paint.ring(painter, self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._calm.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_ctrl = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        turns = {Qt.Key.Key_PageDown: self._number + 1, Qt.Key.Key_PageUp: self._number - 1}
        turns |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count - 1}
        if is_ctrl and key in zooms:
            self.zoom(zooms[key])
        elif key in turns:
            self.go_to(turns[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        down, step = self.verticalScrollBar(), -1 if event.angleDelta().y() > 0 else 1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(-step)
        elif event.angleDelta().y() and down.value() == (down.minimum() if step < 0 else down.maximum()):
            if self.turn(step) and step < 0:
                down.setValue(down.maximum())
        else:
            super().wheelEvent(event)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.viewport().update()
        super().changeEvent(event)
