"""Stages of orders, carriers, and how long orders usually stand in a stage."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.order import OrderKind, OrderStage, StageUsual
from helpdesk.domain.order_stage import Stage, StagePlan
from helpdesk.storage.database import Database

MOST_STEPS = 100_000
Usual = dict[tuple[str, str], StageUsual]


def plan(database: Database) -> StagePlan:
    """Every stage in use, by kind and place."""
    return StagePlan(
        tuple(
            Stage(OrderKind(kind), code, OrderStage(category), name_en, name_ru, position, department, bytes(identity))
            for identity, kind, code, category, name_en, name_ru, position, department in database.rows(
                "SELECT id, kind, code, category, name_en, name_ru, position, department FROM order_stage"
                " WHERE is_hidden = 0 ORDER BY kind, position, alias"
            )
        )
    )


def spans(database: Database) -> dict[tuple[str, str], list[timedelta]]:
    """How long orders stood in each stage that they have left, as the newest 100,000 steps tell."""
    found: dict[tuple[str, str], list[timedelta]] = defaultdict(list)
    for kind, code, stayed in database.rows(
        "SELECT o.kind, s.state, s.next_at - s.occurred_at FROM (SELECT subject, state, occurred_at,"
        " lead(occurred_at) OVER (PARTITION BY subject ORDER BY occurred_at, stamp, id) AS next_at FROM"
        " (SELECT subject, state, occurred_at, stamp, id FROM event WHERE subject_kind = 'order' AND state <> ''"
        " AND is_hidden = 0 ORDER BY occurred_at DESC LIMIT ?)) s JOIN customer_order o ON o.id = s.subject"
        " WHERE s.next_at IS NOT NULL",
        MOST_STEPS,
    ):
        found[kind, code].append(timedelta(milliseconds=stayed))
    return found


def usual(database: Database) -> Usual:
    """What was learnt of each stage, by kind and code."""
    return {
        (kind, code): StageUsual(timedelta(milliseconds=p90), orders)
        for kind, code, p90, orders in database.rows("SELECT kind, code, p90, orders FROM stage_usual")
    }


def learnt_at(database: Database) -> datetime | None:
    """When it was learnt last."""
    row = database.row("SELECT max(learnt_at) FROM stage_usual")
    return instant(row[0]) if row and row[0] is not None else None


def keep_usual(database: Database, learnt: Usual, at: datetime) -> None:
    """Keeps what was learnt instead of what was known before."""
    database.execute_sql("DELETE FROM stage_usual")
    database.many(
        "INSERT INTO stage_usual(kind, code, p90, orders, learnt_at) VALUES (?, ?, ?, ?, ?)",
        [
            (kind, code, int(stay.p90.total_seconds() * 1000), stay.orders, milliseconds(at))
            for (kind, code), stay in learnt.items()
        ],
    )
