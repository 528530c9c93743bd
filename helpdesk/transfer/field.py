"""The fields that each kind of import knows, as plain facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from helpdesk.errors import KindUnknown
from helpdesk.words import N_


class FieldType(Enum):
    """What the cells of a field are turned into."""

    TEXT = "text"
    DECIMAL = "decimal"
    MONEY = "money"
    FRACTION = "fraction"
    DATE = "date"
    INSTANT = "instant"
    PHONE = "phone"
    MAIL = "mail"
    FLAG = "flag"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Field:
    """One field: its name in mappings, its title (English source of `_`), the type of its values."""

    name: str
    title: str
    type: FieldType = FieldType.TEXT
    required: bool = False


@dataclass(frozen=True)
class ImportKind:
    """What can be imported in one go: its fields, of which one of each group in `needs` must stand in every row.

    `keys` are the fields that identify a row, the first filled one; `told_by` those that do it with an occurrence.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    needs: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()


T = FieldType
_CUSTOMER = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("name", N_("Name")),
    Field("company", N_("Company")),
    Field("kind", N_("Person or company")),
    Field("last_name", N_("Last name")),
    Field("first_name", N_("First name")),
    Field("middle_name", N_("Middle name")),
    Field("contact_name", N_("Contact person")),
    Field("contact_title", N_("Contact's post")),
    Field("phone", N_("Phone"), T.PHONE),
    Field("phone2", N_("Second phone"), T.PHONE),
    Field("fax", N_("Fax"), T.PHONE),
    Field("mail", N_("Mail"), T.MAIL),
    Field("address", N_("Address")),
    Field("city", N_("City")),
    Field("region", N_("Region")),
    Field("postal_code", N_("Postal code")),
    Field("country", N_("Country")),
    Field("inn", N_("INN"), T.REFERENCE),
    Field("note", N_("Note")),
    Field("tags", N_("Tags")),
    Field("created_at", N_("Created"), T.INSTANT),
    Field("language", N_("Language")),
)
_PRODUCT = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("code", N_("Code"), T.REFERENCE),
    Field("name", N_("Name"), required=True),
    Field("group", N_("Group")),
    Field("unit", N_("Unit")),
    Field("price", N_("Price"), T.MONEY),
    Field("stock", N_("Stock"), T.DECIMAL),
    Field("description", N_("Description")),
    Field("discontinued", N_("Discontinued"), T.FLAG),
    Field("kind", N_("Goods or service")),
    Field("vat", N_("VAT")),
    Field("barcode", N_("Barcode"), T.REFERENCE),
    Field("price_list", N_("Price list")),
    Field("valid_from", N_("Price valid from"), T.DATE),
    Field("valid_to", N_("Price valid to"), T.DATE),
    Field("characteristics", N_("Characteristics")),
    Field("delivery", N_("Terms of delivery")),
    Field("payment", N_("Terms of payment")),
    Field("return", N_("Terms of return")),
    Field("warranty", N_("Warranty")),
    Field("goes_with", N_("Goes with")),
    Field("replaces", N_("Replaces")),
    Field("capacity", N_("Done in a day"), T.DECIMAL),
)
_ORDER = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("number", N_("Number"), T.REFERENCE),
    Field("customer", N_("Customer"), T.REFERENCE),
    Field("ordered_at", N_("Ordered"), T.INSTANT),
    Field("required_on", N_("Required by"), T.DATE),
    Field("confirmed_on", N_("Confirmed for"), T.DATE),
    Field("shipped_on", N_("Shipped"), T.DATE),
    Field("delivered_on", N_("Delivered"), T.DATE),
    Field("freight", N_("Freight"), T.MONEY),
    Field("ship_name", N_("Ship to")),
    Field("ship_address", N_("Delivery address")),
    Field("ship_city", N_("Delivery city")),
    Field("ship_country", N_("Delivery country")),
    Field("carrier", N_("Carrier")),
    Field("state", N_("State")),
    Field("note", N_("Note")),
)
_LINE = (
    Field("order", N_("Order"), T.REFERENCE, required=True),
    Field("product", N_("Product"), T.REFERENCE),
    Field("title", N_("Title")),
    Field("quantity", N_("Quantity"), T.DECIMAL),
    Field("unit_price", N_("Price"), T.MONEY),
    Field("discount", N_("Discount"), T.FRACTION),
    Field("position", N_("Position"), T.DECIMAL),
)
_REQUEST = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("number", N_("Number"), T.REFERENCE),
    Field("subject", N_("Subject")),
    Field("description", N_("Description")),
    Field("kind", N_("Kind")),
    Field("priority", N_("Priority")),
    Field("channel", N_("Channel")),
    Field("reason", N_("Contact reason")),
    Field("state", N_("State")),
    Field("customer", N_("Customer"), T.REFERENCE),
    Field("owner", N_("Owner")),
    Field("created_at", N_("Created"), T.INSTANT),
    Field("wanted_on", N_("Wanted by"), T.DATE),
    Field("solved_at", N_("Solved"), T.INSTANT),
)
_EVENT = (
    Field("request", N_("Request"), T.REFERENCE, required=True),
    Field("activity", N_("Activity"), required=True),
    Field("at", N_("Time"), T.INSTANT, required=True),
    Field("operator", N_("Operator")),
    Field("text", N_("Text")),
)
_CALL = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("started_at", N_("Started"), T.INSTANT, required=True),
    Field("answered_at", N_("Answered at"), T.INSTANT),
    Field("ended_at", N_("Ended"), T.INSTANT),
    Field("caller", N_("Caller")),
    Field("line", N_("Line")),
    Field("operator", N_("Operator")),
    Field("direction", N_("Direction")),
    Field("result", N_("Result")),
    Field("waited", N_("Waited")),
    Field("talked", N_("Talked")),
    Field("duration", N_("Whole length")),
)
_PAYMENT = (
    Field("id", N_("Number in the source"), T.REFERENCE),
    Field("date", N_("Date"), T.DATE),
    Field("amount", N_("Sum"), T.MONEY, required=True),
    Field("purpose", N_("Purpose")),
    Field("number", N_("Invoice"), T.REFERENCE),
    Field("payer", N_("Payer")),
)
_CALLED = ("name", "company", "contact_name", "last_name", "first_name", "phone", "mail")
KINDS: Mapping[str, ImportKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            ImportKind("customers", N_("Customers"), _CUSTOMER, (_CALLED,), ("id",)),
            ImportKind("products", N_("Products"), _PRODUCT, (("name",),), ("id", "code")),
            ImportKind("orders", N_("Orders"), _ORDER, (("id", "number"),), ("id", "number")),
            ImportKind(
                "order-lines", N_("Order lines"), _LINE, (("order",), ("product", "title")), (), ("order", "product")
            ),
            ImportKind("requests", N_("Requests"), _REQUEST, (("subject", "description"),), ("id", "number")),
            ImportKind("calls", N_("Call log of the exchange"), _CALL, (("started_at",),), ("id",)),
            ImportKind(
                "payments",
                N_("Payments of a bank statement"),
                _PAYMENT,
                (("amount",), ("purpose", "number")),
                ("id",),
                ("date", "amount", "purpose", "payer"),
            ),
            ImportKind("events", N_("Request events"), _EVENT, (("request",), ("activity",), ("at",))),
        )
    }
)


def kind_named(name: str) -> ImportKind:
    """The kind of import under a name, as on the command line."""
    if name not in KINDS:
        raise KindUnknown(name, ", ".join(KINDS))
    return KINDS[name]


def fields_of(kind: str) -> Sequence[Field]:
    """The fields of a kind in the order in which a window shows them."""
    return kind_named(kind).fields
