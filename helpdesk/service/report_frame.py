"""The head of a report: whose it is, on what, by whom, from which records, with its filters in words."""

from __future__ import annotations

from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.report_scope import ReportFilter, ReportScope
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.report.bottleneck_words import PROCESSES
from helpdesk.report.content import ReportFrame, Unheard
from helpdesk.service import company, station
from helpdesk.service.contact_reason import reasons
from helpdesk.service.desk import Desk
from helpdesk.words import _, language
from helpdesk.words.terms import title


def frame_of(desk: Desk, actor: OperatorId, scope: ReportScope) -> ReportFrame:
    """The frame of a report in the language spoken now."""
    names = {operator.id: operator.name for operator in company.operators(desk)}
    with desk.reading() as database:
        unheard = station.unheard(database, scope.as_of)
    return ReportFrame(
        company=desk.company.name,
        language=language(),
        time_zone=desk.company.time_zone,
        currency=desk.company.currency,
        first=scope.period.first,
        last=scope.period.last,
        made_by=names.get(actor, "helpdesk"),
        made_at=desk.clock.now(),
        data_as_of=scope.as_of,
        rule_version=str(desk.policy.version),
        filters=filter_words(desk, scope.filters),
        stations_unheard=tuple(Unheard(name, at) for name, at in unheard),
    )


def filter_words(desk: Desk, filters: ReportFilter) -> tuple[str, ...]:
    """The filters as sentences."""
    found = []
    if filters.kinds:
        found.append(_("Kind: {names}").format(names=_listed(filters.kinds)))
    if filters.channels:
        found.append(_("Channel: {names}").format(names=_listed(filters.channels)))
    if filters.priorities:
        found.append(_("Priority: {names}").format(names=_listed(filters.priorities)))
    if filters.states:
        names = ", ".join(state.name(language()) for code, state in desk.states.items() if code in filters.states)
        found.append(_("State: {names}").format(names=names))
    if filters.owner is not None:
        names = ", ".join(operator.name for operator in company.operators(desk) if operator.id == filters.owner)
        found.append(_("Owner: {names}").format(names=names))
    if filters.reasons:
        names = ", ".join(reason.name(language()) for reason in reasons(desk) if reason.id in filters.reasons)
        found.append(_("Contact reason: {names}").format(names=names))
    named = (
        (_("Team: {names}"), filters.team),
        (_("Line: {names}"), filters.line),
        (_("Carrier: {names}"), filters.carrier),
        (_("Product: {names}"), filters.product),
        (_("Process: {names}"), _(PROCESSES[filters.process]) if filters.process else ""),
    )
    found += [sentence.format(names=name) for sentence, name in named if name]
    return tuple(found)


def _listed(chosen: frozenset[RequestKind] | frozenset[Channel] | frozenset[Priority]) -> str:
    return ", ".join(sorted(title(member) for member in chosen))
