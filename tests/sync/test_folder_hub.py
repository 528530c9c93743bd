"""The hub in a folder of a cloud client: one file a station, delivered late, in parts, or twice."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.errors import HubExists, HubMissing, HubStrange
from helpdesk.sync.address import create_hub, open_hub
from helpdesk.sync.folder import FolderHub
from tests.sync.hub_ground import HELLO, Station, a_seat, agree


def station_at(folder: Path, number: int, hello=HELLO) -> Station:
    seat = replace(a_seat(hello=hello), station=bytes([number]) * 16)
    return Station(lambda: open_hub(str(folder), seat), f"s{number}")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cloud").mkdir()
    return tmp_path / "cloud"


@pytest.fixture
def office(folder):
    create_hub(f"{folder}/", HELLO, replace(a_seat(), station=bytes([1]) * 16))
    return [station_at(folder, number) for number in (1, 2, 3)]


def settle(stations, rounds: int = 3) -> None:
    for _ in range(rounds):
        for station in stations:
            station.exchanges()


def test_each_station_writes_its_own_file_and_reads_all(office, folder):
    for station in office:
        station.works()
    settle(office)
    office[1].works()
    settle(office)

    assert agree(*office) and len(office[0].known) == 4
    assert len(list(folder.iterdir())) == 3
    assert all(station.whole == 1 for station in office)


def test_a_newcomer_finds_the_slots_and_everything(office, folder):
    office[0].works()
    office[1].works()
    settle(office)

    newcomer = station_at(folder, 9, hello=None)
    newcomer.exchanges()

    assert agree(newcomer, *office) and newcomer.reading.hello == HELLO


def test_an_idle_exchange_reads_no_file(office):
    settle(office)

    assert all(station.hub.is_unchanged(station.cursor) for station in office)


def test_folders_are_made_hubs_once_and_only_where_they_are(office, folder, tmp_path):
    with pytest.raises(HubExists):
        create_hub(str(folder), HELLO)
    with pytest.raises(HubMissing):
        create_hub(f"{tmp_path}/unmounted/", HELLO)
    (tmp_path / "empty").mkdir()
    with pytest.raises(HubStrange):
        FolderHub(tmp_path / "empty", a_seat(hello=None)).read(None)


def test_files_that_arrive_late_in_part_or_twice_are_put_together(office, folder, tmp_path):
    """Two computers, each with its own copy of the folder; the client carries files over in its own time."""
    settle(office)
    laptop = tmp_path / "laptop"
    shutil.copytree(folder, laptop)
    away = station_at(laptop, 4)
    away.works()
    away.exchanges()
    own = next(file for file in laptop.iterdir() if "04040404" in file.name)
    office[0].works()
    settle(office)
    (folder / own.name).write_bytes(own.read_bytes()[:-20])
    settle(office)
    shutil.copy(own, folder / own.name)
    shutil.copy(own, folder / f"{own.stem} (1).hub")
    settle(office)

    assert agree(*office) and away.known.keys() < office[0].known.keys()


def test_a_file_that_was_lost_damaged_or_put_back_older_is_made_good_by_the_others(office, folder):
    older = {}
    for count in range(6):
        office[count % 3].works()
        settle(office, 1)
        if count == 3:
            older = {file: file.read_bytes() for file in folder.iterdir()}
    settle(office)
    files = sorted(folder.iterdir())
    files[0].unlink()
    files[1].write_bytes(older[files[1]])
    with files[2].open("r+b") as stream:
        stream.seek(-20, os.SEEK_END)
        stream.write(b"\0\0\0")
    settle(office)
    newcomer = station_at(folder, 9, hello=None)
    newcomer.exchanges()
    settle(office)
    newcomer.exchanges()

    assert agree(newcomer, *office) and len(newcomer.known) == 6
    sizes = [file.stat().st_size for file in folder.iterdir()]
    settle(office)
    assert [file.stat().st_size for file in folder.iterdir()] == sizes


def test_a_replacement_takes_the_place_of_all_files_that_it_has_read(office, folder):
    for station in office:
        station.works()
    settle(office)
    kept = list(office[0].hub.read(None).blobs)
    late = office[1].works()
    office[1].exchanges()

    office[0].hub.replace(HELLO, kept)

    newcomer = station_at(folder, 9, hello=None)
    newcomer.exchanges()
    assert newcomer.known.keys() == {blob.name for blob in kept} | {late.name}
    assert len(list(folder.iterdir())) == 2
    settle(office)
    assert agree(*office)
