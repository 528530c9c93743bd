"""Stations exchange through one file without a window: made, joined, edited in turns, killed, damaged, compacted."""

from __future__ import annotations

import pytest

from tests.end_to_end.command import told

CARD = "name,phone,city\n"


@pytest.fixture
def office(tmp_path):
    (tmp_path / "words").write_text("correct horse\n", "utf-8")
    for arguments in (("init", "--company", "Polyana", "--operator", "Anna"), ("demo", "--requests", "20")):
        assert told(tmp_path / "a", *arguments).code == 0
    order(tmp_path, "a", "create", tmp_path / "office.desk", "--passphrase-file", tmp_path / "words")
    return tmp_path


def order(folder, station, *arguments):
    done = told(folder / station, "sync", *arguments)
    assert (done.code, done.err) == (0, "")
    return done


def joined(office, *stations):
    for station in stations:
        order(office, station, "join", office / "office.desk", "--passphrase-file", office / "words")


def digests(office, *stations):
    return {told(office / station, "digest").out for station in stations}


def import_customer(office, station, name, city):
    file = office / f"{station}.csv"
    file.write_text(f"{CARD}{name},+7 921 555-01-23,{city}\n", "utf-8")
    assert told(office / station, "import", file, "--as", "customers").code == 0


def test_a_station_that_joined_holds_all_that_stood_there_and_its_edits_come_back(office):
    joined(office, "b")
    assert len(digests(office, "a", "b")) == 1
    joined(office, "b")

    import_customer(office, "b", "Vera Lis", "Pskov")
    sent = told(office / "b", "sync", "now", "--json").json
    got = told(office / "a", "sync", "now", "--json").json

    assert sent["sent"] == 1 and got["received"] >= 1 and got["applied"] >= 1
    assert set(sent) == {"sent", "received", "applied", "conflicts", "hub_bytes"}
    assert len(digests(office, "a", "b")) == 1
    assert "Vera Lis" in told(office / "a", "find", "vera").out


def test_an_initialised_and_empty_workplace_takes_the_offices_company_and_operators(office):
    assert told(office / "b", "init", "--company", "Other", "--language", "ru").code == 0

    joined(office, "b")

    assert len(digests(office, "a", "b")) == 1
    assert (
        told(office / "b", "check", "--json").json["operators"]
        == told(office / "a", "check", "--json").json["operators"]
    )


def test_a_workplace_with_records_of_its_own_is_not_joined(office):
    for arguments in (("init", "--company", "Other"), ("demo", "--requests", "5")):
        assert told(office / "b", *arguments).code == 0

    done = told(office / "b", "sync", "join", office / "office.desk", "--passphrase-file", office / "words")

    assert done.code == 1 and "records of its own" in done.complaint


def test_a_wrong_passphrase_opens_nothing_and_leaves_no_workplace(office):
    (office / "wrong").write_text("correct house\n", "utf-8")

    done = told(office / "b", "sync", "join", office / "office.desk", "--passphrase-file", office / "wrong")

    assert done.code == 1 and done.complaint
    assert not (office / "b" / "helpdesk.db").exists()


def test_a_compacted_hub_brings_a_newcomer_to_the_same_state(office):
    joined(office, "b")
    import_customer(office, "a", "Pavel Orlov", "Tver")
    order(office, "a", "now")

    order(office, "b", "compact")
    joined(office, "c")
    order(office, "a", "now")

    assert len(digests(office, "a", "b", "c")) == 1


def test_a_hub_that_was_lost_is_made_anew_from_what_a_station_knows(office):
    joined(office, "b")
    import_customer(office, "b", "Pavel Orlov", "Tver")
    order(office, "b", "now")
    (office / "office.desk").unlink()
    done = told(office / "a", "sync", "now")
    assert done.code == 1 and "office.desk" in done.complaint

    order(office, "a", "rebuild")
    order(office, "b", "now")
    order(office, "a", "now")

    assert len(digests(office, "a", "b")) == 1


def test_a_hub_is_verified_with_a_workplace_and_without_and_damage_is_seen_and_mended(office):
    joined(office, "b")
    import_customer(office, "b", "Pavel Orlov", "Tver")
    order(office, "b", "now")
    hub = office / "office.desk"
    alone = ("sync", "verify", hub, "--passphrase-file", office / "words", "--json")
    assert order(office, "a", "verify", "--json").json["is_sound"]
    assert told(office / "nowhere", *alone).json["is_sound"]

    whole = bytearray(hub.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    hub.write_bytes(whole)
    seen = told(office / "nowhere", *alone)
    for station in ("a", "b", "a"):
        order(office, station, "now")

    assert seen.code == 1 and not seen.json["is_sound"]
    assert told(office / "nowhere", *alone).json["is_sound"]
    joined(office, "c")
    assert len(digests(office, "a", "b", "c")) == 1


def test_a_cloned_workplace_goes_on_under_another_number(office):
    import shutil

    joined(office, "b")
    shutil.copytree(office / "b", office / "c")
    for station in ("b", "c"):
        import_customer(office, station, f"Pavel of {station}", "Tver")
    for station in ("b", "c", "a", "b", "c", "a", "b", "c"):
        order(office, station, "now")

    assert len(digests(office, "a", "b", "c")) == 1
    numbers = {told(office / one, "sync", "status", "--json").json["number"] for one in ("a", "b", "c")}
    assert len(numbers) == 3
