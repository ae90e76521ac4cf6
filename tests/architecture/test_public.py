"""Every module says in ``__all__`` what of it is for others, and has it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
MODULES = sorted(file.relative_to(SOURCE) for file in SOURCE.rglob("*.py") if file.name != "__main__.py")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_public_names(module: Path) -> None:
    tree = ast.parse((SOURCE / module).read_text("utf-8"))
    defined, listed = _names(tree)
    if listed is None:
        assert not {name for name in defined if not name.startswith("_")}, "these are public without __all__"
    else:
        assert set(listed) <= defined
        assert len(set(listed)) == len(listed)
        private = {name for name in listed if name.startswith("_") and not name.endswith("__")}
        assert not private, "these are listed as public and named as private"


def _names(tree: ast.Module) -> tuple[set[str], list[str] | None]:
    """What a module binds at its top (imports only where there is an ``__all__``), and what it lists."""
    defined: set[str] = set()
    imported: set[str] = set()
    listed: list[str] | None = None
    for node in _top(tree.body):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                defined.add(node.name)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                listed = list(ast.literal_eval(node.value))
            case ast.Assign(targets=targets):
                defined |= {
                    name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
                }
            case ast.AnnAssign(target=ast.Name(id=name)):
                defined.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                imported |= {alias.asname or alias.name for alias in names}
    return (defined | imported if listed is not None else defined), listed


def _top(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in statements:
        if isinstance(statement, ast.If):
            yield from _top(statement.body + statement.orelse)
        else:
            yield statement
