"""How an organisation wants its documents to look: templates of its own, its logo, its colour, its paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.exporters.themes import LIGHT, Theme, in_colors_of
from svcflow.model.workspace import SheetSize

if TYPE_CHECKING:
    from svcflow.load.images import Image

__all__ = ["Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """What is theirs: ``templates`` is the folder with templates that take the place of ours.

    ``theme`` gives the colours of headings, rules and pictures; the logo is that of documents, not of their pictures.
    """

    templates: Path | None = None
    logo: Image | None = None
    theme: Theme = LIGHT
    paper: SheetSize = SheetSize.A4

    def colored(self, text: str) -> str:
        """Return a text in whose colours (``#1f5fa8``), ours, are theirs, as light and dark as ours."""
        return in_colors_of(self.theme.look, self.theme.color, text)
