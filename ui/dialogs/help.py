"""F1: the manual, a page a topic, and the keys of the window."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui import fonts, labels, manual, shortcuts, theme
from ui.widgets import Button, Hairline

_KEYS = "keys"
# Tables, but no HTML: nothing foreign can be slipped in.
_DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class HelpDialog(QDialog):
    """Topics at the left, narrowed by what is typed over them; the chosen page at the right."""

    def __init__(self, language: str, topic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(980, 640)
        self._pages = (*manual.pages(language), self._keys())
        self.find = QLineEdit()
        self.find.setPlaceholderText(self.tr("Find in the manual"))
        self.find.setAccessibleName(self.tr("Find in the manual"))
        self.find.setClearButtonEnabled(True)
        self.topics = QListWidget()
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setFrameShape(QListWidget.Shape.NoFrame)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Manual"))
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(20)
        self._lay_out()
        self.find.textChanged.connect(self._narrow)
        self.topics.currentItemChanged.connect(self._show_item)
        self.page.anchorClicked.connect(self._follow)
        self._narrow("")
        self.open_topic(topic) or self.open_topic(self._pages[0].topic)
        self.topics.setFocus()

    def open_topic(self, topic: str) -> bool:
        """Shows the page of a topic; False where there is none, and the page stays."""
        self.find.clear()
        for row, page in enumerate(self._pages):
            if page.topic == topic:
                self.topics.setCurrentRow(row)
                return True
        return False

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.find)
        side.addWidget(self.topics, 1)
        columns = QHBoxLayout()
        columns.setContentsMargins(12, 12, 12, 12)
        columns.setSpacing(12)
        columns.addLayout(side, 1)
        columns.addWidget(self.page, 3)
        close = Button(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
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

    def _keys(self) -> manual.Page:
        title = self.tr("Keys")
        known = [command for command in (*labels.commands(), *labels.other_keys()) if command.keys]
        rows = [f"| **{shortcuts.shown(command.keys)}** | {command.text} |" for command in known]
        key, meaning = self.tr("Key"), self.tr("What it does")
        head = (f"# {title}", "", f"| {key} | {meaning} |", "|:--|:--|")
        return manual.Page(_KEYS, title, "\n".join((*head, *rows)))

    def _narrow(self, words: str) -> None:
        if not self.topics.count():
            for page in self._pages:
                QListWidgetItem(page.title, self.topics)
        fitting = [row for row, page in enumerate(self._pages) if page.holds(words)]
        for row in range(len(self._pages)):
            self.topics.item(row).setHidden(row not in fitting)
        if fitting and self.topics.currentRow() not in fitting:
            self.topics.setCurrentRow(fitting[0])

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show_page(self._pages[self.topics.row(item)])

    def _show_page(self, page: manual.Page) -> None:
        self.page.document().setMarkdown(page.text, _DIALECT)
        self._space_out()
        self._draw_tables()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        self.open_topic(link.toString())

    def _space_out(self) -> None:
        block = self.page.document().begin()
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

    def _draw_tables(self) -> None:
        for table in self.page.document().rootFrame().childFrames():
            drawn = table.format().toTableFormat()
            drawn.setBorderBrush(QColor(theme.current().line))
            drawn.setBorderCollapse(True)
            drawn.setCellPadding(6)
            table.setFormat(drawn)
