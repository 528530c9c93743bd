"""The parts that panes are made of. Each speaks plain text, obeys the keyboard and draws by the tokens worn."""

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
