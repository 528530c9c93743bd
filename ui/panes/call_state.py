"""What the strip remembers of a call: the stage, the answers, whose it is; restored after a power cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from helpdesk.domain.customer import Candidate, CustomerCard
from helpdesk.domain.folding import digits
from helpdesk.domain.identity import CustomerId, OperatorId, RequestId
from helpdesk.domain.interaction import Call, ScriptStage
from helpdesk.domain.phone import PhoneMatch, tail
from helpdesk.service import call as calls
from helpdesk.service import company, customer, draft
from helpdesk.service.desk import Desk

# What is noted beside the script is kept among its answers.
FREE = "_notes"


@dataclass
class CallState:
    """One call from its first ring to its wrap-up."""

    call: Call
    stage: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    customer: CustomerId | None = None
    name: str = ""
    form_of_address: str = ""
    request: RequestId | None = None
    request_number: str = ""

    @property
    def key(self) -> str:
        """What its draft is kept under."""
        return f"call:{self.call.id.hex()}"

    def notes(self, script: tuple[ScriptStage, ...]) -> str:
        """The answers to the questions of the script, a line each, and what was noted beside it."""
        said = [(stage.question, self.answers.get(stage.code, "").strip()) for stage in script]
        lines = [f"{question} — {answer}" for question, answer in said if answer]
        return "\n".join([*lines, free] if (free := self.answers.get(FREE, "").strip()) else lines)

    def take(self, candidate: Candidate) -> None:
        """Knows who is speaking, and the request to show first."""
        self.customer, self.name = candidate.row.id, candidate.row.name
        self.form_of_address = ""
        self.request, self.request_number = None, ""
        if candidate.latest_request is not None:
            self.request, self.request_number = RequestId(candidate.latest_request), candidate.latest_number


def certain(call: Call) -> Candidate | None:
    """The candidate who is taken without asking: chosen before, the only exact one, or the only one at all."""
    chosen = [one for one in call.candidates if one.row.id == call.customer]
    exact = [one for one in call.candidates if one.match is PhoneMatch.EXACT]
    alone = [one for one in call.candidates if len(call.candidates) == 1 and one.match is not PhoneMatch.SHORT]
    for found in (chosen, exact, alone):
        if len(found) == 1:
            return found[0]
    return None


def read_unfinished(desk: Desk, actor: OperatorId) -> tuple[Call, dict[str, Any]] | None:
    """The call that was not wrapped up, with its draft; for a worker."""
    call = calls.unfinished(desk, actor)
    if call is None:
        return None
    return call, draft.load(desk, actor, f"call:{call.id.hex()}") or {}


def read_script(desk: Desk) -> tuple[ScriptStage, ...]:
    """The script of the company; for a worker."""
    return company.script(desk)


def read_customer(desk: Desk, actor: OperatorId, id: CustomerId) -> CustomerCard:
    """Whose name is said in the script; for a worker."""
    return customer.card(desk, actor, id)


def same_line(one: str, other: str) -> bool:
    """Whether two phones as typed end in the same ten digits."""
    return tail(digits(one)) == tail(digits(other))
