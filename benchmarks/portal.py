"""How long a workspace takes to become a web site, and to become it once more when one process changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from benchmarks.make_workspace import make_workspace
from benchmarks.setting import Row, Setting
from benchmarks.timing import alternately, command, run

__all__ = ["portal"]

_PROCESSES = 200


def portal(setting: Setting) -> Iterator[Row]:
    """The site of 200 processes of 30 steps, in two languages, on two processors; then one process is edited."""
    workspace, site = setting.folder / "portal", setting.folder / "portal-site"
    make_workspace(workspace, _PROCESSES)
    edited = workspace / "processes" / "service-0007.yaml"
    line = command("site", str(workspace), "-o", str(site), "--jobs", "2")

    def whole() -> float:
        shutil.rmtree(site, ignore_errors=True)
        return run(line).seconds

    def once_more() -> float:
        text = edited.read_text("utf-8")
        edited.write_text(text.replace("purpose: ", "purpose: 再", 1), "utf-8")
        return run(line).seconds

    (seconds,) = alternately(1, whole)
    what = f"the site of {_PROCESSES} processes"
    yield Row(f"{what}, two side by side", f"{seconds:.0f} s", "", "", "at most 60 s", seconds <= 60)
    (again,) = alternately(setting.rounds, once_more)
    yield Row(f"{what} again, one of them edited", f"{again:.1f} s", "", "", "at most 2 s", again <= 2)
