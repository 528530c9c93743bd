"""An office over a real PostgreSQL from the command line, and its move from a file to the server and back."""

from __future__ import annotations

import pytest

from tests.end_to_end.sync_office import CommandOffice
from tests.sync.postgres_server import server

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: the PostgreSQL hub was NOT tested here")
__all__ = ["server"]


@pytest.fixture
def url(server):
    yield server.url
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS helpdesk_hub, helpdesk_blob")


def test_stations_exchange_over_a_server_that_is_killed_in_between(server, url, tmp_path):
    office = CommandOffice(tmp_path, url)
    office.join("b")
    entered = [office.works("a"), office.works("b")]
    office.settle("a", "b")
    entered.append(office.works("b"))
    server.stop("immediate")

    assert "does not answer" in office.refuses("b", "sync", "now")

    server.start()
    office.settle("b", "a")
    office.join("c")
    office.settle("a", "b", "c")
    assert office.agree("a", "b", "c") and office.knows("c", *entered)
    assert office.judged("a")["is_sound"]


def test_a_failover_to_a_lagging_server_loses_nothing_that_a_station_knows(server, url, tmp_path):
    office = CommandOffice(tmp_path, url)
    office.join("b")
    office.settle("a", "b")
    server.stop()
    server.keep()
    server.start()
    entered = [office.works("a"), office.works("b")]
    office.settle("a", "b")
    server.stop()
    server.put_back()
    server.start()
    office.settle("a", "b")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)


def test_an_office_moves_from_a_file_to_the_server_and_back_and_loses_nothing(url, tmp_path):
    office = CommandOffice(tmp_path)
    office.join("b")
    entered = [office.works("a"), office.works("b")]
    office.run("b", "sync", "now")
    office.run("a", "sync", "move", url)
    entered += [office.works("a"), office.works("b")]
    office.settle("a", "b")
    for station in ("a", "b"):
        assert office.run(station, "sync", "status", "--json").json["address"] == "postgresql://office@/postgres"
    assert office.agree("a", "b")

    # Back to the very file: one order again, and the other follows.
    office.run("b", "sync", "move", office.hub)
    entered += [office.works("a"), office.works("b")]
    office.settle("a", "b")
    for station in ("a", "b"):
        assert office.run(station, "sync", "status", "--json").json["address"] == str(office.hub)
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)


def test_a_hub_on_the_server_is_compacted_and_joined(url, tmp_path):
    office = CommandOffice(tmp_path, url)
    office.join("b")
    entered = [office.works(station) for station in "abab"]
    office.settle("a", "b")
    office.run("a", "sync", "compact")
    office.settle("b", "a")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)
    assert office.judged("c")["is_sound"]


def test_an_office_in_a_cloud_folder(tmp_path):
    (tmp_path / "cloud").mkdir()
    office = CommandOffice(tmp_path, tmp_path / "cloud")
    office.join("b")
    entered = [office.works(station) for station in "abab"]
    office.settle("a", "b")
    office.run("a", "sync", "compact")
    office.settle("b", "a")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)
    assert len(list((tmp_path / "cloud").iterdir())) <= 3
