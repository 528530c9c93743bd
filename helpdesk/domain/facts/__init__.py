"""What reports are made from: frozen values, one module a report, filled by storage and read by `report`.

Codes stay codes, instants are aware UTC, lengths are seconds, money is whole minor units; words come with the report.
"""
