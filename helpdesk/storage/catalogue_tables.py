"""Synchronised tables of the catalogue: products, stores and what moved in them, prices, VAT rates, promotions."""

from __future__ import annotations

from peewee import BooleanField, DateField, IntegerField, TextField

from helpdesk.storage.fields import ExactField, IdentityField, InstantField, JsonField, QuantityField
from helpdesk.storage.record import Record, numbered


class Product(Record):
    journal = 6
    columns = numbered(
        "is_hidden code name group unit price_minor description is_discontinued foreign_number kind vat characteristics"
        " barcodes pictures goes_with replaces terms capacity"
    )

    code = TextField(default="", index=True)
    name = TextField(default="")
    group = TextField(default="")
    unit = TextField(default="")
    price_minor = IntegerField(null=True)
    description = TextField(default="")
    is_discontinued = BooleanField(default=False)
    foreign_number = TextField(default="")
    kind = TextField(default="goods")
    vat = TextField(default="")
    characteristics = JsonField(default=list)
    barcodes = JsonField(default=list)
    pictures = JsonField(default=list)
    goes_with = JsonField(default=list)
    replaces = JsonField(default=list)
    terms = JsonField(default=dict)
    capacity = QuantityField(null=True)
    stock = QuantityField(null=True)


class Store(Record):
    journal = 30
    columns = numbered("is_hidden name position")

    name = TextField()
    position = IntegerField(default=0)


class StockMove(Record):
    """One line of the stock ledger, never changed: counters are sums over it, so that all stations' moves count."""

    journal = 31
    columns = numbered("is_hidden product kind quantity store order until text about operator occurred_at stamp")

    product = IdentityField()
    kind = TextField()
    quantity = QuantityField()
    store = IdentityField(null=True)
    order = IdentityField(null=True)
    until = DateField(null=True)
    text = TextField(default="")
    about = IdentityField(null=True)
    operator = IdentityField(null=True)
    occurred_at = InstantField()
    stamp = IntegerField()


class Price(Record):
    """The price of a product in a list and a currency between two days; an empty list is the company's own."""

    journal = 32
    columns = numbered("is_hidden product list currency price_minor valid_from valid_to")

    product = IdentityField(index=True)
    list = TextField(default="")
    currency = TextField()
    price_minor = IntegerField()
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)


class VatRate(Record):
    """The percent behind a code between two days; none at all where the code means exempt."""

    journal = 33
    columns = numbered("is_hidden code percent valid_from valid_to name_en name_ru")

    code = TextField()
    percent = ExactField(null=True)
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)
    name_en = TextField(default="")
    name_ru = TextField(default="")


class Promotion(Record):
    journal = 34
    columns = numbered(
        "is_hidden name kind groups products valid_from valid_to share amount_minor threshold_minor quantity gift"
        " is_stackable"
    )

    name = TextField()
    kind = TextField()
    groups = JsonField(default=list)
    products = JsonField(default=list)
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)
    share = ExactField(null=True)
    amount_minor = IntegerField(null=True)
    threshold_minor = IntegerField(null=True)
    quantity = QuantityField(null=True)
    gift = IdentityField(null=True)
    is_stackable = BooleanField(default=False)


CATALOGUE: tuple[type[Record], ...] = (Store, StockMove, Price, VatRate, Promotion)
