"""XlsxWriter's workbook with its loose ends tied: temporary files go, and a full disk is one plain error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, TypeVar

if TYPE_CHECKING:
    from xlsxwriter import Workbook

T = TypeVar("T")


class _Sink:
    """Keeps the stream's first failure: a ZipFile that fails half way would complain again when it is freed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.failure: OSError | None = None

    def write(self, data: bytes) -> int:
        return self._tried(lambda: self._stream.write(data), len(data))

    def tell(self) -> int:
        return self._tried(self._stream.tell, 0)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._tried(lambda: self._stream.seek(offset, whence), 0)

    def flush(self) -> None:
        self._tried(self._stream.flush, None)

    def _tried(self, act: Callable[[], T], otherwise: T) -> T:
        if self.failure is None and not self._stream.closed:
            try:
                return act()
            except OSError as error:
                self.failure = error
        return otherwise


@contextmanager
def open_book(stream: BinaryIO) -> Iterator[Workbook]:
    """A workbook in constant memory that is written to `stream` when the block ends well. Raises OSError."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    sink = _Sink(stream)
    with TemporaryDirectory(prefix="helpdesk-") as folder:
        options = {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}
        book = Workbook(sink, {**options, "strings_to_urls": False, "tmpdir": folder})
        book.use_zip64()
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
    if sink.failure is not None:
        raise sink.failure
