"""How rows are drawn: from frozen values that the model keeps ready, never from a query."""

from ui.delegates.table import STRIP, STRONG, TONE, StripText, TableDelegate
from ui.delegates.two_line import ROW, RowText, TwoLineDelegate

__all__ = ["ROW", "STRIP", "STRONG", "TONE", "RowText", "StripText", "TableDelegate", "TwoLineDelegate"]
