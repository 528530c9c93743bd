"""Where words are written: call notes, words to the customer, notes, tasks, the solution - never mixed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from helpdesk.domain.event import Channel, NotificationWay
from helpdesk.words.terms import title
from ui.panes.request_parts import Choice, column, ground, row
from ui.shortcuts import shortcut
from ui.theme import set_property
from ui.widgets import Button, Tab, Text, TextTabs

CALL, CUSTOMER, NOTE, TASK, SOLVE = "call", "customer", "note", "task", "solve"
TABS = (CALL, CUSTOMER, NOTE, TASK, SOLVE)


class Composer(QWidget):
    """One editor under five tabs, each with its own draft; tells what is to be sent and what was typed."""

    sent = Signal(str, str, object)
    typed = Signal()
    price_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background", "top")
        self._texts: dict[str, str] = {}
        self._addresses: Mapping[Channel, str] = {}
        self._channel = Channel.PHONE
        self._told: NotificationWay | None = None
        self._is_call = False
        self._is_solved = False
        self._is_filling = False
        self.tabs = TextTabs(self.tr("What to write"))
        self.tabs.chosen.connect(self._change)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._take_text)
        self.send = Button("", "primary", key="Ctrl+Return")
        self.record = Button(self.tr("Record"), "primary", key="Return")
        self.send.clicked.connect(self._send)
        self.record.clicked.connect(self._send)
        self.price = Button(self.tr("Price and stock"), key="F5")
        self.price.clicked.connect(self.price_wanted)
        self.way = Choice("")
        self.way.chosen.connect(self._choose_way)
        self.state = Text("", "note")
        self._lay_out()
        shortcut(self, "Ctrl+Shift+N", self.choose_note)
        ways = (self.choose_call, self.choose_customer, self.choose_note, self.choose_task, self.choose_solve)
        for number, choose in enumerate(ways):
            shortcut(self, f"Ctrl+{number + 1}", choose)
        self.tabs.choose(CUSTOMER)
        self._show_tabs()
        self._show_tab()

    def _lay_out(self) -> None:
        outer = column(self, (20, 4, 24, 12), 8)
        outer.addWidget(self.tabs)
        under = QWidget()
        outer.addWidget(under)
        layout = column(under, (4, 0, 0, 0), 8)
        self.editor.setFixedHeight(84)
        layout.addWidget(self.editor)
        foot = row(None, spacing=12)
        for part in (self.send, self.record, self.price, self.way):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.state)
        layout.addLayout(foot)

    @property
    def tab(self) -> str:
        """The key of the tab that is written on."""
        return self.tabs.current

    @property
    def body(self) -> dict[str, Any] | None:
        """The draft as it is kept; None where nothing is written."""
        texts = {tab: text for tab, text in self._texts.items() if text.strip()}
        if not texts:
            return None
        return {"texts": texts, "tab": self.tab, "channel": self._channel.value}

    def show_draft(self, body: Mapping[str, Any], channel: Channel, addresses: Mapping[Channel, str]) -> None:
        """Shows the draft of another request; words to its customer go by `channel` unless the draft says otherwise."""
        self._texts = {str(tab): str(text) for tab, text in dict(body.get("texts", {})).items()}
        self._addresses = addresses
        self._channel = Channel(body.get("channel", channel.value))
        self._told = NotificationWay.SAID if self._is_call else None
        tab = str(body.get("tab", CUSTOMER))
        self.tabs.choose(CALL if self._is_call else CUSTOMER if tab == CALL else tab)
        self.state.setText(self.tr("Draft restored") if self._texts else "")
        self._show_tab()

    def show_call(self, is_call: bool) -> None:
        """Stands on the call notes while a call runs."""
        if is_call == self._is_call:
            return
        self._is_call = is_call
        self._told = NotificationWay.SAID if is_call else None
        self.tabs.choose(CALL if is_call else CUSTOMER if self.tab == CALL else self.tab)
        self._show_tabs()
        self._show_tab()

    def show_solved(self, is_solved: bool) -> None:
        """Offers the solution only while there is none."""
        self._is_solved = is_solved
        if is_solved and self.tab in (TASK, SOLVE):
            self.tabs.choose(CALL if self._is_call else CUSTOMER)
        self._show_tabs()
        self._show_tab()

    def choose(self, tab: str) -> None:
        """Shows another tab and gives the editor the keyboard."""
        if (tab == CALL and not self._is_call) or (tab in (TASK, SOLVE) and self._is_solved):
            return
        self.tabs.choose(tab)
        self._show_tab()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_call(self) -> None:
        """Ctrl+1: call notes, while a call runs."""
        self.choose(CALL)

    def choose_customer(self) -> None:
        """Ctrl+2: words to the customer."""
        self.choose(CUSTOMER)

    def choose_note(self) -> None:
        """Ctrl+3, Ctrl+Shift+N: an internal note."""
        self.choose(NOTE)

    def choose_task(self) -> None:
        """Ctrl+4: a task for a department."""
        self.choose(TASK)

    def choose_solve(self) -> None:
        """Ctrl+5: the solution."""
        self.choose(SOLVE)

    def show_busy(self, is_busy: bool) -> None:
        """Lets nothing be sent twice."""
        self.send.setEnabled(not is_busy)
        self.record.setEnabled(not is_busy)

    def clear(self, tab: str) -> None:
        """Empties a tab after its words were sent."""
        self._texts.pop(tab, None)
        if tab == self.tab:
            self._show_tab()
        self.state.setText("")
        self.typed.emit()

    def tell_kept(self) -> None:
        """Says that the draft is on disk."""
        if self.body is not None:
            self.state.setText(self.tr("Draft saved"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            sends = (Qt.KeyboardModifier.ControlModifier,)
            if self.tab == CALL:
                sends += (Qt.KeyboardModifier.NoModifier,)
            if is_enter and keys in sends:
                self._send()
                return True
        return super().eventFilter(watched, event)

    def _send(self) -> None:
        text = self._texts.get(self.tab, "").strip()
        if not text:
            self.state.setText(self.tr("Write something first."))
            self.editor.setFocus()
            return
        if self.send.isEnabled():
            self.sent.emit(self.tab, text, self._told if self.tab == SOLVE else self._channel)

    def _take_text(self) -> None:
        if not self._is_filling:
            self._texts[self.tab] = self.editor.toPlainText()
            self.state.setText("")
            self.typed.emit()

    def _change(self, tab: str) -> None:
        self._show_tab()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_way(self, value: Any) -> None:
        if self.tab == SOLVE:
            self._told = value
        else:
            self._channel = value
        self._show_tab()
        self.typed.emit()

    def _show_tabs(self) -> None:
        tabs = [Tab(CALL, self.tr("Call notes"))] if self._is_call else []
        tabs += [
            Tab(CUSTOMER, self.tr("To customer")),
            Tab(NOTE, self.tr("Internal note")),
        ]
        if not self._is_solved:
            tabs += [Tab(TASK, self.tr("Task")), Tab(SOLVE, self.tr("Solve"))]
        self.tabs.set_tabs(tabs)

    def _show_tab(self) -> None:
        self._is_filling = True
        if self.editor.toPlainText() != self._texts.get(self.tab, ""):
            self.editor.setPlainText(self._texts.get(self.tab, ""))
            self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self._is_filling = False
        set_property(self.editor, "note", "true" if self.tab == NOTE else "")
        self.editor.setPlaceholderText(self._hint())
        self.editor.setAccessibleName(self._tab_name())
        self.send.setText(self._send_words())
        self.send.setVisible(self.tab != CALL)
        self.record.setVisible(self.tab == CALL)
        self.price.setVisible(self.tab == CALL)
        self.way.setVisible(self.tab in (CUSTOMER, SOLVE))
        if self.tab == CUSTOMER:
            self.way.offer([(channel, title(channel)) for channel in Channel], self._channel)
        elif self.tab == SOLVE:
            self.way.offer(self._told_ways(), self._told)

    def _told_ways(self) -> list[tuple[NotificationWay | None, str]]:
        return [
            (None, self.tr("Customer not told yet")),
            (NotificationWay.SAID, self.tr("Customer was told")),
            (NotificationWay.MAILED, self.tr("Customer was written to")),
        ]

    def _tab_name(self) -> str:
        return {
            CALL: self.tr("Call notes"),
            CUSTOMER: self.tr("To customer"),
            NOTE: self.tr("Internal note"),
            TASK: self.tr("Task"),
            SOLVE: self.tr("Solve"),
        }[self.tab]

    def _hint(self) -> str:
        return {
            CALL: self.tr("Enter keeps the line with its time; the customer never gets it"),
            CUSTOMER: self.tr("What the customer is told"),
            NOTE: self.tr("Only colleagues read this"),
            TASK: self.tr("What a department is asked for; the customer never reads it"),
            SOLVE: self.tr("What was done, in words for the customer"),
        }[self.tab]

    def _send_words(self) -> str:
        if self.tab == NOTE:
            return self.tr("Add note")
        if self.tab == TASK:
            return self.tr("Ask a department…")
        if self.tab == SOLVE:
            return self.tr("Solve")
        words = {
            Channel.PHONE: self.tr("Told by phone"),
            Channel.MAIL: self.tr("Copy for e-mail"),
            Channel.CHAT: self.tr("Told in the chat"),
            Channel.VISIT: self.tr("Told in person"),
            Channel.OTHER: self.tr("Told otherwise"),
        }[self._channel]
        address = self._addresses.get(self._channel, "")
        return f"{words}: {address}" if address else words
