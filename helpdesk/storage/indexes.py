"""Indexes beyond one column: each serves a list, a search by number or the folding of histories."""

from __future__ import annotations

LATER_INDEXES = (
    "CREATE INDEX contact_tail ON contact(tail) WHERE tail <> ''",
    "CREATE INDEX contact_normal ON contact(normal) WHERE normal <> ''",
    "CREATE INDEX event_subject ON event(subject, occurred_at, stamp, id)",
    "CREATE INDEX event_time ON event(subject_kind, occurred_at)",
    "CREATE INDEX origin_key ON origin(kind, source, key)",
    "CREATE INDEX customer_name ON customer(name) WHERE is_hidden = 0",
    "CREATE INDEX request_visible ON request(alias) WHERE is_hidden = 0",
    "CREATE INDEX request_customer ON request(customer, alias) WHERE is_hidden = 0",
    "CREATE INDEX request_created ON request(created_at, alias) WHERE is_hidden = 0",
    "CREATE INDEX request_foreign ON request(foreign_number) WHERE foreign_number <> ''",
    "CREATE INDEX request_due ON request(coalesce(due_at, 9223372036854775807), alias)"
    " WHERE is_hidden = 0 AND category IN ('new', 'open', 'waiting')",
    "CREATE INDEX request_owner ON request(owner, coalesce(due_at, 9223372036854775807), alias)"
    " WHERE is_hidden = 0 AND category IN ('new', 'open', 'waiting')",
    "CREATE INDEX request_waiting ON request(coalesce(due_at, 9223372036854775807), alias)"
    " WHERE is_hidden = 0 AND category = 'waiting'",
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
    "CREATE INDEX order_stage ON customer_order(stage, alias) WHERE is_hidden = 0",
    "CREATE INDEX order_foreign ON customer_order(foreign_number) WHERE foreign_number <> ''",
)
