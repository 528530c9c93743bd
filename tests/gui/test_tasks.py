"""The door off the GUI thread: reads side by side, writes in order, long work that counts and stops."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication

from helpdesk.errors import FieldMissing, ProgramFault
from ui.messages import RecordingMessages
from ui.tasks import Cancelled, InlineTasks, Progress, Tasks


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: list[QThread] = []

    def take(self, *values: object) -> None:
        self.got.append(values[0] if len(values) == 1 else values)
        self.threads.append(QThread.currentThread())


class Net:
    def __init__(self) -> None:
        self.faults: list[BaseException] = []

    def report(self, error: BaseException) -> None:
        self.faults.append(error)


@pytest.fixture
def said() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def net() -> Net:
    return Net()


@pytest.fixture
def receiver(qapp) -> Receiver:
    return Receiver()


@pytest.fixture
def tasks(qapp, said, net):
    made = Tasks(said, net)
    yield made
    made.close()


@pytest.fixture
def settled(qtbot, tasks):
    def wait() -> None:
        qtbot.waitUntil(is_idle, timeout=5000)

    def is_idle() -> bool:
        return tasks.is_idle

    return wait


def double(number: int) -> int:
    return number * 2


def refuse(*args: object, **named: object) -> None:
    raise FieldMissing("Subject")


def break_down(*args: object) -> None:
    raise ZeroDivisionError


def test_a_read_runs_elsewhere_and_delivers_in_the_window_s_thread(tasks, receiver, settled):
    places: list[object] = []

    def work() -> int:
        places.append(threading.current_thread())
        return 21

    tasks.read(work, on_success=receiver.take)
    settled()
    assert receiver.got == [21]
    assert receiver.threads == [QApplication.instance().thread()]
    assert places != [threading.main_thread()]


def test_writes_run_in_the_order_in_which_they_were_asked_for(tasks, receiver, settled):
    began: list[int] = []
    for number in range(30):
        tasks.write(began.append, number, on_success=partial(receiver.take, number))
    settled()
    assert began == list(range(30))
    assert [got[0] for got in receiver.got] == began


def test_of_the_reads_under_one_key_only_the_newest_delivers(tasks, receiver, settled):
    gate = threading.Event()

    def slow(number: int) -> int:
        gate.wait(5)
        return number

    tasks.read(slow, 1, on_success=receiver.take, key="search")
    tasks.read(slow, 2, on_success=receiver.take, key="search")
    tasks.read(double, 3, on_success=receiver.take, key="search")
    tasks.read(double, 50, on_success=receiver.take, key="counts")
    gate.set()
    settled()
    assert sorted(receiver.got) == [6, 100]


def test_a_lambda_is_refused_as_a_slot(tasks):
    with pytest.raises(TypeError, match="bound method"):
        tasks.read(double, 1, on_success=lambda value: None)


def test_a_receiver_that_is_gone_gets_nothing(tasks, settled, qtbot):
    gate = threading.Event()
    gone, deleted = Receiver(), Receiver()
    got, late = gone.got, deleted.got
    tasks.read(gate.wait, 5, on_success=gone.take)
    tasks.read(gate.wait, 5, on_success=deleted.take)
    del gone
    deleted.deleteLater()
    QApplication.sendPostedEvents(deleted, QEvent.Type.DeferredDelete)
    gate.set()
    settled()
    assert (got, late) == ([], [])


def test_an_error_of_the_user_goes_to_the_messages_or_to_the_one_who_asked(tasks, receiver, settled, said):
    tasks.write(refuse)
    tasks.read(refuse, on_success=receiver.take, on_error=receiver.take)
    settled()
    assert [error.field for error in said.errors] == ["Subject"]
    assert [error.field for error in receiver.got] == ["Subject"]


def test_a_fault_goes_to_the_net_and_the_one_who_asked_learns_that_it_failed(tasks, receiver, settled, said, net):
    tasks.read(break_down, on_success=receiver.take, on_error=receiver.take)
    settled()
    assert [type(fault) for fault in net.faults] == [ZeroDivisionError]
    assert [type(error) for error in receiver.got] == [ProgramFault]
    assert said.errors == []


def test_long_work_counts_and_delivers(tasks, receiver, settled):
    shown = Receiver()

    def work(rows: int, progress) -> str:
        for row in range(rows + 1):
            progress(row, rows)
        return "done"

    tasks.long(work, 3, title="Import", on_success=receiver.take, on_progress=shown.take)
    settled()
    assert receiver.got == ["done"]
    assert shown.got[-1] == Progress("Import", 3, 3)
    assert set(shown.threads) == {QApplication.instance().thread()}


def test_long_work_stops_when_it_is_cancelled(tasks, receiver, settled):
    gate, stopped = threading.Event(), Receiver()

    def work(progress) -> None:
        gate.wait(5)
        progress(1)

    task = tasks.long(work, title="Import", on_success=receiver.take, on_cancelled=stopped.take)
    task.cancel()
    gate.set()
    settled()
    assert receiver.got == []
    assert stopped.got == [()]


def test_closing_waits_for_writes_and_stops_long_work(qapp, said, net, receiver):
    tasks = Tasks(said, net)
    gate, written = threading.Event(), []

    def write() -> None:
        gate.wait(5)
        written.append("saved")

    def long(progress) -> None:
        while True:
            progress(1)

    tasks.long(long, title="Report", on_success=receiver.take)
    tasks.write(write, on_success=receiver.take)
    threading.Timer(0.05, gate.set).start()
    tasks.close()
    assert written == ["saved"]
    QApplication.processEvents()
    assert receiver.got == []
    tasks.write(write)
    assert tasks.is_idle


def test_it_tells_when_it_gets_busy_and_idle(tasks, receiver, settled):
    told = Receiver()
    tasks.busy_changed.connect(told.take)
    tasks.read(double, 1, on_success=receiver.take)
    settled()
    assert told.got == [True, False]


def test_the_inline_door_has_the_same_shape(qapp, said, receiver):
    tasks = InlineTasks(said)
    tasks.read(double, 2, on_success=receiver.take, key="x")
    tasks.write(refuse)
    task = tasks.long(lambda progress: progress(1, 2), title="Import", on_success=receiver.take)
    assert receiver.got == [4, None]
    assert len(said.errors) == 1
    assert task.progress == Progress("Import", 1, 2)
    with pytest.raises(ZeroDivisionError):
        tasks.read(break_down, on_success=receiver.take)
    assert issubclass(Cancelled, Exception)
