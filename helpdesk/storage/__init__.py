"""One SQLite file per workplace, opened by one function, changed in units of work.

Synchronised tables (`tables`) have a global identity (UUIDv7) beside a local integer alias and stable column numbers;
triggers made from them (`journal`) note every change, by any code path, in the same transaction. A unit of work reads
that journal when it ends, computes the derived columns (`derived`) and the search index (`search`) of what was touched,
and answers with `Changes`. Foreign keys stay off: with synchronisation orphans may wait for their parents.
"""

from __future__ import annotations

import sys

# WORKAROUND(peewee 4): it loads every database driver that is installed, and psycopg alone costs a start 170 ms.
_needless = {"psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb"}.difference(sys.modules)
sys.modules.update(dict.fromkeys(_needless))  # type: ignore[arg-type]
try:
    import peewee as peewee
finally:
    for _name in _needless:
        del sys.modules[_name]
