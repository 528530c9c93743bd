"""Why customers turn to the company: a tree of contact reasons, each found by the words that customers use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NewType

from helpdesk.lazily import dataclass

ReasonId = NewType("ReasonId", bytes)
_IN_SUBJECT = 2


@dataclass(frozen=True)
class ContactReason:
    """One reason; `words` are those by which it is suggested, in every language that customers write."""

    id: ReasonId
    parent: ReasonId | None
    name_en: str
    name_ru: str
    words: str
    position: int

    def name(self, language: str) -> str:
        """The reason's name in "en" or "ru"."""
        return self.name_ru if language == "ru" else self.name_en


def in_tree_order(reasons: Iterable[ContactReason]) -> list[tuple[int, ContactReason]]:
    """Reasons from the top, each under its parent, with its depth; one whose parent is missing stands at the top."""
    every = sorted(reasons, key=lambda reason: (reason.position, reason.id))
    known = {reason.id for reason in every}
    found: list[tuple[int, ContactReason]] = []

    def put(parent: ReasonId | None, depth: int) -> None:
        for reason in every:
            if (reason.parent if reason.parent in known else None) == parent and depth < len(every):
                found.append((depth, reason))
                put(reason.id, depth + 1)

    put(None, 0)
    return found


class Suggester:
    """Suggests a reason by words: a word in the subject counts double, of equals the deeper one, then the first."""

    def __init__(self, reasons: Sequence[ContactReason]) -> None:
        self._reasons = [(depth, reason.id, _stems(reason.words)) for depth, reason in in_tree_order(reasons)]

    def suggest(self, subject: str, description: str = "") -> ReasonId | None:
        """The likeliest reason; None where no word says anything."""
        first, rest = _stems(subject), _stems(description)
        best, most = None, (0, 0)
        for depth, reason, words in self._reasons:
            found = _IN_SUBJECT * len(words & first) + len(words & (rest - first))
            if found and (found, depth) > most:
                best, most = reason, (found, depth)
        return best


def _stems(text: str) -> frozenset[str]:
    # Not needed by the first window, which knows reasons but suggests none.
    from helpdesk.domain.folding import stem, tokens

    return frozenset(stem(token) for token in tokens(text))
