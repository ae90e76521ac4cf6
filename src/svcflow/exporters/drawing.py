"""A diagram as a file: laid out, and written in the format asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.views.layout import Picture, arrange, fold, sheets

if TYPE_CHECKING:
    from svcflow.exporters.graphviz import Engine
    from svcflow.i18n import Message
    from svcflow.views.diagram import Diagram

__all__ = ["Drawn", "PictureFormat", "draw", "draw_sheets"]


class PictureFormat(StrEnum):
    """The file formats of pictures."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The contents of a picture file, and what people should know about it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def draw(
    diagram: Diagram,
    form: PictureFormat = PictureFormat.SVG,
    *,
    engine: Engine | None = None,
    scale: float = 1.0,
    width: float = 0.0,
) -> Drawn:
    """Lay out a diagram and write it; the same diagram gives the same bytes.

    ``engine`` asks Graphviz for the layout of a flowchart, instead of our own; ``scale`` counts for PNG;
    a ``width`` in pixels folds swimlanes into bands that are no wider (0: not folded). Raises CannotDo when Graphviz
    or the drawing fails.
    """
    picture, warnings = _laid_out(diagram, engine)
    picture = fold(picture, width) if width else picture
    if form is PictureFormat.DOT:
        from svcflow.exporters.dot import to_dot

        return Drawn(to_dot(picture).encode(), warnings)
    from svcflow.exporters.svg import to_svg

    svg = to_svg(picture)
    if form is PictureFormat.SVG:
        return Drawn(svg.encode(), warnings)
    from svcflow.exporters.png import to_png

    drawing = to_png(svg, scale, size=(picture.width, picture.height))
    return Drawn(drawing.data, warnings + drawing.warnings)


def draw_sheets(diagram: Diagram, width: float) -> tuple[bytes, ...]:
    """Return a picture folded at a width as SVG files of one band each, for pages that may break between them."""
    from svcflow.exporters.svg import to_svg

    return tuple(to_svg(sheet).encode() for sheet in sheets(fold(arrange(diagram), width)))


def _laid_out(diagram: Diagram, engine: Engine | None) -> tuple[Picture, tuple[Message, ...]]:
    if engine is None:
        return arrange(diagram), ()
    from svcflow.exporters.graphviz import arrange_with_graphviz

    laid = arrange_with_graphviz(diagram, engine)
    return laid.picture, laid.warnings
