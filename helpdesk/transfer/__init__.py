"""Files in and out: recognises tables in foreign files, maps their columns, names their bad rows. Reads no storage."""
