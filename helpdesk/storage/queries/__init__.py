"""The read side: SQL in, frozen domain values out."""
