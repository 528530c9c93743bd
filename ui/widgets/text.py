"""Labels: plain text only, by role; cut ones tell their whole text in the tooltip."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from helpdesk.clock import Clock
from ui import formatting
from ui.theme import set_property
from ui.widgets.paint import one_line


class Text(QLabel):
    """A label of plain text in a role of the style sheet: title, head, strong, muted, note, small, good, warn, bad."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("role", role)
        self.setText(text)

    def show_role(self, role: str) -> None:
        """Wears another role."""
        set_property(self, "role", role)


class ElidedLabel(Text):
    """One line that is cut with “…” where it does not fit; the tooltip has the whole."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        # QLabel takes a hair less than the line needs at some sizes, which would cut the last letter.
        whole = QFontMetrics(self.font()).horizontalAdvance(one_line(self.text()))
        return QSize(whole + 2, super().sizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(one_line(self.text()), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(self.alignment() | Qt.TextFlag.TextSingleLine)
        painter.drawText(self.rect(), flags, shown)

    def _tell_whole(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(one_line(self.text())) > self.width()
        self.setToolTip(self.text()[:2000] if is_cut else "")


class TimerLabel(Text):
    """Counts the time of a call, second by second, in digits of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("00:00", "timer", parent=parent)
        self.setAccessibleName(self.tr("Length of the call"))
        self._ticks = QTimer(self)
        self._ticks.setInterval(1000)
        self._ticks.timeout.connect(self._count)
        self._clock: Clock | None = None
        self._started_at: datetime | None = None

    def start(self, started_at: datetime, clock: Clock) -> None:
        """Counts from `started_at` on."""
        self._started_at, self._clock = started_at, clock
        self._count()
        self._ticks.start()

    def stop(self) -> None:
        """Stands still at what it shows."""
        self._ticks.stop()

    def _count(self) -> None:
        if self._clock is not None and self._started_at is not None:
            self.setText(formatting.timer(self._clock.now() - self._started_at))
