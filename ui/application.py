"""The program with a window, from its start to its end, as a list of named steps."""

from __future__ import annotations

import gc
import sys
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from helpdesk import bootstrap
from helpdesk.errors import UserError, WorkplaceDamaged
from ui import language
from ui.crash import Crash
from ui.messages import Messages
from ui.opening import Opening
from ui.single_window import HandedOver, SingleWindow
from ui.sitting import Sitting
from ui.start_wish import StartWish
from ui.tasks import Tasks
from ui.theme import Scheme, Theme
from ui.warm_up import first_work


def start(wish: StartWish) -> int:
    """Runs the window until it is closed, or hands the wish to the window that is open; gives the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("helpdesk")
    # Between a dialog of the start and the window there is no window for a moment.
    app.setQuitOnLastWindowClosed(False)
    return Application(app, wish).run()


class Application(QObject):
    """Each step is one method, in the order in which they run."""

    def __init__(self, app: QApplication, wish: StartWish) -> None:
        super().__init__(app)
        self._app, self._wish = app, wish
        self._folder = (wish.folder or bootstrap.default_folder()).absolute()
        self._single = SingleWindow(self._folder, self)

    def run(self) -> int:
        """Goes through the start, then through the day."""
        if not self._single.claim():
            return self._hand_over()
        self._dress()
        self._open()
        return self._app.exec()

    @property
    def _wanted(self) -> HandedOver:
        return HandedOver(self._wish.phone, self._wish.file)

    def _hand_over(self) -> int:
        if self._single.hand_over(self._wanted):
            return 0
        print(self.tr("The open window does not answer. Close it and start again."), file=sys.stderr)
        return 1

    def _dress(self) -> None:
        language.speak(language.of_system())
        self._theme = Theme(self._app, Scheme.SYSTEM)
        self._messages = Messages(self)
        self._crash = Crash(self._messages, self)
        self._crash.install(self._folder)
        self._tasks = Tasks(self._messages, self._crash, self)
        self._app.aboutToQuit.connect(self._end)
        self._app.lastWindowClosed.connect(self._look_for_windows)

    def _open(self) -> None:
        self._opening = Opening(self._folder, self._tasks, self)
        self._opening.left.connect(self._app.quit)
        self._sitting = Sitting(self._opening, self._theme, self._messages, self._tasks)
        self._sitting.usable.connect(self._after_first_paint)
        self._sitting.left.connect(self._app.quit)
        self._single.wanted.connect(self._sitting.take_over)
        if self._wish.phone or self._wish.file:
            self._sitting.take_over(self._wanted)
        # Dialogs of the start hear later starts as well; a window is not kept waiting for that.
        QTimer.singleShot(1000, self._single.listen)
        self._opening.open()

    def _look_for_windows(self) -> None:
        QTimer.singleShot(0, self._quit_without_windows)

    def _quit_without_windows(self) -> None:
        # A fault during the start leaves nothing but its message: with it the program ends.
        if self._tasks.is_idle and not any(window.isVisible() for window in self._app.topLevelWidgets()):
            self._app.quit()

    def _after_first_paint(self) -> None:
        gc.freeze()
        gc.enable()
        if self._wish.measures:
            print(round((perf_counter() - self._wish.started) * 1000), flush=True)
        if self._wish.measures or self._wish.quits:
            self._sitting.window.close()
            return
        self._single.listen()
        self._sitting.window.complete()
        workplace = self._sitting.workplace
        self._tasks.read(first_work, workplace, on_success=self._go_on, on_error=self._tell_of_file)

    def _go_on(self, _backups: tuple[str, ...]) -> None:
        self._sitting.window.go_on()

    def _tell_of_file(self, error: UserError) -> None:
        if isinstance(error, WorkplaceDamaged):
            self._opening.tell_damaged(error)
        else:
            self._messages.error(error)

    def _end(self) -> None:
        self._tasks.close()
        self._crash.uninstall()
        if self._sitting.workplace is not None:
            self._sitting.workplace.close()
        self._single.release()
