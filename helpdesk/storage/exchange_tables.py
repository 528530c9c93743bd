"""Tables of exchange that never leave the station: marks of cells, known batches, what is kept aside."""

from __future__ import annotations

EXCHANGE_TABLES = (
    # Column 0 is the whole row at its insert; others stand here once changed. `base` is the stamp that the author saw.
    "CREATE TABLE clock(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, base INTEGER NOT NULL, PRIMARY KEY (tbl, id, col)) WITHOUT ROWID",
    "CREATE TABLE hub(one INTEGER PRIMARY KEY CHECK (one = 1), address TEXT NOT NULL, hello BLOB NOT NULL,"
    " cursor BLOB, next_change INTEGER NOT NULL, nuance INTEGER NOT NULL, exchanged_at INTEGER, read_whole_at INTEGER,"
    " size INTEGER NOT NULL DEFAULT 0)",
    # Without `sealed` a batch is known by a snapshot alone.
    "CREATE TABLE batch(name BLOB PRIMARY KEY, kind INTEGER NOT NULL, is_on_hub INTEGER NOT NULL, sealed BLOB)",
    "CREATE INDEX batch_missing ON batch(is_on_hub) WHERE is_on_hub = 0",
    # Cells of tables, columns and records that this program does not know yet.
    "CREATE TABLE held(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, base INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (tbl, id, col)) WITHOUT ROWID",
    "CREATE TABLE conflict(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, value TEXT NOT NULL, winner INTEGER NOT NULL, PRIMARY KEY (tbl, id, col, stamp, station))"
    " WITHOUT ROWID",
    # Derived of histories: events whose authors did not see each other.
    "CREATE TABLE clash(subject BLOB NOT NULL, kind TEXT NOT NULL, subject_kind TEXT NOT NULL, first BLOB NOT NULL,"
    " second BLOB NOT NULL, PRIMARY KEY (subject, kind)) WITHOUT ROWID",
    "CREATE TABLE heard(station BLOB PRIMARY KEY, at INTEGER NOT NULL, version TEXT NOT NULL, ahead INTEGER)"
    " WITHOUT ROWID",
)
