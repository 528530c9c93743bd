"""The one permission check. Until sign-in comes everybody at the desk may do everything."""

from __future__ import annotations

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.errors import NotPermitted
from helpdesk.service.desk import Desk


def may(desk: Desk, actor: OperatorId, action: Action) -> bool:
    """Whether an operator may do a thing: yes, for an operator of this desk or for the desk itself (no one)."""
    return len(actor) in (0, 16)


def ask(desk: Desk, actor: OperatorId, action: Action) -> None:
    """Lets an action pass. Raises NotPermitted."""
    if not may(desk, actor, action):
        raise NotPermitted(action.value)
