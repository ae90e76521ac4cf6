"""What is wrong with a file before anybody looks at the process in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.finding import Related, Span
    from svcflow.i18n import Message

__all__ = ["Kind", "SourceProblem"]


class Kind(StrEnum):
    """The kinds of problems of a source text: stable names, for rules, tests and settings."""

    UNREADABLE = "unreadable"
    """The file is missing, a folder, no ordinary file, or may not be read."""
    TOO_LARGE = "too-large"
    ENCODING = "encoding"
    """The bytes are no UTF-8."""
    CHARACTER = "character"
    """A character that YAML forbids, or that YAML programs read differently."""
    SYNTAX = "syntax"
    """The text is no YAML; nothing can be said about its content."""
    DUPLICATE_KEY = "duplicate-key"
    KEY = "key"
    """A key that is not a plain word."""
    SEVERAL_DOCUMENTS = "several-documents"
    TOO_DEEP = "too-deep"
    ALIAS = "alias"
    """An alias that is unknown, contains itself, or repeats too much."""
    MERGE = "merge"
    """A merge key (``<<``) with something else than mappings."""
    TAG = "tag"
    """A tag that the core schema does not know, or a value that does not fit its tag."""
    FOLDED = "folded-text"
    """An item of a list, indented so that YAML takes it for the rest of the text above."""
    NUMBER = "number"
    """A number with more digits than anybody can mean."""


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """One problem of a source text: where, of which kind, what is wrong, how to mend it, and what else to look at."""

    span: Span
    kind: Kind
    message: Message
    help: Message | None = None
    related: tuple[Related, ...] = ()
