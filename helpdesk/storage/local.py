"""Tables that never leave the station: the journal itself, clocks, known batches, numbers given out, drafts."""

from __future__ import annotations

LOCAL_TABLES = (
    "CREATE TABLE journal_state(one INTEGER PRIMARY KEY CHECK (one = 1), applying INTEGER NOT NULL,"
    " turn INTEGER NOT NULL, seen INTEGER NOT NULL, is_joined INTEGER NOT NULL)",
    "INSERT INTO journal_state VALUES (1, 0, 0, 0, 0)",
    "CREATE TABLE change(seq INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, id BLOB NOT NULL,"
    " mask INTEGER NOT NULL, stamp INTEGER NOT NULL, turn INTEGER NOT NULL, slot INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX change_record ON change(tbl, id, slot)",
    "CREATE INDEX change_turn ON change(turn)",
    "CREATE TABLE station(one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL, number INTEGER NOT NULL,"
    " next_sequence INTEGER NOT NULL)",
    "CREATE TABLE draft(key TEXT NOT NULL, operator BLOB NOT NULL, body TEXT NOT NULL, changed_at INTEGER NOT NULL,"
    " PRIMARY KEY (key, operator)) WITHOUT ROWID",
    "CREATE TABLE setting(key TEXT NOT NULL, operator BLOB NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (key, operator)) WITHOUT ROWID",
    # Column 0 is the whole row at its insert; others stand here once changed. `base` is the stamp that the author saw.
    "CREATE TABLE clock(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, base INTEGER NOT NULL, PRIMARY KEY (tbl, id, col)) WITHOUT ROWID",
    "CREATE TABLE hub(one INTEGER PRIMARY KEY CHECK (one = 1), address TEXT NOT NULL, hello BLOB NOT NULL,"
    " cursor BLOB, next_change INTEGER NOT NULL, exchanged_at INTEGER, size INTEGER NOT NULL DEFAULT 0)",
    # Without `sealed` a batch is known by a snapshot alone.
    "CREATE TABLE batch(name BLOB PRIMARY KEY, kind INTEGER NOT NULL, is_on_hub INTEGER NOT NULL, sealed BLOB)",
    "CREATE INDEX batch_missing ON batch(is_on_hub) WHERE is_on_hub = 0",
    # Cells of tables, columns and records that this program does not know yet.
    "CREATE TABLE held(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, base INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (tbl, id, col)) WITHOUT ROWID",
    "CREATE TABLE conflict(tbl INTEGER NOT NULL, id BLOB NOT NULL, col INTEGER NOT NULL, stamp INTEGER NOT NULL,"
    " station BLOB NOT NULL, value TEXT NOT NULL, winner INTEGER NOT NULL, PRIMARY KEY (tbl, id, col, stamp, station))"
    " WITHOUT ROWID",
    "CREATE TABLE heard(station BLOB PRIMARY KEY, at INTEGER NOT NULL, version TEXT NOT NULL, ahead INTEGER)"
    " WITHOUT ROWID",
)
