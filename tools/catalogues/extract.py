"""Every text for people in svcflow, found where it is written: the English message ids of the catalogues."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "SOURCE", "Text", "extract", "from_python", "from_template", "rule_texts"]

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "svcflow"

_PLACE_OF_TEXT = {"msg": 0, "Message": 0, "t": 0, "_": 0, "term": 0, "bad": 1, "worded": 2}
"""The functions that take a text for people, and the position of the text among their arguments."""

_LITERAL_ONLY = {"msg", "bad", "worded"}
"""Those whose text must be a literal. A translator may also be handed a text that was extracted elsewhere."""

_TEMPLATES = ("documents", "exporters")
_TEMPLATE_SUFFIXES = {".j2", ".jinja", ".html", ".md", ".txt"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text for people. ``context`` is "term" for a term of the field; ``literal`` is false where it is computed."""

    msgid: str
    context: str | None
    path: str
    line: int
    literal: bool = True

    @property
    def place(self) -> str:
        """``path:line``, as a hint for who looks for it."""
        return f"{self.path}:{self.line}"


def extract() -> list[Text]:
    """Return every text of the package: Python code, document templates and rule cards."""
    texts: list[Text] = []
    for file in sorted(SOURCE.rglob("*.py")):
        texts += from_python(file.read_text("utf-8"), _relative(file))
    for file in _template_files():
        texts += from_template(file.read_text("utf-8"), _relative(file))
    texts += rule_texts()
    return texts


def from_python(code: str, path: str) -> Iterator[Text]:
    """Yield the texts of one Python file."""
    for node in ast.walk(ast.parse(code, path)):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        place = _PLACE_OF_TEXT.get(name, len(node.args))
        if place >= len(node.args) or isinstance(node.args[place], ast.Starred):
            continue
        context = "term" if name == "term" else None
        literals = list(_literals(node.args[place]))
        for text in literals:
            yield Text(text, context, path, node.lineno)
        if not literals and name in _LITERAL_ONLY:
            yield Text(ast.unparse(node.args[place]), context, path, node.lineno, literal=False)


def from_template(template: str, path: str) -> Iterator[Text]:
    """Yield the texts of one Jinja template: ``t("…")`` and ``t.term("…")``."""
    from jinja2 import Environment, nodes

    tree = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]).parse(
        template
    )
    for call in tree.find_all(nodes.Call):
        if (
            not call.args
            or not isinstance(call.args[0], nodes.Const)
            or not isinstance(call.args[0].value, str)
        ):
            continue
        function = call.node
        if isinstance(function, nodes.Name) and function.name in {"t", "_"}:
            yield Text(call.args[0].value, None, path, call.lineno)
        elif isinstance(function, nodes.Getattr) and function.attr == "term":
            yield Text(call.args[0].value, "term", path, call.lineno)


def rule_texts() -> Iterator[Text]:
    """Yield the sentences of the rule cards, which ``svcflow explain`` shows translated."""
    try:
        from svcflow.analyzers.registry import all_rules
        from svcflow.reporters.cards import options_of
    except ImportError as error:
        print(f"the rule cards cannot be read: {error}", file=sys.stderr)
        return

    for rule in all_rules():
        path = Path(inspect.getfile(rule)).resolve()
        for sentence in (*rule.texts(), *(option.meaning for option in options_of(rule))):
            yield Text(sentence, None, _relative(path), inspect.getsourcelines(rule)[1])


def _called(function: ast.expr) -> str:
    """The bare name of what is called: ``t`` for ``t(…)`` and ``self.t(…)``."""
    if isinstance(function, ast.Name):
        # A plain function of that name is somebody's own; only the method of a translator is meant.
        return "" if function.id == "term" else function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _literals(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _literals(argument.body)
        yield from _literals(argument.orelse)


def _template_files() -> list[Path]:
    folders = [
        folder for name in _TEMPLATES for folder in (SOURCE / name).rglob("templates") if folder.is_dir()
    ]
    files = {file for folder in folders for file in folder.rglob("*") if file.suffix in _TEMPLATE_SUFFIXES}
    return sorted(files)


def _relative(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
