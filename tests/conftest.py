"""Shared ground of the tests: no screen, one clock, one language at the start of each test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from helpdesk import words


@pytest.fixture(autouse=True)
def english():
    words.use("en")
    yield
    words.use("en")
