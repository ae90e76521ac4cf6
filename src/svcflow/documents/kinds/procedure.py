"""The standard operating procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.kind import Kind, Named
from svcflow.documents.sop import procedure
from svcflow.documents.sop_context import SopContext

__all__ = ["KIND"]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    for sop in sops:
        yield Named(sop.process.process, procedure(sop, asked))


KIND = Kind("sop", _make, takes=frozenset({"gaps"}))
