"""Days as they are said on the telephone: “tomorrow”, “on Thursday”, “on 5 December”."""

from __future__ import annotations

from datetime import date

from helpdesk.words import N_, _

WEEKDAYS = (
    N_("on Monday"),
    N_("on Tuesday"),
    N_("on Wednesday"),
    N_("on Thursday"),
    N_("on Friday"),
    N_("on Saturday"),
    N_("on Sunday"),
)
MONTHS = (
    N_("on {day} January"),
    N_("on {day} February"),
    N_("on {day} March"),
    N_("on {day} April"),
    N_("on {day} May"),
    N_("on {day} June"),
    N_("on {day} July"),
    N_("on {day} August"),
    N_("on {day} September"),
    N_("on {day} October"),
    N_("on {day} November"),
    N_("on {day} December"),
)
_SAID_BY_NAME = 7


def spoken_date(on: date, today: date) -> str:
    """“on 5 December”, with the year where it is another one."""
    words = _(MONTHS[on.month - 1]).format(day=on.day)
    return words if on.year == today.year else _("{day_and_month} {year}").format(day_and_month=words, year=on.year)


def spoken_day(on: date, today: date) -> str:
    """“today”, “tomorrow”, “on Thursday” within a week, else the date."""
    apart = (on - today).days
    near = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}.get(apart)
    if near is not None:
        return _(near)
    return _(WEEKDAYS[on.weekday()]) if 1 < apart < _SAID_BY_NAME else spoken_date(on, today)


def spoken_window(first: str, last: str) -> str:
    """“between 10 and 14”, “after 10”, “before 14”, or nothing; full hours are said without their minutes."""
    start, end = (clock.removesuffix(":00").lstrip("0") or clock for clock in (first.strip(), last.strip()))
    if start and end:
        return _("between {start} and {end}").format(start=start, end=end)
    if start:
        return _("after {start}").format(start=start)
    return _("before {end}").format(end=end) if end else ""
