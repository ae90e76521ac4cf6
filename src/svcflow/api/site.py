"""A workspace as a web site of plain files."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["SITE_MANIFEST", "SitePart", "site"]

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


def site(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    languages: Iterable[str] = (),
    jobs: int = 1,
    today: dt.date | None = None,
    afresh: bool = False,
) -> Iterator[SitePart]:
    """Make a web site of all processes of a folder, part by part; nothing is written.

    ``folder`` is where it will be, with the site made before: processes that did not change since are left alone,
    unless ``afresh``. ``languages`` are those of the pages, the first one at the root (default: the workspace's, and
    all others that svcflow speaks in which there are texts). ``jobs`` processes of the computer work side by side.
    ``today`` is the day by which the calendar of reviews tells what is overdue (default: it tells days alone, so that
    the same workspace gives the same bytes on every day).

    Raises `CannotDo` for a path without processes, a process or a setting that cannot be used, two processes of one id,
    a language that svcflow does not speak, and a folder that holds something else.
    """
    from svcflow.api.site_build import build_site

    asked = tuple(languages)
    yield from build_site(Path(path), Path(folder), asked, jobs=max(1, jobs), today=today, afresh=afresh)
