"""Which signal of which pane goes where: the one list of how the window's parts are joined."""

from __future__ import annotations

from typing import Any


def wire(window: Any, key: str, pane: Any) -> None:
    """Joins a pane that was just made with the window, its calls and its price desk."""
    if key != "reports":
        pane.changed.connect(window.spread)
    if key in ("requests", "customers"):
        pane.order_opened.connect(window.open_order)
        pane.order_wanted.connect(window.new_order)
        pane.call_wanted.connect(window.calls.dial)
        pane.quote_wanted.connect(window.prices.quote_for_customer)
        pane.quote_opened.connect(window.prices.open_quote)
        pane.invoice_opened.connect(window.prices.open_invoice)
    if key == "requests":
        pane.saved.connect(window.calls.use_saved)
        pane.slip_wanted.connect(window.print_current)
        pane.customer_shown.connect(window.calls.link_shown)
        pane.registered.connect(window.calls.link_request)
        pane.noted.connect(window.calls.use_notes)
        pane.price_wanted.connect(window.prices.open_drawer)
        pane.order_for_request.connect(window.new_order)
        pane.request_quoted.connect(window.prices.quote_for_request)
    elif key == "customers":
        pane.request_opened.connect(window.open_request)
        pane.request_wanted.connect(window.new_request)
    elif key == "orders":
        pane.customer_opened.connect(window.open_customer)
        pane.import_wanted.connect(window.import_file)
        pane.call_wanted.connect(window.calls.dial)
    elif key == "catalogue":
        pane.order_opened.connect(window.open_order)
        pane.customer_opened.connect(window.open_customer)
    elif key == "reports":
        pane.request_opened.connect(window.open_request)
        pane.order_opened.connect(window.open_order)
    elif key == "settings":
        pane.import_wanted.connect(window.import_file)
        pane.look_chosen.connect(window.look_chosen)
        pane.matters_wanted.connect(window.show_matters)
