"""Jinja2 as the document formats use it: late imported, strict, templates from the package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from svcflow.documents.outline import Picture, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

__all__ = ["MARK", "anchor", "environment"]

MARK = "svcflow"
"""What a document says about who wrote it; by this svcflow knows its own files."""


def environment(autoescape: bool) -> Environment:
    """Return an environment over the package's templates; a name that a template misspells is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("svcflow.exporters", "templates"),
        autoescape=autoescape,  # noqa: S701 - Markdown has an escaping of its own
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    made.filters["anchor"] = anchor
    return made


def anchor(id: str) -> str:
    """Return the anchor of a step, the same in every format."""
    return "step-" + re.sub(r"[^\w.-]", "-", id)


def worth_showing(section: Section, pictures: Mapping[str, str]) -> bool:
    """Tell whether a section has content: one whose only block is a picture that was not drawn has none."""
    return any(not isinstance(block, Picture) or pictures.get(block.view) for block in section.blocks)
