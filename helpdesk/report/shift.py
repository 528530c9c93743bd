"""The shift hand-over: what happened, what the next shift takes over, with lines to sign."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.open import OpenRequest
from helpdesk.domain.facts.sheet import ShiftFacts
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build", "open_table"]

NAME = "shift"
TITLE = N_("Shift hand-over")
QUESTION = N_("What does the next shift take over?")


def build(facts: ShiftFacts, frame: ReportFrame) -> ReportContent:
    """The whole sheet, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=_figures(facts),
            tables=(
                _promises(facts),
                open_table(facts.requests, facts.states, frame.language),
                _tasks(facts),
                _signatures(),
            ),
            method=(
                _("Came in, solved, calls: inside the period. Everything else stands as of the data cut-off."),
                _("Promises: not kept yet and due within two days, the overdue ones first."),
            ),
            landscape=True,
        )


def _finding(facts: ShiftFacts, notation: Notation) -> str:
    overdue = sum(promise.due_at < facts.as_of for promise in facts.promises)
    if overdue:
        sentence = counted(
            "{n} promise is overdue: begin with it.", "{n} promises are overdue: begin with them.", overdue
        )
        return sentence.format(n=notation.number(overdue))
    if not facts.requests:
        return _("Nothing is open.")
    sentence = counted("{n} open request is handed over.", "{n} open requests are handed over.", len(facts.requests))
    return sentence.format(n=notation.number(len(facts.requests)))


def _figures(facts: ShiftFacts) -> tuple[Figure, ...]:
    overdue = sum(request.left is not None and request.left < 0 for request in facts.requests)
    told = (
        ("created", _("Came in"), facts.created, None),
        ("solved", _("Solved"), facts.solved, None),
        ("calls", _("Calls"), facts.calls, None),
        ("open", _("Open now"), len(facts.requests), Drill("request", "open")),
        ("overdue", _("Overdue"), overdue, Drill("request", "overdue")),
        ("owed", _("Customers not told yet"), facts.owed, None),
        ("promises", _("Promises due"), len(facts.promises), None),
        ("tasks", _("Departments owe an answer"), len(facts.tasks), None),
    )
    return tuple(
        Figure(name=name, title=title, value=value, n=value, is_count=True, drill=drill)
        for name, title, value, drill in told
    )


def _promises(facts: ShiftFacts) -> Table:
    rows: list[Row] = [
        (promise.due_at, promise.what, promise.customer or None, promise.phone or None, promise.number or None,
         promise.operator or None)
        for promise in facts.promises
    ]  # fmt: skip
    columns = (
        Column(name="due_at", title=_("Due"), kind="instant", weight=24),
        Column(name="what", title=_("What was promised"), weight=70, lines=2),
        Column(name="customer", title=_("Customer"), weight=44, lines=2),
        Column(name="phone", title=_("Phone"), weight=30),
        Column(name="number", title=_("Request"), weight=20),
        Column(name="operator", title=_("Promised by"), weight=34, lines=2),
    )
    return Table(name="promises", title=_("Promises"), columns=columns, rows=rows)


def open_table(requests: Iterable[OpenRequest], states: dict[str, tuple[str, str]], language: str) -> Table:
    """Open requests with what comes next, the most pressing first."""
    rows: list[Row] = [
        (
            one.number,
            one.customer or None,
            one.subject,
            one.owner or None,
            states.get(one.state, (one.state, one.state))[language == "ru"],
            None if one.left is None else timedelta(seconds=one.left),
            one.next_step or None,
        )
        for one in sorted(requests, key=_pressing)
    ]
    columns = (
        Column(name="number", title=_("Number"), weight=18),
        Column(name="customer", title=_("Customer"), weight=36, lines=2),
        Column(name="subject", title=_("Subject"), weight=54, lines=2),
        Column(name="owner", title=_("Owner"), weight=30, lines=2),
        Column(name="state", title=_("State"), weight=28, lines=2),
        Column(name="left", title=_("Time left"), kind="duration", weight=24),
        Column(name="next_step", title=_("Next step"), weight=40, lines=2),
    )
    return Table(name="open", title=_("Open requests"), columns=columns, rows=rows)


def _pressing(request: OpenRequest) -> tuple[bool, int, str]:
    return request.left is None, request.left or 0, request.number


def _tasks(facts: ShiftFacts) -> Table:
    rows: list[Row] = [(task.department, task.what, task.number, task.asked_at, task.due_at) for task in facts.tasks]
    columns = (
        Column(name="department", title=_("Department"), weight=40),
        Column(name="what", title=_("What was asked"), weight=90, lines=2),
        Column(name="number", title=_("Number"), weight=20),
        Column(name="asked_at", title=_("Asked"), kind="instant", weight=26),
        Column(name="due_at", title=_("Due"), kind="instant", weight=26),
    )
    return Table(name="tasks", title=_("Answers of departments"), columns=columns, rows=rows)


def _signatures() -> Table:
    columns = (
        Column(name="role", title=_("Hand-over"), weight=40),
        Column(name="person", title=_("Name"), weight=70),
        Column(name="signature", title=_("Signature"), weight=50),
        Column(name="at", title=_("Date and time"), weight=40),
    )
    rows: list[Row] = [(_("Handed over"), " ", " ", " "), (_("Taken over"), " ", " ", " ")]
    return Table(name="signatures", title=_("Signatures"), columns=columns, rows=rows)
