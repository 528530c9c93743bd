"""The map of real paths: stages as boxes from left to right, ways as lines whose weight is how often they were gone."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.report.chart import MapNode, MapWay, PathMap
from helpdesk.report.layout.chart import TITLE_HEIGHT, Place, centred
from helpdesk.report.layout.letters import fitted, width, wrapped
from helpdesk.report.layout.path_layers import layers
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import CELL_HEAD, NOTE, NOTE_LABEL

BOX_WIDTH = 88.0
BOXES = {1: (34.0, 16.0), 2: (34.0, 16.0), 3: (34.0, 14.0), 4: (34.0, 10.0)}
FLAT_BOX = (25.0, 7.0)
ONE_LINE_BELOW = 30.0
BEGINNING = 44.0
BACK_STEP = 9.0
HEAVIEST = 2.6
HEAD = 4.5


@dataclass(frozen=True, slots=True)
class _Box:
    node: MapNode
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def foot(self) -> float:
        return self.y + self.height


class PathMapDrawing:
    """A process map between the left and the right edge of its place."""

    def __init__(self, chart: PathMap, place: Place) -> None:
        self._chart = chart
        self._place = place
        self._layers = layers(chart)
        self._tallest = max(len(layer) for layer in self._layers)
        self._box_height, self._gap = BOXES.get(self._tallest, FLAT_BOX)
        depth = {code: at for at, layer in enumerate(self._layers) for code in layer}
        self._middle = 0.0
        self._backs = [way for way in chart.ways if way.source and depth[way.target] <= depth[way.source]]
        self._skips = [way for way in chart.ways if depth[way.target] > (depth[way.source] if way.source else -1) + 1]
        self._box_width = min(BOX_WIDTH, (place.length - BEGINNING) / len(self._layers) * 0.62)
        self._above = BACK_STEP * len(self._skips) + (6 if self._skips else 0)
        self._below = BACK_STEP * len(self._backs) + (8 if self._backs else 0)
        body = self._tallest * (self._box_height + self._gap)
        self.height = TITLE_HEIGHT + self._above + body + self._below

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        boxes = self._boxes(top + TITLE_HEIGHT + self._above)
        most = max(way.count for way in chart.ways)
        lowest = max(box.foot for box in boxes.values()) + 8
        highest = min(box.y for box in boxes.values()) - 6
        self._middle = top + TITLE_HEIGHT + self._above + self._tallest * (self._box_height + self._gap) / 2
        backs, skips = 0, 0
        for way in chart.ways:
            weight = 0.4 + (HEAVIEST - 0.4) * way.count / most
            target = boxes[way.target]
            if way in self._skips:
                self._draw_around(pen, way, (boxes.get(way.source), target), highest - BACK_STEP * skips, weight)
                skips += 1
            elif not way.source:
                self._draw_start(pen, way, target, weight)
            elif way in self._backs:
                self._draw_around(pen, way, (boxes[way.source], target), lowest + BACK_STEP * backs, weight)
                backs += 1
            else:
                self._draw_onward(pen, way, (boxes[way.source], target), weight)
        pen.dot(place.left + 4, self._middle, 3)
        for box in boxes.values():
            self._draw_box(pen, box)
        return 0

    def _boxes(self, top: float) -> dict[str, _Box]:
        nodes = {node.code: node for node in self._chart.nodes}
        pitch = (self._place.length - BEGINNING - self._box_width) / max(1, len(self._layers) - 1)
        tall = self._tallest * (self._box_height + self._gap)
        found = {}
        for at, layer in enumerate(self._layers):
            step = tall / len(layer)
            for row, code in enumerate(layer):
                x = self._place.left + BEGINNING + pitch * at
                y = top + step * row + (step - self._box_height) / 2
                found[code] = _Box(nodes[code], x, y, self._box_height)
        return found

    def _draw_box(self, pen: Pen, box: _Box) -> None:
        pen.block(box.x, box.y, self._box_width, box.height, grey=1.0)
        pen.frame(box.x, box.y, self._box_width, box.height)
        room = self._box_width - 6
        lines = wrapped(box.node.label, CELL_HEAD, room, 1 if box.height < ONE_LINE_BELOW else 2)
        below = box.y + (9.5 if len(lines) > 1 or box.height < ONE_LINE_BELOW else 11)
        for at, line in enumerate(lines):
            centred(pen, box.x + self._box_width / 2, below + 8.5 * at, line, CELL_HEAD)
        told = fitted(self._told(box.node.count, box.node.seconds), NOTE, room)
        centred(pen, box.x + self._box_width / 2, box.foot - 5, told, NOTE)

    def _told(self, count: int, seconds: int | None) -> str:
        text = self._place.notation.number(count)
        if seconds is None:
            return text
        return f"{text} · {self._place.notation.short_length(seconds)}"

    def _draw_start(self, pen: Pen, way: MapWay, target: _Box, weight: float) -> None:
        start = self._place.left + 4
        pen.path([(start, self._middle), (target.x - HEAD, target.middle)], thickness=weight)
        pen.arrow(target.x, target.middle, HEAD)
        self._label(pen, (start + target.x - HEAD) / 2 + 2, (self._middle + target.middle) / 2 - 4, way)

    def _draw_onward(self, pen: Pen, way: MapWay, ends: tuple[_Box, _Box], weight: float) -> None:
        source, target = ends
        start, end = source.x + self._box_width, target.x - HEAD
        bend = (end - start) / 2
        led = ((start, source.middle), (start + bend, source.middle), (end - bend, target.middle))
        pen.curve((*led, (end, target.middle)), thickness=weight)
        pen.arrow(target.x, target.middle, HEAD)
        self._label(pen, (start + end) / 2, (source.middle + target.middle) / 2 - 4, way)

    def _draw_around(self, pen: Pen, way: MapWay, ends: tuple[_Box | None, _Box], level: float, weight: float) -> None:
        """A step back below the boxes, or one over several layers above them; without a source from the beginning."""
        source, target = ends
        is_below = source is not None and level > source.y
        end = target.x + self._box_width * (0.3 if is_below else 0.2)
        reach = target.foot if is_below else target.y
        if source is None:
            start, leave = self._place.left + 4, self._middle
        else:
            start = source.x + self._box_width * (0.7 if is_below else 0.8)
            leave = source.foot if is_below else source.y
        pen.path([(start, leave), (start, level), (end, level), (end, reach)], thickness=weight, grey=0.45)
        pen.arrow(end, reach, HEAD if is_below else -HEAD, is_upright=True)
        self._label(pen, (start + end) / 2, level + 2.5, way)

    def _label(self, pen: Pen, middle: float, baseline: float, way: MapWay) -> None:
        text = self._told(way.count, way.seconds)
        length = width(text, NOTE_LABEL)
        pen.block(middle - length / 2 - 1.5, baseline - 6.5, length + 3, 8.5, grey=1.0)
        centred(pen, middle, baseline, text, NOTE_LABEL)
