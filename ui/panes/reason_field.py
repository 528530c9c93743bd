"""The contact reason of a request: suggested by its words until somebody chooses one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from helpdesk.domain.reason import ContactReason, ReasonId, Suggester, in_tree_order
from ui.seat import Seat

INDENT = "\u2003"


class ReasonField(QComboBox):
    """The tree of reasons; tells when somebody chose one by hand."""

    chosen = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = seat.locale.language
        self._suggester = Suggester(())
        self._by_hand = ""
        self._words = ("", "")
        self.addItem("—", "")
        self.activated.connect(self._choose)

    @property
    def reason(self) -> ReasonId | None:
        """The reason shown."""
        code = str(self.currentData() or "")
        return ReasonId(bytes.fromhex(code)) if code else None

    @property
    def by_hand(self) -> str:
        """What somebody chose, as a draft keeps it; empty while the words decide."""
        return self._by_hand

    def offer(self, reasons: tuple[ContactReason, ...]) -> None:
        """Offers these reasons and suggests one anew."""
        self._suggester = Suggester(reasons)
        self.clear()
        self.addItem("—", "")
        for depth, reason in in_tree_order(reasons):
            self.addItem(INDENT * depth + reason.name(self._language), reason.id.hex())
        self._show()

    def show_reason(self, by_hand: str) -> None:
        """Shows what was chosen by hand before, or leaves it to the words."""
        self._by_hand = by_hand
        self._show()

    def suggest(self, subject: str, description: str) -> None:
        """Suggests a reason by what is written, unless somebody chose one."""
        self._words = (subject, description)
        if not self._by_hand:
            self._show()

    def _show(self) -> None:
        suggested = self._suggester.suggest(*self._words)
        code = self._by_hand or (suggested.hex() if suggested else "")
        self.setCurrentIndex(max(0, self.findData(code)))

    def _choose(self, _index: int) -> None:
        self._by_hand = str(self.currentData() or "")
        self.chosen.emit()
