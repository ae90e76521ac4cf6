"""Documents as one self-contained HTML file that also prints well."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from svcflow.documents.outline import Page, ProcessName
from svcflow.exporters.card_size import card_size
from svcflow.exporters.columns import ROOM, column_widths, is_matrix
from svcflow.exporters.look import Look
from svcflow.exporters.own_templates import style_sheet
from svcflow.exporters.seal import seal
from svcflow.exporters.templating import Templates
from svcflow.model.workspace import SheetSize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from svcflow.documents.outline import Outline, Signatures, Table

__all__ = ["to_html"]


def to_html(
    document: Outline,
    pictures: Mapping[str, Sequence[str]] | None = None,
    look: Look | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    """Return a document as HTML, sealed.

    ``pictures`` gives, by the name of the view, its SVG, which is put in as it is; several SVGs follow each other, and
    a page may break between them. ``links`` are the addresses of other processes by id: their names lead there.
    Raises CannotDo when a template of the ``look`` fails.
    """
    from markupsafe import Markup

    look = look or Look()
    templates = Templates("html", look.templates)
    templates.filters |= {
        "lines": partial(_lines, links or {}),
        "css_string": _css_string,
        "shares": partial(_shares, document.page),
        "is_matrix": lambda table: is_matrix(table.headers, table.rows),
    }
    shown = {view: Markup("\n".join(map(_inline, svgs))) for view, svgs in (pictures or {}).items()}  # noqa: S704 - our own SVG
    text = templates.render(
        document,
        shown,
        style=Markup(_style(look) + _page_rules(document, look.paper)),  # noqa: S704 - a style sheet is no text
        logo=look.logo.address if look.logo else "",
        size=Markup(card_size(document, look.paper)) if document.page is Page.CARD else "",  # noqa: S704 - a number
    )
    return seal(text)


def _style(look: Look) -> str:
    """Return the style sheet: theirs as it is, ours in their colours."""
    own = style_sheet(look.templates)
    return own if own != style_sheet() else look.colored(own)


def _page_rules(document: Outline, paper: SheetSize) -> str:
    """Return what stands on every printed page: whose and which document, which version, which page of how many."""
    size = {SheetSize.A4: "A4", SheetSize.LETTER: "letter"}[paper]
    if document.page is Page.CARD:
        return f"@page {{ size: {size}; }}\n"
    head = _css_string(" · ".join(filter(None, (document.organization, document.title))))
    foot = _css_string(
        " · ".join((*document.running, document.kind) if document.running else (document.kind,))
    )
    turned = " landscape" if document.page is Page.LANDSCAPE else ""
    return (
        f"@page {{ size: {size}{turned}; @top-left {{ content: {head}; }} @bottom-left {{ content: {foot}; }} "
        '@bottom-right { content: counter(page) " / " counter(pages); } }\n'
    )


def _inline(svg: str) -> str:
    """Return an SVG file's text without what only a file of its own may have."""
    return re.sub(r"^\s*(<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->|\s)*", "", svg, flags=re.DOTALL)


def _shares(page: Page, table: Table | Signatures) -> list[float]:
    """Return what part of a table's width each column takes, in percent; nothing for a card, whose style says it."""
    if page is Page.CARD:
        return []
    widths = column_widths(table.headers, table.rows, ROOM[page])
    return [round(100 * wide / sum(widths), 1) for wide in widths]


def _lines(links: Mapping[str, str], text: str) -> Markup:
    from markupsafe import Markup, escape

    said = Markup("<br>").join(escape(line) for line in str(text).strip().splitlines())
    if isinstance(text, ProcessName) and text.process in links:
        return Markup('<a href="{}">{}</a>').format(quote(links[text.process]), said)
    return said


def _css_string(text: str) -> Markup:
    """Return a text as a CSS string: everything but letters and digits as an escape."""
    from markupsafe import Markup

    return Markup('"' + re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"')  # noqa: S704
