"""Documents as one self-contained HTML file that also prints well."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from importlib import resources
from typing import TYPE_CHECKING

from svcflow.exporters.templating import MARK, environment, worth_showing
from svcflow.i18n import translator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from svcflow.documents.outline import Outline

__all__ = ["to_html"]


def to_html(document: Outline, pictures: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return a document as HTML.

    ``pictures`` gives, by the name of the view, its SVG, which is put in as it is; several SVGs follow each other, and
    a page may break between them.
    """
    from markupsafe import Markup

    shown = {view: Markup("\n".join(map(_inline, svgs))) for view, svgs in (pictures or {}).items()}  # noqa: S704 - our own SVG
    env = environment(autoescape=True)
    env.filters |= {
        "lines": _lines,
        "css_string": _css_string,
        "worth_showing": partial(worth_showing, pictures=shown),
    }
    style = resources.files("svcflow.exporters").joinpath("templates/document.css").read_text("utf-8")
    return env.get_template("document.html.jinja").render(
        document=document,
        t=translator(document.language),
        pictures=defaultdict(str, shown),
        mark=MARK,
        style=Markup(style),  # noqa: S704 - our own file
    )


def _inline(svg: str) -> str:
    """Return an SVG file's text without what only a file of its own may have."""
    return re.sub(r"^\s*(<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->|\s)*", "", svg, flags=re.DOTALL)


def _lines(text: str) -> Markup:
    from markupsafe import Markup, escape

    return Markup("<br>").join(escape(line) for line in text.strip().splitlines())


def _css_string(text: str) -> Markup:
    """Return a text as a CSS string: everything but letters and digits as an escape."""
    from markupsafe import Markup

    return Markup('"' + re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"')  # noqa: S704
