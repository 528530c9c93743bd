"""Where the stages of a process map stand: in layers from the beginning on, so that most steps lead to the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from helpdesk.report.chart import MapWay, PathMap


def layers(chart: PathMap) -> list[list[str]]:
    """Stages column by column; a step back is one that leads to a stage from which its own was reached."""
    codes = [node.code for node in chart.nodes]
    onward = _onward(codes, chart.ways)
    depth = dict.fromkeys(codes, 0)
    for _round in codes:
        for source, target in onward:
            depth[target] = max(depth[target], min(depth[source] + 1, len(codes)))
    used = sorted(set(depth.values()))
    return [[code for code in codes if depth[code] == level] for level in used]


def _onward(codes: Sequence[str], ways: Iterable[MapWay]) -> list[tuple[str, str]]:
    """The steps without those that lead back, found from the beginning by the commonest ways first."""
    after: dict[str, list[str]] = {code: [] for code in codes}
    ordered = sorted(ways, key=_commonest)
    starts = [way.target for way in ordered if not way.source]
    for way in ordered:
        # Whatever leads to where most cases begin leads back, or the beginning would not stand at the left.
        if way.source and way.target != way.source and way.target not in starts[:1]:
            after[way.source].append(way.target)
    found: list[tuple[str, str]] = []
    done: set[str] = set()
    for code in (*starts, *codes):
        _visit(code, after, [], done, found)
    return found


def _visit(
    code: str, after: Mapping[str, list[str]], above: list[str], done: set[str], found: list[tuple[str, str]]
) -> None:
    if code in done or code in above:
        return
    for target in after[code]:
        if target not in above and target != code:
            found.append((code, target))
            _visit(target, after, [*above, code], done, found)
    done.add(code)


def _commonest(way: MapWay) -> tuple[int, str, str]:
    return -way.count, way.source, way.target
