"""How far long work of a pane has come, with a way to stop it; quick work never shows it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ui.progress import Progress
from ui.widgets import Button, Text

_PATIENCE = 150


class ProgressRow(QWidget):
    """A sentence with a count, a bar and Cancel; appears after 150 ms of work."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = Text("", "note")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = Button(self.tr("Cancel"))
        self.stop.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE)
        self._soon.timeout.connect(self.show)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def is_under_way(self) -> bool:
        """Whether there is work to wait for, shown or not yet."""
        return self._soon.isActive() or not self.isHidden()

    def begin(self, title: str) -> None:
        """Counts from nothing."""
        self.show_progress(Progress(title))
        self._soon.start()

    def show_progress(self, progress: Progress) -> None:
        """Shows how far it has come."""
        self.bar.setRange(0, progress.total or 0)
        self.bar.setValue(min(progress.count, progress.total or 0))
        words = self.tr("%1: %2 of %3") if progress.total else self.tr("%1: %2")
        if not progress.count:
            words = "%1…"
        words = words.replace("%1", progress.title).replace("%2", f"{progress.count}")
        self._words.setText(words.replace("%3", f"{progress.total}"))

    def end(self) -> None:
        """Goes away."""
        self._soon.stop()
        self.hide()
