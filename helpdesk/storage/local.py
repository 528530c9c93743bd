"""Tables that never leave the station: the journal itself, clocks, known batches, numbers given out, drafts."""

from __future__ import annotations

from helpdesk.storage.outcome import OUTCOME_TABLES

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
    *OUTCOME_TABLES,
    "CREATE TABLE draft(key TEXT NOT NULL, operator BLOB NOT NULL, body TEXT NOT NULL, changed_at INTEGER NOT NULL,"
    " PRIMARY KEY (key, operator)) WITHOUT ROWID",
    "CREATE TABLE setting(key TEXT NOT NULL, operator BLOB NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (key, operator)) WITHOUT ROWID",
    "CREATE TABLE stage_usual(kind TEXT NOT NULL, code TEXT NOT NULL, p90 INTEGER NOT NULL, orders INTEGER NOT NULL,"
    " learnt_at INTEGER NOT NULL, PRIMARY KEY (kind, code)) WITHOUT ROWID",
    "CREATE TABLE report_schedule(number INTEGER PRIMARY KEY, report TEXT NOT NULL, period TEXT NOT NULL,"
    " filters TEXT NOT NULL, format TEXT NOT NULL, folder TEXT NOT NULL, every TEXT NOT NULL, at TEXT NOT NULL,"
    " operator BLOB NOT NULL, next_at INTEGER NOT NULL, last_at INTEGER, last_file TEXT NOT NULL, fault TEXT NOT NULL)",
)
