"""Pictures of products: files under the hash of their content beside the database, named on the product's card."""

from __future__ import annotations

import hashlib
from pathlib import Path

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.permission import Action
from helpdesk.errors import FileUnreadable
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import translated
from helpdesk.words import _

FOLDER = "attachments"
ENDINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}
LARGEST = 8_000_000


def add(desk: Desk, actor: OperatorId, product: ProductId, file: Path) -> Changes:
    """Copies a picture beside the database and names it on the product's card. Raises FileUnreadable, DiskFull."""
    ask(desk, actor, Action.WRITE)
    content = _content(file)
    ending = next((name for begin, name in ENDINGS.items() if content.startswith(begin)), "")
    if not ending:
        raise FileUnreadable(file, _("it is neither PNG nor JPEG."))
    name = f"{hashlib.sha256(content).hexdigest()}{ending}"
    target = file_of(desk, name)
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            unfinished = target.with_suffix(".part")
            unfinished.write_bytes(content)
            unfinished.replace(target)
    with desk.work() as unit:
        row = unit.get(tables.Product, product)
        if name not in row.pictures:
            unit.change(row, pictures=[*row.pictures, name])
    return unit.changes


def file_of(desk: Desk, name: str) -> Path:
    """Where a picture lies, or will lie once it has come from another station."""
    return desk.folder / FOLDER / Path(name).name


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise FileUnreadable(file, _("it is larger than 8 MB."))
        return file.read_bytes()
    except OSError as error:
        raise FileUnreadable(file, error.strerror or str(error)) from error
