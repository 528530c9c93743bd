"""An older program keeps what it does not know and passes it on (SYNC.md I6)."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest

from helpdesk.service import customer, sync, sync_conflict
from helpdesk.service.office import office_of
from helpdesk.storage.form import FORMS
from helpdesk.storage.tables import Customer, Promise
from helpdesk.sync import compaction
from tests.builders import MORNING, a_customer, an_operator
from tests.sync.memory_hub import MemoryHub
from tests.sync.office_desks import HELLO, KEY, a_founder, a_newcomer, a_place, exchange

CITY = Customer.columns["city"]


@pytest.fixture
def place():
    return a_place()


@pytest.fixture
def desks(tmp_path, place):
    new = a_founder(tmp_path, place)
    old = a_newcomer(tmp_path, place, "old")
    exchange(new, place)
    return new, old


def older():
    """A program whose customers have no city, and which knows no promises."""
    form = FORMS[Customer.journal]
    names = {number: name for number, name in form.names.items() if number != CITY}
    defaults = {number: usual for number, usual in form.defaults.items() if number != CITY}
    forms = {number: known for number, known in FORMS.items() if number != Promise.journal}
    forms[Customer.journal] = replace(form, names=names, defaults=defaults)
    # The column stands in the older program's tables here all the same: it has its default there.
    vars(forms[Customer.journal])["derived"] = {**form.derived, "city": ""}
    return patch.dict(FORMS, forms, clear=True)


def write_what_is_new(new):
    identity = customer.save(new, an_operator(new), a_customer(city="Pskov")).id
    with new.work() as unit:
        unit.add(Promise, kind="callback", what="call back", due_at=MORNING, customer=identity)
    return identity


def city(desk, identity):
    with desk.reading() as database:
        return database.row("SELECT city FROM customer WHERE id = ?", identity)[0]


def exchange_as_older(old, place):
    with older():
        exchange(old, place)


def test_what_an_older_program_kept_is_there_once_it_has_learned(place, desks):
    new, old = desks
    identity = write_what_is_new(new)
    exchange(new, place)
    exchange_as_older(old, place)
    assert city(old, identity) == ""
    with old.reading() as database:
        assert database.row("SELECT count(*) FROM promise") == (0,)
        assert database.row("SELECT count(*) FROM held")[0] > 1

    with old.work() as unit:
        unit.database.execute_sql("UPDATE customer SET note = 'evenings' WHERE id = ?", (identity,))
    exchange(old, place)
    exchange(new, place)

    assert city(old, identity) == "Pskov"
    assert sync_conflict.conflicts(old, b"") == ()
    assert sync.digest(new, b"") == sync.digest(old, b"")


def test_a_snapshot_made_by_an_older_program_holds_what_it_does_not_know(tmp_path, place, desks):
    new, old = desks
    identity = write_what_is_new(new)
    exchange(new, place)
    exchange_as_older(old, place)
    with older():
        hub = MemoryHub(place)
        hub.read(None)
        compaction.compact(office_of(old, KEY), hub, HELLO)

    third = a_newcomer(tmp_path, place, "third")
    exchange(new, place)

    assert city(third, identity) == "Pskov"
    assert sync.digest(new, b"") == sync.digest(third, b"")
