"""An operator at a window: made again for another operator, another language, a workplace made anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from helpdesk import bootstrap
from helpdesk.bootstrap import Workplace
from helpdesk.domain.company import Operator
from helpdesk.errors import UserError
from helpdesk.service import setting
from ui import language
from ui.first_paint import FirstPaint
from ui.formatting import Locale
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.opening import Opening
from ui.seat import Seat
from ui.single_window import HandedOver
from ui.theme import Scheme, Theme


def make_anew(workplace: Workplace) -> None:
    """Removes the example data of an open workplace, letting go of its file first; runs in a worker."""
    workplace.close()
    bootstrap.make_anew(workplace.desk.folder).close()


class Sitting(QObject):
    """Holds the one window and replaces it; tells when it is usable and when it was closed."""

    usable = Signal()
    left = Signal()

    def __init__(self, opening: Opening, theme: Theme, messages: Messages, tasks: Any) -> None:
        super().__init__(opening)
        self._opening, self._theme, self._messages, self._tasks = opening, theme, messages, tasks
        self._pending: HandedOver | None = None
        self.workplace: Workplace | None = None
        self._operator: Operator | None = None
        self.window: MainWindow | None = None
        opening.seated.connect(self.sit)

    def sit(self, workplace: Workplace, operator: Operator) -> None:
        """Opens the window as this operator left it."""
        self.workplace, self._operator, desk = workplace, operator, workplace.desk
        look: dict[str, Any] = setting.get(desk, operator.id, "look", {})
        spoken = look.get("language") or desk.company.language
        language.speak(spoken)
        self._theme.follow(Scheme(look.get("scheme", "system")))
        self._theme.scale_text(look.get("scale"))
        locale = Locale(spoken, desk.company.time_zone, desk.company.currency)
        self._show(MainWindow(Seat(desk, operator, self._tasks, self._messages, locale)))

    def take_over(self, wanted: HandedOver, *, comes_up: bool = True) -> None:
        """Does what a start asked for, once there is a window."""
        if self.window is None:
            self._pending = wanted
        else:
            self.window.take_over(wanted.phone, wanted.file, comes_up=comes_up)

    def _show(self, window: MainWindow) -> None:
        before, self.window = self.window, window
        self._messages.place(window, left=window.rail.width() + 12)
        window.closed.connect(self.left)
        window.operator_wanted.connect(self._change_operator)
        window.anew_wanted.connect(self._make_anew)
        window.look_chosen.connect(self._change_look)
        FirstPaint(window, self._tasks).usable.connect(self.usable)
        window.show()
        if before is not None:
            before.leave()
        pending, self._pending = self._pending, None
        if pending is not None:
            self.take_over(pending, comes_up=False)

    def _change_operator(self) -> None:
        self._opening.change_operator(self.window)

    def _change_look(self, key: str, value: object) -> None:
        if key == "scheme":
            self._theme.follow(Scheme(value))
        elif key == "scale":
            self._theme.scale_text(value)
        else:
            # The same workplace, with its connections: only the window speaks another language.
            self.sit(self.workplace, self._operator)

    def _make_anew(self) -> None:
        # Nothing is read or written meanwhile: the file goes away under the window.
        self.window.setEnabled(False)
        self._tasks.write(make_anew, self.workplace, on_success=self._reopen, on_error=self._keep)

    def _reopen(self, _nothing: None = None) -> None:
        self._opening.open()

    def _keep(self, error: UserError) -> None:
        self.window.setEnabled(True)
        self._messages.error(error)
