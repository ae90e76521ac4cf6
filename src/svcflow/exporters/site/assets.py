"""The files that all pages share: style sheet and scripts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

__all__ = ["assets"]


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield style sheet and scripts, as paths from the site's root and contents."""
    folder = files("svcflow.exporters.site") / "assets"
    for name in ("site.css", "site.js", "search.js"):
        yield f"assets/{name}", (folder / name).read_bytes()
    viewer = files("svcflow.exporters.viewer") / "viewer.js"
    yield "assets/viewer.js", b"// Made by svcflow.\n" + viewer.read_bytes()
