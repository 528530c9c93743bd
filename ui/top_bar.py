"""The bar over everything: the one box, the two things asked for most, what was promised, who sits here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.service import promise
from ui.palette_box import PaletteBox
from ui.seat import Seat
from ui.theme import set_property
from ui.widgets import Avatar, Button, LinkButton, Text


class TopBar(QWidget):
    """Stays the same in every section; counts of promises follow `Changes`."""

    new_request_clicked = Signal()
    call_clicked = Signal()
    dial_wanted = Signal(str)
    changed = Signal(object)
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
        self.promises.clicked.connect(self.show_promises)
        self._lay_out()
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
        self._matters = QHBoxLayout()
        layout.addLayout(self._matters)
        layout.addStretch(1)
        self._lights = QHBoxLayout()
        layout.addLayout(self._lights)
        if self._seat.desk.company.is_training:
            layout.addWidget(Text(self.tr("Training base"), "warn"))
        helps = LinkButton(self.tr("Help"))
        helps.setToolTip(self.tr("Keys and help (F1)"))
        helps.clicked.connect(self.help_clicked)
        layout.addWidget(helps)
        layout.addWidget(Avatar(self._seat.operator.name))

    def add_matters(self, link: QWidget) -> None:
        """Gives the count of what is to be settled its place beside the promises."""
        self._matters.addWidget(link)

    def add_light(self, light: QWidget) -> None:
        """Gives the light of the exchange its place at the right."""
        self._lights.addWidget(light)

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

    def show_promises(self) -> None:
        """Lists what was promised under its count: Enter dials, Ctrl+Enter says that it was kept."""
        from ui.panes.callbacks import CallbacksList

        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        popup.setProperty("ground", "track")
        promises = CallbacksList(self._seat)
        promises.call_wanted.connect(popup.close)
        promises.call_wanted.connect(self.dial_wanted)
        promises.changed.connect(self.changed)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(promises)
        popup.resize(420, 340)
        popup.move(self.promises.mapToGlobal(self.promises.rect().bottomLeft()))
        popup.show()
        promises.setFocus()
