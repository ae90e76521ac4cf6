"""A view as a file: laid out, and written in the format asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from svcflow.exporters.flow_texts import FLOW_TEXTS, flow_text
from svcflow.exporters.themes import LIGHT, Theme
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.views.diagram import Diagram
from svcflow.views.layout import Picture, arrange, fold, sheets

if TYPE_CHECKING:
    from svcflow.exporters.graphviz import Engine
    from svcflow.exporters.pdf.paper import Paper
    from svcflow.i18n import Message
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["Drawn", "PictureFormat", "draw", "draw_sheets"]


class PictureFormat(StrEnum):
    """The file formats of pictures."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    MERMAID = "mermaid"
    MERMAID_SWIMLANE = "mermaid-swimlane"
    DRAWIO = "drawio"
    TEXT = "text"
    HTML = "html"


_OF_ANY_VIEW = {PictureFormat.SVG, PictureFormat.PNG, PictureFormat.PDF, PictureFormat.HTML}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The contents of a picture file, and what people should know about it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def draw(  # noqa: PLR0913 -- one parameter an option
    view: Diagram | Sheet,
    form: PictureFormat = PictureFormat.SVG,
    *,
    engine: Engine | None = None,
    scale: float = 1.0,
    width: float = 0.0,
    columns: int = 100,
    theme: Theme = LIGHT,
    paper: Paper | None = None,
    links: Mapping[str, str] | None = None,
) -> Drawn:
    """Lay out a view and write it; the same view gives the same bytes.

    ``engine`` asks Graphviz for the layout of a flowchart, instead of our own; ``scale`` counts for PNG;
    a ``width`` in pixels folds lanes and journeys into bands that are no wider (0: not folded); ``columns`` is the
    width of a terminal, for text; ``paper`` parts a PDF onto sheets (none: one page of the picture's size); ``links``
    tells by their ids where the nodes of a flow lead. Only SVG changes with the reader's screen, where the theme says
    so. Raises CannotDo when Graphviz or the drawing fails, and for a format that cannot show this view.
    """
    if not isinstance(view, Diagram):
        return _drawn_sheet(view, form, scale, width, theme, paper)
    picture, warnings = _laid_out(view, engine)
    if form.value in FLOW_TEXTS:
        return Drawn(flow_text(picture, form.value, columns).encode("utf-8", "replace"), warnings)
    picture = _leading_on(picture, links) if links else picture
    picture = fold(picture, width) if width else picture
    if form is PictureFormat.DOT:
        from svcflow.exporters.dot import to_dot

        return Drawn(to_dot(picture).encode(), warnings)
    from svcflow.exporters.svg import to_svg

    if form is PictureFormat.PDF:
        from svcflow.exporters.pdf.pictures import picture_to_pdf

        made = picture_to_pdf(picture, partial(to_svg, theme=theme), paper)
        return Drawn(made.data, warnings + made.warnings)
    size = (picture.width, picture.height)
    artwork = _Artwork(to_svg(picture, theme), size, view.title, view.language, warnings)
    return _finished(artwork, form, scale)


def _drawn_sheet(
    sheet: Sheet, form: PictureFormat, scale: float, width: float, theme: Theme, paper: Paper | None
) -> Drawn:
    from svcflow.exporters.svg_scene import scene_to_svg
    from svcflow.views.sheets.scenes import scene_of

    if form not in _OF_ANY_VIEW:
        raise CannotDo(
            msg("this view cannot be written as `{format}`, which holds flows only", format=form.value),
            msg("use svg, png, pdf or html, or a flow view such as swimlane"),
        )
    scene = scene_of(sheet, width)
    svg = scene_to_svg(scene, theme)
    if form is PictureFormat.PDF:
        from svcflow.exporters.pdf.pictures import svg_to_pdf

        made = svg_to_pdf(svg, scene.title, scene.language, paper)
        return Drawn(made.data, made.warnings)
    return _finished(_Artwork(svg, (scene.width, scene.height), scene.title, scene.language), form, scale)


@dataclass(frozen=True, slots=True)
class _Artwork:
    """A drawing as SVG, and what the formats made from it have to know."""

    svg: str
    size: tuple[float, float]
    title: str
    language: str
    warnings: tuple[Message, ...] = ()


def _finished(artwork: _Artwork, form: PictureFormat, scale: float) -> Drawn:
    """Return a drawing as SVG, or made from it."""
    if form is PictureFormat.SVG:
        return Drawn(artwork.svg.encode(), artwork.warnings)
    if form is PictureFormat.HTML:
        from svcflow.exporters.viewer import to_viewer

        return Drawn(to_viewer(artwork.svg, artwork.title, artwork.language).encode(), artwork.warnings)
    from svcflow.exporters.png import to_png

    drawing = to_png(artwork.svg, scale, size=artwork.size)
    return Drawn(drawing.data, artwork.warnings + drawing.warnings)


def draw_sheets(diagram: Diagram, width: float, theme: Theme = LIGHT) -> tuple[bytes, ...]:
    """Return a picture folded at a width as SVG files of one band each, for pages that may break between them."""
    from svcflow.exporters.svg import to_svg

    return tuple(to_svg(sheet, theme).encode() for sheet in sheets(fold(_arranged(diagram), width)))


def _laid_out(diagram: Diagram, engine: Engine | None) -> tuple[Picture, tuple[Message, ...]]:
    if engine is None:
        return _arranged(diagram), ()
    from svcflow.exporters.graphviz import arrange_with_graphviz

    laid = arrange_with_graphviz(diagram, engine)
    return laid.picture, laid.warnings


@lru_cache(maxsize=4)
def _arranged(diagram: Diagram) -> Picture:
    """Lay out a flow once for all that shows it, whatever its width and where its nodes lead."""
    return arrange(diagram)


def _leading_on(picture: Picture, links: Mapping[str, str]) -> Picture:
    """Return a picture whose nodes lead on."""
    leading = (
        replace(one, node=replace(one.node, href=links.get(one.node.id, one.node.href)))
        for one in picture.nodes
    )
    return replace(picture, nodes=tuple(leading))
