"""What a start brings in: no Qt for the core, nothing heavy for the first window."""

from __future__ import annotations

import ast
import json
import subprocess
import sys

from tests.architecture.sources import ROOT, modules, nodes

HEAVY = (
    "phonenumbers",
    "babel",
    "holidays",
    "reportlab",
    "pypdfium2",
    "snowballstemmer",
    "python_calamine",
    "xlsxwriter",
    "psycopg",
    "psycopg2",
    "PIL",
    "charset_normalizer",
    "PySide6.QtPrintSupport",
)


def dotted(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def said_by(code: str) -> object:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_core_imports_where_qt_is_not_installed():
    core = [dotted(name) for name in modules() if name.startswith("helpdesk/")]
    code = f"""
import importlib, json, sys
sys.modules.update(dict.fromkeys(("PySide6", "shiboken6", "ui")))
for name in {core!r}:
    importlib.import_module(name)
print(json.dumps(len(sys.modules)))
"""

    assert said_by(code)


def loaded_by(*names: str) -> set[str]:
    imports = "; ".join(f"import {name}" for name in names)
    return set(said_by(f"import json, sys; {imports}; print(json.dumps(sorted(sys.modules)))"))


def test_the_first_window_brings_in_nothing_that_it_does_not_need():
    loaded = loaded_by("main", "ui.application", "ui.main_window", "ui.panes.request_list")

    assert loaded & {*HEAVY, "peewee", "helpdesk.storage.tables", "helpdesk.domain.folding"} == set()


def test_a_command_brings_in_neither_qt_nor_what_another_command_needs():
    loaded = loaded_by("main", "helpdesk.command.line", "helpdesk.command.workplace", "helpdesk.command.find")

    assert loaded & {*HEAVY, "PySide6"} == set()


def test_no_dataclass_of_the_first_window_is_finished_before_it_is_needed():
    """A start declares a hundred and makes twenty; in these modules `helpdesk.lazily` has the decorator."""
    loaded = loaded_by(
        "main", "ui.application", "ui.main_window", "ui.panes.request_list", "helpdesk.service.request_list"
    )
    eager = [
        name
        for name, node in nodes(ast.ImportFrom)
        if node.module == "dataclasses" and "dataclass" in {alias.name for alias in node.names}
    ]

    assert [name for name in eager if name != "helpdesk/lazily.py" and dotted(name) in loaded] == []
