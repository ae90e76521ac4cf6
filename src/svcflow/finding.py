"""What a rule reports: a finding, where it is, and how it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from svcflow.i18n import Message

__all__ = ["CannotDo", "Edit", "Finding", "Fix", "Place", "Related", "Route", "Severity", "Span"]

Route = tuple[str | int, ...]
"""The way from a document's root to a value: ``("steps", 3, "sla", "completion")``."""


class Severity(StrEnum):
    """How bad a finding is. The order of the members is from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, rising as it gets milder: comparable, for sorting and for ``--fail-on``."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns count from 1, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file, the way to the value in it, and, once a document resolved it, the text span."""

    path: str
    route: Route = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, and what is to be seen there."""

    place: Place
    message: Message


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a document: set the value at a route, or remove it when ``value`` is None."""

    route: Route
    value: Any = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe repair: what it does, and the edits that do it."""

    description: Message
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: which rule, how bad, what is wrong, where, and what to do about it."""

    code: str
    rule: str
    severity: Severity
    message: Message
    place: Place
    related: tuple[Related, ...] = ()
    help: Message | None = None
    fix: Fix | None = None


class CannotDo(Exception):
    """What was asked for cannot be done: a missing path, an unknown rule, a broken setting (exit code 2).

    ``message`` says what and why, ``help`` what to do about it; ``findings`` hold the places, where there are any.
    """

    def __init__(
        self, message: Message, help: Message | None = None, findings: tuple[Finding, ...] = ()
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help
        self.findings = findings
