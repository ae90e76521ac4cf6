"""``svcflow render``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from svcflow.cli.options import Force, Lang, Output, Process
from svcflow.cli.targets import deliver, format_of, is_folder
from svcflow.cli.terminal import width as width_of
from svcflow.cli.words import _

__all__ = ["HELP", "run"]

HELP = _(
    "Draw processes: flowcharts, swimlanes, service blueprints, journeys, matrices, timelines."
    "\n\n"
    "Without an output, the picture is written into the current folder, under the process's id. "
    "Text, of one process, goes to the terminal."
)
_View = Annotated[
    str,
    typer.Option(
        "--view",
        metavar="VIEW",
        help=_(
            "flowchart, swimlane, blueprint, compare, journey, network, raci, handoffs, risk or timeline; "
            "of a folder: landscape."
        ),
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_(
            "svg, png, pdf, html, dot, mermaid, mermaid-swimlane, drawio, bpmn or text; "
            "left out: as the output is named, else svg."
        ),
    ),
]
_Scale = Annotated[
    float, typer.Option("--scale", metavar="NUMBER", help=_("Enlarge PNG: 2 gives twice the pixels."))
]
_Width = Annotated[
    int,
    typer.Option(
        "--width",
        metavar="PIXELS",
        help=_(
            "Fold a swimlane, blueprint, comparison, journey or timeline into bands no wider than PIXELS; "
            "0: in one piece."
        ),
    ),
]
_Engine = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        help=_("Have Graphviz lay out a flowchart: embedded or system."),
    ),
]
_Paper = Annotated[
    str | None,
    typer.Option(
        "--paper",
        metavar="SIZE",
        help=_(
            "Lay PDF on sheets of paper: a4, a3, a2, letter or tabloid; left out: one page of the picture's size."
        ),
    ),
]
_Overlay = Annotated[
    list[str] | None,
    typer.Option(
        "--overlay",
        metavar="OVERLAY",
        help=_("Lay findings, times or risks over a flow; may be repeated."),
    ),
]
_Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="FILE|REVISION",
        help=_(
            "What `compare` begins with: a file, or a git revision such as v2.0.0; left out: the baseline."
        ),
    ),
]
_Color = Annotated[
    str,
    typer.Option(
        "--color-by",
        metavar="WHAT",
        help=_("What the colours of a landscape tell: status, findings or maturity."),
    ),
]
_LinkTo = Annotated[
    str | None,
    typer.Option(
        "--link-to",
        metavar="ADDRESS",
        help=_("Make each step a link to its place in this HTML document of `svcflow sop`."),
    ),
]
_Theme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help=_("default, light, dark, mono (greys, for print) or contrast; left out: that of the workspace."),
    ),
]


def run(  # noqa: PLR0913, PLR0917 -- one parameter an option
    path: Process,
    view: _View = "flowchart",
    format: _Format = None,
    output: Output = None,
    scale: _Scale = 1.0,
    width: _Width = 0,
    engine: _Engine = None,
    theme: _Theme = None,
    against: _Against = None,
    overlay: _Overlay = None,
    color_by: _Color = "status",
    link_to: _LinkTo = None,
    paper: _Paper = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Draw, and say where the pictures are."""
    from svcflow import api

    several = is_folder(path) and view not in api.WORKSPACE_VIEWS
    form = format_of(format, output, api.PICTURE_FORMATS, "svg", into_folder=several)
    columns = width_of(sys.stdout)
    made = list(
        api.render(
            path,
            view,
            form,
            language=lang,
            scale=scale,
            engine=engine,
            width=width,
            theme=theme,
            paper=paper,
            columns=columns,
            against=against,
            overlays=overlay or (),
            coloring=color_by,
            link_to=link_to,
        )
    )
    if form == "text" and output is None and not is_folder(path):
        output = "-"
    language = api.message_language(lang, path)
    deliver(
        made,
        output,
        into_folder=several,
        force=force,
        language=language,
    )
