"""The synchronised tables: what people entered, and what happened.

`journal` of a table is its stable number and `columns` its columns' stable bit numbers (1 to 62, bit 0 is the whole row
at its insert); neither is ever re-used. Columns without a number are derived: local, recomputed, never exchanged.
"""

from __future__ import annotations

from decimal import Decimal

from peewee import BooleanField, DateField, IntegerField, TextField

from helpdesk.storage.call_table import LoggedCall as LoggedCall
from helpdesk.storage.catalogue_tables import CATALOGUE
from helpdesk.storage.catalogue_tables import Price as Price
from helpdesk.storage.catalogue_tables import Product as Product
from helpdesk.storage.catalogue_tables import Promotion as Promotion
from helpdesk.storage.catalogue_tables import StockMove as StockMove
from helpdesk.storage.catalogue_tables import Store as Store
from helpdesk.storage.catalogue_tables import VatRate as VatRate
from helpdesk.storage.fields import ExactField, IdentityField, InstantField, JsonField
from helpdesk.storage.merge_tables import MERGING
from helpdesk.storage.merge_tables import Merge as Merge
from helpdesk.storage.merge_tables import RequestLink as RequestLink
from helpdesk.storage.merge_tables import Separation as Separation
from helpdesk.storage.office_tables import OFFICE as OFFICE
from helpdesk.storage.office_tables import SETTLING
from helpdesk.storage.office_tables import Settlement as Settlement
from helpdesk.storage.order_tables import ORDER_TABLES
from helpdesk.storage.order_tables import Carrier as Carrier
from helpdesk.storage.order_tables import DemandRule as DemandRule
from helpdesk.storage.order_tables import OrderStage as OrderStage
from helpdesk.storage.order_tables import Remedy as Remedy
from helpdesk.storage.order_tables import Task as Task
from helpdesk.storage.paper_tables import PAPERS
from helpdesk.storage.paper_tables import CompanySetting as CompanySetting
from helpdesk.storage.paper_tables import Invoice as Invoice
from helpdesk.storage.paper_tables import Payment as Payment
from helpdesk.storage.paper_tables import Quote as Quote
from helpdesk.storage.paper_tables import QuoteVersion as QuoteVersion
from helpdesk.storage.promise_table import Promise as Promise
from helpdesk.storage.reason_table import ContactReason as ContactReason
from helpdesk.storage.record import Record as Record
from helpdesk.storage.record import numbered
from helpdesk.storage.report_tables import REPORT_TABLES
from helpdesk.storage.setup_tables import ContactView as ContactView
from helpdesk.storage.setup_tables import Origin as Origin
from helpdesk.storage.setup_tables import RequestState as RequestState
from helpdesk.storage.setup_tables import SavedMapping as SavedMapping
from helpdesk.storage.setup_tables import SavedView as SavedView
from helpdesk.storage.setup_tables import ScriptStage as ScriptStage


class Company(Record):
    journal = 1
    columns = numbered("is_hidden name language time_zone currency phone is_training has_example")

    name = TextField()
    language = TextField()
    time_zone = TextField()
    currency = TextField()
    phone = TextField(default="")
    is_training = BooleanField(default=False)
    has_example = BooleanField(default=False)


class Operator(Record):
    journal = 2
    columns = numbered("is_hidden name department")

    name = TextField()
    department = TextField(default="")


class Customer(Record):
    journal = 3
    columns = numbered(
        "is_hidden kind name form_of_address company position city inn note warning preferences language time_zone"
        " tags country foreign_number created_at"
    )

    kind = TextField(default="person")
    name = TextField(default="")
    form_of_address = TextField(default="")
    company = TextField(default="")
    position = TextField(default="")
    city = TextField(default="")
    country = TextField(default="")
    inn = TextField(default="")
    note = TextField(default="")
    warning = TextField(default="")
    preferences = TextField(default="")
    language = TextField(default="")
    time_zone = TextField(default="")
    tags = JsonField(default=list)
    foreign_number = TextField(default="")
    created_at = InstantField()
    merged_into = IdentityField(null=True)


class Contact(Record):
    journal = 4
    columns = numbered("is_hidden customer kind typed normal extension label position")

    customer = IdentityField(index=True)
    kind = TextField()
    typed = TextField()
    normal = TextField(default="")
    extension = TextField(default="")
    label = TextField(default="")
    position = IntegerField(default=0)
    tail = TextField(default="")


class Consent(Record):
    journal = 5
    columns = numbered("is_hidden customer purpose channel is_given given_at basis operator")

    customer = IdentityField(index=True)
    purpose = TextField()
    channel = TextField(default="")
    is_given = BooleanField()
    given_at = InstantField()
    basis = TextField(default="")
    operator = IdentityField(null=True)


class Request(Record):
    journal = 7
    columns = numbered(
        "is_hidden number kind subject description customer channel priority wanted_at order foreign_number reason"
    )

    number = TextField(index=True)
    kind = TextField()
    subject = TextField()
    description = TextField(default="")
    customer = IdentityField(null=True)
    channel = TextField()
    priority = TextField()
    wanted_at = InstantField(null=True)
    order = IdentityField(null=True)
    foreign_number = TextField(default="")
    reason = IdentityField(null=True)
    state = TextField(default="")
    category = TextField(default="new")
    owner = IdentityField(null=True)
    queue = TextField(default="")
    created_at = InstantField(default=0)
    changed_at = InstantField(default=0)
    due_at = InstantField(null=True)
    due_target = TextField(default="")
    paused_left = IntegerField(null=True)
    owed_event = IdentityField(null=True)
    first_response_seconds = IntegerField(null=True)
    solved_at = InstantField(null=True)
    score = IntegerField(null=True)
    merged_into = IdentityField(null=True)


class Order(Record):
    journal = 8
    columns = numbered(
        "is_hidden number customer requested_on delivery note carrier freight_minor foreign_number kind request quote"
        " tracking_number window_from window_to"
    )

    number = TextField(index=True)
    customer = IdentityField(null=True)
    requested_on = DateField(null=True)
    delivery = TextField(default="")
    note = TextField(default="")
    carrier = TextField(default="")
    freight_minor = IntegerField(null=True)
    foreign_number = TextField(default="")
    kind = TextField(default="goods")
    request = IdentityField(null=True)
    quote = IdentityField(null=True)
    tracking_number = TextField(default="")
    window_from = TextField(default="")
    window_to = TextField(default="")
    stage = TextField(default="registered")
    stage_code = TextField(default="registered")
    stage_since = InstantField(default=0)
    ordered_at = InstantField(default=0)
    confirmed_on = DateField(null=True)
    first_confirmed_on = DateField(null=True)
    shipped_on = DateField(null=True)
    delivered_on = DateField(null=True)
    promised_on = DateField(null=True)
    total_minor = IntegerField(default=0)
    line_count = IntegerField(default=0)
    title = TextField(default="")
    is_open = BooleanField(default=True)
    missed_first = BooleanField(default=False)
    owed_event = IdentityField(null=True)

    class Meta:
        table_name = "customer_order"


class OrderLine(Record):
    journal = 9
    columns = numbered(
        "is_hidden order product title quantity price_minor discount position reduction_minor vat unit requested_on"
    )

    order = IdentityField(index=True)
    product = IdentityField(null=True)
    title = TextField(default="")
    quantity = ExactField()
    price_minor = IntegerField()
    discount = ExactField(default=Decimal(0))
    position = IntegerField(default=0)
    reduction_minor = IntegerField(default=0)
    vat = ExactField(null=True)
    unit = TextField(default="")
    requested_on = DateField(null=True)


class Event(Record):
    journal = 10
    columns = numbered(
        "is_hidden subject_kind subject kind occurred_at stamp operator author channel direction state owner queue text"
        " about score detail"
    )

    subject_kind = TextField()
    subject = IdentityField()
    kind = TextField()
    occurred_at = InstantField()
    stamp = IntegerField()
    operator = IdentityField(null=True)
    author = TextField(default="")
    channel = TextField(default="")
    direction = TextField(default="")
    state = TextField(default="")
    owner = IdentityField(null=True)
    queue = TextField(default="")
    text = TextField(default="")
    about = IdentityField(null=True)
    score = IntegerField(null=True)
    detail = JsonField(default=dict)


class Interaction(Record):
    journal = 11
    columns = numbered(
        "is_hidden channel direction phone customer request started_at answered_at ended_at wrapped_at outcome summary"
        " next_step notes operator"
    )

    channel = TextField()
    direction = TextField()
    phone = TextField(default="")
    customer = IdentityField(null=True, index=True)
    request = IdentityField(null=True)
    started_at = InstantField(index=True)
    answered_at = InstantField(null=True)
    ended_at = InstantField(null=True)
    wrapped_at = InstantField(null=True)
    outcome = TextField(default="")
    summary = TextField(default="")
    next_step = TextField(default="")
    notes = TextField(default="")
    operator = IdentityField(null=True)


JOURNALLED: tuple[type[Record], ...] = (
    Company,
    Operator,
    Customer,
    Contact,
    Consent,
    Product,
    Request,
    Order,
    OrderLine,
    Event,
    Interaction,
    Promise,
    RequestState,
    ScriptStage,
    Origin,
    SavedView,
    SavedMapping,
    ContactView,
    *OFFICE,
    *ORDER_TABLES,
    *CATALOGUE,
    *PAPERS,
    *MERGING,
    *SETTLING,
    *REPORT_TABLES,
    ContactReason,
    LoggedCall,
)
