"""The desk without its window: rules, storage, services, reports, command line. Imports no Qt.

An operator's click travels pane -> service -> unit of work -> tables; what it touched travels back as `Changes`.
Layers, each importing only those below it (checked by import-linter):
command, bootstrap, service, (report | transfer), storage, settings and logs, domain, (words | paths | clock | errors).
"""

__version__ = "0.1.0"
