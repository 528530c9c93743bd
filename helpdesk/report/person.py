"""A person's own results: beside the team where there are thirty cases to compare, and never a place in a ranking."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Middle, Share
from helpdesk.domain.facts.operators import OperatorFacts
from helpdesk.domain.facts.sheet import PersonFacts
from helpdesk.report import measure
from helpdesk.report.content import Figure, ReportContent, ReportFrame
from helpdesk.report.measure import RANK_LEAST
from helpdesk.report.notation import Notation
from helpdesk.report.shift import open_table
from helpdesk.words import N_, _, counted, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "person"
TITLE = N_("Own results")
QUESTION = N_("How did my requests go, and what is still mine?")
_EMPTY = (Share(), Middle(), 0, 0, 0, Share(), 0)


def build(facts: PersonFacts, frame: ReportFrame) -> ReportContent:
    """The whole sheet, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        named = _("{title}: {name}").format(title=_(TITLE), name=facts.name) if facts.name else _(TITLE)
        return ReportContent(
            name=NAME,
            title=named,
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=_figures(facts, notation),
            tables=(open_table(facts.requests, facts.states, frame.language),),
            method=(
                *measure.method("solved", "reopen_rate", "first_response", "csat"),
                _("Promises kept: by their due time, of those due in the period."),
                _("The team's figure stands beside one's own from 30 solved requests on; nobody is ranked here."),
            ),
            landscape=True,
        )


def _finding(facts: PersonFacts, notation: Notation) -> str:
    if not facts.name:
        return _("Name the operator whose results are wanted.")
    solved = facts.own.solved if facts.own else 0
    if not solved:
        return _("Nothing was solved during this period.")
    sentence = counted("{n} request was solved.", "{n} requests were solved.", solved).format(n=notation.number(solved))
    if solved < RANK_LEAST:
        return _("{solved} That is too few to compare with the team.").format(solved=sentence)
    return sentence


def _figures(facts: PersonFacts, notation: Notation) -> tuple[Figure, ...]:
    own = facts.own or OperatorFacts(facts.name, "", 0, *_EMPTY)
    is_compared = own.solved >= RANK_LEAST
    team = facts.team
    mine = (("operator", own.id),) if facts.own else ()
    reopened = measure.rate("reopen_rate", own.reopened, notation, drill=Drill("request", "reopened", mine))
    response = measure.length("first_response", own.response, notation)
    csat = sum((one.csat for one in team.operators), Share())
    rated = measure.rate("csat", own.csat, notation)
    late = sum(request.left is not None and request.left < 0 for request in facts.requests)
    beside = _("team: {value}")
    return (
        measure.count("solved", own.solved, notation, drill=Drill("request", "solved", mine)),
        _with(reopened, beside, _percent(team.reopened, notation) if is_compared else ""),
        _with(response, beside, _length(team.response.median, notation) if is_compared else ""),
        _with(rated, beside, _percent(csat, notation) if is_compared else ""),
        _promises(facts),
        Figure(
            name="open",
            title=_("Open now"),
            value=len(facts.requests),
            n=len(facts.requests),
            is_count=True,
            drill=Drill("request", "open"),
        ),
        Figure(name="overdue", title=_("Overdue"), value=late, n=len(facts.requests), is_count=True),
        Figure(name="handled", title=_("Calls handled"), value=own.handled, n=own.handled, is_count=True),
    )


def _promises(facts: PersonFacts) -> Figure:
    promises = facts.promises
    return Figure(
        name="promises_kept",
        title=_("Promises kept"),
        value=Decimal(promises.part) / promises.whole if promises.whole else None,
        n=promises.whole,
        kind="percent",
    )


def _with(figure: Figure, beside: str, value: str) -> Figure:
    return replace(figure, detail=beside.format(value=value)) if value else figure


def _percent(share: Share, notation: Notation) -> str:
    return notation.percent(measure.ratio(share), 0) if share.whole >= RANK_LEAST else ""


def _length(seconds: float | None, notation: Notation) -> str:
    return "" if seconds is None else notation.short_length(round(seconds))
