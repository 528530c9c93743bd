"""Random schedules of edits, exchanges, crashes, damage, clones, restores, clock steps and compactions (SYNC.md I1-I6)."""

from __future__ import annotations

import pytest

from tests.sync.office_model import run

BLOCK = 8


def faults(seeds, folder, steps: int) -> dict[int, str]:
    return {seed: fault for seed in seeds if (fault := run(seed, folder, steps))}


@pytest.mark.parametrize("block", range(10))
def test_every_schedule_ends_with_all_stations_equal_and_nothing_lost(block, tmp_path):
    seeds = range(block * BLOCK, (block + 1) * BLOCK)

    assert faults(seeds, tmp_path, 40) == {}


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_longer_schedules_end_with_all_stations_equal_and_nothing_lost(block, tmp_path):
    seeds = range(100 + block * 10, 110 + block * 10)

    assert faults(seeds, tmp_path, 60) == {}
