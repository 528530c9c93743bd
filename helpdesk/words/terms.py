"""Words for the members of the core's enums, by `Class.MEMBER`; a test finds a member without one."""

from __future__ import annotations

from enum import Enum

from helpdesk.words import N_, _

TERMS: dict[str, str] = {
    "RequestKind.CONSULTATION": N_("Consultation"),
    "RequestKind.PURCHASE": N_("Purchase"),
    "RequestKind.ORDER_CHANGE": N_("Order change"),
    "RequestKind.COMPLAINT": N_("Complaint"),
    "RequestKind.SERVICE": N_("Service"),
    "Priority.LOW": N_("Low"),
    "Priority.NORMAL": N_("Normal"),
    "Priority.HIGH": N_("High"),
    "Priority.URGENT": N_("Urgent"),
    "Channel.PHONE": N_("Phone"),
    "Channel.MAIL": N_("E-mail"),
    "Channel.CHAT": N_("Chat"),
    "Channel.VISIT": N_("Visit"),
    "Channel.OTHER": N_("Other"),
    "Direction.INCOMING": N_("Incoming"),
    "Direction.OUTGOING": N_("Outgoing"),
    "Category.NEW": N_("New"),
    "Category.OPEN": N_("In work"),
    "Category.WAITING": N_("Waiting"),
    "Category.SOLVED": N_("Solved"),
    "Category.CLOSED": N_("Closed"),
    "Category.CANCELLED": N_("Cancelled"),
    "WaitingReason.CUSTOMER": N_("Waiting for customer"),
    "WaitingReason.DEPARTMENT": N_("Waiting for department"),
    "WaitingReason.SUPPLIER": N_("Waiting for supplier"),
    "WaitingReason.DATE": N_("Waiting for a date"),
    "ServiceTarget.FIRST_RESPONSE": N_("First response"),
    "ServiceTarget.NEXT_UPDATE": N_("Next update"),
    "ServiceTarget.SOLUTION": N_("Solution"),
    "ServiceState.ON_TRACK": N_("On track"),
    "ServiceState.AT_RISK": N_("At risk"),
    "ServiceState.BREACHED": N_("Overdue"),
    "ServiceState.PAUSED": N_("Paused"),
    "ServiceState.MET": N_("Met"),
    "ClockRule.NEW": N_("New: the clock runs"),
    "ClockRule.IN_WORK": N_("In work: the clock runs"),
    "ClockRule.WAITING": N_("Waiting"),
    "ClockRule.WAITING_CUSTOMER": N_("Waiting for customer"),
    "ClockRule.WAITING_DEPARTMENT": N_("Waiting for department"),
    "ClockRule.WAITING_SUPPLIER": N_("Waiting for supplier"),
    "ClockRule.WAITING_DATE": N_("Waiting for a date"),
    "ClockRule.SOLVED": N_("Solved: the clock stands"),
    "ClockRule.CLOSED": N_("Closed: the clock stands"),
    "ClockRule.CANCELLED": N_("Cancelled: the clock stands"),
    "ClockRule.REOPENED": N_("Reopened: the clock runs on"),
    "ClockRule.FIXED_DUE": N_("Due date set by hand"),
    "ClockRule.OVERDUE": N_("Overdue"),
    "DayKind.WORKING": N_("Working day moved to a weekend"),
    "DayKind.SHORT": N_("Day shortened by an hour"),
    "DayKind.DAY_OFF": N_("Day off"),
    "PhoneMatch.EXACT": N_("This number"),
    "PhoneMatch.TAIL": N_("Same last ten digits"),
    "PhoneMatch.SHORT": N_("Maybe: number without its code"),
    "DuplicateReason.SAME_PHONE": N_("Same phone"),
    "DuplicateReason.SAME_MAIL": N_("Same e-mail"),
    "DuplicateReason.SAME_NAME": N_("Same name"),
    "DuplicateReason.LIKE_NAME": N_("Similar name"),
}


def title(member: Enum) -> str:
    """The member's name as operators say it, in the language spoken now."""
    return _(TERMS[f"{type(member).__name__}.{member.name}"])
