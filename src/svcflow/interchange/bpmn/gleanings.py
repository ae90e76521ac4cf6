"""What is gathered while a file is read: problems, and the names of what is referred to."""

from __future__ import annotations

from collections import Counter

from svcflow.i18n import Message, msg
from svcflow.interchange.bpmn.prose import one_line
from svcflow.interchange.bpmn.xml import Element
from svcflow.interchange.result import ImportProblem, Loss

__all__ = ["Gleanings"]


class Gleanings:
    """Problems in the order in which they are met, and messages, errors, signals … by id."""

    def __init__(self, problems: list[ImportProblem], referred: dict[str, Element]) -> None:
        self.problems = problems
        self.referred = referred
        self.foreign: Counter[str] = Counter()
        self.parameters = 0
        """What engines hand to tasks, without a document for it."""
        self.variables: list[str] = []
        """The names of what engines keep in mind."""

    def broken(self, element: Element, message: Message, help: Message | None = None) -> None:
        """Take note of a contradiction in the file."""
        self._add(Loss.BROKEN, element, message, help)

    def lost(self, element: Element, message: Message, help: Message | None = None) -> None:
        """Take note of something that the format cannot say."""
        self._add(Loss.LOST, element, message, help)

    def unknown(self, element: Element) -> None:
        """Take note of an element of BPMN that is not read."""
        self.lost(element, msg("‹{tag}› has no counterpart in svcflow; it is left out", tag=element.name))

    def name_of(self, reference: str) -> str:
        """Return the name of what is referred to, empty where it has none or is not there."""
        found = self.referred.get(reference.strip().rpartition(":")[2])
        return one_line(found.attributes.get("name", "")) if found else ""

    def code_of(self, reference: str) -> str:
        """Return the code of an error or escalation."""
        found = self.referred.get(reference.strip().rpartition(":")[2])
        return (
            (found.attributes.get("errorCode") or found.attributes.get("escalationCode") or "")
            if found
            else ""
        )

    def _add(self, loss: Loss, element: Element, message: Message, help: Message | None) -> None:
        self.problems.append(
            ImportProblem(loss, message, element.span, element.attributes.get("id") or None, help)
        )
