"""Synchronised tables around orders: stages by kind, carriers, tasks of departments, remedies, deadlines of demands."""

from __future__ import annotations

from decimal import Decimal

from peewee import DateField, IntegerField, TextField

from helpdesk.storage.fields import ExactField, IdentityField, InstantField
from helpdesk.storage.record import Record, numbered


class OrderStage(Record):
    journal = 40
    columns = numbered("is_hidden kind code category name_en name_ru position department")

    kind = TextField()
    code = TextField()
    category = TextField()
    name_en = TextField()
    name_ru = TextField()
    position = IntegerField()
    department = TextField(default="")


class Carrier(Record):
    journal = 41
    columns = numbered("is_hidden code name tracking_url phone")

    code = TextField(default="")
    name = TextField()
    tracking_url = TextField(default="")
    phone = TextField(default="")


class Task(Record):
    """What a department is asked to do for a request or an order (S35, S65)."""

    journal = 42
    columns = numbered(
        "is_hidden subject_kind subject department what due_at owner asked_by asked_at answered_at answered_by answer"
    )

    subject_kind = TextField()
    subject = IdentityField(index=True)
    department = TextField()
    what = TextField()
    due_at = InstantField(null=True)
    owner = IdentityField(null=True)
    asked_by = IdentityField(null=True)
    asked_at = InstantField()
    answered_at = InstantField(null=True)
    answered_by = IdentityField(null=True)
    answer = TextField(default="")


class Remedy(Record):
    """What is wrong with a delivered line and what is done about it (S63)."""

    journal = 43
    columns = numbered(
        "is_hidden number order line request demand cause defect kind quantity amount_minor cost_minor department"
        " demanded_on due_on target_on rule decision decided_on settled_on outcome new_order operator created_at"
        " returned"
    )

    number = TextField(index=True)
    order = IdentityField(index=True)
    line = IdentityField(null=True)
    request = IdentityField(null=True)
    demand = TextField(default="")
    cause = TextField(default="")
    defect = TextField(default="")
    kind = TextField(default="")
    quantity = ExactField()
    amount_minor = IntegerField(default=0)
    cost_minor = IntegerField(default=0)
    department = TextField(default="")
    demanded_on = DateField()
    due_on = DateField(null=True)
    target_on = DateField(null=True)
    rule = TextField(default="")
    decision = TextField(default="")
    decided_on = DateField(null=True)
    settled_on = DateField(null=True)
    outcome = TextField(default="")
    new_order = IdentityField(null=True)
    operator = IdentityField(null=True)
    created_at = InstantField()
    returned = ExactField(default=Decimal(0))


class DemandRule(Record):
    """Our deadline and the buyer's window for a kind of demand, with its source; dated and editable."""

    journal = 44
    columns = numbered(
        "is_hidden code name_en name_ru days unit window_days window_unit source valid_from valid_to position"
    )

    code = TextField()
    name_en = TextField()
    name_ru = TextField()
    days = IntegerField(null=True)
    unit = TextField(default="days")
    window_days = IntegerField(null=True)
    window_unit = TextField(default="days")
    source = TextField(default="")
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)
    position = IntegerField(default=0)


ORDER_TABLES: tuple[type[Record], ...] = (OrderStage, Carrier, Task, Remedy, DemandRule)
