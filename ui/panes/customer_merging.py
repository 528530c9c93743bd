"""Merging cards in the window: the preview, the merge, its undoing; and the strip on a card that offers both (S80)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import CustomerCard, Duplicate
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.merging import MergedRecord, MergePreview, Taken
from helpdesk.service import customer, merging
from helpdesk.service.desk import Desk
from helpdesk.service.merge_record import Merged
from ui import formatting
from ui.dialogs.merge import MergeDialog
from ui.panes.customer_duplicates import DuplicateStrip
from ui.seat import Seat
from ui.widgets import LinkButton

Twins = tuple[tuple[Duplicate, ...], tuple[MergedRecord, ...]]


def read_twins(desk: Desk, actor: OperatorId, card: CustomerCard) -> Twins:
    """Who may be the same customer, and who was found to be; for a worker."""
    return customer.duplicates(desk, actor, card.form, but=card.id), merging.merged(desk, actor, card.id)


class CustomerMerging(QObject):
    """Shows what two cards become, merges them, and takes it back by Undo or later."""

    changed = Signal(object)
    merged = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._window = parent

    def begin(self, survivor: CustomerId, other: CustomerId) -> None:
        """Opens the preview of two cards."""
        seat = self._seat
        seat.tasks.read(merging.preview, seat.desk, seat.operator.id, survivor, other, on_success=self._ask)

    def separate(self, merge: bytes) -> None:
        """Undoes a merge and says so."""
        seat = self._seat
        seat.tasks.write(merging.separate, seat.desk, seat.operator.id, merge, on_success=self._separated)

    def _ask(self, preview: MergePreview) -> None:
        dialog = MergeDialog(preview, self._window)
        dialog.chosen.connect(partial(self._merge, preview))
        dialog.swapped.connect(partial(self.begin, preview.other, preview.survivor))
        dialog.open()

    def _merge(self, preview: MergePreview, chosen: dict[str, Taken]) -> None:
        seat = self._seat
        pair = (preview.survivor, preview.other)
        seat.tasks.write(merging.merge, seat.desk, seat.operator.id, *pair, chosen, on_success=self._done)

    def _done(self, done: Merged) -> None:
        self.changed.emit(done.changes)
        self.merged.emit(done.survivor)
        undo = partial(self.separate, done.id)
        self._seat.messages.notice(self.tr("The two cards are one now."), action=self.tr("Undo"), on_action=undo)

    def _separated(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self._seat.messages.notice(self.tr("Each card has its own again."))


class CustomerTwins(QWidget):
    """Possible duplicates of the card that is read, and the cards merged into it; nothing where there are none."""

    chosen = Signal(bytes)
    changed = Signal(object)
    merged = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id: CustomerId | None = None
        self._known: tuple[MergedRecord, ...] = ()
        self.merging = CustomerMerging(seat, self)
        self.strip = DuplicateStrip(merges=True)
        self.strip.chosen.connect(self.chosen)
        self.strip.merge_wanted.connect(self._merge)
        self.together = LinkButton("")
        self.together.clicked.connect(self._offer)
        self.merging.changed.connect(self.changed)
        self.merging.merged.connect(self.merged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        row = QVBoxLayout()
        row.setContentsMargins(24, 6, 22, 0)
        row.addWidget(self.together)
        column.addLayout(row)
        self.together.hide()

    def show_customer(self, card: CustomerCard) -> None:
        """Looks for the twins of a card off the GUI thread."""
        if card.id != self._id:
            self._show(card.id, ((), ()))
        seat, found = self._seat, partial(self._show, card.id)
        seat.tasks.read(read_twins, seat.desk, seat.operator.id, card, on_success=found, key=(id(self), "twins"))

    def _show(self, id: CustomerId, twins: Twins) -> None:
        self._id = id
        duplicates, self._known = twins
        self.strip.show_duplicates(duplicates)
        names = ", ".join(one.name or self.tr("No name") for one in self._known)
        self.together.setText(self.tr("Merged with: %1 · Separate…").replace("%1", names[:60]).replace("&", "&&"))
        self.together.setVisible(bool(self._known))

    def menu(self) -> QMenu:
        """The cards merged into this one, each to be separated."""
        menu = QMenu(self)
        for one in self._known:
            when = formatting.local_day(one.merged_at, self._seat.locale).strftime("%d.%m.%Y")
            said = " · ".join(part for part in (one.name or self.tr("No name"), when, one.operator) if part)
            words = self.tr("Separate %1").replace("%1", said).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self._separate, one.id))
        return menu

    @Slot()
    def _offer(self) -> None:
        menu = self.menu()
        menu.popup(self.together.mapToGlobal(self.together.rect().bottomLeft()))

    def _separate(self, merge: bytes, checked: bool = False) -> None:
        self.merging.separate(merge)

    @Slot(bytes)
    def _merge(self, other: bytes) -> None:
        if self._id is not None:
            self.merging.begin(self._id, CustomerId(other))
