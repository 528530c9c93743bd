"""The columns of the request table: title, text, order, and the selected rows as a table for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.listing import Sort
from helpdesk.domain.request import RequestRow
from helpdesk.lazily import dataclass
from helpdesk.words.terms import title
from ui import formatting
from ui.models.request_words import Reading, due_word


@dataclass(frozen=True)
class Column:
    """A column: its key, its head, the text of a row, and the orders that a click on the head goes through."""

    key: str
    title: str
    text: Callable[[RequestRow, Reading], str]
    width: int
    sorts: tuple[Sort, ...] = ()


def _number(row: RequestRow, reading: Reading) -> str:
    return row.number


def _subject(row: RequestRow, reading: Reading) -> str:
    return row.subject


def _customer(row: RequestRow, reading: Reading) -> str:
    return row.customer_name


def _kind(row: RequestRow, reading: Reading) -> str:
    return title(row.kind)


def _state(row: RequestRow, reading: Reading) -> str:
    return reading.state_name(row.state)


def _owner(row: RequestRow, reading: Reading) -> str:
    return row.owner_name


def _due(row: RequestRow, reading: Reading) -> str:
    return due_word(row, reading)[0]


def _created(row: RequestRow, reading: Reading) -> str:
    return formatting.day_time(row.created_at, reading.now, reading.locale)


def _channel(row: RequestRow, reading: Reading) -> str:
    return title(row.channel)


def _priority(row: RequestRow, reading: Reading) -> str:
    return title(row.priority)


def columns() -> tuple[Column, ...]:
    """All columns in their first order, titled in the language of the window."""
    translate = QCoreApplication.translate
    return (
        Column("number", translate("RequestColumns", "Number"), _number, 104),
        Column("subject", translate("RequestColumns", "Subject"), _subject, 260),
        Column("customer", translate("RequestColumns", "Customer"), _customer, 170),
        Column("kind", translate("RequestColumns", "Kind"), _kind, 150),
        Column("state", translate("RequestColumns", "State"), _state, 150),
        Column("owner", translate("RequestColumns", "Owner"), _owner, 140),
        Column("due", translate("RequestColumns", "Due"), _due, 150, (Sort.DUE,)),
        Column("created", translate("RequestColumns", "Created"), _created, 130, (Sort.NEWEST, Sort.OLDEST)),
        Column("channel", translate("RequestColumns", "Channel"), _channel, 100),
        Column("priority", translate("RequestColumns", "Priority"), _priority, 100),
    )


FIRST_SHOWN = ("number", "subject", "customer", "kind", "state", "owner", "due", "created")


def as_table(rows: Iterable[RequestRow], shown: Sequence[Column], reading: Reading) -> tuple[str, str]:
    """The rows as tab-separated text and as an HTML table, with heads; pure, for any thread."""
    lines = [[column.title for column in shown]]
    lines += [[" ".join(column.text(row, reading).split()) for column in shown] for row in rows]
    from html import escape

    text = "\n".join("\t".join(line) for line in lines)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines[1:])
    head = "".join(f"<th>{escape(cell)}</th>" for cell in lines[0])
    return text, f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
