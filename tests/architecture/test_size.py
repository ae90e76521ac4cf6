"""The yardstick: no module over 500 lines, no function over 60."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    file.relative_to(ROOT) for folder in ("src", "tools") for file in (ROOT / folder).rglob("*.py")
)

MODULE_LINES = 500
FUNCTION_LINES = 60


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_size(module: Path) -> None:
    code = (ROOT / module).read_text("utf-8")
    assert len(code.splitlines()) <= MODULE_LINES
    assert [name for name, lines in _functions(code) if lines > FUNCTION_LINES] == []


def _functions(code: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_long_function_is_seen() -> None:
    code = "def short():\n    pass\n\ndef long():\n" + "    pass\n" * 60
    assert list(_functions(code)) == [("short", 2), ("long", 61)]
