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
}


def title(member: Enum) -> str:
    """The member's name as operators say it, in the language spoken now."""
    return _(TERMS[f"{type(member).__name__}.{member.name}"])
