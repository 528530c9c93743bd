"""What has to be settled by somebody: deeds of two people who did not see each other."""

from __future__ import annotations

from datetime import timedelta

from helpdesk.domain.clash import Clash
from helpdesk.domain.identity import OperatorId, milliseconds
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries.clash import clashes

SHOWN_FOR = timedelta(days=30)
"""How long a clash on a record that was closed since is still shown."""


def to_be_settled(desk: Desk, actor: OperatorId, *, limit: int = 200) -> tuple[Clash, ...]:
    """Records that two took, or that one cancelled while another went on; a deed of one who saw both settles it."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return tuple(clashes(database, milliseconds(desk.clock.now() - SHOWN_FOR), limit))
