"""Addresses of hubs: a file, a folder (with a separator at its end, or there already), or `postgresql://…`."""

from __future__ import annotations

from pathlib import Path

from helpdesk.errors import HubAddressUnclear
from helpdesk.sync.folder import FolderHub
from helpdesk.sync.hub import Hello, Hub, Seat
from helpdesk.sync.shared_file import SharedFileHub

SCHEMES = ("postgresql", "postgres")


def create_hub(address: str, hello: Hello, seat: Seat | None = None) -> Hub:
    """Makes a new hub and opens it. Raises HubExists, HubUnwritable, HubUnreachable and their kin."""
    if is_server(address):
        from helpdesk.sync.postgres import PostgresHub

        return PostgresHub.create(address, shown(address), hello, seat or Seat())
    if _is_folder(address):
        return FolderHub.create(_file(address), hello, seat or Seat())
    return SharedFileHub.create(_file(address), hello, seat or Seat())


def open_hub(address: str, seat: Seat | None = None) -> Hub:
    """Opens a hub; never makes one, and looks at it only when it is read."""
    if is_server(address):
        from helpdesk.sync.postgres import PostgresHub

        return PostgresHub(address, shown(address), seat or Seat())
    if _is_folder(address):
        return FolderHub(_file(address), seat or Seat())
    return SharedFileHub(_file(address), seat or Seat())


def _is_folder(address: str) -> bool:
    return address.endswith(("/", "\\")) or _file(address).is_dir()


def _file(address: str) -> Path:
    if not address.strip() or "://" in address:
        raise HubAddressUnclear(shown(address))
    return Path(address).expanduser().absolute()


def is_server(address: str) -> bool:
    """Whether the address names a PostgreSQL server."""
    return address.partition("://")[0].lower() in SCHEMES and "://" in address


def shown(address: str) -> str:
    """The address as it may be shown and logged: without a password."""
    if not is_server(address):
        return address
    scheme, _, rest = address.partition("://")
    who, at, where = rest.partition("?")[0].rpartition("@")
    return f"{scheme}://{who.partition(':')[0]}{at}{where}"
