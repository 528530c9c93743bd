"""Where a thing stands on its way: stages of a request, of an order, of a call; each says it in words too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import fonts, theme
from ui.icons import pixmap
from ui.theme import Tone
from ui.widgets import paint

# The room of a stage of a call that is shown without its words.
_MARK = 30


class StageStrip(QWidget):
    """The states of a request in their order, the present one on its ground in strong words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[str, ...] = ()
        self._current = -1
        self._tone = Tone.ACCENT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[str], current: int, *, tone: Tone = Tone.ACCENT) -> None:
        """Shows these stages with the one at index `current` as the present one."""
        self._stages, self._current, self._tone = tuple(stages), current, tone
        if 0 <= current < len(self._stages):
            told = self.tr("Stage %1, %2 of %3").replace("%1", self._stages[current])
            self.setAccessibleName(told.replace("%2", str(current + 1)).replace("%3", str(len(self._stages))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = fonts.font("base", True)
        width = sum(paint.width_of(stage, font) + 28 for stage in self._stages)
        return QSize(width, QFontMetrics(font).height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def boxes(self) -> list[QRect]:
        """Where each stage stands: room shared out by the length of the words."""
        wanted = [paint.width_of(stage, fonts.font("base", True)) + 28 for stage in self._stages]
        share = min(1.18, self.width() / max(1, sum(wanted)))
        boxes, left = [], 0.0
        for width in wanted:
            boxes.append(QRect(round(left), 0, round(width * share), self.height()))
            left += width * share
        return boxes

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = [stage for stage, box in zip(self._stages, self.boxes(), strict=True) if box.contains(event.pos())]
            QToolTip.showText(event.globalPos(), under[0] if under else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        for number, (stage, box) in enumerate(zip(self._stages, self.boxes(), strict=True)):
            is_present = number == self._current
            colour = tokens.ink(self._tone) if is_present else tokens.muted
            if is_present:
                paint.fill(painter, box, tokens.wash(self._tone))
            inner = box.adjusted(4, 0, -4, 0)
            font = fonts.font("base", is_present)
            paint.draw_text(painter, inner, stage, font=font, colour=colour, flags=paint.CENTRE)


class OrderStrip(QWidget):
    """How far an order has come: a bar in pieces and the word under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total, self._tone, self._word = 0, 5, Tone.ACCENT, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int, tone: Tone, word: str) -> None:
        """Colours `done` of `total` pieces; `word` says the state."""
        self._done, self._total, self._tone, self._word = done, total, tone, word
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(fonts.font("note")).height() + 9)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.current()
        bar = QRect(0, 1, self.width(), 3)
        paint.draw_segments(painter, bar, self._done, total=self._total, tone=self._tone)
        colour = tokens.muted if self._tone in (Tone.GOOD, Tone.ACCENT) else tokens.ink(self._tone)
        paint.draw_text(painter, self.rect().adjusted(0, 8, 0, 0), self._word, font=fonts.font("note"), colour=colour)


class CallStages(QWidget):
    """The script of a call: ticked, present and coming stages; arrows move along, a click chooses."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[str, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[str], current: int) -> None:
        """Shows the script with `current` as the stage that is spoken now."""
        self._stages, self._current = tuple(stages), current
        if stages:
            told = self.tr("Call script: %1, %2 of %3").replace("%1", self._stages[current])
            self.setAccessibleName(told.replace("%2", str(current + 1)).replace("%3", str(len(stages))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), max(28, QFontMetrics(fonts.font()).height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._current + step < len(self._stages):
            self.chosen.emit(self._current + step)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for number, box in enumerate(self.boxes()):
            if box.contains(QPoint(point.x(), box.center().y())):
                self.chosen.emit(number)

    def boxes(self) -> list[QRect]:
        """Where each stage stands; without room the past ones lose their words first, then the farthest to come."""
        widths = self._widths()
        past = list(range(self._current))
        to_come = list(range(len(widths) - 1, self._current, -1))
        for number in past + to_come:
            if sum(widths) <= self.width():
                break
            widths[number] = _MARK
        boxes, left = [], 0
        for width in widths:
            boxes.append(QRect(left, 0, width, self.height()))
            left += width
        return boxes

    def _widths(self) -> list[int]:
        last = len(self._stages) - 1
        words = [paint.width_of(stage, fonts.font("base", True)) for stage in self._stages]
        return [width + 26 + (32 if number < last else 0) for number, width in enumerate(words)]

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        for number, box in enumerate(self.boxes()):
            self._draw_mark(painter, number, QRect(box.x() + 1, box.center().y() - 8, 18, 18))
            if box.width() <= _MARK:
                continue
            is_present = number == self._current
            colour = tokens.text if number <= self._current else tokens.muted
            inner = box.adjusted(25, 0, 0, 0)
            font = fonts.font("base", is_present)
            left = 25 + paint.draw_text(painter, inner, self._stages[number], font=font, colour=colour)
            if number < len(self._stages) - 1 and box.width() - left > 18:
                painter.fillRect(box.x() + left + 9, box.center().y(), box.width() - left - 14, 1, tokens.muted)
        if self.hasFocus():
            paint.ring(painter, self.rect())

    def _draw_mark(self, painter: QPainter, number: int, box: QRect) -> None:
        tokens = theme.current()
        if number < self._current:
            paint.fill(painter, box, tokens.good, 9)
            tick = pixmap("check", "good_soft", 14, ratio=self.devicePixelRatioF())
            painter.drawPixmap(box.x() + 2, box.y() + 2, tick)
            return
        paint.fill(painter, box, tokens.surface, 9)
        is_present = number == self._current
        paint.outline(painter, box, tokens.good if is_present else tokens.muted, radius=9, width=1.75)
        if is_present:
            paint.fill(painter, box.adjusted(5, 5, -5, -5), tokens.good, 4)
