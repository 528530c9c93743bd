"""One SQLite file per workplace, opened by one function, changed in units of work.

Synchronised tables (`tables`) have a global identity (UUIDv7) beside a local integer alias and stable column numbers;
triggers made from them (`journal`) note every change, by any code path, in the same transaction. A unit of work reads
that journal when it ends, computes the derived columns (`derived`) and the search index (`search`) of what was touched,
and answers with `Changes`. Foreign keys stay off: with synchronisation orphans may wait for their parents.
"""
