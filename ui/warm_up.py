"""What is done in a worker once the window stands: modules of the other sections, then the file's own care."""

from __future__ import annotations

from PySide6 import QtWidgets

from helpdesk.bootstrap import Workplace


def first_work(workplace: Workplace) -> tuple[str, ...]:
    """Imports what the first visit of each section needs, then checks and backs up the file; names the backup made.

    Runs in a worker, where imports let the window's thread in between. Raises WorkplaceDamaged and its kin.
    """
    _finish_widget_classes()
    _import_sections()
    return workplace.start_work()


def _finish_widget_classes() -> None:
    # One at a time, with the window's thread let in between; asked for by Qt, they would all come in one go of 20 ms.
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)


def _import_sections() -> None:
    import babel.dates
    import babel.numbers

    import ui.dialogs.wrap_up
    import ui.exchange_desk
    import ui.panes.catalogue
    import ui.panes.catalogue_papers
    import ui.panes.customers
    import ui.panes.order_board
    import ui.panes.order_calendar
    import ui.panes.order_entry
    import ui.panes.order_todo
    import ui.panes.order_tracker
    import ui.panes.order_view
    import ui.panes.report
    import ui.panes.settings  # noqa: F401

    for language in ("en", "ru"):
        babel.numbers.format_currency(1, "RUB", locale=language)
