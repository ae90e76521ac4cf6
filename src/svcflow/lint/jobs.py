"""Linting many files, by several processes of the computer side by side where that pays."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from svcflow.lint.files import FileLinter, FileReport
from svcflow.workers import no_garbage_collection, side_by_side

__all__ = ["Task", "fitting_jobs", "linted"]

Task = tuple[Path, bool]
"""A file, and whether the user named it."""

_BATCHES = 16
"""How many batches each job gets: the last one to be done is not far behind the others."""
_FEWEST = {"fork": 25, "spawn": 150}
"""How many files are worth a further job; where it has to import everything first, that takes as long as many files."""
_MOST = 8


def fitting_jobs(files: int) -> int:
    """Return how many jobs suit so many files and this computer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _MOST, files // _FEWEST[_method()]))


def linted(linter: FileLinter, tasks: Sequence[Task], jobs: int) -> Iterator[FileReport]:
    """Yield what each file gives, in the order of the tasks, whoever did them."""
    if jobs < 2:
        yield from (linter.lint(path, named=named) for path, named in tasks)
        return
    yield from _batch(linter, tasks[:1])  # what that imports and sets up, copies of this process have
    size = max(1, (len(tasks) - 1) // (jobs * _BATCHES))
    batches = [tasks[start : start + size] for start in range(1, len(tasks), size)]
    for reports in side_by_side(partial(_batch, linter), batches, jobs, _method()):
        yield from reports


def _batch(linter: FileLinter, tasks: Sequence[Task]) -> list[FileReport]:
    with no_garbage_collection():
        return [linter.lint(path, named=named) for path, named in tasks]


def _method() -> Literal["fork", "spawn"]:
    """Return how a process is begun: as a copy of this one where that is safe, since it has imported all already."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
