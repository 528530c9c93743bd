"""How requests belong together: parent and children, split off, having to do with each other."""

from __future__ import annotations

from enum import StrEnum

from helpdesk.domain.category import Category
from helpdesk.domain.identity import RequestId
from helpdesk.lazily import dataclass


class LinkKind(StrEnum):
    """What the other request is to this one."""

    PARENT = "parent"
    SPLIT = "split"
    RELATED = "related"


@dataclass(frozen=True)
class LinkedRequest:
    """A request linked with the one shown; `is_back` where the link was made from the other one."""

    link: bytes
    kind: LinkKind
    is_back: bool
    request: RequestId
    number: str
    subject: str
    category: Category
