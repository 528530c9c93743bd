"""What a data cut-off means to queries: only what was entered up to it, wherever it was entered."""

from __future__ import annotations

from helpdesk.domain.identity import milliseconds
from helpdesk.domain.report_scope import ReportScope

_STAMP_BITS = 16
_FOREVER = 2**63 - 1


def stamp_limit(scope: ReportScope) -> int:
    """Events with stamps below this were entered before the cut-off; every one was, where the report asks for now."""
    return (milliseconds(scope.as_of) + 1) << _STAMP_BITS if scope.is_cut else _FOREVER
