"""Where the pages of a site are, and how one refers to another: always by a relative address."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote

from svcflow.exporters.templating import anchor

__all__ = ["anchored", "href", "process_folder", "role_page", "slug", "step_address"]

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
_ODD = re.compile(r"[^\w-]+")
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""Names that Windows keeps for devices, whatever the ending."""


@lru_cache(maxsize=4096)
def slug(id: str) -> str:
    """Return a name for files that is another one for every other id, also where file systems ignore case."""
    if _PLAIN.fullmatch(id) and id not in _RESERVED:
        return id
    digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{_ODD.sub('-', id.lower()).strip('-')[:30].strip('-') or 'id'}~{digest}"


def anchored(kind: str, id: str) -> str:
    """Return the anchor of something on a page that lists things of its kind."""
    return f"{kind}-{slug(id)}"


def process_folder(id: str) -> str:
    """Return the folder of a process's pages, from the root of a language."""
    return f"processes/{slug(id)}"


def role_page(id: str) -> str:
    """Return the page of a role, from the root of a language."""
    return f"roles/{slug(id)}.html"


@lru_cache(maxsize=1 << 14)  # the same steps stand on pages of roles, of registers, in the search
def step_address(process: str, step: str) -> str:
    """Return where a step is described, from the root of a language."""
    return f"{process_folder(process)}/procedure.html#{anchor(step)}"


@lru_cache(maxsize=1 << 14)
def href(address: str) -> str:
    """Return an address as a link: what is no plain sign as its code."""
    place, mark, part = address.partition("#")
    return quote(place, safe="/~?=") + mark + quote(part, safe="~")
