"""Two records that become one, field by field: what stays is seen first, and Esc leaves both as they were."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from helpdesk.domain.merging import FieldChoice, MergePreview, Taken
from ui.dialogs.request_dialog import RequestDialog
from ui.widgets import ElidedLabel, LinkButton, Text
from ui.widgets.paint import one_line

_LONGEST = 36
_WHOLE = 2000


class MergeDialog(RequestDialog):
    """Shows both cards side by side; where both say something, the arrows choose whose word stays."""

    chosen = Signal(object)
    swapped = Signal()

    def __init__(self, preview: MergePreview, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("MergeDialog", "Merge two cards of one customer")
        super().__init__(words, QCoreApplication.translate("MergeDialog", "Merge"), parent, width=680)
        self._groups: dict[str, QButtonGroup] = {}
        self._names = self._words()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._add_heads(preview)
        for choice in preview.fields:
            self._add(choice)
        if preview.tags:
            self._add_line(self.tr("Tags"), ", ".join(preview.tags))
        self.body.addLayout(self._grid)
        self.body.addWidget(Text(self._along(preview), "note", wraps=True))
        self.swap = LinkButton(self.tr("Keep the other card instead"))
        self.swap.clicked.connect(self._swap)
        self.body.addWidget(self.swap)
        self._begin()

    def _begin(self) -> None:
        first = next((group.checkedButton() for group in self._groups.values()), self.yes)
        first.setFocus()

    def take(self) -> None:
        self.chosen.emit({name: Taken(group.checkedButton().property("taken")) for name, group in self._groups.items()})
        self.accept()

    def group(self, name: str) -> QButtonGroup:
        """The choice of one field."""
        return self._groups[name]

    def _swap(self) -> None:
        self.reject()
        self.swapped.emit()

    def _along(self, preview: MergePreview) -> str:
        parts = (
            self.tr("%n contact(s)", "", preview.contacts),
            self.tr("%n request(s)", "", preview.requests),
            self.tr("%n order(s)", "", preview.orders),
        )
        said = self.tr("Comes along: %1. Calls and promises too.").replace("%1", ", ".join(parts))
        later = self.tr("The other card still finds this one, and can be separated at any time.")
        return f"{said} {later}"

    def _add_heads(self, preview: MergePreview) -> None:
        for column, name in ((1, preview.survivor_name), (2, preview.other_name)):
            self._grid.addWidget(ElidedLabel(name or self.tr("No name"), "strong"), 0, column)
        self._grid.addWidget(Text(self.tr("stays"), "note"), 1, 1)
        self._grid.addWidget(Text(self.tr("is taken in"), "note"), 1, 2)

    def _add(self, choice: FieldChoice) -> None:
        label = self._names[choice.name]
        if not choice.is_open:
            self._add_line(label, choice.ours or choice.theirs, 1 if choice.ours else 2)
            return
        row = self._grid.rowCount()
        self._grid.addWidget(Text(label, "note"), row, 0)
        group = self._groups[choice.name] = QButtonGroup(self)
        offered = [(Taken.OURS, choice.ours), (Taken.THEIRS, choice.theirs)]
        if choice.may_be_both:
            offered.append((Taken.BOTH, self.tr("both")))
        for column, (taken, value) in enumerate(offered, start=1):
            button = QRadioButton(_short(value).replace("&", "&&"))
            button.setToolTip(value[:_WHOLE])
            button.setAccessibleName(f"{label}: {value[:_WHOLE]}")
            button.setProperty("taken", taken.value)
            button.setChecked(taken is choice.taken)
            group.addButton(button)
            self._grid.addWidget(button, row, column)

    def _add_line(self, label: str, value: str, column: int = 1) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Text(label, "note"), row, 0)
        self._grid.addWidget(ElidedLabel(one_line(value)), row, column, 1, 3 - column)

    def _words(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "form_of_address": self.tr("Form of address"),
            "company": self.tr("Company"),
            "position": self.tr("Position"),
            "city": self.tr("City"),
            "inn": self.tr("INN"),
            "warning": self.tr("Warning"),
            "preferences": self.tr("Preferences"),
            "note": self.tr("Note"),
            "language": self.tr("Language"),
            "time_zone": self.tr("Time zone"),
        }


def _short(value: str) -> str:
    line = one_line(value)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
