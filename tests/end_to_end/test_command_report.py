"""`report`: frozen periods, schedules and cut-offs without a window (S82)."""

from __future__ import annotations

import json

import pytest

from helpdesk.command import line
from tests.end_to_end.command import told

LOG = "case;activity;time;resource\nA;1;2012-11-02 09:00;Vera\nA;2;2012-11-04 09:00;Vera\nB;1;2012-11-02 09:00;\n"
DAYS = ("--from", "2012-11-01", "--to", "2012-11-30")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office") / "desk"
    assert line.run(["--workplace", str(folder), "init", "--company", "Birch & Sons", "--language", "en"]) == 0
    (folder.parent / "log.csv").write_text(LOG, "utf-8")
    mapping = {"activities": {"1": "received", "2": "solved"}, "options": {"close_cases": True}}
    (folder.parent / "mapping.json").write_text(json.dumps(mapping))
    log = ("import", folder.parent / "log.csv", "--as", "events", "--mapping", folder.parent / "mapping.json", "--json")
    assert told(folder, *log).json["created"] == 3
    return folder


def bottlenecks(desk, *more):
    return told(desk, "report", "bottlenecks", *DAYS, "--format", "json", *more)


def test_a_foreign_log_reports_its_cases(desk):
    figures = bottlenecks(desk).json["figures"]

    assert figures["cases"]["value"] == 2
    assert figures["events"]["value"] == 3
    assert figures["mean_case_days"]["value"] == 1.0


def test_a_frozen_period_comes_again_under_its_fingerprint(desk):
    refused = bottlenecks(desk, "--frozen")
    kept = told(desk, "report", "freeze", "bottlenecks", *DAYS, "--json").json
    again = bottlenecks(desk, "--frozen").json

    assert refused.code == 1 and "report freeze bottlenecks" in refused.complaint
    assert again["fingerprint"] == kept["fingerprint"]
    assert [one["report"] for one in told(desk, "report", "frozen", "--json").json] == ["bottlenecks"]


def test_a_cut_off_leaves_out_what_was_entered_after_it(desk):
    cut = bottlenecks(desk, "--as-of", "2012-12-01T00:00")

    assert cut.json["figures"]["cases"]["value"] == 0
    assert bottlenecks(desk, "--as-of", "soon").code == 2


def test_a_schedule_is_begun_listed_run_and_ended(desk):
    out = desk.parent / "out"
    out.mkdir()
    wish = ("--period", "last-week", "--every", "monday 08:00", "--format", "csv", "--out", out, "--json")

    made = told(desk, "report", "schedule", "add", "flow", *wish).json
    listed = told(desk, "report", "schedule", "list", "--json").json
    ran = told(desk, "report", "schedule", "run-due", "--json")
    ended = told(desk, "report", "schedule", "remove", made["number"])

    assert listed == [made]
    assert (made["every"], made["next_at"] > "2026") == ("monday 08:00", True)
    assert (ran.code, ran.json) == (0, [])
    assert (ended.code, told(desk, "report", "schedule", "list", "--json").json) == (0, [])


def test_a_schedule_at_no_time_is_one_line(desk):
    wish = ("--period", "last-week", "--every", "funday", "--format", "csv", "--out", desk.parent)

    said = told(desk, "report", "schedule", "add", "flow", *wish)

    assert said.code == 1 and "funday" in said.complaint
