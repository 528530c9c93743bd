"""Synchronised tables of how the company works: states, script, views, mappings, and where imported rows came from."""

from __future__ import annotations

from peewee import IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField, JsonField
from helpdesk.storage.record import Record, numbered


class RequestState(Record):
    journal = 13
    columns = numbered("is_hidden code category waiting_for name_en name_ru position")

    code = TextField()
    category = TextField()
    waiting_for = TextField(default="")
    name_en = TextField()
    name_ru = TextField()
    position = IntegerField()


class ScriptStage(Record):
    journal = 14
    columns = numbered("is_hidden code position title_en title_ru words_en words_ru question_en question_ru")

    code = TextField()
    position = IntegerField()
    title_en = TextField()
    title_ru = TextField()
    words_en = TextField(default="")
    words_ru = TextField(default="")
    question_en = TextField(default="")
    question_ru = TextField(default="")


class Origin(Record):
    """Where an imported record came from, so that a second import finds it."""

    journal = 15
    columns = numbered("is_hidden kind source key record fingerprint")

    kind = TextField()
    source = TextField()
    key = TextField()
    record = IdentityField()
    fingerprint = TextField(default="")


class SavedView(Record):
    journal = 16
    columns = numbered("is_hidden operator name place query")

    operator = IdentityField(null=True)
    name = TextField()
    place = TextField()
    query = JsonField()


class SavedMapping(Record):
    journal = 17
    columns = numbered("is_hidden kind name mapping")

    kind = TextField()
    name = TextField()
    mapping = TextField()


class ContactView(Record):
    """Who looked at which customer's unmasked contacts, and when (S13)."""

    journal = 18
    columns = numbered("is_hidden customer operator viewed_at")

    customer = IdentityField()
    operator = IdentityField(null=True)
    viewed_at = InstantField()
