"""What may be asked of a picture besides its view: format, size, look; checked once, for all pictures of a call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.looks import logo_warnings, theme_of
from svcflow.api.made import Made, with_mark
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg

if TYPE_CHECKING:
    from svcflow.exporters.drawing import PictureFormat
    from svcflow.exporters.graphviz import Engine
    from svcflow.exporters.pdf.paper import Paper
    from svcflow.load import Workspace
    from svcflow.model.workspace import Look
    from svcflow.views.diagram import Diagram
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["NARROWEST", "PICTURE_FORMATS", "PictureOptions", "picture_options"]

PICTURE_FORMATS = (
    "svg",
    "png",
    "pdf",
    "html",
    "dot",
    "mermaid",
    "mermaid-swimlane",
    "drawio",
    "bpmn",
    "text",
)
"""The file formats of pictures."""
NARROWEST = 480
"""The least width of a folded picture, in pixels: titles of lanes and one step have room."""
_FOLDED_FORMATS = ("svg", "png", "pdf", "html", "dot")
_FOLDED = ("swimlane", "blueprint", "compare", "journey", "timeline")


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """Options that fit together; see `render` for their meanings."""

    form: PictureFormat
    engine: Engine | None
    scale: float
    width: int
    columns: int
    look: Look | None
    paper: Paper | None

    def made(self, name: str, view: Diagram | Sheet, workspace: Workspace) -> Made:
        """Draw a view of a workspace; ``name`` is that of the file, without its ending."""
        from svcflow.exporters.drawing import draw
        from svcflow.exporters.flow_texts import ENDINGS

        theme = theme_of(workspace, self.look)
        drawn = draw(
            view,
            self.form,
            engine=self.engine,
            scale=self.scale,
            width=self.width,
            columns=self.columns,
            theme=theme,
            paper=self.paper,
        )
        told = logo_warnings(theme) if self.form.value in {"png", "pdf"} else ()
        ending = ENDINGS.get(self.form.value, self.form.value)
        return Made(f"{name}.{ending}", with_mark(drawn.data, self.form), drawn.warnings + told)


def picture_options(  # noqa: PLR0913 -- one parameter an option
    view: str,
    format: str = "svg",
    *,
    engine: str | None = None,
    theme: str | None = None,
    paper: str | None = None,
    width: int = 0,
    scale: float = 1.0,
    columns: int = 100,
) -> PictureOptions:
    """Check what is asked of a picture. Raises `CannotDo` for an unknown word and for what a view cannot do."""
    from svcflow.exporters.drawing import PictureFormat
    from svcflow.exporters.graphviz import Engine
    from svcflow.model.workspace import Look

    form = PictureFormat(chosen(format, PICTURE_FORMATS, _no_format))
    _check_width(width, view, format)
    if scale != 1.0 and format != "png":
        raise CannotDo(msg("only PNG is scaled"), msg("use `--format png`, or leave out `--scale`"))
    if engine and view != "flowchart":
        raise CannotDo(msg("Graphviz lays out flowcharts only"), msg("leave out `--engine` for this view"))
    return PictureOptions(
        form=form,
        engine=Engine(chosen(engine, tuple(Engine), _no_engine)) if engine else None,
        scale=scale,
        width=width,
        columns=columns,
        look=Look(chosen(theme, tuple(Look), _no_theme)) if theme else None,
        paper=_paper(paper, format),
    )


def _check_width(width: int, view: str, format: str) -> None:
    if width and format not in _FOLDED_FORMATS:
        raise CannotDo(
            msg("`{format}` cannot be folded", format=format),
            msg("leave out `--width`, or use {formats}", formats=_FOLDED_FORMATS),
        )
    if width and view not in _FOLDED:
        raise CannotDo(
            msg("this view cannot be folded, only {views} can", views=tuple(_FOLDED)),
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


def _no_engine(name: str) -> Message:
    return msg("there is no engine `{name}`", name=name)


def _no_theme(name: str) -> Message:
    return msg("there is no theme `{name}`", name=name)
