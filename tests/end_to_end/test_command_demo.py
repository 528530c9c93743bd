"""`demo`: invented data of any size, the same for the same seed and day, into an empty workplace only."""

from __future__ import annotations

import pytest

from helpdesk.command import line
from tests.end_to_end.command import told


def a_demo(folder, *arguments: object):
    assert line.run(["--workplace", str(folder), "init", "--company", "Birch & Sons", "--language", "en"]) == 0
    said = told(folder, "demo", "--requests", 20, "--as-of", "2026-11-23", *arguments)
    assert said.code == 0, said.err
    return folder


def journal(folder) -> dict:
    return told(folder, "report", "journal", "--from", "2026-01-01", "--to", "2026-11-30", "--format", "json").json


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return a_demo(tmp_path_factory.mktemp("demo") / "desk")


def test_a_demo_has_as_many_requests_as_were_asked_for_and_is_sound(demo):
    found = told(demo, "check", "--json").json

    assert found["requests"] == 20 and found["integrity"] == "ok" and found["orphans"] == 0
    assert all(found[name] > 0 for name in ("customers", "products", "orders", "order_lines", "events"))


def test_the_same_seed_and_day_give_the_same_content(demo, tmp_path):
    again = a_demo(tmp_path / "again")
    other = a_demo(tmp_path / "other", "--seed", 2)

    assert journal(again) == journal(demo)
    assert journal(other)["tables"] != journal(demo)["tables"]


def test_a_demo_never_mixes_with_records_that_are_there(demo):
    said = told(demo, "demo")

    assert said.code == 1 and said.complaint
    assert told(demo, "check", "--json").json["requests"] == 20
