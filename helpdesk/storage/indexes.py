"""Indexes beyond one column: each serves a list, a search by number or the folding of histories."""

from __future__ import annotations

LATER_INDEXES = (
    "CREATE INDEX contact_tail ON contact(tail) WHERE tail <> ''",
    "CREATE INDEX contact_normal ON contact(normal) WHERE normal <> ''",
    "CREATE INDEX event_subject ON event(subject, occurred_at, stamp, id)",
    "CREATE INDEX event_time ON event(subject_kind, occurred_at)",
    "CREATE INDEX origin_key ON origin(kind, source, key)",
    "CREATE INDEX customer_merged ON customer(merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX request_merged ON request(merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX customer_name ON customer(name, merged_into) WHERE is_hidden = 0",
    "CREATE INDEX request_visible ON request(alias, merged_into) WHERE is_hidden = 0",
    "CREATE INDEX request_customer ON request(customer, alias, merged_into) WHERE is_hidden = 0",
    "CREATE INDEX request_created ON request(created_at, alias, merged_into) WHERE is_hidden = 0",
    "CREATE INDEX request_foreign ON request(foreign_number) WHERE foreign_number <> ''",
    "CREATE INDEX request_due ON request(coalesce(due_at, 9223372036854775807), alias, merged_into)"
    " WHERE is_hidden = 0 AND category IN ('new', 'open', 'waiting')",
    "CREATE INDEX request_owner ON request(owner, coalesce(due_at, 9223372036854775807), alias, merged_into)"
    " WHERE is_hidden = 0 AND category IN ('new', 'open', 'waiting')",
    "CREATE INDEX request_waiting ON request(coalesce(due_at, 9223372036854775807), alias, merged_into)"
    " WHERE is_hidden = 0 AND category = 'waiting'",
    "CREATE INDEX logged_call_time ON logged_call(started_at, direction, result, waited, line) WHERE is_hidden = 0",
    "CREATE INDEX promise_request ON promise(request, due_at) WHERE kept_at IS NULL AND is_hidden = 0",
    "CREATE INDEX event_rated ON event(occurred_at, subject) WHERE kind = 'satisfaction'",
    "CREATE INDEX interaction_unfinished ON interaction(operator, started_at) WHERE wrapped_at IS NULL",
    "CREATE INDEX stock_move_product ON stock_move(product, kind)",
    'CREATE INDEX stock_move_order ON stock_move("order", product) WHERE "order" IS NOT NULL',
    "CREATE INDEX product_unsettled ON product(alias) WHERE stock < 0",
    "CREATE INDEX order_visible ON customer_order(alias) WHERE is_hidden = 0",
    "CREATE INDEX order_customer ON customer_order(customer, alias) WHERE is_hidden = 0",
    "CREATE INDEX order_promised ON customer_order(coalesce(promised_on, '9999'), alias)"
    " WHERE is_hidden = 0 AND is_open = 1",
    "CREATE INDEX order_by_stage ON customer_order(stage, alias) WHERE is_hidden = 0",
    "CREATE INDEX order_open ON customer_order(stage_code, kind, stage_since, promised_on, ordered_at, stage,"
    " shipped_on, owed_event, customer, id) WHERE is_hidden = 0 AND is_open = 1",
    "CREATE INDEX order_kind ON customer_order(kind, alias) WHERE is_hidden = 0",
    "CREATE INDEX order_ordered ON customer_order(ordered_at, alias) WHERE is_hidden = 0",
    "CREATE INDEX order_calendar ON customer_order(promised_on, alias, stage, kind) WHERE is_hidden = 0",
    "CREATE INDEX order_missed ON customer_order(alias) WHERE is_hidden = 0 AND missed_first = 1",
    "CREATE INDEX order_owed ON customer_order(alias) WHERE is_hidden = 0 AND owed_event IS NOT NULL",
    "CREATE INDEX remedy_open ON remedy(target_on) WHERE is_hidden = 0 AND settled_on IS NULL",
    "CREATE INDEX task_open ON task(department, due_at) WHERE is_hidden = 0 AND answered_at IS NULL",
    "CREATE INDEX order_foreign ON customer_order(foreign_number) WHERE foreign_number <> ''",
)
