"""Runs one rule on a process written as data, for tests of what it says and where."""

from __future__ import annotations

from typing import Any

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.i18n import Message, translator
from svcflow.load import Shared
from svcflow.model import Process
from svcflow.model.catalog import Catalog


def found(
    rule: str,
    *steps: dict[str, Any],
    options: dict[str, Any] | None = None,
    catalog: dict[str, Any] | None = None,
    **more: Any,
) -> list[Problem]:
    """Return what a rule finds; steps without a name are called by their id."""
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named, **more})
    (chosen,) = find_rules(rule)
    made = chosen(options)
    assert isinstance(made, ProcessRule)
    shared = Shared()
    if catalog is not None:
        shared.add(Catalog.model_validate({"catalog": "c", **catalog}), "catalog.yaml")
    return list(made.check(ProcessContext(process, shared)))


def only(rule: str, *steps: dict[str, Any], **more: Any) -> Problem:
    """Return the only problem that a rule finds."""
    (problem,) = found(rule, *steps, **more)
    return problem


def said(message: Message | None, language: str = "en") -> str:
    """Return a message in a language."""
    assert message is not None
    return message.render(translator(language))


def places(problem: Problem) -> list[tuple[Any, str]]:
    """Return the related places of a problem, each with what is said of it."""
    return [(where, str(message)) for where, message in problem.related]
