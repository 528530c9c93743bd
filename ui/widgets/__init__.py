"""The parts that panes are made of. Each speaks plain text, obeys the keyboard and draws by the tokens worn.

A part is loaded when it is first asked for: the first window needs a third of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.widgets.badges import Avatar, Badge, DueBadge, FilterChip
    from ui.widgets.banner import Banner
    from ui.widgets.buttons import Button, IconButton, LinkButton
    from ui.widgets.fields import DateField, NumberField, indent
    from ui.widgets.flow import FlowLayout
    from ui.widgets.form import FormGrid
    from ui.widgets.notice import NoticeBar
    from ui.widgets.rail import Place, Rail
    from ui.widgets.search_box import SearchBox
    from ui.widgets.sections import EmptyState, FactRow, Hairline, SectionHead
    from ui.widgets.strips import CallStages, OrderStrip, StageStrip
    from ui.widgets.tabs import Tab, TextTabs
    from ui.widgets.text import ElidedLabel, Text, TimerLabel
    from ui.widgets.timeline import CardKind, TimelineCard

_PARTS = {
    "badges": "Avatar Badge DueBadge FilterChip",
    "banner": "Banner",
    "buttons": "Button IconButton LinkButton",
    "fields": "DateField NumberField indent",
    "flow": "FlowLayout",
    "form": "FormGrid",
    "notice": "NoticeBar",
    "rail": "Place Rail",
    "search_box": "SearchBox",
    "sections": "EmptyState FactRow Hairline SectionHead",
    "strips": "CallStages OrderStrip StageStrip",
    "tabs": "Tab TextTabs",
    "text": "ElidedLabel Text TimerLabel",
    "timeline": "CardKind TimelineCard",
}
_HOMES = {name: module for module, names in _PARTS.items() for name in names.split()}

__all__ = [
    "Avatar",
    "Badge",
    "Banner",
    "Button",
    "CallStages",
    "CardKind",
    "DateField",
    "DueBadge",
    "ElidedLabel",
    "EmptyState",
    "FactRow",
    "FilterChip",
    "FlowLayout",
    "FormGrid",
    "Hairline",
    "IconButton",
    "LinkButton",
    "NoticeBar",
    "NumberField",
    "OrderStrip",
    "Place",
    "Rail",
    "SearchBox",
    "SectionHead",
    "StageStrip",
    "Tab",
    "Text",
    "TextTabs",
    "TimelineCard",
    "TimerLabel",
    "indent",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    found = getattr(import_module(f"ui.widgets.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
