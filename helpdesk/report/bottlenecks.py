"""Bottlenecks: where the time of requests and orders goes, stage by stage, cause by cause, and by which paths."""

from __future__ import annotations

from helpdesk.domain.facts.bottlenecks import BottleneckFacts, WorkflowFacts
from helpdesk.report.bottleneck_chart import paths_chart, stages_chart
from helpdesk.report.bottleneck_figures import figures, finding
from helpdesk.report.bottleneck_tables import causes, departments, flow, paths, stages
from helpdesk.report.bottleneck_words import StageWords
from helpdesk.report.content import ReportContent, ReportFrame
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "bottlenecks"
TITLE = N_("Bottlenecks")
QUESTION = N_("Where does time go?")


def build(facts: BottleneckFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        words = StageWords.of(facts, frame.language)
        main = main_workflow(facts)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=finding(main, facts, words, notation),
            figures=figures(main, facts, words, notation),
            charts=tuple(
                chart for chart in (stages_chart(main, words, notation), paths_chart(main, words, notation)) if chart
            ),
            tables=(
                stages(facts, words),
                causes(facts, words),
                departments(facts),
                flow(facts, words),
                paths(facts, words),
            ),
            method=_method(facts),
            landscape=True,
        )


def main_workflow(facts: BottleneckFacts) -> WorkflowFacts:
    """The process that the figures are about: requests, unless only orders were alive."""
    alive = [process for process in facts.processes if process.events or process.standing]
    return (alive or list(facts.processes))[0]


def _method(facts: BottleneckFacts) -> tuple[str, ...]:
    return (
        _(
            "Time in a stage: from entering to leaving, all visits of a case summed, in the period in which it left; "
            "what still stands there is counted so far. By the clock, nights and days off included."
        ),
        _(
            "Working: taken into work, within business hours. The rest is waiting: in the queue (nobody has taken it), "
            "staff absent (taken, outside business hours), for the customer, a department, the supplier, the carrier, "
            "a date. Lines of a foreign log without a state tell no cause."
        ),
        _(
            "Cases: those whose last event lies inside the period and that ended; a case of a foreign log ends with "
            "its last line. Days of a case: from its first to its last event."
        ),
        _(
            "Bottleneck: the stage with the largest share of all waiting. Check by Little's law: the number present is "
            "the rate of entering times the mean visit, where the process is steady."
        ),
        _(
            "What if departments answered within {hours} h: each longer wait for a department is cut to that; "
            "nothing else is changed."
        ).format(hours=facts.wish_hours),
    )
