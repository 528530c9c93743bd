"""Orders in words: lateness, risk and what to do, as the tracker says them in rows, cards and explanations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from helpdesk.domain.order import OrderRow
from helpdesk.domain.order_todo import Todo, TodoKind
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import RowText
from ui.formatting import Locale
from ui.theme import Tone


def days_late(row: OrderRow, now: dt.datetime, locale: Locale) -> int:
    """Days since the day promised, at least one; 0 for an order that is not late."""
    if not row.is_late or row.promised_on is None:
        return 0
    return max(1, (formatting.local_day(now, locale) - row.promised_on).days)


def risk_words(row: OrderRow, now: dt.datetime, locale: Locale) -> str:
    """Why an order is at risk, in a sentence."""
    if row.risk is None:
        return ""
    translate = QCoreApplication.translate
    stands = translate("OrderWords", "It has stood in “%1” for %2.")
    stands = stands.replace("%1", row.stage_name(locale.language))
    stands = stands.replace("%2", formatting.duration(now - row.stage_since, locale))
    if row.risk.is_assumed:
        usual = translate("OrderWords", "Until enough orders are known, %1 is taken for long.")
    else:
        usual = translate("OrderWords", "Nine of ten orders leave this stage within %1 (%2 known).")
        usual = usual.replace("%2", formatting.decimal(row.risk.orders, locale))
    return f"{stands} {usual}".replace("%1", formatting.duration(row.risk.p90, locale))


def late_words(row: OrderRow, now: dt.datetime, locale: Locale) -> str:
    """How late an order is, in a sentence; also one that left in time for a later promise only."""
    translate = QCoreApplication.translate
    days = days_late(row, now, locale)
    if days and row.promised_on:
        words = translate("OrderWords", "Late by %2 d: it was promised for %1.")
        return words.replace("%1", formatting.date(row.promised_on, locale)).replace("%2", str(days))
    if row.has_missed_first:
        return translate("OrderWords", "It left after the day that was promised first.")
    return ""


def todo_row(todo: Todo, now: dt.datetime, locale: Locale) -> RowText:
    """A thing to do as a row of two lines."""
    row = todo.row
    head = title(todo.kind)
    if todo.kind is TodoKind.ANSWER:
        head = f"{head}: {todo.department}"
    due, tone = "", Tone.MUTED
    if todo.kind is TodoKind.LATE:
        days = days_late(row, now, locale)
        due, tone = QCoreApplication.translate("OrderWords", "%1 d late").replace("%1", str(days)), Tone.BAD
    elif todo.due_at is not None:
        due, tone = formatting.time_left(todo.due_at, now, locale), Tone.BAD
    elif todo.kind in (TodoKind.RISK, TodoKind.CONFIRM):
        due, tone = formatting.duration(now - row.stage_since, locale), Tone.WARN
    who = " · ".join(part for part in (row.customer_name, todo.what or row.title) if part)
    return RowText(head, row.number, who, row.stage_name(locale.language), due, tone, todo.kind is TodoKind.LATE)


def card_row(row: OrderRow, now: dt.datetime, locale: Locale) -> RowText:
    """An order as a card of the board or of a day."""
    due, tone, state = "", Tone.MUTED, ""
    if row.is_late:
        state = QCoreApplication.translate("OrderWords", "late")
        days = QCoreApplication.translate("OrderWords", "%1 d")
        due, tone = days.replace("%1", str(days_late(row, now, locale))), Tone.BAD
    elif row.risk is not None:
        due, tone = QCoreApplication.translate("OrderWords", "at risk"), Tone.WARN
    elif row.promised_on:
        due = formatting.short_date(row.promised_on, now, locale)
    name = row.customer_name or row.title
    return RowText(name, row.number, row.title if row.customer_name else "", state, due, tone, row.is_late)


def as_table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Rows as tab-separated text and as an HTML table, with heads; pure, for any thread."""
    cleaned = [list(heads), *([" ".join(cell.split()) for cell in line] for line in lines)]
    text = "\n".join("\t".join(line) for line in cleaned)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in cleaned[1:])
    head = "".join(f"<th>{escape(cell)}</th>" for cell in cleaned[0])
    return text, f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
