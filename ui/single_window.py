"""One window a workplace: the first start holds the lock and listens, a later one hands its wish over and leaves."""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from PySide6.QtCore import QByteArray, QCryptographicHash, QDir, QLockFile, QObject, Signal

from helpdesk.lazily import dataclass

_PATIENCE = 10.0
_ANSWER = b"taken\n"
_LONGEST = 20_000


@dataclass(frozen=True)
class HandedOver:
    """What a later start wanted: a caller's number, a file, or neither (only to see the window)."""

    phone: str = ""
    file: str = ""


def name_of(folder: Path) -> str:
    """The name of lock and socket of a workplace, the same for every spelling of its folder."""
    # By Qt: loading hashlib would cost every start 3 ms.
    path = QByteArray(str(folder.resolve()).encode())
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return "helpdesk-" + bytes(digest.toHex().data()).decode()[:20]


class SingleWindow(QObject):
    """Holds the workplace for this process, or reaches the process that does."""

    wanted = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name_of(folder)
        # Outside the workplace: its folder may be missing yet, shared or read-only. A dead owner is seen by its id.
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: Any = None

    def claim(self) -> bool:
        """Takes the workplace for this process; False while another one holds it."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hears later starts from now on; those that came before are heard too, for they wait."""
        if self._server is not None:
            return
        # The network is loaded when the window stands: no start but a second one needs it sooner.
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._server.listen(self._name)

    def release(self) -> None:
        """Gives the workplace up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def hand_over(self, wish: HandedOver) -> bool:
        """Gives the wish to the window that holds the workplace; False if it does not answer within 10 s."""
        until = monotonic() + _PATIENCE
        while monotonic() < until:
            if self._send(json.dumps([wish.phone, wish.file]).encode() + b"\n"):
                return True
            sleep(0.1)
        return False

    def _send(self, line: bytes) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(1000):
            return False
        socket.write(line)
        if not socket.waitForBytesWritten(1000):
            return False
        # It hears the line once its start is over; asked again, it would obey twice.
        answered = socket.waitForReadyRead(int(_PATIENCE * 1000)) and bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._take(socket)

    def _read(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._take(sender)

    def _take(self, socket: Any) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            phone, file = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        self.wanted.emit(HandedOver(str(phone), str(file)))
