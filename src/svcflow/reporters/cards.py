"""The cards of all rules and format checks."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import Any

from svcflow.analyzers.registry import all_rules, find_rules
from svcflow.analyzers.rule import Rule
from svcflow.load.cards import FORMAT_CARDS
from svcflow.load.checks import FORMAT_CHECKS, FormatCheck
from svcflow.reporters.card import FORMAT_FAMILY, Option, RuleCard

__all__ = ["all_cards", "find_cards", "options_of"]


def all_cards() -> tuple[RuleCard, ...]:
    """Return the cards of all rules, by family and code, and of the format checks after them."""
    rules = (_of_rule(rule) for rule in all_rules())
    return (*rules, *(_of_check(check) for check in FORMAT_CHECKS.values()))


def find_cards(name: str) -> tuple[RuleCard, ...]:
    """Return the cards that a name, code or family stands for; empty when it stands for none."""
    rules = tuple(_of_rule(rule) for rule in find_rules(name))
    return rules or tuple(
        _of_check(check) for check in FORMAT_CHECKS.values() if _is(check, name.strip().lower())
    )


def _is(check: FormatCheck, name: str) -> bool:
    return name in {check.name, check.code.lower(), FORMAT_FAMILY, "s"}


def _of_check(check: FormatCheck) -> RuleCard:
    card = FORMAT_CARDS[check.name]
    texts = (str(check.summary), str(card.why), str(card.fix))
    return RuleCard(
        check.code, check.name, FORMAT_FAMILY, check.severity, None, *texts, bad=card.bad, good=card.good
    )


def _of_rule(rule: type[Rule]) -> RuleCard:
    first, *others = rule.paragraphs()
    named = {"Why": "", "Fix": ""}
    more = []
    for paragraph in others:
        word, colon, text = paragraph.partition(": ")
        if colon and word in named:
            named[word] = text
        else:
            more.append(paragraph)
    return RuleCard(
        rule.code, rule.name, rule.family(), rule.severity, str(rule.profile), first, named["Why"], named["Fix"],
        tuple(more), _example(rule.bad, rule.name), _example(rule.good), options_of(rule),
    )  # fmt: skip


def _example(text: str, rule: str = "") -> str:
    """Return an example flush left; the lines at which the rule fires say so."""
    lines = (line.rstrip() for line in textwrap.dedent(text).strip().splitlines())
    marked = (f"{line[:-2].rstrip()}  # <- {rule}" if line.endswith("#!") else line for line in lines)
    return "\n".join(marked) + "\n"


def options_of(rule: type[Rule]) -> tuple[Option, ...]:
    """Return the options of a rule, in English."""
    fields = rule.Options.model_fields
    meanings = _meanings(rule.Options) if fields else {}
    return tuple(
        Option(name, meanings.get(name, ""), _shown(field.get_default(call_default_factory=True)))
        for name, field in fields.items()
    )


def _meanings(options: type[Any]) -> dict[str, str]:
    """Return what the docstrings below the options say; they are read from the source, as start-up should not pay."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(options)))
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    meanings = {}
    for statement, following in pairwise(definition.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = ast.get_docstring(ast.Module([following], []))
            meanings[statement.target.id] = " ".join((text or "").split())
    return meanings


def _shown(value: Any) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
