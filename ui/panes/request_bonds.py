"""What belongs to the request shown: requests merged into it, its parts; splitting, linking, separating."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import EventId, OperatorId, RequestId
from helpdesk.domain.merging import MergedRecord
from helpdesk.domain.request import RequestCard
from helpdesk.domain.request_link import LinkedRequest, LinkKind
from helpdesk.service import request as requests
from helpdesk.service import request_merging
from helpdesk.service.desk import Desk
from helpdesk.service.request import Registered
from helpdesk.words.terms import title
from ui.dialogs.request_bond import RequestLinking, RequestSplit
from ui.dialogs.waive import ReasonDialog
from ui.panes.request_parts import pop_up
from ui.seat import Seat
from ui.widgets import FlowLayout, LinkButton

Bonds = tuple[tuple[MergedRecord, ...], tuple[LinkedRequest, ...]]


def read_bonds(desk: Desk, actor: OperatorId, request: RequestId) -> Bonds:
    """What a request is bound up with; for a worker."""
    return request_merging.merged(desk, actor, request), request_merging.linked(desk, actor, request)


def link_by_number(desk: Desk, actor: OperatorId, request: RequestId, number: str, kind: LinkKind) -> Changes:
    """Links with the request under a number. Raises LinkRefused, NumberMistyped, RecordMissing."""
    return request_merging.link(desk, actor, request, requests.by_number(desk, actor, number), kind)


class RequestBonds(QWidget):
    """One row of links under the head, hidden without need; also the steps that make such bonds."""

    changed = Signal(object)
    opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._card: RequestCard | None = None
        self.merged: tuple[MergedRecord, ...] = ()
        self.linked: tuple[LinkedRequest, ...] = ()
        self._flow = FlowLayout(12, self)
        self._steps: dict[str, Callable[[], None]] = {"split": self.split, "link": self.link}
        self.hide()

    def show_request(self, card: RequestCard) -> None:
        """Reads off the GUI thread what belongs to a request."""
        if self._card is None or self._card.row.id != card.row.id:
            self._show(card.row.id, ((), ()))
        self._card = card
        seat, found = self._seat, partial(self._show, card.row.id)
        seat.tasks.read(read_bonds, seat.desk, seat.operator.id, card.row.id, on_success=found, key=(id(self), "bonds"))

    def step(self, key: str) -> None:
        """Takes a step of these, where `key` is one."""
        if key in self._steps and self._card is not None:
            self._steps[key]()

    def split(self) -> None:
        """Asks which words become a request of their own."""
        if self._card is not None:
            dialog = RequestSplit(self._card.events, self)
            dialog.chosen.connect(partial(self._split, self._card.row.id))
            dialog.show()

    def link(self) -> None:
        """Asks for the number of the other request."""
        if self._card is not None:
            dialog = RequestLinking(self)
            dialog.given.connect(partial(self._link, self._card.row.id))
            dialog.show()

    def close_request(self) -> None:
        """Closes the request; over open parts only with a reason."""
        if self._card is None:
            return
        request = self._card.row.id
        if any(one.kind is LinkKind.PARENT and one.is_back and not one.category.is_final for one in self.linked):
            head, label = self.tr("Parts of this request are open"), self.tr("Why it is closed before them")
            dialog = ReasonDialog(head, label, self.tr("Close all the same"), self)
            dialog.given.connect(partial(self._close_over, request))
            dialog.show()
        else:
            self._write(requests.close, (request,))

    def menu(self) -> QMenu:
        """The requests merged into this one, and the links, each to be taken apart."""
        menu = QMenu(self)
        for one in self.merged:
            words = self.tr("Separate %1").replace("%1", one.name[:60]).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self._separate, one.id))
        for other in self.linked:
            words = self.tr("Remove the link with %1").replace("%1", other.number)
            menu.addAction(words).triggered.connect(partial(self._unlink, other.link))
        return menu

    def _show(self, request: RequestId, bonds: Bonds) -> None:
        self.merged, self.linked = bonds
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for other in self.linked:
            link = self._add(self._said(other))
            link.setToolTip(other.subject[:200])
            link.clicked.connect(partial(self.opened.emit, other.request))
        if self.merged or self.linked:
            numbers = ", ".join(one.name.partition(" ")[0] for one in self.merged[:4])
            words = self.tr("Merged: %1 · Separate…").replace("%1", numbers) if numbers else self.tr("Remove…")
            self.apart = self._add(words)
            self.apart.clicked.connect(self._offer)
        self.setVisible(bool(self.merged or self.linked))

    def _said(self, other: LinkedRequest) -> str:
        back = {LinkKind.PARENT: self.tr("Its part"), LinkKind.SPLIT: self.tr("Split off")}
        word = back.get(other.kind, title(other.kind)) if other.is_back else title(other.kind)
        return f"{word}: {other.number}"

    def _add(self, words: str) -> LinkButton:
        link = LinkButton(words)
        self._flow.addWidget(link)
        link.show()
        return link

    def _offer(self) -> None:
        pop_up(self.menu(), self.apart)

    def _write(self, function: Callable[..., Any], *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self._wrote)

    def _wrote(self, changes: object) -> None:
        self.changed.emit(changes)

    def _split(self, request: RequestId, event: bytes) -> None:
        seat, made = self._seat, (request, EventId(event))
        seat.tasks.write(request_merging.split, seat.desk, seat.operator.id, *made, on_success=self._made)

    def _made(self, made: Registered) -> None:
        self.changed.emit(made.changes)
        said = self.tr("Request %1 was split off.").replace("%1", made.number)
        opens = partial(self.opened.emit, made.id)
        self._seat.messages.notice(said, action=self.tr("Open it"), on_action=opens)

    def _link(self, request: RequestId, number: str, kind: LinkKind) -> None:
        self._write(link_by_number, request, number, kind)

    def _close_over(self, request: RequestId, reason: str) -> None:
        self._write(partial(requests.change_state, reason=reason), (request,), "closed")

    def _separate(self, merge: bytes, checked: bool = False) -> None:
        self._write(request_merging.separate, (merge,))

    def _unlink(self, link: bytes, checked: bool = False) -> None:
        self._write(request_merging.unlink, link)
