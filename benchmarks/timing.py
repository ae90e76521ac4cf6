"""Running a program, with its time and its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

__all__ = ["ROOT", "Run", "alternately", "child", "command", "run"]

ROOT = Path(__file__).parents[1]


class Run(NamedTuple):
    """What a program took; memory and processor time are 0 where the system does not tell."""

    seconds: float
    mib: float
    """The most memory that it had, or one of the processes it began."""
    processor: float
    """Seconds of all processors together, its own and those of the processes it began."""


def run(command: list[str], *, stdin: bytes = b"") -> Run:
    """Run a program to its end. Raises RuntimeError when it could not do what was asked."""
    begin = perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_environment()
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(stdin)
        process.stdin.close()
        said = process.stderr.read().decode(errors="replace")
        code, mib, processor = _wait(process)
        seconds = perf_counter() - begin
    if code not in {0, 1}:  # 1: there are findings
        raise RuntimeError(f"{' '.join(command)} ended with {code}: {said}")
    return Run(seconds, mib, processor)


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float, float]:
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0, 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    mib = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return process.returncode, mib, usage.ru_utime + usage.ru_stime


def _environment() -> dict[str, str]:
    """Return the environment, without what would keep Python from its compiled modules."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH")]))}


def command(*arguments: str) -> list[str]:
    """Return the command line of svcflow in this Python."""
    return [sys.executable, "-m", "svcflow", *arguments]


def child(name: str, *arguments: str) -> dict[str, float]:
    """Return what one of the `benchmarks.children` says."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.children", name, *arguments],
        cwd=ROOT, env=_environment(), capture_output=True, check=True,
    )  # fmt: skip
    said: dict[str, float] = json.loads(done.stdout)
    return said


def alternately(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """Return the median of each measure, taken by turns: what else the machine does meets all of them alike."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for row, measure in zip(taken, measures, strict=True):
            row.append(measure())
    return [median(row) for row in taken]
