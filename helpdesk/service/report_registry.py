"""Every report that the program makes, in the order of the lists: a new one is one line here.

A report is two modules of the same name: `helpdesk.report.NAME` (NAME, TITLE, QUESTION, a pure `build(facts, frame)`)
and `helpdesk.storage.queries.report_NAME` (`facts(database, scope)` in sets, `aliases(database, scope, drill)` for what
stands behind its figures). Imported when the first report is asked for, so that the window is there sooner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helpdesk.domain.drill import Drill
from helpdesk.domain.report_scope import ReportScope
from helpdesk.report import (
    audit,
    bottlenecks,
    calls,
    complaints,
    daily,
    flow,
    fulfilment,
    journal,
    operators,
    person,
    reasons,
    sales,
    satisfaction,
    shift,
    sla,
)
from helpdesk.report import open as open_requests
from helpdesk.report.content import ReportContent, ReportFrame
from helpdesk.storage.database import Database
from helpdesk.storage.queries import (
    report_audit,
    report_bottlenecks,
    report_calls,
    report_complaints,
    report_daily,
    report_flow,
    report_fulfilment,
    report_journal,
    report_open,
    report_operators,
    report_person,
    report_reasons,
    report_sales,
    report_satisfaction,
    report_shift,
    report_sla,
)
from helpdesk.words import _


class ReportWords(Protocol):
    """A module of `helpdesk.report`."""

    @property
    def NAME(self) -> str: ...
    @property
    def TITLE(self) -> str: ...
    @property
    def QUESTION(self) -> str: ...
    @property
    def build(self) -> Any: ...


class ReportQuery(Protocol):
    """A module of `helpdesk.storage.queries`."""

    @property
    def facts(self) -> Any: ...
    @property
    def aliases(self) -> Any: ...


@dataclass(frozen=True)
class Report:
    """A report with its query; its words are translated when they are asked for."""

    words: ReportWords
    query: ReportQuery

    @property
    def name(self) -> str:
        return self.words.NAME

    @property
    def title(self) -> str:
        return _(self.words.TITLE)

    @property
    def question(self) -> str:
        """What the report answers."""
        return _(self.words.QUESTION)

    def facts(self, database: Database, scope: ReportScope) -> Any:
        """What it is made from."""
        return self.query.facts(database, scope)

    def build(self, facts: Any, frame: ReportFrame) -> ReportContent:
        """The report in the frame's language."""
        built: ReportContent = self.words.build(facts, frame)
        return built

    def aliases(self, database: Database, scope: ReportScope, drill: Drill) -> Sequence[int]:
        """The records behind a drill, as local aliases."""
        found: Sequence[int] = self.query.aliases(database, scope, drill)
        return found


REPORTS: tuple[Report, ...] = (
    Report(daily, report_daily),
    Report(open_requests, report_open),
    Report(sla, report_sla),
    Report(flow, report_flow),
    Report(operators, report_operators),
    Report(calls, report_calls),
    Report(complaints, report_complaints),
    Report(bottlenecks, report_bottlenecks),
    Report(fulfilment, report_fulfilment),
    Report(satisfaction, report_satisfaction),
    Report(sales, report_sales),
    Report(audit, report_audit),
    Report(reasons, report_reasons),
    Report(shift, report_shift),
    Report(person, report_person),
    Report(journal, report_journal),
)
