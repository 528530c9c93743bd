"""Who may import whom: the rules hold, and each one catches the import that breaks it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

# Contract, module that breaks it, what it wrongly imports.
BREACHES = (
    ("core", "helpdesk.service.request", "PySide6.QtCore"),
    ("core", "helpdesk.service.company", "ui.theme"),
    ("layers", "helpdesk.storage.fields", "helpdesk.service.desk"),
    ("layers", "helpdesk.report.figure", "helpdesk.transfer.rows"),
    ("layers", "helpdesk.service.setting", "helpdesk.bootstrap"),
    ("layers", "helpdesk.words", "helpdesk.domain.money"),
    ("layers", "helpdesk.clock", "helpdesk.errors"),
    ("domain", "helpdesk.domain.money", "peewee"),
    ("domain", "helpdesk.domain.phone", "reportlab"),
    ("domain", "helpdesk.domain.query", "sqlcipher3"),
    ("domain", "helpdesk.domain.number", "socket"),
    ("report", "helpdesk.report.notation", "helpdesk.storage.fields"),
    ("window", "ui.theme", "peewee"),
    ("window", "ui.icons", "helpdesk.storage.tables"),
    ("window", "ui.fonts", "reportlab"),
    ("panes", "ui.panes.report", "ui.panes.settings"),
)


def contracts() -> dict[str, str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    return {contract["id"]: contract["name"] for contract in settings["contracts"]}


def lint(folder: Path) -> str:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder)})
    return done.stdout + done.stderr


def copy_of_the_program(folder: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in ("helpdesk", "ui"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))


def file_of(folder: Path, module: str) -> Path:
    file = folder / Path(*module.split("."))
    return file / "__init__.py" if file.is_dir() else file.with_suffix(".py")


def test_no_import_crosses_a_border(tmp_path):
    copy_of_the_program(tmp_path)

    said = lint(tmp_path)

    assert f"{len(contracts())} kept, 0 broken" in said, said


@pytest.fixture(scope="module")
def complaints(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("broken")
    copy_of_the_program(folder)
    for _, module, wrong in BREACHES:
        file = file_of(folder, module)
        file.write_text(f"{file.read_text('utf-8')}\n\ndef breach():\n    import {wrong}\n", "utf-8")
    return lint(folder)


def test_every_contract_is_broken_by_some_breach_here():
    assert {contract for contract, _, _ in BREACHES} == set(contracts())


@pytest.mark.parametrize(("contract", "module", "wrong"), BREACHES)
def test_a_wrong_import_is_caught(complaints, contract, module, wrong):
    name = contracts()[contract]

    assert re.search(rf"{re.escape(name)}\s+BROKEN", complaints), complaints
    target = wrong if wrong.startswith(("helpdesk", "ui")) else wrong.split(".")[0]
    assert f"{module} -> {target}" in section_of(name, complaints)


def section_of(name: str, complaints: str) -> str:
    sections = re.split(r"\n([^\n]+)\n-{5,}\n", complaints.split("Broken contracts", 1)[1])
    return dict(zip(sections[1::2], sections[2::2], strict=True))[name]
