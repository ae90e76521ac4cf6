"""What a document is asked for, besides the processes it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["Asked"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The wishes of whoever wants a document; each kind looks at those that concern it.

    ``gaps`` shows what a process does not say as
    places to fill in. ``role`` is the id of the role a document is for, ``between`` the two departments or roles that
    agree, ``before`` the version that is compared with.
    """

    organization: str = ""
    gaps: bool = False
    role: str | None = None
    between: tuple[str, str] | None = None
    before: ProcessContext | None = None
