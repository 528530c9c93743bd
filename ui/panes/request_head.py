"""The head of a request: what it is about, its number, where it stands, whose it is, by when it is due."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.request import Priority, RequestKind, RequestState
from helpdesk.words.terms import title
from ui.panes.request_parts import Choice, column, pop_up, row
from ui.panes.request_reading import RequestReading
from ui.shortcuts import shown
from ui.theme import Tone
from ui.widgets import ElidedLabel, FlowLayout, LinkButton, StageStrip, Text

_TONES = {Category.SOLVED: Tone.GOOD, Category.CLOSED: Tone.MUTED, Category.CANCELLED: Tone.MUTED}


def stages_of(states: Sequence[RequestState], code: str) -> tuple[list[RequestState], int]:
    """The five states to show as a strip, the present one among them, and its place."""
    present = next((state for state in states if state.code == code), None)
    ordered = sorted(states, key=lambda state: state.position)
    strip: list[RequestState] = []
    for category in (Category.NEW, Category.OPEN, Category.WAITING, Category.SOLVED, Category.CLOSED):
        if category is Category.CLOSED and present is not None and present.category is Category.CANCELLED:
            category = Category.CANCELLED
        of_category = [state for state in ordered if state.category is category]
        if present in of_category:
            strip.append(present)
        elif of_category:
            strip.append(of_category[0])
    return strip, strip.index(present) if present in strip else -1


class RequestHead(QWidget):
    """Shows the facts and tells which of them somebody wants otherwise."""

    state_wanted = Signal(str)
    owner_wanted = Signal(object)
    edited = Signal(str, object)
    step_wanted = Signal(str)
    quote_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[RequestState, ...] = ()
        self._category = Category.NEW
        self._code = ""
        self._language = "en"
        self.subject = ElidedLabel("", "title")
        self.presence = Text("", "accent", wraps=True)
        self.presence.hide()
        self.number = Text("", "number")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setToolTip(self.tr("Copy the number: %1").replace("%1", shown("Ctrl+Shift+C")))
        self.stages = StageStrip()
        self.state = LinkButton(self.tr("State…"))
        self.state.setAccessibleName(self.tr("Change the state"))
        self.state.setToolTip(self.tr("Change the state (%1)").replace("%1", shown("Ctrl+Shift+S")))
        self.state.clicked.connect(self.open_states)
        self.more = LinkButton(self.tr("More…"))
        self.more.clicked.connect(self.open_steps)
        self.kind = Choice("")
        self.priority = Choice(self.tr("Priority"))
        self.reason = Choice(self.tr("Contact reason"))
        self.owner = Choice(self.tr("Owner"))
        self.kind.chosen.connect(self._edit_kind)
        self.priority.chosen.connect(self._edit_priority)
        self.reason.chosen.connect(self._edit_reason)
        self.owner.chosen.connect(self.owner_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(self, spacing=8)
        first = row(None, spacing=12)
        first.addWidget(self.subject, 1)
        first.addWidget(self.number)
        facts = QWidget()
        flow = FlowLayout(6, facts)
        for part in (self.kind, self.reason, self.priority, self.owner):
            flow.addWidget(part)
        third = row(None, spacing=12)
        third.addWidget(facts, 1)
        third.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        third.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(first)
        layout.addWidget(self.presence)
        layout.addWidget(self.stages)
        layout.addLayout(third)

    def show_request(self, reading: RequestReading, language: str) -> None:
        """Shows another request, or the same as it is now."""
        card_row = reading.card.row
        self._states, self._code, self._category = reading.states, card_row.state, card_row.category
        self._language = language
        if self.number.text() != card_row.number:
            self.show_presence("")
        self.subject.setText(card_row.subject)
        self.number.setText(card_row.number)
        stages, current = stages_of(reading.states, card_row.state)
        names = [state.name(language) for state in stages]
        self.stages.show_stages(names, current, tone=_TONES.get(card_row.category, Tone.ACCENT))
        self.kind.offer([(kind, title(kind)) for kind in RequestKind], card_row.kind)
        offered = [(reason.id, reason.name(language)) for reason in reading.reasons]
        self.reason.offer(offered, reading.card.reason if reading.card.reason in dict(offered) else None)
        self.priority.offer([(priority, title(priority)) for priority in Priority], card_row.priority)
        owners: list[tuple[object, str]] = [(None, self.tr("Common queue"))]
        owners += [(operator.id, operator.name) for operator in reading.operators]
        self.owner.offer(owners, card_row.owner)

    def show_presence(self, words: str) -> None:
        """Says who else has the request open; nobody is kept out."""
        self.presence.setText(words)
        self.presence.setVisible(bool(words))

    def open_states(self) -> None:
        """Opens the menu of states."""
        menu = QMenu(self)
        for state in sorted(self._states, key=lambda found: found.position):
            action = QAction(state.name(self._language).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(state.code == self._code)
            action.setData(state.code)
            menu.addAction(action)
        menu.triggered.connect(self._pick_state)
        pop_up(menu, self.state)

    def steps(self) -> list[tuple[str, str]]:
        """The steps open to the request in its present state, by key and words."""
        is_solved = self._category in (Category.SOLVED, Category.CLOSED)
        steps = [("take", self.tr("Take"))] if not self._category.is_final else []
        steps.append(("quote", self.tr("Quote…")))
        steps.append(("customer_word", self.tr("Customer's word…")))
        if is_solved:
            steps.append(("satisfaction", self.tr("Satisfaction…")))
        if self._category is Category.SOLVED:
            steps.append(("close", self.tr("Close")))
        if self._category.is_final:
            steps.append(("reopen", self.tr("Reopen…")))
        else:
            steps.append(("due", self.tr("Due date by hand…")))
        steps.append(("words", self.tr("Subject and description…")))
        steps.append(("split", self.tr("Split off a part…")))
        steps.append(("link", self.tr("Link with a request…")))
        return steps

    def open_steps(self) -> None:
        """Opens the menu of further steps."""
        menu = QMenu(self)
        for key, words in self.steps():
            menu.addAction(words).setData(key)
        menu.addSeparator()
        menu.addAction(self.tr("Receipt slip, A6")).setData("slip:a6")
        menu.addAction(self.tr("Receipt slip, 80 mm")).setData("slip:roll")
        menu.addAction(self.tr("Receipt slip as PDF…")).setData("slip:file")
        menu.addAction(self.tr("Copy the number")).setData("copy_number")
        menu.triggered.connect(self._pick_step)
        pop_up(menu, self.more)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.subject.geometry().contains(event.position().toPoint()):
            self.step_wanted.emit("words")

    def _pick_state(self, action: QAction) -> None:
        self.state_wanted.emit(action.data())

    def _pick_step(self, action: QAction) -> None:
        if action.data() == "quote":
            self.quote_wanted.emit()
        else:
            self.step_wanted.emit(action.data())

    def _edit_kind(self, kind: object) -> None:
        self.edited.emit("kind", kind)

    def _edit_reason(self, reason: object) -> None:
        self.edited.emit("reason", reason)

    def _edit_priority(self, priority: object) -> None:
        self.edited.emit("priority", priority)


class DueLine(QWidget):
    """By when the customer waits for an answer and for the solution, with the reason behind a link."""

    why_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", "muted", wraps=True)
        self.why = LinkButton(self.tr("Why?"))
        self.why.setAccessibleName(self.tr("Why is it due then?"))
        self.why.clicked.connect(self.why_wanted)
        layout = row(self, spacing=12)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, words: str, tone: Tone) -> None:
        """Shows these words in this tone."""
        self.words.setText(words or self.tr("Nothing is due."))
        self.words.show_role(tone.value)
        self.why.setVisible(bool(words))
