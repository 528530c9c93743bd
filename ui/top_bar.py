"""The bar over everything: the one box, the two things asked for most, what was promised, who sits here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import OpenPromise
from helpdesk.service import promise
from ui import formatting
from ui.palette_box import PaletteBox
from ui.seat import Seat
from ui.theme import set_property
from ui.widgets import Avatar, Button, LinkButton, Text


class TopBar(QWidget):
    """Stays the same in every section; counts of promises follow `Changes`."""

    new_request_clicked = Signal()
    call_clicked = Signal()
    promise_opened = Signal(object)
    help_clicked = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_property(self, "ground", "surface")
        set_property(self, "edge", "bottom")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box = PaletteBox(seat)
        self.box.setMaximumWidth(520)
        self.new_request = Button(self.tr("New request"), "primary", key="F2")
        self.new_request.clicked.connect(self.new_request_clicked)
        self.call = Button(self.tr("Call"), key="F9")
        self.call.clicked.connect(self.call_clicked)
        self.promises = LinkButton("")
        self.promises.hide()
        self.promises.clicked.connect(self._ask_promises)
        self._lay_out()
        self._menu: QMenu | None = None
        self.refresh(Changes(promises=True))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 20, 9)
        layout.setSpacing(12)
        layout.addWidget(self.box, 4)
        layout.addSpacing(8)
        layout.addWidget(self.new_request)
        layout.addWidget(self.call)
        layout.addSpacing(12)
        layout.addWidget(self.promises)
        layout.addStretch(1)
        if self._seat.desk.company.is_training:
            layout.addWidget(Text(self.tr("Training base"), "warn"))
        helps = LinkButton(self.tr("Help"))
        helps.setToolTip(self.tr("Keys and help (F1)"))
        helps.clicked.connect(self.help_clicked)
        layout.addWidget(helps)
        layout.addWidget(Avatar(self._seat.operator.name))

    def refresh(self, changes: Changes) -> None:
        """Counts the promises anew where they may have changed."""
        if changes.promises or changes.is_everything or changes.customers:
            seat = self._seat
            seat.tasks.read(
                promise.counts, seat.desk, seat.operator.id, on_success=self._show_counts, key="promise counts"
            )

    def _show_counts(self, counts: promise.PromiseCounts) -> None:
        parts = []
        if counts.overdue:
            parts.append(self.tr("Overdue promises %n", "", counts.overdue))
        if counts.callbacks:
            parts.append(self.tr("Call back %n", "", counts.callbacks))
        self.promises.setText(" · ".join(parts))
        self.promises.setVisible(bool(parts))

    def _ask_promises(self) -> None:
        seat = self._seat
        seat.tasks.read(promise.open_ones, seat.desk, seat.operator.id, on_success=self._list_promises)

    def _list_promises(self, promises: tuple[OpenPromise, ...]) -> None:
        self._menu = menu = QMenu(self)
        menu.setAccessibleName(self.tr("Promised to customers"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in promises[:20]:
            menu.addAction(self._line(one), partial(self.promise_opened.emit, one))
        menu.popup(self.promises.mapToGlobal(self.promises.rect().bottomLeft()))

    def _line(self, one: OpenPromise) -> str:
        at = formatting.day_time(one.due_at, self._seat.desk.clock.now(), self._seat.locale)
        who = one.customer_name or formatting.phone(one.phone)
        text = " · ".join(part for part in (at, who, one.what, one.request_number) if part)
        return text[:120].replace("&", "&&")
