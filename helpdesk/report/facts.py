"""What a report was made from, in labelled lines."""

from __future__ import annotations

from helpdesk.report.content import ReportContent
from helpdesk.report.notation import NONE, Notation
from helpdesk.words import _


def facts(content: ReportContent, notation: Notation) -> tuple[tuple[str, str], ...]:
    """The labelled lines of a report's head, the same on paper and in a spreadsheet."""
    frame = content.frame
    unheard = (
        f"{station.name} ({notation.instant(station.last_seen_at) if station.last_seen_at else NONE})"
        for station in frame.stations_unheard
    )
    return (
        (_("Filters"), "; ".join(frame.filters) or _("none")),
        (_("Made by"), f"{frame.made_by}, {notation.instant(frame.made_at)}"),
        (_("Data as of"), f"{notation.instant(frame.data_as_of)}, {frame.time_zone}"),
        *(((_("Frozen"), notation.instant(frame.frozen_at)),) if frame.frozen_at else ()),
        (_("Rule version"), frame.rule_version),
        (_("Stations not heard from"), "; ".join(unheard) or _("none")),
    )
