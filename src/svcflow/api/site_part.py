"""A site as it is made: part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["SITE_MANIFEST", "SitePart"]

SITE_MANIFEST = ".svcflow-site.json"
"""The file in the folder of a site that says what its pages were made from."""


@dataclass(frozen=True, slots=True)
class SitePart:
    """Files of a site to be written, by their paths in its folder, and what to be told of the work so far.

    ``made`` of ``to_make`` processes are done, ``kept`` others were still good. ``known`` are the files that svcflow
    wrote before; ``stale`` (in the last part only) those of them that are no part of the site any more.
    """

    files: Mapping[str, bytes]
    made: int
    to_make: int
    kept: int
    known: frozenset[str] = frozenset()
    stale: tuple[str, ...] = ()
