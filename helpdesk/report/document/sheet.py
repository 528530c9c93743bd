"""A paper of one or several A4 pages: parts placed by a flow, then drawn, with a foot where there are several."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from helpdesk.report.document.parts import draw_foot
from helpdesk.report.layout.canvas import Description, new_canvas
from helpdesk.report.layout.flow import Flow, Part
from helpdesk.report.layout.pen import Pen


class Sized(Part, Protocol):
    """A part that knows its height."""

    @property
    def height(self) -> float:
        """In points."""


def place(flow: Flow, *parts: Sized) -> None:
    """Puts parts below each other, turning the page where one does not fit."""
    for part in parts:
        flow.keep(part.height)
        flow.place(part, part.height)


def place_together(flow: Flow, *parts: Sized) -> None:
    """Puts parts below each other on one page."""
    flow.keep(height_of(*parts))
    for part in parts:
        flow.place(part, part.height)


def height_of(*parts: Sized) -> float:
    """What parts take together, each rounded up to the grid."""
    return sum(part.height + 4 for part in parts)


def write(flow: Flow, description: Description, stream: BinaryIO, *, invariant: bool = False) -> int:
    """Draws what a flow holds and tells how many pages that took."""
    canvas = new_canvas(stream, flow.paper, description, invariant=invariant)
    for number, parts in enumerate(flow.pages, start=1):
        pen = Pen(canvas, flow.paper)
        for top, part in parts:
            part.draw(pen, top, is_outlined=False)
        draw_foot(pen, flow.paper, description.title, number, len(flow.pages))
        pen.lift()
        canvas.showPage()
    canvas.save()
    return len(flow.pages)
