"""The hub in PostgreSQL, over a real server."""

from __future__ import annotations

import threading
from datetime import UTC

import pytest

from helpdesk.clock import SystemClock
from helpdesk.errors import HubExists, HubForeign, HubMissing, HubNewer, HubUnreachable, HubUnwritable
from helpdesk.sync.address import create_hub, open_hub, shown
from helpdesk.sync.hub import Blob
from helpdesk.sync.key import OfficeKey
from tests.sync.hub_ground import HELLO, Station, a_blob, a_hello, a_seat, agree
from tests.sync.postgres_server import server

psycopg = pytest.importorskip("psycopg")
__all__ = ["server"]


def ask(server, sql: str, *values: object) -> list:
    with psycopg.connect(server.url, autocommit=True) as connection:
        found = connection.execute(sql, values or None)
        return found.fetchall() if found.description else []


@pytest.fixture
def url(server):
    yield server.url
    ask(server, "DROP TABLE IF EXISTS helpdesk_hub, helpdesk_blob")


@pytest.fixture
def office(url):
    """Two stations at a new hub."""
    create_hub(url, HELLO).close()
    stations = [Station(lambda: open_hub(url, a_seat()), name) for name in ("first", "second")]
    yield stations
    for station in stations:
        station.hub.close()


def settle(stations, rounds: int = 3) -> None:
    for _ in range(rounds):
        for station in stations:
            station.exchanges()


def newcomer(url) -> Station:
    station = Station(lambda: open_hub(url, a_seat(hello=None)), "new")
    station.exchanges()
    station.hub.close()
    return station


def test_what_one_station_makes_reaches_the_other_by_the_tail_alone(office):
    first, second = office
    settle(office)
    first.works()
    settle(office)
    first.works()
    settle(office)

    assert agree(first, second) and len(second.known) == 2
    assert second.whole == 1 and second.reading.size > 0


def test_an_idle_exchange_asks_the_head_alone(office):
    settle(office)

    assert office[0].hub.is_unchanged(office[0].cursor)
    office[1].works()
    office[1].exchanges()
    assert not office[0].hub.is_unchanged(office[0].cursor)


def test_a_newcomer_finds_the_slots_and_everything(office, url):
    office[0].works()
    settle(office)

    station = newcomer(url)

    assert agree(station, office[0])
    assert station.reading.hello == HELLO


def test_hubs_are_made_once_and_opening_makes_none(url):
    hub = open_hub(url, a_seat())
    with pytest.raises(HubMissing):
        hub.read(None)
    hub.close()
    create_hub(url, HELLO).close()
    with pytest.raises(HubExists):
        create_hub(url, HELLO)


def test_another_offices_hub_is_left_alone(office, url):
    other = OfficeKey.new()
    hub = open_hub(url, a_seat(hello=a_hello(other), key=other))

    with pytest.raises(HubForeign):
        hub.read(None)
    hub.close()


def test_a_hub_for_newer_programs_says_so(url):
    create_hub(url, a_hello(least_reader=2)).close()
    hub = open_hub(url, a_seat(hello=None))

    with pytest.raises(HubNewer) as found:
        hub.read(None)
    assert found.value.needed == 2
    hub.close()


def test_a_forged_hello_is_not_believed_and_is_put_right(office, server, url):
    settle(office)
    forged = a_hello(OfficeKey(HELLO.office, bytes(32)), least_reader=99)
    from helpdesk.sync.hello import encoded

    ask(server, "UPDATE helpdesk_hub SET hello = %s", encoded(forged))
    office[0].works()
    settle(office)

    assert newcomer(url).reading.hello == HELLO


def test_changed_deleted_and_repeated_rows_are_noticed_and_put_back(office, server, url):
    for count in range(6):
        office[count % 2].works()
        settle(office, 1)
    settle(office)
    ask(server, "UPDATE helpdesk_blob SET sealed = '\\x00' || substr(sealed, 2) WHERE place = 2")
    ask(server, "DELETE FROM helpdesk_blob WHERE place = 4")
    newcomer(url)
    settle(office)

    assert agree(newcomer(url), *office) and len(office[0].known) == 6
    size = ask(server, "SELECT count(*) FROM helpdesk_blob")
    settle(office)
    assert ask(server, "SELECT count(*) FROM helpdesk_blob") == size


def test_a_connection_that_is_cut_costs_one_repetition_at_most(office, server):
    settle(office)
    office[0].works()
    ask(
        server,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'helpdesk%' AND pid <> pg_backend_pid()",
    )

    office[0].tries()
    settle(office)

    assert agree(*office) and len(office[1].known) == 1


def test_a_server_killed_and_started_again_loses_nothing(office, server):
    office[0].works()
    settle(office)
    office[1].works()
    server.stop("immediate")
    assert isinstance(office[1].tries(), HubUnreachable)
    server.start()
    settle(office)

    assert agree(*office) and len(office[0].known) == 2


def test_a_failover_to_a_server_that_lags_behind_is_noticed(office, server, url):
    office[0].works()
    settle(office)
    server.stop()
    server.keep()
    server.start()
    office[0].works()
    office[1].works()
    settle(office)
    server.stop()
    server.put_back()
    server.start()
    # The older server goes on with other rows under the same places.
    stranger = Station(lambda: open_hub(url, a_seat()), "stranger")
    for _ in range(4):
        stranger.works()
        stranger.exchanges()
    stranger.hub.close()
    settle(office)

    assert agree(newcomer(url), *office) and len(office[0].known) == 7


def test_a_failover_to_an_empty_server_says_that_the_hub_is_missing_and_a_rebuild_mends_it(office, server, url):
    office[0].works()
    settle(office)
    ask(server, "DROP TABLE helpdesk_hub, helpdesk_blob")
    assert isinstance(office[0].tries(), HubMissing)

    office[0].hub.replace(HELLO, office[0].known.values())
    settle(office)

    assert agree(newcomer(url), *office) and len(office[1].known) == 1


def test_a_replacement_keeps_what_others_added_since_the_reading(office, url):
    first, second = office
    first.works()
    settle(office)
    reading = first.hub.read(None)
    kept = list(reading.blobs)
    late = second.works()
    second.exchanges()

    first.hub.replace(HELLO, kept)

    assert newcomer(url).known.keys() == {blob.name for blob in kept} | {late.name}
    settle(office)
    assert agree(*office)


def test_who_pushes_wakes_who_waits(office):
    settle(office)
    assert not office[0].hub.wait(0.01)
    office[1].works()
    pushing = threading.Timer(0.2, office[1].exchanges)
    pushing.start()

    assert office[0].hub.wait(10)
    pushing.join()


def test_a_user_who_may_only_read_receives_and_is_told(office, server, url):
    ask(server, "CREATE ROLE reader LOGIN")
    ask(server, "GRANT SELECT ON helpdesk_hub, helpdesk_blob TO reader")
    office[0].works()
    settle(office)
    reader = Station(lambda: open_hub(url.replace("office@", "reader@"), a_seat()), "reader")
    reader.works()

    assert isinstance(reader.tries(), HubUnwritable)
    assert len(reader.known) == 2
    reader.hub.close()
    ask(server, "DROP OWNED BY reader")
    ask(server, "DROP ROLE reader")


def test_thirty_pushes_at_once_leave_no_gap_and_nobody_passes_over_any(server, url):
    create_hub(url, HELLO).close()
    stations = [Station(lambda: open_hub(url, a_seat()), f"c{number}") for number in range(10)]

    def push(station: Station) -> None:
        for _ in range(3):
            station.works()
            station.exchanges()

    threads = [threading.Thread(target=push, args=(station,)) for station in stations]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    settle(stations, 1)

    assert agree(*stations) and len(stations[0].known) == 30
    assert ask(server, "SELECT max(place), count(*) FROM helpdesk_blob") == [(30, 30)]
    for station in stations:
        station.hub.close()


def test_large_hubs_are_read_page_by_page(office, url, monkeypatch):
    monkeypatch.setattr("helpdesk.sync.postgres._MOST_KEPT", 100)
    monkeypatch.setattr("helpdesk.sync.postgres_rows._PAGE", 1000)
    for _ in range(20):
        office[0].works(300)
    settle(office)

    assert agree(newcomer(url), *office)


def test_the_servers_clock_is_told(office):
    told = office[0].hub.server_time()

    assert told.tzinfo is UTC and abs((told - SystemClock().now()).total_seconds()) < 60


def test_passwords_are_not_shown_and_a_silent_server_is_named():
    address = "postgresql://anna:secret@127.0.0.1:1/office?password=secret&sslmode=disable"
    hub = open_hub(address, a_seat())

    with pytest.raises(HubUnreachable) as found:
        hub.read(None)
    assert found.value.hub == shown(address) == "postgresql://anna@127.0.0.1:1/office"
    assert "secret" not in str(found.value)


def test_blobs_that_are_there_already_are_not_added_again(office, server):
    blob = a_blob("once")
    office[0].hub.read(None)
    office[0].hub.append([blob])
    office[1].hub.read(None)
    office[1].hub.append([blob, Blob.of(blob.kind, blob.sealed)])

    assert ask(server, "SELECT count(*) FROM helpdesk_blob") == [(1,)]
