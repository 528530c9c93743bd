"""Where the office key stays: in the system's keyring where one works, else in a file that its owner alone can read."""

from __future__ import annotations

import os
from pathlib import Path

from helpdesk.errors import OfficeKeyMissing
from helpdesk.storage.database import translated
from helpdesk.sync.key import OfficeKey

FILE = "office.key"
SERVICE = "helpdesk office"
_KEYRING = "keyring"
_OFFICE_BYTES, _SECRET_BYTES = 16, 32


def keep_key(folder: Path, key: OfficeKey) -> None:
    """Keeps the key for the workplace. Raises WorkplaceUnwritable, DiskFull."""
    secret = _KEYRING if _put_in_keyring(key) else key.secret.hex()
    file = folder / FILE
    unfinished = folder / f"{FILE}.new"
    with translated(file):
        unfinished.unlink(missing_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            stream.write(f"{key.office.hex()} {secret}\n")
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)


def kept_key(folder: Path) -> OfficeKey:
    """The key of the workplace's office. Raises OfficeKeyMissing."""
    try:
        office, secret = (folder / FILE).read_text("ascii").split()
        if secret == _KEYRING:
            secret = _from_keyring(office)
        key = OfficeKey(bytes.fromhex(office), bytes.fromhex(secret))
        if (len(key.office), len(key.secret)) != (_OFFICE_BYTES, _SECRET_BYTES):
            raise ValueError(office)
        return key
    except (OSError, ValueError) as error:
        raise OfficeKeyMissing(folder) from error


def forget_key(folder: Path) -> None:
    """Removes the key's file; a keyring entry stays for other workplaces of the office."""
    with translated(folder / FILE):
        (folder / FILE).unlink(missing_ok=True)


def _put_in_keyring(key: OfficeKey) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_keyring().priority < 1:
            return False
        keyring.set_password(SERVICE, key.office.hex(), key.secret.hex())
        return keyring.get_password(SERVICE, key.office.hex()) == key.secret.hex()
    except (KeyringError, OSError, RuntimeError):
        return False


def _from_keyring(office: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, office) or ""
    except KeyringError as error:
        raise ValueError(office) from error
