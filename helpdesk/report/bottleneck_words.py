"""What stages, causes and processes are called."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.facts.bottlenecks import BottleneckFacts
from helpdesk.domain.order import OrderStage
from helpdesk.domain.workflow import Cause
from helpdesk.words import N_, _
from helpdesk.words.terms import title

PROCESSES = {"requests": N_("Requests"), "orders": N_("Orders")}
CAUSES = (
    Cause.QUEUE,
    Cause.ABSENT,
    Cause.CUSTOMER,
    Cause.DEPARTMENT,
    Cause.SUPPLIER,
    Cause.CARRIER,
    Cause.DATE,
    Cause.UNRECORDED,
)
"""In the order in which they are shown."""


@dataclass(frozen=True)
class StageWords:
    """Names of stages in the language of the report: request states, order stages, activities of foreign logs."""

    names: dict[str, str]

    @classmethod
    def of(cls, facts: BottleneckFacts, language: str) -> StageWords:
        """The names of all stages that can be known."""
        names = {stage.value: title(stage) for stage in OrderStage}
        names |= {code: both[language == "ru"] for code, both in facts.titles.items()}
        return cls(names)

    def stage(self, code: str) -> str:
        """A stage's name; an activity of a foreign log goes by its own."""
        return _("Activity {name}").format(name=code[1:]) if code.startswith(":") else self.names.get(code, code)


def cause(which: Cause) -> str:
    """A cause in words."""
    return title(which)


def workflow(name: str) -> str:
    """A process in words."""
    return _(PROCESSES[name])
