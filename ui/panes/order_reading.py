"""What the order pane shows of one order, read at once off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.company import Operator
from helpdesk.domain.identity import OperatorId, OrderId, RequestId
from helpdesk.domain.order import OrderCard
from helpdesk.domain.order_stage import Stage, StagePlan
from helpdesk.domain.remedy import DemandRule, Remedy
from helpdesk.domain.task import Task
from helpdesk.service import company, order, order_stage, order_telling, remedy, task
from helpdesk.service.desk import Desk


@dataclass(frozen=True)
class OrderReading:
    """The card with its stages, its tasks and the sentences that may be said of it."""

    card: OrderCard
    plan: StagePlan
    tasks: tuple[Task, ...]
    departments: tuple[str, ...]
    operators: dict[bytes, str]
    carriers: tuple[order_stage.Carrier, ...]
    tracking: str
    readout: str
    bare_readout: str
    remedies: tuple[Remedy, ...]
    rules: tuple[DemandRule, ...]
    staff: tuple[Operator, ...]
    complaints: tuple[tuple[RequestId, str], ...] = ()

    @property
    def next_stage(self) -> Stage | None:
        """The next stage on the way."""
        return self.plan.after(self.card.row.kind, self.card.row.stage_code)


def read_order(desk: Desk, actor: OperatorId, id: OrderId) -> OrderReading:
    """Reads an order for its pane. Raises RecordMissing."""
    card, staff = order.card(desk, actor, id), company.operators(desk)
    return OrderReading(
        card=card,
        plan=order_stage.plan(desk, actor),
        tasks=task.of_subject(desk, actor, id),
        departments=task.departments(desk, actor),
        operators={operator.id: operator.name for operator in staff},
        carriers=order_stage.carriers(desk, actor),
        tracking=order_stage.tracking_link(desk, actor, card.carrier, card.tracking_number),
        readout=order_telling.readout(desk, card, is_identified=True),
        bare_readout=order_telling.readout(desk, card, is_identified=False),
        remedies=remedy.of_order(desk, actor, id),
        rules=remedy.rules(desk, actor),
        staff=staff,
        complaints=remedy.complaints(desk, actor, id),
    )
