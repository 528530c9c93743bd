"""Words of the window that several of its parts share: sections, kinds of answers, commands and their keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from helpdesk.lazily import dataclass
from ui.widgets import Place


@dataclass(frozen=True)
class Command:
    """Something that can be asked for by keys, by the one box, and by the page of keys."""

    name: str
    text: str
    keys: str = ""
    is_in_box: bool = True


def places() -> tuple[Place, ...]:
    """The sections of the rail, from the top."""
    translate = QCoreApplication.translate
    return (
        Place("requests", translate("labels", "Requests"), "inbox"),
        Place("customers", translate("labels", "Customers"), "users"),
        Place("orders", translate("labels", "Orders"), "clock"),
        Place("catalogue", translate("labels", "Catalogue"), "tag"),
        Place("reports", translate("labels", "Reports"), "chart-column"),
        Place("settings", translate("labels", "Settings"), "settings"),
    )


def kind(name: str) -> str:
    """What kind of record an answer of the one box is."""
    translate = QCoreApplication.translate
    return {
        "customer": translate("labels", "Customer"),
        "request": translate("labels", "Request"),
        "order": translate("labels", "Order"),
        "product": translate("labels", "Product"),
        "quote": translate("labels", "Quote"),
        "invoice": translate("labels", "Invoice"),
        "call": translate("labels", "Call"),
        "command": translate("labels", "Command"),
        "note": translate("labels", "Number"),
    }.get(name, name)


def commands() -> tuple[Command, ...]:
    """Everything that the window does on demand, in the order of the page of keys."""
    translate = QCoreApplication.translate
    return (
        Command("find", translate("labels", "Find, or do something"), "Ctrl+K", is_in_box=False),
        Command("new_request", translate("labels", "New request"), "F2"),
        Command("new_customer", translate("labels", "New customer"), "F3"),
        Command("new_order", translate("labels", "New order"), "F4"),
        Command("call", translate("labels", "Call"), "F9"),
        Command("wrap_up", translate("labels", "Wrap up the call"), "F10", is_in_box=False),
        Command("next_stage", translate("labels", "Next stage of the call script"), "Ctrl+Right", is_in_box=False),
        Command("price", translate("labels", "Price and stock"), "F5"),
        Command("print", translate("labels", "Print the receipt slip of the request"), "Ctrl+P"),
        Command("copy_number", translate("labels", "Copy the number"), "Ctrl+Shift+C"),
        Command("import", translate("labels", "Import a file"), "Ctrl+I"),
        Command("next_pane", translate("labels", "Next pane"), "F6", is_in_box=False),
        Command("undo", translate("labels", "Undo"), "Ctrl+Z", is_in_box=False),
        Command("operator", translate("labels", "Change the operator")),
        Command("help", translate("labels", "Keys and help"), "F1"),
    )


def other_keys() -> tuple[Command, ...]:
    """Keys that the panes themselves obey, for the page of keys."""
    translate = QCoreApplication.translate
    return (
        Command("", translate("labels", "Sections from the top"), "Alt+1…6"),
        Command("", translate("labels", "Send what was written"), "Ctrl+Enter"),
        Command("", translate("labels", "Internal note"), "Ctrl+Shift+N"),
        Command("", translate("labels", "Tabs of the composer"), "Ctrl+1…5"),
        Command("", translate("labels", "Call the customer of the order"), "F8"),
        Command("", translate("labels", "Words to send about the order"), "Shift+F8"),
        Command("", translate("labels", "Move a card of the board"), "Ctrl+← →"),
        Command("", translate("labels", "Move in lists"), "↑ ↓ Home End"),
        Command("", translate("labels", "Leave a box or a dialog; nothing typed is lost"), "Esc"),
    )
