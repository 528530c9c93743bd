"""Stations exchange sealed batches of changes through a hub: one shared file, or a PostgreSQL table."""
