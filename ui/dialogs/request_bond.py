"""Which requests belong together: the one that stays of several, the words that become a new one, the one to link."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from helpdesk.domain.event import Event
from helpdesk.domain.request import RequestRow
from helpdesk.domain.request_link import LinkKind
from helpdesk.words.terms import title
from ui.dialogs.request_dialog import RequestDialog
from ui.widgets import Text
from ui.widgets.paint import one_line

_IDENTITY = int(Qt.ItemDataRole.UserRole)
_SEEN = 9
_LONGEST = 120


class _Choice(RequestDialog):
    """One line of a list, chosen by the arrows and taken by Enter."""

    chosen = Signal(object)

    def __init__(self, head: str, step: str, parent: QWidget | None) -> None:
        super().__init__(head, step, parent, width=560)
        self.list = QListWidget()
        self.list.setAccessibleName(head)
        self.list.itemActivated.connect(self._on_item)

    def offer(self, lines: Sequence[tuple[bytes, str]], note: str) -> None:
        """Shows these lines, the first one chosen, and a note under them."""
        for identity, words in lines:
            item = QListWidgetItem(one_line(words)[:_LONGEST], self.list)
            item.setToolTip(words[:2000])
            item.setData(_IDENTITY, identity)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(_SEEN, max(2, len(lines))) * (self.list.sizeHintForRow(0) + 2) + 4)
        self.body.addWidget(self.list)
        self.body.addWidget(Text(note, "note", wraps=True))
        self.list.setFocus()

    def take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(bytes(item.data(_IDENTITY)))
            self.accept()

    def _on_item(self, item: QListWidgetItem) -> None:
        self.take()


class RequestMerge(_Choice):
    """Several requests about one thing: the chosen one stays, the numbers of the others find it from then on."""

    def __init__(self, rows: Sequence[RequestRow], parent: QWidget | None = None) -> None:
        head = QCoreApplication.translate("RequestMerge", "Merge requests: which one stays?")
        super().__init__(head, QCoreApplication.translate("RequestMerge", "Merge"), parent)
        # Proposed: one that is worked on before one that is done, then the oldest.
        ordered = sorted(rows, key=_place)
        lines = [(row.id, " · ".join(filter(None, (row.number, row.subject, row.customer_name)))) for row in ordered]
        self.offer(lines, self.tr("It shows the words of all in the order of time. They can be separated at any time."))


class RequestSplit(_Choice):
    """The words of a request that become a request of their own."""

    def __init__(self, events: Sequence[Event], parent: QWidget | None = None) -> None:
        head = QCoreApplication.translate("RequestSplit", "Split off: which words become a new request?")
        super().__init__(head, QCoreApplication.translate("RequestSplit", "Split off"), parent)
        lines = [(event.id, event.text) for event in reversed(events) if event.text.strip()]
        self.offer(lines, self.tr("Both requests show each other; the words stay here too."))


class RequestLinking(RequestDialog):
    """The number of another request and what it is to this one."""

    given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        head = QCoreApplication.translate("RequestLinking", "Link with another request")
        super().__init__(head, QCoreApplication.translate("RequestLinking", "Link"), parent)
        self.kind, self.number = QComboBox(), QLineEdit()
        for kind in (LinkKind.PARENT, LinkKind.RELATED):
            self.kind.addItem(title(kind), kind)
        self.kind.setAccessibleName(self.tr("What the other one is"))
        self.number.setAccessibleName(self.tr("Its number"))
        self.number.setPlaceholderText(self.tr("Its number, as 1-00457-2"))
        self.number.returnPressed.connect(self.take)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.number)
        self.number.setFocus()

    def take(self) -> None:
        number = self.number.text().strip()
        if not number:
            self.refuse(self.tr("Write the number of the other request."), self.number)
            return
        self.given.emit(number, LinkKind(self.kind.currentData()))
        self.accept()


def _place(row: RequestRow) -> tuple[bool, int]:
    return row.category.is_final, row.alias
