"""A document that is ready to be written in some format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.exporters.themes import LIGHT, Theme
from svcflow.model.workspace import DocumentSettings

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline
    from svcflow.views.diagram import Diagram

__all__ = ["PAGE_WIDTH", "Draft"]

PAGE_WIDTH = 920
"""Width of pictures in documents, in pixels: on A4 upright, names of steps are then printed at 7 points or more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document says, and what its look depends on.

    ``name`` is the file's name without its ending; ``diagrams`` are the pictures, not laid out yet, by the name of
    their view; ``settings`` are the workspace's, and the paths in them start from ``root``. ``date`` is when what it
    says came into force, ``standard`` what a PDF shall keep (`svcflow.exporters.pdf.PDF_STANDARDS`).
    ``theme`` is the look of the pictures; ``links`` are the addresses of other processes' documents by id.
    """

    name: str
    outline: Outline
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    settings: DocumentSettings = field(default_factory=DocumentSettings)
    root: Path = field(default_factory=Path)
    date: dt.date | None = None
    standard: str = ""
    theme: Theme = LIGHT
    links: Mapping[str, str] = field(default_factory=dict)
