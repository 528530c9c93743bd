"""Links of requests as they are shown, and what stands open under a parent."""

from __future__ import annotations

from helpdesk.domain.category import Category
from helpdesk.domain.identity import RequestId
from helpdesk.domain.request_link import LinkedRequest, LinkKind
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import group_of

# Both ends are shown by the requests that stand for them today.
_LINKS = (
    "SELECT l.id, l.kind, {is_back}, r.id, r.number, r.subject, r.category FROM request_link l"
    " JOIN request x ON x.id = l.{far} JOIN request r ON r.id = coalesce(x.merged_into, x.id)"
    " WHERE l.is_hidden = 0 AND l.{near} IN ({marks})"
)


def links_of(database: Database, request: bytes) -> tuple[LinkedRequest, ...]:
    """Everything that a request, or what was merged into it, is linked with; the oldest link first."""
    group = group_of(database, "request", request)
    sql = " UNION ALL ".join(
        _LINKS.format(is_back=is_back, far=far, near=near, marks=marks(group))
        for is_back, far, near in ((0, "other", "request"), (1, "request", "other"))
    )
    return tuple(
        LinkedRequest(
            bytes(link), LinkKind(kind), bool(is_back), RequestId(bytes(id)), number, subject, Category(category)
        )
        for link, kind, is_back, id, number, subject, category in database.rows(f"{sql} ORDER BY 1", *group, *group)
        if bytes(id) not in group
    )


def open_children(database: Database, request: bytes) -> list[str]:
    """The numbers of the children of a request that are still worked on."""
    return [
        linked.number
        for linked in links_of(database, request)
        if linked.kind is LinkKind.PARENT and linked.is_back and not linked.category.is_final
    ]


def parents_of(database: Database, request: bytes) -> set[bytes]:
    """Every request above this one."""
    found: set[bytes] = set()
    fresh = {request}
    while fresh:
        fresh = {
            bytes(linked.request)
            for one in fresh
            for linked in links_of(database, one)
            if linked.kind is LinkKind.PARENT and not linked.is_back
        } - found
        found |= fresh
    return found
