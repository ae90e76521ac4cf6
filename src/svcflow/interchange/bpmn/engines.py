"""What engines write beside BPMN that says who does a step, and which process it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcflow.interchange.bpmn.xml import Element

__all__ = ["assigned", "called", "groups", "is_expression"]

_ZEEBE = "http://camunda.org/schema/zeebe/1.0"
_TEXT = re.compile(r'=\s*"([^"]*)"')


def is_expression(text: str) -> bool:
    """Tell whether a text is worked out by an engine when the process runs: ``${group}``, ``= group``."""
    return "{" in text or (text.startswith("=") and not _TEXT.fullmatch(text))


def groups(element: Element) -> list[str]:
    """Return those to whom an engine offers a task, if they stand in the file by name."""
    return _named(element, "candidateGroups")


def assigned(element: Element) -> list[str]:
    """Return those to whom an engine gives a task at once, if they stand in the file by name."""
    return _named(element, "assignee")


def _named(element: Element, attribute: str) -> list[str]:
    said = [value for name, value in element.foreign.items() if name.endswith(f":{attribute}")]
    said += [child.attributes.get(attribute, "") for child in _extensions(element, "assignmentDefinition")]
    plain = (_plain(text) for text in said if not is_expression(text.strip()))
    return list(dict.fromkeys(name.strip() for text in plain for name in text.split(",") if name.strip()))


def called(element: Element) -> str:
    """Return the id of the process that an activity calls, where only an engine's own element says it."""
    return next(
        (_plain(child.attributes.get("processId", "")) for child in _extensions(element, "calledElement")), ""
    )


def _extensions(element: Element, name: str) -> Iterator[Element]:
    for extension in element.all("extensionElements"):
        for child in extension.children:
            if child.namespace == _ZEEBE and child.name == name:
                yield child


def _plain(text: str) -> str:
    """Return a text that is written as an expression, ``="front-desk"``, without its quotes."""
    found = _TEXT.fullmatch(text.strip())
    return found[1] if found else text.strip()
