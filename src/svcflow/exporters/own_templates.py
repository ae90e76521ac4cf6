"""Templates of a workspace: found in one folder and nowhere else, and told of with file and line when they fail."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.i18n.reasons import reason_of
from svcflow.text.cells import one_line
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

__all__ = ["STYLE", "OwnTemplates", "broken_template", "our_template", "style_sheet", "template_names"]

_LARGEST = 1_000_000
_SECTION = "section-"
_ENDING = ".jinja"
STYLE = "html/document.css"
"""The style sheet of HTML, which can be replaced like a template."""


def template_names() -> tuple[str, ...]:
    """Return the names of our templates, ``html/step`` and so on, without the ending, sorted."""
    root = resources.files("svcflow.exporters") / "templates"
    return tuple(
        sorted(
            f"{format}/{file.name.removesuffix(_ENDING)}"
            for format in ("html", "md")
            for file in (root / format).iterdir()
            if file.name.endswith(_ENDING)
        )
    )


def our_template(name: str) -> str:
    """Return the text of one of our templates; of one for a single section, that for all sections.

    Raises `CannotDo` when there is none of this name.
    """
    if name == STYLE:
        return style_sheet()
    format, _, part = name.partition("/")
    known = f"{format}/section" if part.startswith(_SECTION) else name
    if known not in template_names():
        raise _no_template(name)
    root = resources.files("svcflow.exporters") / "templates"
    return (root / f"{known}{_ENDING}").read_text("utf-8")


def style_sheet(folder: Path | None = None) -> str:
    """Return the style sheet of HTML: that of the folder where it has one, else ours."""
    if folder is not None:
        place = (folder / STYLE).resolve()
        if place.is_file() and place.is_relative_to(folder.resolve()):
            return _read(place)
    return (resources.files("svcflow.exporters") / "templates" / STYLE).read_text("utf-8")


def _no_template(name: str) -> CannotDo:
    guess = nearest(name, template_names())
    help = msg("`svcflow sop --list-templates` names them all")
    if guess:
        return CannotDo(
            msg("there is no template `{name}`; did you mean `{guess}`?", name=name, guess=guess), help
        )
    return CannotDo(msg("there is no template `{name}`", name=name), help)


class OwnTemplates:
    """The templates of one format in a workspace's folder.

    Raises `CannotDo` when the folder is missing or holds a template of this format that nothing would use.
    """

    def __init__(self, format: str, folder: Path) -> None:
        self.folder = folder.resolve()
        if not self.folder.is_dir():
            raise CannotDo(
                msg("there is no folder {path} with templates", path=str(folder)),
                msg("`documents.templates` of the workspace file names it"),
            )
        known = template_names()
        for file in sorted((self.folder / format).glob(f"*{_ENDING}")):
            name = f"{format}/{file.name.removesuffix(_ENDING)}"
            if name not in known and not name.startswith(f"{format}/{_SECTION}"):
                raise _no_template(name)

    def loader(self) -> BaseLoader:
        """Return what Jinja2 loads them by."""
        from jinja2 import BaseLoader, TemplateNotFound
        from jinja2.loaders import split_template_path

        folder = self.folder

        class Confined(BaseLoader):
            """Reads from the folder; what a link leads out of it to is not there."""

            def get_source(
                self,
                environment: Environment,  # noqa: ARG002 - Jinja2 gives it
                template: str,
            ) -> tuple[str, str, Callable[[], bool]]:
                place = folder.joinpath(*split_template_path(template)).resolve()
                if not place.is_relative_to(folder) or not place.is_file():
                    raise TemplateNotFound(template)
                text = _read(place)
                return text, str(place), lambda: False

        return Confined()


def _read(place: Path) -> str:
    try:
        if place.stat().st_size > _LARGEST:
            raise CannotDo(
                msg("the template {path} is larger than {size} kB", path=str(place), size=_LARGEST // 1000)
            )
        return place.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise CannotDo(
            msg("the template {path} cannot be read: {reason}", path=str(place), reason=reason)
        ) from None


def broken_template(error: Exception, own: OwnTemplates | None) -> CannotDo | None:
    """Return what is to be said of an error of a workspace's template; None when the error is ours."""
    from jinja2 import TemplateSyntaxError

    if own is None or isinstance(error, CannotDo):
        return None
    place = None
    if isinstance(error, TemplateSyntaxError) and error.filename:
        place = (error.filename, error.lineno)
    place = place or _last_place(error.__traceback__, own.folder)
    if place is None or not Path(place[0]).is_relative_to(own.folder):
        return None
    reason = one_line(str(error)) or type(error).__name__
    return CannotDo(
        msg(
            "the template {path} fails in line {line}: {reason}", path=place[0], line=place[1], reason=reason
        ),
        msg("mend it, or take it away: then svcflow's own takes its place"),
    )


def _last_place(trace: TracebackType | None, folder: Path) -> tuple[str, int] | None:
    """Return the last place in a traceback that is in a file of the folder: Jinja2 puts its templates there."""
    found = None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if Path(name).is_relative_to(folder):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
