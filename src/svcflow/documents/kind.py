"""A kind of document: what it is called, what it is made from, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.documents.asked import Asked
    from svcflow.documents.outline import Outline
    from svcflow.documents.sop_context import SopContext

__all__ = ["Kind", "Named"]


@dataclass(frozen=True, slots=True)
class Named:
    """A document, and the name of its file without the ending."""

    name: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``make`` gets the processes, at least one, and yields the documents: one process a call unless ``together``, which
    says that the document is about all of them. ``takes`` names the wishes (`Asked`) that the kind understands.
    """

    name: str
    make: Callable[[Sequence[SopContext], Asked], Iterable[Named]]
    together: bool = False
    takes: frozenset[str] = frozenset()
