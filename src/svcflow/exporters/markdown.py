"""Documents as Markdown, as GitHub and GitLab show it."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import ProcessName
from svcflow.exporters.columns import evenly, is_matrix
from svcflow.exporters.seal import seal
from svcflow.exporters.templating import Templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.documents.outline import Outline, Table
    from svcflow.exporters.look import Look

__all__ = ["escape_markdown", "to_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$])")
_AT_START = re.compile(r"^(\s*)([#>+=-]|\d+[.)])(?=\s|$|[=-])")
_NARROW = 3
"""So many characters of a title stand on a line above columns that hold a sign each."""
_ENTITY = re.compile(r"&(?=#?\w+;)")


def to_markdown(
    document: Outline,
    pictures: Mapping[str, str] | None = None,
    look: Look | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    """Return a document as Markdown, sealed.

    ``pictures`` gives, by the name of the view, the address of its picture file as the document refers to it; views
    without one are left out. ``links`` are the addresses of other processes by id: their names lead there. Raises
    CannotDo when a template of the ``look`` fails.
    """
    from markupsafe import Markup

    shown = {view: Markup(_address(address)) for view, address in (pictures or {}).items()}  # noqa: S704 - quoted
    templates = Templates(
        "md", look.templates if look else None, finalize=partial(_finalize, links or {}, Markup)
    )
    templates.filters |= {"is_matrix": _is_matrix, "narrow": _narrow}
    text = templates.render(document, shown)
    return seal("\n" + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n")


def _finalize(links: Mapping[str, str], markup: type[str], value: Any) -> str:
    """Return what stands for a value in the text; what is ``markup`` already, as it is."""
    if isinstance(value, markup):
        return str(value)
    said = escape_markdown(str(value))
    if isinstance(value, ProcessName) and value.process in links:
        return f"[{said}]({_address(links[value.process])})"
    return said


@lru_cache(maxsize=2048)  # names of roles and steps, and words, stand in a document many times
def escape_markdown(text: str, line_break: str = "<br>") -> str:
    """Return a text so that Markdown shows it as it is: no markup, no links, no lists begin in it."""
    lines = [_AT_START.sub(_escaped_start, _escape_line(line)) for line in text.strip().splitlines()]
    return line_break.join(line.strip() for line in lines if line.strip())


def _escape_line(line: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", line)
    return _ENTITY.sub("&amp;", escaped)


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"


def _is_matrix(table: Table) -> bool:
    return is_matrix(table.headers, table.rows)


def _narrow(title: str) -> str:
    """Return a title of a narrow column in lines, so that the column takes no room from those with texts."""
    return evenly(title, _NARROW)


def _address(address: str) -> str:
    from urllib.parse import quote

    return quote(address, safe="/.-_~")
