"""The one door off the GUI thread: reads in parallel, writes in order, long work with a count and a way to stop it.

A call names a function of the services with frozen values, and slots of the GUI thread for what comes back. Slots are
bound methods (or `functools.partial` of one): a lambda would run in the worker's thread. A receiver that is gone gets
nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, Protocol
from weakref import WeakMethod, ref

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from helpdesk.errors import ProgramFault, UserError
from helpdesk.lazily import dataclass
from ui.progress import Cancelled, LongTask, Progress

__all__ = ["Cancelled", "InlineTasks", "LongTask", "Progress", "Tasks"]


class TellsErrors(Protocol):
    """What tasks need of the messages."""

    def error(self, error: UserError) -> None: ...


class ReportsFaults(Protocol):
    """What tasks need of the crash net."""

    def report(self, error: BaseException) -> None: ...


class _Slot:
    """A bound method that is held only as long as its owner lives."""

    def __init__(self, slot: Callable[..., Any] | None) -> None:
        self._rest: tuple[Any, ...] = ()
        self._named: dict[str, Any] = {}
        if isinstance(slot, partial):
            self._rest, self._named, slot = slot.args, slot.keywords, slot.func
        owner = getattr(slot, "__self__", None)
        if slot is not None and owner is None:
            raise TypeError("a slot of a task is a bound method, not a lambda or a plain function")
        self.is_given = slot is not None
        self._call: Callable[[], Callable[..., Any] | None] = partial(_same, slot)
        if hasattr(slot, "__func__"):
            self._call = WeakMethod(slot)  # type: ignore[arg-type]
        elif isinstance(owner, QObject):
            self._call = partial(_of_living, ref(owner), slot.__name__)  # type: ignore[union-attr]

    def __call__(self, *args: Any) -> None:
        call = self._call()
        if call is None:
            return
        owner = getattr(call, "__self__", None)
        if not isinstance(owner, QObject) or isValid(owner):
            call(*self._rest, *args, **self._named)


def _same(slot: Any) -> Any:
    return slot


def _of_living(owner: ref[Any], name: str) -> Any:
    living = owner()
    return None if living is None else getattr(living, name, None)


@dataclass(frozen=True)
class _Outcome:
    number: int
    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True)
class _Awaited:
    on_success: _Slot
    on_error: _Slot
    on_cancelled: _Slot
    on_progress: _Slot
    key: Hashable | None = None


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], done: Callable[[_Outcome], None]) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._done = done

    def run(self) -> None:
        try:
            outcome = _Outcome(self._number, value=self._work())
        except Exception as error:  # noqa: BLE001 - handed over to the GUI thread
            outcome = _Outcome(self._number, error=error)
        self._done(outcome)


class Tasks(QObject):
    """Runs functions off the GUI thread and hands their results back in it."""

    busy_changed = Signal(bool)
    _finished = Signal(object)
    _counted = Signal(int, object)

    def __init__(self, messages: TellsErrors, crash: ReportsFaults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._crash = crash
        self._reads, self._writes, self._longs = QThreadPool(self), QThreadPool(self), QThreadPool(self)
        self._reads.setMaxThreadCount(3)
        self._writes.setMaxThreadCount(1)
        self._longs.setMaxThreadCount(2)
        self._numbers = itertools.count(1)
        self._awaited: dict[int, _Awaited] = {}
        self._newest: dict[Hashable, int] = {}
        self._under_way: dict[int, LongTask] = {}
        self._is_closed = False
        self._finished.connect(self._deliver)
        self._counted.connect(self._count)

    def read(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_success: Callable[..., Any],
        on_error: Callable[..., Any] | None = None,
        key: Hashable | None = None,
    ) -> None:
        """Reads beside other reads; of the reads under one `key` only the newest delivers."""
        awaited = _Awaited(_Slot(on_success), _Slot(on_error), _Slot(None), _Slot(None), key)
        number = self._start(self._reads, partial(function, *args), awaited)
        if key is not None:
            self._newest[key] = number

    def write(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_success: Callable[..., Any] | None = None,
        on_error: Callable[..., Any] | None = None,
    ) -> None:
        """Writes after the writes asked for before, one at a time."""
        awaited = _Awaited(_Slot(on_success), _Slot(on_error), _Slot(None), _Slot(None))
        self._start(self._writes, partial(function, *args), awaited)

    def long(
        self,
        function: Callable[..., Any],
        *args: Any,
        title: str,
        on_success: Callable[..., Any],
        on_progress: Callable[..., Any] | None = None,
        on_error: Callable[..., Any] | None = None,
        on_cancelled: Callable[..., Any] | None = None,
    ) -> LongTask:
        """Runs `function(*args, progress=…)`; `progress(count, total=None)` raises `Cancelled` once stopped."""
        awaited = _Awaited(_Slot(on_success), _Slot(on_error), _Slot(on_cancelled), _Slot(on_progress))
        number = next(self._numbers)
        task = LongTask(title, partial(self._counted.emit, number))
        self._under_way[number] = task
        self._start(self._longs, partial(function, *args, progress=task.report), awaited, number=number)
        return task

    @property
    def is_idle(self) -> bool:
        """Whether everything asked for has been delivered."""
        return not self._awaited

    def close(self, seconds: float = 30) -> None:
        """Stops long work, drops reads that have not begun, waits for writes; nothing is delivered after it."""
        self._is_closed = True
        for task in self._under_way.values():
            task.cancel()
        self._reads.clear()
        for pool in (self._writes, self._reads, self._longs):
            pool.waitForDone(int(seconds * 1000))
        self._awaited.clear()

    def _start(
        self, pool: QThreadPool, work: Callable[[], Any], awaited: _Awaited, *, number: int | None = None
    ) -> int:
        number = next(self._numbers) if number is None else number
        if self._is_closed:
            return number
        self._awaited[number] = awaited
        if len(self._awaited) == 1:
            self.busy_changed.emit(True)
        pool.start(_Run(number, work, self._finished.emit))
        return number

    @Slot(int, object)
    def _count(self, number: int, progress: Progress) -> None:
        if number in self._awaited:
            self._awaited[number].on_progress(progress)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        awaited = self._awaited.pop(outcome.number, None)
        self._under_way.pop(outcome.number, None)
        if awaited is None:
            return
        if not self._awaited:
            self.busy_changed.emit(False)
        is_newest = awaited.key is None or self._newest.get(awaited.key) == outcome.number
        if awaited.key is not None and is_newest:
            del self._newest[awaited.key]
        if is_newest:
            hand_over(outcome.value, outcome.error, awaited, (self._messages, self._crash))


def hand_over(value: Any, error: BaseException | None, awaited: _Awaited, told: tuple[Any, Any]) -> None:
    """Gives a result or an error to the slot that waits for it, else to the messages or the crash net."""
    messages, crash = told
    if error is None:
        awaited.on_success(value)
    elif isinstance(error, Cancelled):
        awaited.on_cancelled()
    elif not isinstance(error, UserError):
        crash.report(error)
        if awaited.on_error.is_given:
            awaited.on_error(ProgramFault())
    elif awaited.on_error.is_given:
        awaited.on_error(error)
    else:
        messages.error(error)


class Raises:
    """A crash net for tests: a fault is raised again where it was reported."""

    def report(self, error: BaseException) -> None:
        raise error


class InlineTasks(QObject):
    """The same door for tests: everything happens at once, on the thread that asks."""

    busy_changed = Signal(bool)
    is_idle = True

    def __init__(
        self, messages: TellsErrors, crash: ReportsFaults | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._told = (messages, crash or Raises())

    def read(self, function: Any, *args: Any, on_success: Any, on_error: Any = None, key: Any = None) -> None:
        self._run(partial(function, *args), _Awaited(_Slot(on_success), _Slot(on_error), _Slot(None), _Slot(None)))

    def write(self, function: Any, *args: Any, on_success: Any = None, on_error: Any = None) -> None:
        self._run(partial(function, *args), _Awaited(_Slot(on_success), _Slot(on_error), _Slot(None), _Slot(None)))

    def long(self, function: Any, *args: Any, title: str, on_success: Any, **slots: Any) -> LongTask:
        chosen = [_Slot(slots.get(name)) for name in ("on_error", "on_cancelled", "on_progress")]
        task = LongTask(title, chosen[2])
        self._run(partial(function, *args, progress=task.report), _Awaited(_Slot(on_success), *chosen))
        return task

    def close(self, seconds: float = 30) -> None:
        pass

    def _run(self, work: Callable[[], Any], awaited: _Awaited) -> None:
        try:
            value, error = work(), None
        except Exception as caught:  # noqa: BLE001 - handed over like above
            value, error = None, caught
        hand_over(value, error, awaited, self._told)
