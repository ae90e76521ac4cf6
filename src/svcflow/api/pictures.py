"""Pictures of processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, cast

from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.api.made import Made, with_mark
from svcflow.api.processes import open_processes
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.exporters.pdf.paper import Paper
    from svcflow.views.diagram import Diagram
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["FLOW_VIEWS", "NARROWEST", "PICTURE_FORMATS", "VIEWS", "diagram_of", "render", "view_of"]

FLOW_VIEWS = ("flowchart", "swimlane", "blueprint", "network")
"""The views that show a flow; every picture format can hold them."""
VIEWS = (*FLOW_VIEWS, "raci", "handoffs", "risk", "journey", "timeline")
"""The views; each is the function in the module of this name in `svcflow.views`."""
_FOLDED = ("swimlane", "blueprint", "journey", "timeline")
PICTURE_FORMATS = ("svg", "png", "pdf", "html", "dot", "mermaid", "mermaid-swimlane", "drawio", "text")
"""The file formats of pictures."""
NARROWEST = 480
"""The least width of a folded picture, in pixels: titles of lanes and one step have room."""


def render(  # noqa: PLR0913 -- one parameter an option
    path: str | os.PathLike[str],
    view: str = "flowchart",
    format: str = "svg",
    *,
    language: str | None = None,
    scale: float = 1.0,
    engine: str | None = None,
    width: int = 0,
    columns: int = 100,
    theme: str | None = None,
    paper: str | None = None,
    overlays: Iterable[str] = (),
) -> Iterator[Made]:
    """Draw the process at a path, or all processes of a folder.

    ``language`` is that of the words of the picture (default: the process's); ``scale`` counts for PNG; ``engine``
    (``embedded`` or ``system``) has a flowchart laid out by Graphviz; ``width``, in pixels, folds a swimlane into
    bands below each other that are no wider, unless a single column is (0: one piece); ``columns`` is how
    many characters a line of text may have; ``theme`` is the look (default: that of the workspace); ``paper`` (`a4`,
    `a3`, …) parts a PDF onto sheets whose text can be read (default: one page of the picture's size); ``overlays``
    (`OVERLAYS`) lay more over a flow. Raises `CannotDo` for a file that cannot be used, for an unknown word and for a width that cannot be.
    """
    from svcflow.api.looks import theme_of
    from svcflow.api.overlays import overlaid
    from svcflow.exporters.drawing import PictureFormat, draw
    from svcflow.exporters.flow_texts import ENDINGS
    from svcflow.exporters.graphviz import Engine
    from svcflow.model.workspace import Look

    form = PictureFormat(chosen(format, PICTURE_FORMATS, _no_format))
    chosen(view, VIEWS, _no_view)
    layout = Engine(chosen(engine, tuple(Engine), _no_engine)) if engine else None
    _check_width(width, view)
    sheet = _paper(paper, format)
    look = Look(chosen(theme, tuple(Look), _no_theme)) if theme else None
    spoken = message_language(language) if language else None
    laid = _overlays(tuple(overlays), view)
    for opened in open_processes(path):
        drawn = draw(
            overlaid(opened, view_of(opened.context, view, spoken), laid),
            form,
            engine=layout,
            scale=scale,
            width=width,
            columns=columns,
            theme=theme_of(opened.workspace, look),
            paper=sheet,
        )
        yield Made(
            f"{opened.id}-{view}.{ENDINGS.get(form.value, form.value)}",
            with_mark(drawn.data, form),
            drawn.warnings,
        )


def view_of(context: ProcessContext, view: str, language: str | None = None) -> Diagram | Sheet:
    """Return what a picture shows, as data; ``view`` is one of the `VIEWS`."""
    make = getattr(import_module(f"svcflow.views.{view}"), view)
    made: Diagram | Sheet = make(context, language)
    return made


def diagram_of(context: ProcessContext, view: str, language: str | None = None) -> Diagram:
    """Return what a picture of a flow shows, as data; ``view`` is one of the `FLOW_VIEWS`."""
    made = view_of(context, view, language)
    return cast("Diagram", made)


def _overlays(names: tuple[str, ...], view: str) -> tuple[str, ...]:
    from svcflow.api.overlays import OVERLAYS

    for name in names:
        chosen(name, OVERLAYS, lambda wrong: msg("there is no overlay `{name}`", name=wrong))
    if names and view not in FLOW_VIEWS:
        raise CannotDo(
            msg("nothing can be laid over the view `{view}`", view=view),
            msg("views that take an overlay: {views}", views=FLOW_VIEWS),
        )
    return names


def _check_width(width: int, view: str) -> None:
    if width and view not in _FOLDED:
        raise CannotDo(
            msg("this view cannot be folded, only {views} can", views=", ".join(_FOLDED)),
            msg("leave out `--width` for this view"),
        )
    if width and width < NARROWEST:
        raise CannotDo(
            msg("a picture cannot be folded to a width of {width}", width=width),
            msg("use {least} pixels or more, or 0 for a picture in one piece", least=NARROWEST),
        )


def _paper(name: str | None, format: str) -> Paper | None:
    if name is None:
        return None
    from svcflow.exporters.pdf.paper import Paper

    if format != "pdf":
        raise CannotDo(msg("only PDF is laid on paper"), msg("use `--format pdf`"))
    return Paper(chosen(name.lower(), tuple(Paper), _no_paper))


def _no_paper(name: str) -> Message:
    return msg("there is no paper `{name}`", name=name)


def _no_format(name: str) -> Message:
    return msg("there is no format `{name}`", name=name)


def _no_view(name: str) -> Message:
    return msg("there is no view `{name}`", name=name)


def _no_engine(name: str) -> Message:
    return msg("there is no engine `{name}`", name=name)


def _no_theme(name: str) -> Message:
    return msg("there is no theme `{name}`", name=name)
