"""The policy that a company begins with."""

from __future__ import annotations

from types import MappingProxyType

from helpdesk.domain.service_policy import Allowance, ServiceGoals, ServicePolicy

_MINUTE, _HOUR = 60, 3600


def _goals(response: int, update: int, *, days: int = 0, seconds: int = 0) -> ServiceGoals:
    return ServiceGoals(Allowance(response), Allowance(update), Allowance(seconds, days))


DEFAULT_POLICY = ServicePolicy(
    name="default",
    goals=MappingProxyType(
        {
            ("", "low"): _goals(8 * _HOUR, 16 * _HOUR, days=4),
            ("", ""): _goals(4 * _HOUR, 8 * _HOUR, days=2),
            ("", "high"): _goals(2 * _HOUR, 4 * _HOUR, days=1),
            ("", "urgent"): _goals(1 * _HOUR, 2 * _HOUR, seconds=4 * _HOUR),
            ("complaint", "low"): _goals(2 * _HOUR, 8 * _HOUR, days=5),
            ("complaint", ""): _goals(1 * _HOUR, 4 * _HOUR, days=3),
            ("complaint", "high"): _goals(30 * _MINUTE, 2 * _HOUR, days=2),
            ("complaint", "urgent"): _goals(15 * _MINUTE, 1 * _HOUR, days=1),
        }
    ),
)
