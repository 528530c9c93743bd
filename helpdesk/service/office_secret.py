"""The ways to the office key: the passphrase changed, a recovery key printed, a newcomer invited.

Secrets are given back once and kept nowhere; what the hub holds is the office key under them (key slots in HELLO).
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.office import hub_address, office_of, opened_hub, state_of
from helpdesk.service.permission import ask
from helpdesk.sync.hello import encoded, revised
from helpdesk.sync.key import KeySlot, SlotKind, slot_for_invitation, slot_for_passphrase, slot_for_recovery
from helpdesk.words import language

Slots = tuple[KeySlot, ...]


def invite(desk: Desk, actor: OperatorId) -> str:
    """A code by which one newcomer joins; joining takes it away. Raises OfficeMissing and the hub's errors."""
    ask(desk, actor, Action.SET_UP)
    slot, code = slot_for_invitation(office_of(desk).key)
    revise(desk, lambda slots: (*slots, slot))
    return code


def withdraw_invitations(desk: Desk, actor: OperatorId) -> None:
    """Makes void every code that nobody has used. Raises as `invite`."""
    ask(desk, actor, Action.SET_UP)
    revise(desk, lambda slots: _without(slots, SlotKind.INVITATION))


def new_recovery_key(desk: Desk, actor: OperatorId) -> str:
    """A key to be printed and locked away; the one printed before is void. Raises as `invite`."""
    ask(desk, actor, Action.SET_UP)
    slot, spoken = slot_for_recovery(office_of(desk).key)
    revise(desk, lambda slots: (*_without(slots, SlotKind.RECOVERY), slot))
    return spoken


def recovery_sheet(desk: Desk, actor: OperatorId, spoken: str) -> bytes:
    """The recovery key as a page, with how it is used."""
    from helpdesk.report.document.recovery_sheet import RecoverySheet, write_recovery_sheet

    ask(desk, actor, Action.SET_UP)
    stream = BytesIO()
    sheet = RecoverySheet(
        key=spoken,
        hub=hub_address(desk) or "",
        company=desk.company.name,
        made_at=desk.clock.now(),
        language=language(),
        time_zone=desk.company.time_zone,
    )
    write_recovery_sheet(sheet, stream)
    return stream.getvalue()


def change_passphrase(desk: Desk, actor: OperatorId, passphrase: str) -> None:
    """Lets the office be joined by another passphrase; the old one is void. Raises FieldMissing and as `invite`."""
    ask(desk, actor, Action.SET_UP)
    if not passphrase.strip():
        raise FieldMissing("passphrase")
    slot = slot_for_passphrase(office_of(desk).key, passphrase)
    revise(desk, lambda slots: (*_without(slots, SlotKind.PASSPHRASE), slot))


def revise(desk: Desk, change: Callable[[Slots], Slots]) -> None:
    """Puts other slots on the hub and remembers them here. Raises OfficeMissing and the hub's errors."""
    office = office_of(desk)
    with opened_hub(desk, office) as hub:
        present = hub.read(state_of(desk).cursor).hello
        hello = revised(present, change(present.slots), office.key)
        # The cursor stays where it is: what came since is applied by the next exchange.
        hub.append([], hello=hello)
    with desk.database.writing() as database:
        database.execute_sql("UPDATE hub SET hello = ?", (encoded(hello),))


def _without(slots: Slots, kind: SlotKind) -> Slots:
    return tuple(slot for slot in slots if slot.kind != kind)
