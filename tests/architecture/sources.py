"""The project's own source as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("helpdesk", "ui")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its path from the root."""
    files = [ROOT / "main.py", *(file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py")))]
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8")) for file in files}


def lines(module: str) -> int:
    return len((ROOT / module).read_text("utf-8").splitlines())


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in modules().items():
        yield from ((name, node) for node in ast.walk(tree) if isinstance(node, kinds))


def places(found: Iterator[tuple[str, ast.AST]]) -> list[str]:
    return [f"{name}:{node.lineno}" for name, node in found]


def called(node: ast.Call) -> str:
    """The dotted name of what a call calls."""
    return ast.unparse(node.func)


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
