"""Reports without a window: every name, periods by name, the records behind a figure, a call log taken in."""

from __future__ import annotations

import pytest

from tests.end_to_end.command import told

CALLS = "calldate,src,dst,duration,billsec,disposition\n2026-11-02 10:00:00,79215550123,600,192,180,ANSWERED\n"
OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("w") / "office"
    assert told(folder, "init", "--company", "Polyana Trade", "--language", "en").code == 0
    assert told(folder, "demo", "--requests", "120", "--as-of", "2026-11-24").code == 0
    return folder


def test_every_listed_report_answers_in_json(workplace):
    names = [one["name"] for one in told(workplace, "report", "list", "--json").json]

    assert {"daily", "open", "sla", "flow", "operators", "calls", "satisfaction", "reasons", "journal"} <= set(names)
    for name in ("sla", "reasons"):
        found = told(workplace, "report", name, *OCTOBER, "--format", "json").json
        assert (found["report"], found["from"], found["to"]) == (name, "2026-10-01", "2026-10-31")
        assert all({"value", "n"} <= set(figure) for figure in found["figures"].values())


def test_a_figure_opens_its_records_and_a_wrong_one_is_named(workplace):
    flow = told(workplace, "report", "flow", *OCTOBER, "--format", "json").json
    rows = told(workplace, "report", "rows", "flow", "--of", "created", *OCTOBER, "--format", "json").json
    wrong = told(workplace, "report", "rows", "flow", "--of", "weather", *OCTOBER, "--format", "json")

    assert len(rows["tables"]["rows"]) == flow["figures"]["created"]["value"]
    assert wrong.code == 1 and "created" in wrong.complaint


def test_a_call_log_fills_the_report_on_calls(workplace, tmp_path):
    file = tmp_path / "cdr.csv"
    file.write_text(CALLS, "utf-8")

    taken = told(workplace, "import", file, "--as", "calls", "--json").json
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    report = told(workplace, "report", "calls", *days, "--format", "json").json

    assert (taken["created"], report["figures"]["offered"]["value"]) == (1, 1)


def test_a_period_is_named_or_given_but_not_both(workplace):
    both = told(workplace, "report", "sla", "--from", "2026-10-01", "--period", "last-week", "--format", "json")

    assert both.code == 2
    assert told(workplace, "report", "sla", "--period", "last-month", "--format", "json").code == 0
