"""Pictures of processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from svcflow.api.choices import chosen
from svcflow.api.languages import document_language, shared_language
from svcflow.api.made import Made
from svcflow.api.picture_options import NARROWEST, PICTURE_FORMATS, picture_options
from svcflow.api.processes import open_processes
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.load import open_workspace

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.api.processes import Opened
    from svcflow.views.diagram import Diagram
    from svcflow.views.sheets.scenes import Sheet

__all__ = [
    "FLOW_VIEWS", "NARROWEST", "PICTURE_FORMATS", "VIEWS", "WORKSPACE_VIEWS", "diagram_of", "render", "view_of",
]  # fmt: skip

FLOW_VIEWS = ("flowchart", "swimlane", "blueprint", "network")
"""The views that show a flow; every picture format can hold them."""
COMPARE = "compare"
"""The view of two versions: the process of its baseline, of another file or a git revision, below it as it is."""
SHEET_VIEWS = ("journey", "timeline", "raci", "handoffs", "risk")
"""The other views of one process."""
WORKSPACE_VIEWS = ("landscape",)
"""The views of all processes of a folder together."""
VIEWS = (*FLOW_VIEWS, COMPARE, *SHEET_VIEWS, *WORKSPACE_VIEWS)
"""The views; those of one process are the functions in the modules of their names in `svcflow.views`."""


def render(  # noqa: PLR0913 -- one parameter an option
    path: str | os.PathLike[str],
    view: str = "flowchart",
    format: str = "svg",
    *,
    language: str | None = None,
    against: str | None = None,
    overlays: Iterable[str] = (),
    coloring: str = "status",
    link_to: str | None = None,
    **options: Any,
) -> Iterator[Made]:
    """Draw the process at a path, or all processes of a folder.

    ``language`` is that of the words of the picture (default: the process's); ``against`` is the file or the git
    revision that a comparison begins with (default: the process's `baseline`); ``overlays``
    (`svcflow.api.overlays`) lay more over a flow; ``coloring`` is what the colours of a landscape tell: ``status``,
    ``findings`` or ``maturity``; ``link_to`` is the address of the HTML document of `sop` that the steps of a flow lead
    to.

    The other options:

    - ``scale`` counts for PNG: 2 gives twice the pixels;
    - ``engine`` (``embedded`` or ``system``) has a flowchart laid out by Graphviz;
    - ``width``, in pixels, folds a long picture into bands below each other that are no wider (0: one piece);
    - ``columns`` is how many characters a line of text may have;
    - ``theme`` is the look (default: that of the workspace);
    - ``paper`` (``a4``, ``a3``, …) parts a PDF onto sheets whose text can be read (default: one page as large as the
      picture).

    Raises `CannotDo` for a file that cannot be used, for an unknown word and for what a view cannot do.
    """
    chosen(view, VIEWS, _no_view)
    if format == "bpmn":
        yield from _as_bpmn(path, view, language)
        return
    asked = picture_options(view, format, **options)
    _check_wishes(view, format, against=against, coloring=coloring, link_to=link_to)
    workspace = open_workspace(Path(path))
    spoken = document_language(language, workspace) if language else None
    laid = _overlays(tuple(overlays), view)
    if view in WORKSPACE_VIEWS:
        from svcflow.api.landscapes import landscape_of

        opened = list(open_processes(path, workspace))
        tongue = spoken or shared_language(workspace)
        yield asked.made(view, landscape_of(Path(path), opened, tongue, coloring), opened[0].workspace)
        return
    from svcflow.api.links import linked

    for one in open_processes(path, workspace):
        shown = _shown(one, view, spoken, against, laid)
        if link_to:
            shown = linked(shown, one.context, link_to)
        yield asked.made(f"{one.id}-{view}", shown, one.workspace)


def _shown(
    one: Opened, view: str, language: str | None, against: str | None, overlays: tuple[str, ...]
) -> Diagram | Sheet:
    if view == COMPARE:
        from svcflow.api.comparing import compared

        return compared(one, against, language)
    from svcflow.api.overlays import overlaid

    return overlaid(one, view_of(one.context, view, language), overlays)


def _check_wishes(view: str, format: str, *, against: str | None, coloring: str, link_to: str | None) -> None:
    """Raise `CannotDo` for what says nothing to a view or to a format: it was meant, so it is not passed over."""
    from svcflow.api.links import LINKED_FORMATS

    wrong: Message | None = None
    if against is not None and view != COMPARE:
        wrong = msg("`--against` says nothing to the view `{view}`, only to `compare`", view=view)
    elif coloring != "status" and view not in WORKSPACE_VIEWS:
        wrong = msg("`--color-by` says nothing to the view `{view}`, only to `landscape`", view=view)
    elif link_to is not None and format not in LINKED_FORMATS:
        wrong = msg("a picture as `{format}` holds no links", format=format)
    elif link_to is not None and view in WORKSPACE_VIEWS:
        wrong = msg("only the steps of a flow can be links")
    if wrong is not None:
        raise CannotDo(wrong, msg("leave it out, or choose another view or format"))


def _as_bpmn(path: str | os.PathLike[str], view: str, language: str | None) -> Iterator[Made]:
    """Return the drawing as `export` makes it: BPMN knows one picture of a process, with pools and lanes."""
    from svcflow.api.exporting import export

    if view not in {"flowchart", "swimlane"}:
        raise CannotDo(
            msg("BPMN cannot hold the view `{view}`", view=view),
            msg("use `--view swimlane`, or another format"),
        )
    yield from export(path, "bpmn", language=language)


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


def _no_view(name: str) -> Message:
    return msg("there is no view `{name}`", name=name)
