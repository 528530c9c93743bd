"""A reader of small printed QR codes, after the standard (ISO/IEC 18004), apart from the code that draws them.

It finds the code in a picture by its dark bounds, samples the middle of each module, undoes the mask and reads the
segments. Read are versions 1 to 3 at level M, whose data stand in one block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Matrix = list[list[bool]]

_DATA_CODEWORDS_AT_M = {1: 16, 2: 28, 3: 44}
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MASKS: list[Callable[[int, int], bool]] = [
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,
    lambda row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
]


def sampled(is_dark: Callable[[int, int], bool], width: int, height: int) -> Matrix:
    """The modules of the code in a picture that holds nothing else dark."""
    dark = [(x, y) for y in range(height) for x in range(width) if is_dark(x, y)]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark) + 1
    top, bottom = min(y for _, y in dark), max(y for _, y in dark) + 1
    run = next(x for x in range(left, right) if not is_dark(x, top)) - left
    count = round((right - left) / (run / 7))
    step_x, step_y = (right - left) / count, (bottom - top) / count
    return [
        [is_dark(int(left + (column + 0.5) * step_x), int(top + (row + 0.5) * step_y)) for column in range(count)]
        for row in range(count)
    ]


def read(code: Matrix) -> str:
    """The text of a code at level M."""
    size = len(code)
    first = sum(code[8][column] << (4 - column) for column in range(5)) ^ 0b10101
    level, mask = first >> 3, first & 7
    assert level == 0, "not level M"
    bits = [code[row][column] != _MASKS[mask](row, column) for row, column in _places(size)]
    stream = _Bits(bits[: 8 * _DATA_CODEWORDS_AT_M[(size - 17) // 4]])
    text = ""
    while (mode := stream.take(4)) != 0:
        text += {1: _digits, 2: _alphanumeric, 4: _bytes}[mode](stream)
    return text


class _Bits:
    def __init__(self, bits: list[bool]) -> None:
        self._bits = bits
        self._at = 0

    def take(self, count: int) -> int:
        taken = self._bits[self._at : self._at + count]
        self._at += count
        return int("".join("01"[bit] for bit in taken) or "0", 2)


def _digits(stream: _Bits) -> str:
    left, text = stream.take(10), ""
    while left:
        count = min(left, 3)
        text += f"{stream.take((0, 4, 7, 10)[count]):0{count}}"
        left -= count
    return text


def _alphanumeric(stream: _Bits) -> str:
    left, text = stream.take(9), ""
    while left > 1:
        first, second = divmod(stream.take(11), 45)
        text += _ALPHANUMERIC[first] + _ALPHANUMERIC[second]
        left -= 2
    return text + (_ALPHANUMERIC[stream.take(6)] if left else "")


def _bytes(stream: _Bits) -> str:
    return bytes(stream.take(8) for _ in range(stream.take(8))).decode()


def _places(size: int) -> Iterator[tuple[int, int]]:
    """Where data stand, in the order of the standard: pairs of columns from the right, up and down by turns."""
    is_upward = True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for row in reversed(range(size)) if is_upward else range(size):
            for column in (right, right - 1):
                if not _is_fixed(row, column, size):
                    yield row, column
        is_upward = not is_upward


def _is_fixed(row: int, column: int, size: int) -> bool:
    in_finder = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    in_alignment = size > 21 and size - 9 <= row < size - 4 and size - 9 <= column < size - 4
    return in_finder or in_alignment or 6 in (row, column)
