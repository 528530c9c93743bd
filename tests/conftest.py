"""Shared ground of the tests: no screen, one clock, one language at the start of each test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nobody's own keyring is touched: programs that tests start inherit it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import pytest
from hypothesis import settings

from helpdesk import words

# What a check of the whole finds must be found again by the same check; elsewhere every run tries other examples.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def english():
    words.use("en")
    yield
    words.use("en")
