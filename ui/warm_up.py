"""What is done in a worker once the window stands: modules of the other sections, then the file's own care."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

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
    import babel.numbers

    import ui.dialogs
    import ui.exchange_desk
    import ui.models
    import ui.panes
    import ui.widgets

    # A module that is compiled and run while somebody waits for a pane would hold the window.
    for package in (ui.widgets, ui.models, ui.dialogs, ui.panes):
        for module in iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    for language in ("en", "ru"):
        babel.numbers.format_currency(1, "RUB", locale=language)
