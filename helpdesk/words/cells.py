"""What people call the cells of records that two of them may change at once, by table and column."""

from __future__ import annotations

from helpdesk.words import N_, _

RECORDS: dict[str, str] = {
    "company": N_("Company"),
    "operator": N_("Operator"),
    "customer": N_("Customer"),
    "contact": N_("Contact"),
    "consent": N_("Consent"),
    "product": N_("Product"),
    "request": N_("Request"),
    "customer_order": N_("Order"),
    "order_line": N_("Order line"),
    "promise": N_("Promise"),
    "interaction": N_("Call"),
    "task": N_("Task"),
    "remedy": N_("Remedy"),
    "quote": N_("Quote"),
    "invoice": N_("Invoice"),
    "price": N_("Price"),
    "promotion": N_("Promotion"),
    "carrier": N_("Carrier"),
    "order_stage": N_("Order stage"),
    "request_state": N_("Request state"),
    "company_setting": N_("Setting"),
}

CELLS: dict[str, str] = {
    "amount_minor": N_("Sum"),
    "answer": N_("Answer"),
    "cause": N_("Cause"),
    "channel": N_("Channel"),
    "city": N_("City"),
    "company": N_("Company"),
    "cost_minor": N_("Cost"),
    "country": N_("Country"),
    "customer": N_("Customer"),
    "decision": N_("Decision"),
    "delivery": N_("Delivery"),
    "demand": N_("Demand"),
    "department": N_("Department"),
    "description": N_("Description"),
    "discount": N_("Discount"),
    "due_at": N_("Due"),
    "extension": N_("Extension"),
    "foreign_number": N_("Foreign number"),
    "form_of_address": N_("Form of address"),
    "carrier": N_("Carrier"),
    "freight_minor": N_("Freight"),
    "inn": N_("INN"),
    "is_discontinued": N_("Discontinued"),
    "is_given": N_("Given"),
    "is_hidden": N_("Hidden"),
    "kept_at": N_("Kept"),
    "kind": N_("Kind"),
    "label": N_("Label"),
    "language": N_("Language"),
    "name": N_("Name"),
    "name_en": N_("Name in English"),
    "name_ru": N_("Name in Russian"),
    "next_step": N_("Next step"),
    "note": N_("Note"),
    "notes": N_("Notes"),
    "number": N_("Number"),
    "operator": N_("Operator"),
    "order": N_("Order"),
    "outcome": N_("Outcome"),
    "owner": N_("Owner"),
    "phone": N_("Phone"),
    "position": N_("Position"),
    "preferences": N_("Preferences"),
    "price_minor": N_("Price"),
    "priority": N_("Priority"),
    "product": N_("Product"),
    "quantity": N_("Quantity"),
    "quote": N_("Quote"),
    "reduction_minor": N_("Reduction"),
    "request": N_("Request"),
    "requested_on": N_("Wanted on"),
    "subject": N_("Subject"),
    "summary": N_("Summary"),
    "tags": N_("Tags"),
    "terms": N_("Terms"),
    "time_zone": N_("Time zone"),
    "title": N_("Title"),
    "tracking_number": N_("Tracking number"),
    "typed": N_("Phone or address"),
    "unit": N_("Unit"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "value": N_("Value"),
    "vat": N_("VAT"),
    "wanted_at": N_("Wanted by"),
    "warning": N_("Warning"),
    "what": N_("What is to be done"),
    "window_from": N_("Delivered from"),
    "window_to": N_("Delivered until"),
}

ANY_RECORD = N_("Record")


def record_words(table: str) -> str:
    """What a record of the table is called, in the language spoken now."""
    return _(RECORDS.get(table, ANY_RECORD))


def cell_words(column: str) -> str:
    """What a cell of the column is called; one that nobody types into has its own name."""
    return _(CELLS[column]) if column in CELLS else column.replace("_", " ")
