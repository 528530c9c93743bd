"""What an import did or would do, in figures and words, with the way to the rows that it refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.printing import open_folder
from ui.theme import Tone
from ui.widgets import Badge, Banner, LinkButton, Text


class ImportOutcome(QWidget):
    """Nothing, until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rejects: Path | None = None
        self.head = Text("", "strong")
        self._badges: dict[str, Badge] = {}
        self.warnings = QPlainTextEdit()
        self.warnings.setReadOnly(True)
        self.warnings.setProperty("sunk", "true")
        self.warnings.setFixedHeight(78)
        self.warnings.setTabChangesFocus(True)
        self.warnings.setAccessibleName(self.tr("Warnings"))
        self.link = LinkButton("")
        self.link.clicked.connect(self._open)
        self.complaint = Banner(Tone.BAD)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.head)
        for name in ("created", "updated", "unchanged", "rejected", "warnings"):
            self._badges[name] = Badge()
            row.addWidget(self._badges[name])
        row.addStretch(1)
        row.addWidget(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.warnings)
        layout.addWidget(self.complaint)
        self.clear()

    @property
    def words(self) -> str:
        """Everything that is told now, in one line."""
        shown = [badge.text for badge in self._badges.values() if not badge.isHidden()]
        return " · ".join(part for part in (self.head.text(), *shown, self.link.text()) if part)

    @property
    def rejects(self) -> Path | None:
        """The file of the rows that were refused."""
        return self._rejects

    def clear(self) -> None:
        """Tells nothing."""
        self.head.setText("")
        for part in (*self._badges.values(), self.warnings, self.link, self.complaint):
            part.hide()
        self.link.setText("")
        self.hide()

    def say(self, sentence: str) -> None:
        """Tells a sentence."""
        self.clear()
        self.head.setText(sentence)
        self.show()

    def complain(self, sentence: str) -> None:
        """Tells what went wrong."""
        self.clear()
        self.complaint.say(sentence)
        self.complaint.show()
        self.show()

    def show_result(self, result: Any, *, is_dry: bool) -> None:
        """Tells the figures of an import, or of a trial that stored nothing."""
        self.clear()
        head = self.tr("Tried, nothing stored. Rows: %1") if is_dry else self.tr("Done. Rows: %1")
        self.head.setText(head.replace("%1", str(result.read)))
        self._show("created", self.tr("new: %1"), result.created, Tone.GOOD)
        self._show("updated", self.tr("changed: %1"), result.updated, Tone.ACCENT)
        self._show("unchanged", self.tr("as before: %1"), result.unchanged, Tone.MUTED)
        self._show("rejected", self.tr("refused: %1"), result.rejected, Tone.BAD)
        self._show("warnings", self.tr("warnings: %1"), len(result.warnings), Tone.WARN)
        self.warnings.setPlainText("\n".join(result.warnings))
        self.warnings.setVisible(bool(result.warnings))
        self._rejects = result.rejects_file
        if result.rejects_file is not None:
            self.link.setText(self.tr("Refused rows: %1").replace("%1", result.rejects_file.name))
            self.link.setToolTip(str(result.rejects_file))
            self.link.updateGeometry()
            self.link.show()
        self.show()

    def _show(self, name: str, words: str, count: int, tone: Tone) -> None:
        self._badges[name].say(words.replace("%1", str(count)), tone if count else Tone.MUTED)
        self._badges[name].setVisible(bool(count) or name == "created")

    def _open(self) -> None:
        if self._rejects is not None:
            open_folder(self._rejects.parent)
