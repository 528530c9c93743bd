"""Where a workplace keeps the office key; no test here or elsewhere touches the keyring of whoever runs it."""

from __future__ import annotations

import stat
import sys

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from helpdesk.errors import OfficeKeyMissing
from helpdesk.sync.key_place import FILE, forget_key, keep_key, kept_key
from tests.sync.hub_ground import KEY


class PretendedKeyring(KeyringBackend):
    """A keyring in memory that may be locked."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))


@pytest.fixture
def pretended():
    real, pretended = keyring.get_keyring(), PretendedKeyring()
    keyring.set_keyring(pretended)
    yield pretended
    keyring.set_keyring(real)


def test_without_a_keyring_the_key_lies_in_a_file_that_its_owner_alone_can_read(tmp_path):
    keep_key(tmp_path, KEY)

    assert kept_key(tmp_path) == KEY
    assert KEY.secret.hex() in (tmp_path / FILE).read_text()
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_where_a_keyring_works_no_file_holds_the_key(tmp_path, pretended):
    keep_key(tmp_path, KEY)

    assert kept_key(tmp_path) == KEY and len(pretended.kept) == 1
    assert KEY.secret.hex() not in (tmp_path / FILE).read_text()


def test_a_locked_keyring_is_passed_over_when_keeping_and_told_of_when_asking(tmp_path, pretended):
    pretended.is_locked = True
    keep_key(tmp_path, KEY)
    assert kept_key(tmp_path) == KEY
    pretended.is_locked = False
    keep_key(tmp_path, KEY)
    pretended.is_locked = True

    with pytest.raises(OfficeKeyMissing):
        kept_key(tmp_path)


@pytest.mark.parametrize("content", ("", "not hexadecimal", "00 keyring"))
def test_a_broken_file_is_a_missing_key(tmp_path, content, pretended):
    (tmp_path / FILE).write_text(content)

    with pytest.raises(OfficeKeyMissing):
        kept_key(tmp_path)


def test_a_workplace_that_leaves_keeps_no_key(tmp_path):
    keep_key(tmp_path, KEY)

    forget_key(tmp_path)

    with pytest.raises(OfficeKeyMissing):
        kept_key(tmp_path)
