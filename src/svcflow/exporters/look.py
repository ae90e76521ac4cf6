"""How an organisation wants its documents to look: templates of its own, its logo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.exporters.logo import Logo

__all__ = ["Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """What is theirs: ``templates`` is the folder with templates that take the place of ours."""

    templates: Path | None = None
    logo: Logo | None = None
