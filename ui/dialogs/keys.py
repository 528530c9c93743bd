"""F1: the keys of the window and the manual."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from resources import resource
from ui import fonts, labels, shortcuts
from ui.widgets import Button, Hairline, Text


class KeysDialog(QDialog):
    """The manual at the left, the keys at the right; both in the language of the window."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and help"))
        self.resize(980, 640)
        self.manual = QTextBrowser()
        self.manual.setAccessibleName(self.tr("Manual"))
        self.manual.setOpenExternalLinks(False)
        self.manual.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.manual.document().setDocumentMargin(16)
        self._read(language)
        close = Button(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.manual, 3)
        columns.addWidget(Hairline(is_upright=True))
        columns.addWidget(self._keys(), 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(columns, 1)
        layout.addWidget(Hairline())
        layout.addLayout(foot)
        self.manual.setFocus()

    def _read(self, language: str) -> None:
        file = resource(f"help/{language}.md")
        text = (file if file.exists() else resource("help/en.md")).read_text("utf-8")
        # Our own file: the dialect without HTML is enough, and nothing foreign can be slipped in.
        self.manual.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._space_out()
        self.manual.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_out(self) -> None:
        document = self.manual.document()
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            space, level = QTextBlockFormat(), block.blockFormat().headingLevel()
            space.setTopMargin(16 if level == 2 else 0)
            space.setBottomMargin(8 if level else 6)
            space.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(space)
            if level:
                head = QTextCharFormat()
                head.setFont(fonts.font("title" if level == 1 else "head", True))
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(head)
            block = block.next()

    def _keys(self) -> QScrollArea:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Text(self.tr("Keys"), "head"), 0, 0, 1, 2)
        known = [command for command in (*labels.commands(), *labels.other_keys()) if command.keys]
        for row, command in enumerate(known, start=1):
            grid.addWidget(Text(shortcuts.shown(command.keys), "strong"), row, 0)
            grid.addWidget(Text(command.text, wraps=True), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(known) + 1, 1)
        area = QScrollArea()
        area.setWidget(table)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Keys"))
        return area
