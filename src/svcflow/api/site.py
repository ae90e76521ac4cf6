"""A workspace as a web site of plain files."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from svcflow.api.site_part import SITE_MANIFEST, SitePart

__all__ = ["SITE_MANIFEST", "SitePart", "site"]


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
