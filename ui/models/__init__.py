"""What views show: rows in memory, asked for by windows; no query, no widget, no settings."""
