"""One answer of the one box, and the look-up that finds them; the list that shows them is loaded with the first."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.identity import OperatorId
from helpdesk.lazily import dataclass
from helpdesk.service.desk import Desk
from ui import labels

_FEWEST_OF_A_PHONE = 7
_TITLE = 120


@dataclass(frozen=True)
class Answer:
    """One row of the one box; `value` is what the window opens: an identity, a phone, the name of a command."""

    kind: str
    title: str
    number: str = ""
    detail: str = ""
    value: Any = None
    keys: str = ""

    def sentence(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (labels.kind(self.kind), self.title, self.number, self.detail) if part)


def look_up(desk: Desk, actor: OperatorId, text: str) -> tuple[Answer, ...]:
    """Everything that `text` may mean, best first; runs in a worker, words come later."""
    from helpdesk.domain.folding import digits
    from helpdesk.domain.phone import read_phone
    from helpdesk.domain.visible import one_line
    from helpdesk.service import find, number

    found = [
        Answer(one.kind, one_line(one.title, _TITLE), one.number, one.detail, one.record)
        for one in find.find(desk, actor, text)
    ]
    explained = number.explain(desk, text)
    if explained is not None:
        found.insert(0, Answer("note", "", text.strip(), value=explained))
    elif len(digits(text)) >= _FEWEST_OF_A_PHONE and (phone := read_phone(text)).is_possible and phone.e164:
        found.append(Answer("call", "", phone.e164, value=text.strip()))
    return tuple(found)
