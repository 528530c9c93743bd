"""One SQLite file per workplace, opened by one function, changed in units of work.

Synchronised tables (`tables`) have a global identity (UUIDv7) beside a local integer alias and stable column numbers;
triggers made from them (`journal`) note every change, by any code path, in the same transaction. A unit of work reads
that journal when it ends, computes the derived columns (`derived`) and the search index (`search`) of what was touched,
and answers with `Changes`. Foreign keys stay off: with synchronisation orphans may wait for their parents.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from typing import Any

_NEEDLESS = {"psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb"}


class _AloneFinder:
    """WORKAROUND(peewee 4): it loads every database driver that is installed, and psycopg alone costs 170 ms.

    Without the base classes of importlib.abc, which cost 4 ms more.
    """

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if fullname != "peewee":
            return None
        sys.meta_path.remove(self)
        found = find_spec(fullname)
        if found is not None and found.loader is not None:
            found.loader = _AloneLoader(found.loader)  # type: ignore[assignment]
        return found


class _AloneLoader:
    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> Any:
        return self._loader.create_module(spec)

    def exec_module(self, module: Any) -> None:
        hidden = _NEEDLESS.difference(sys.modules)
        sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
        try:
            self._loader.exec_module(module)
        finally:
            for name in hidden:
                del sys.modules[name]


if "peewee" not in sys.modules:
    sys.meta_path.insert(0, _AloneFinder())
