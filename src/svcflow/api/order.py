"""What documents are wanted."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What documents are wanted, and how.

    ``kind`` is one of `svcflow.documents.kinds.KINDS`, ``format`` one of `DOCUMENT_FORMATS`. ``language`` is that of
    the headings, and of texts that a process has in several (default: the process's). ``pictures`` that stand beside a
    document can be left out. ``standard`` is what a PDF shall keep, such as ``a-2b``. ``gaps`` shows what is missing as
    places to fill in; ``role`` is the id of a role, ``between`` two departments or roles by id or name, ``against`` the
    version to compare with: a file, or a git revision. ``beside`` are the ids of the processes whose procedures lie in
    the same folder, so that documents can lead to them.
    """

    kind: str = "sop"
    format: str = "html"
    language: str | None = None
    pictures: bool = True
    standard: str = ""
    gaps: bool = False
    role: str | None = None
    between: tuple[str, str] | None = None
    against: str | None = None
    beside: frozenset[str] = frozenset()
