"""Capture beside the same work without it, applying beside SQLite's own changesets, bytes on the hub, idling, joining."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import apsw

from helpdesk.clock import SystemClock
from helpdesk.domain.identity import new_identity
from helpdesk.service import example
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from helpdesk.storage.form import FORMS
from helpdesk.storage.journal import trigger_statements
from helpdesk.storage.unit import UnitOfWork
from helpdesk.sync import batch
from helpdesk.sync.apply import apply
from helpdesk.sync.change import Change
from helpdesk.sync.exchange import Exchange
from helpdesk.sync.hub import Seat
from helpdesk.sync.shared_file import SharedFileHub
from tests.benchmark.figure import Figure, best_of, milliseconds, p95, timed
from tests.builders import an_operator
from tests.sync.office_desks import HELLO, KEY, a_founder, a_newcomer, a_place, exchange, office_of

ROWS = 10_000
CAPTURED = 500
A_BATCH = 50
JOINED = 2_000
FORM = FORMS[tables.Customer.journal]
CITY = tables.Customer.columns["city"]


def measure() -> list[Figure]:
    """The figures of exchange without a network."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        place = a_place()
        desk = a_founder(folder, place, SystemClock())
        return [
            _capture(desk),
            *_applying(folder, a_newcomer(folder, place, "second", SystemClock())),
            _bytes(),
            _idle(folder, desk),
            _joining(folder),
        ]


def _capture(desk: Desk) -> Figure:
    with desk.work() as unit:
        ids = [unit.add(tables.Customer, name=f"c{at}", created_at=unit.now).id for at in range(CAPTURED)]

    def edit(text: str) -> None:
        with desk.database.writing() as database:
            unit = UnitOfWork(database, desk.clock)
            for identity in ids:
                unit.change(unit.get(tables.Customer, identity), city=text)

    turn = iter(range(1_000))
    with_it = best_of(7, lambda: edit(f"a{next(turn)}"))
    with desk.database.writing() as database:
        for statement in trigger_statements():
            if statement.startswith("DROP"):
                database.execute_sql(statement)
    without = best_of(7, lambda: edit(f"b{next(turn)}"))
    with desk.database.writing() as database:
        for statement in trigger_statements():
            database.execute_sql(statement)
    ratio = with_it / without
    beside = f"without {CAPTURED / without:,.0f}/s: {ratio:.2f} x"
    return Figure(
        "capture: cells changed through the unit of work",
        f"{CAPTURED / with_it:,.0f}/s",
        beside,
        "<= 1.3 x",
        ratio <= 1.3,
    )


def _applying(folder: Path, desk: Desk) -> list[Figure]:
    station, stamp = new_identity(desk.clock.now()), 1 << 57
    ids = [new_identity(desk.clock.now()) for _ in range(ROWS)]
    defaults = dict(FORM.defaults)
    rows = [{**defaults, tables.Customer.columns["name"]: f"Customer {at}"} for at in range(ROWS)]
    begun = [Change(FORM.number, one, stamp, 0, station, True, cells) for one, cells in zip(ids, rows, strict=True)]
    edited = [
        Change(FORM.number, one, stamp + 1, stamp, station, False, {CITY: f"City {at}"}) for at, one in enumerate(ids)
    ]
    peers = _changesets(folder, ids, rows)
    figures = []
    for name, changes, peer in (("new records", begun, peers[0]), ("changed cells", edited, peers[1])):
        with desk.database.writing() as database:
            ours = timed(lambda database=database, changes=changes: apply(database, changes))
        ratio = peer / ours
        beside = f"changeset_apply {ROWS / peer:,.0f}/s: {ratio:.2f} x"
        figures.append(Figure(f"applying {name}", f"{ROWS / ours:,.0f}/s", beside, ">= 0.5 x", ratio >= 0.5))
    return figures


def _changesets(folder: Path, ids: list[bytes], rows: list[dict[int, object]]) -> tuple[float, float]:
    """Seconds that SQLite's own way needs for the same rows, and for the same cells, on a table without further indexes."""
    source, target = (apsw.Connection(str(folder / name)) for name in ("source.db", "target.db"))
    listed = ", ".join(f'"{name}"' for name in FORM.names.values())
    for one in (source, target):
        one.execute("PRAGMA journal_mode = wal; PRAGMA synchronous = normal")
        one.execute(f"CREATE TABLE customer(id BLOB PRIMARY KEY NOT NULL, {listed})")

    def noted(work: Callable[[], object]) -> bytes:
        session = apsw.Session(source, "main")
        session.attach()
        with source:
            work()
        return session.changeset()

    marks = ", ".join("?" * (1 + len(FORM.names)))
    values = [(one, *(cells[number] for number in FORM.names)) for one, cells in zip(ids, rows, strict=True)]
    begun = noted(lambda: source.executemany(f"INSERT INTO customer VALUES ({marks})", values))
    cities = [(f"City {at}", one) for at, one in enumerate(ids)]
    edited = noted(lambda: source.executemany("UPDATE customer SET city = ? WHERE id = ?", cities))
    return timed(lambda: apsw.Changeset.apply(begun, target)), timed(lambda: apsw.Changeset.apply(edited, target))


def _bytes() -> Figure:
    at = SystemClock().now()
    station = new_identity(at)
    changes = [
        Change(
            FORM.number,
            new_identity(at),
            (1 << 57) + step * 9_000_001,
            1 << 56,
            station,
            False,
            {CITY: f"Город {step}"},
        )
        for step in range(A_BATCH)
    ]
    sealed = KEY.seal(batch.encoded(batch.Batch(station, 1, changes, 1, 1_795_000_000_000, "0.1.0", 12)), 1)
    each = len(sealed) / A_BATCH
    return Figure(f"bytes a change, batch of {A_BATCH}", f"{each:.0f}", "", "<= 120", each <= 120)


def _idle(folder: Path, desk: Desk) -> Figure:
    file = folder / "office.desk"
    hub = SharedFileHub.create(file, HELLO, Seat("desk", b"", HELLO))
    office = office_of(desk, KEY)
    for _ in range(3):
        Exchange(office, hub).run(reads_all=True)
    times = [timed(lambda: Exchange(office, hub).run()) for _ in range(50)]
    return Figure(
        "an idle exchange through a file, p95",
        milliseconds(p95(times)),
        "one stat, nothing read",
        "<= 10 ms",
        p95(times) <= 0.01,
    )


def _joining(folder: Path) -> Figure:
    (folder / "office").mkdir()
    place = a_place()
    desk = a_founder(folder / "office", place, SystemClock())
    example.fill(desk, an_operator(desk), requests=JOINED, seed=1, as_of=None)
    exchange(desk, place)
    with desk.reading() as database:
        rows = database.row("SELECT count(*) FROM clock")[0]
    started = perf_counter()
    a_newcomer(folder / "office", place, "newcomer", SystemClock())
    rate = rows / (perf_counter() - started)
    return Figure(
        f"joining an office of {JOINED:,} requests",
        f"{rate:,.0f} rows/s",
        f"{rows:,} rows, derived and indexed",
        ">= 20,000 rows/s",
        rate >= 20_000,
    )
