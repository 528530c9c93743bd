"""QR codes drawn as whole runs of modules, so that no hairlines show between them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from helpdesk.report.layout.pen import Pen


def modules(text: str) -> list[list[bool]]:
    """The code's dark modules, row by row, in the smallest size that holds `text` at level M, without a quiet zone."""
    from reportlab.graphics.barcode.qr import QrCodeWidget

    widget: Any = QrCodeWidget(text, barLevel="M")
    code = widget.qr
    code.make()
    return [list(map(bool, row)) for row in code.modules]


def draw_square_code(pen: Pen, text: str, x: float, top: float, side: float) -> None:
    """Draws the code with its modules filling `side`; the caller leaves four modules of white around it."""
    rows = modules(text)
    module = side / len(rows)
    for line, row in enumerate(rows):
        at = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                pen.block(x + at * module, top + line * module, length * module, module)
            at += length
