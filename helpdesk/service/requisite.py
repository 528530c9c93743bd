"""The company's requisites: kept for the whole company, checked with warnings, never refused."""

from __future__ import annotations

from dataclasses import asdict

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.requisite import RequisiteFault, Requisites, faults, requisites_of
from helpdesk.service import company_setting
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask

KEY = "requisites"


def get(desk: Desk, actor: OperatorId) -> Requisites:
    """The requisites; the company's own name and phone until others are written."""
    ask(desk, actor, Action.SEE)
    return requisites_of({"name": desk.company.name, "phone": desk.company.phone} | company_setting.get(desk, KEY, {}))


def put(desk: Desk, actor: OperatorId, requisites: Requisites) -> Changes:
    """Keeps the requisites, whatever their digits add up to."""
    return company_setting.put(desk, actor, KEY, asdict(requisites))


def doubts(requisites: Requisites) -> tuple[RequisiteFault, ...]:
    """What looks mistyped in requisites."""
    return faults(requisites)
