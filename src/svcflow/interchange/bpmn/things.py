"""What every object of a file has: id, name, documentation, place, and what others added."""

from __future__ import annotations

import json
import re
from typing import Any

from svcflow.i18n import msg
from svcflow.interchange.bpmn.gleanings import Gleanings
from svcflow.interchange.bpmn.names import BPMN, SVC, SVC_CONTENT, SVC_DATA
from svcflow.interchange.bpmn.prose import lines_of, one_line
from svcflow.interchange.bpmn.xml import Element
from svcflow.interchange.result import ImportProblem, Loss

__all__ = ["content_of", "local", "note_of", "thing"]

_MAX_JSON_DEPTH = 60


def thing(element: Element, gleanings: Gleanings) -> dict[str, Any]:
    """Return the arguments that every `Thing` takes."""
    return {
        "id": element.attributes.get("id", ""),
        "span": element.span,
        "name": one_line(element.attributes.get("name", "")),
        "documentation": "\n".join(filter(None, map(_prose, element.all("documentation")))),
        "foreign": element.foreign,
        "svcflow": _own_data(element, gleanings),
    }


def note_of(element: Element, gleanings: Gleanings) -> dict[str, Any]:
    """Return the arguments of an `Annotation`: its text is the name."""
    text = element.first("text")
    said = "\n".join(lines_of(text.words())) if text is not None else ""
    return thing(element, gleanings) | {"name": said}


def local(name: str) -> str:
    """Return a reference without the prefix of its namespace."""
    return name.strip().rpartition(":")[2]


def content_of(element: Element, gleanings: Gleanings) -> dict[str, Any] | None:
    """Return what svcflow wrote of the process that stands in a sub-process."""
    found = (child for extension in element.all("extensionElements") for child in extension.children)
    return next(
        (
            _parsed(child, element, gleanings)
            for child in found
            if (child.namespace, child.name) == (SVC, SVC_CONTENT)
        ),
        None,
    )


def _prose(element: Element) -> str:
    return "\n".join(lines_of(element.words()))


def _own_data(element: Element, gleanings: Gleanings) -> dict[str, Any] | None:
    """Return what svcflow wrote into the extension elements; count what others wrote there."""
    found = None
    for extension in element.all("extensionElements"):
        for child in extension.children:
            if child.namespace == SVC and child.name == SVC_DATA:
                found = _parsed(child, element, gleanings)
            elif child.namespace not in {BPMN, SVC}:
                gleanings.foreign[child.namespace] += 1
    return found


def _parsed(child: Element, element: Element, gleanings: Gleanings) -> dict[str, Any] | None:
    try:
        data = json.loads(child.text)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict) and _is_plain(data):
        return data
    message = msg("what svcflow wrote here was changed and cannot be read; BPMN's own elements count")
    gleanings.problems.append(
        ImportProblem(Loss.BROKEN, message, child.span, element.attributes.get("id") or None)
    )
    return None


def _is_plain(data: Any, depth: int = 0) -> bool:
    """Tell whether data is such as YAML gives: no empty values, no numbers beyond all bounds, not too deep."""
    if depth > _MAX_JSON_DEPTH or data is None:
        return False
    if isinstance(data, dict):
        return all(_is_plain(key) and _is_plain(part, depth + 1) for key, part in data.items())
    if isinstance(data, list):
        return all(_is_plain(part, depth + 1) for part in data)
    if isinstance(data, str):
        return not re.search("[\ud800-\udfff\0]", data)
    return not isinstance(data, float) or abs(data) < 1e300
