"""Stages of orders as the company names them, by kind of order; their fixed meaning is `OrderStage`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpdesk.domain.order import WAY, OrderKind, OrderStage


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of one kind of order; `department` holds the order while it stands there."""

    kind: OrderKind
    code: str
    category: OrderStage
    name_en: str
    name_ru: str
    position: int
    department: str = ""
    id: bytes = b""

    def name(self, language: str) -> str:
        """The stage's name in "en" or "ru"."""
        return self.name_ru if language == "ru" else self.name_en


@dataclass(frozen=True, slots=True)
class StagePlan:
    """All stages of the company in their order."""

    stages: tuple[Stage, ...] = ()

    def of(self, kind: OrderKind) -> tuple[Stage, ...]:
        """The stages of a kind in their order."""
        return tuple(stage for stage in self.stages if stage.kind is kind)

    def way(self, kind: OrderKind) -> tuple[Stage, ...]:
        """The stages from the order to the customer, without problems and ends that nobody wants."""
        return tuple(stage for stage in self.of(kind) if stage.category in WAY)

    def named(self, kind: OrderKind, code: str) -> Stage | None:
        """The stage of this code, or the first of that meaning where the code is a meaning."""
        own = self.of(kind)
        return _first(own, code) or next((stage for stage in own if stage.category == code), None)

    def after(self, kind: OrderKind, code: str) -> Stage | None:
        """The next stage on the way; from a problem the way goes on where it stands, so there is none."""
        way = self.way(kind)
        at = next((place for place, stage in enumerate(way) if stage.code == code), -1)
        return way[at + 1] if 0 <= at < len(way) - 1 else None

    def is_onward(self, kind: OrderKind, present: str, stage: str) -> bool:
        """Whether a step goes along the way, so that it needs no reason."""
        codes = [one.code for one in self.way(kind)]
        return present in codes and stage in codes and codes.index(stage) >= codes.index(present)

    def done(self, kind: OrderKind, code: str) -> tuple[int, int]:
        """How many stages of the way are behind, the present one counted, and how many there are."""
        codes = [one.code for one in self.way(kind)]
        return (codes.index(code) + 1 if code in codes else 0), len(codes)

    def names(self, kind: OrderKind, code: str) -> tuple[str, str]:
        """The stage's name in English and in Russian; the code alone where its row has not come yet."""
        known = self.named(kind, code)
        return (known.name_en, known.name_ru) if known else (code, code)


def _first(stages: Iterable[Stage], code: str) -> Stage | None:
    return next((stage for stage in stages if stage.code == code), None)


def departments(stages: Sequence[Stage]) -> tuple[str, ...]:
    """The departments that hold orders, each once, in the order of the stages."""
    return tuple(dict.fromkeys(stage.department for stage in stages if stage.department))
