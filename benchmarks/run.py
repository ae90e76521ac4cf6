"""Measure svcflow, all in one run, and print the results as a Markdown table.

    python -m benchmarks.run [--processes 2000] [--only lint,start,render,documents] [--rounds 3] [--output FILE]

Every number is the median of several rounds in which svcflow and what it is measured against take turns, so that the
ratios hold on a machine that is busy with other things, too.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.measures import MEASURES, Row, Setting

__all__ = ["main", "report"]

_PACKAGES = ("svcflow", "pydantic", "PyYAML", "yamllint", "graphviz-pure", "typer")


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, measure, print, and write the table where asked."""
    parser = argparse.ArgumentParser(description="Measure svcflow.")
    parser.add_argument("--processes", type=int, default=2000, help="size of the large workspace")
    parser.add_argument("--only", default=",".join(MEASURES), help=f"some of: {', '.join(MEASURES)}")
    parser.add_argument("--rounds", type=int, default=3, help="how often each thing is measured")
    parser.add_argument("--output", type=Path, help="a file to write the table to")
    given = parser.parse_args(arguments)
    names = [name.strip() for name in given.only.split(",")]
    if unknown := set(names) - MEASURES.keys():
        parser.error(f"there is no measure {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(Path(folder), given.processes, given.rounds)
        text = report([row for name in names for row in MEASURES[name](setting)])
    print(text)
    if given.output:
        given.output.write_text(text + "\n", "utf-8")


def report(rows: Iterable[Row]) -> str:
    """Return the table, and below it the machine and the versions."""
    return "\n".join([*_table(rows), "", *_surroundings()])


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| what | svcflow | the other | result | goal | reached |"
    yield "| --- | ---: | ---: | ---: | --- | --- |"
    for row in rows:
        reached = "" if row.reached is None else ("yes" if row.reached else "**no**")
        yield f"| {row.what} | {row.svcflow} | {row.other} | {row.result} | {row.goal} | {reached} |"


def _surroundings() -> Iterator[str]:
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    yield f"- {platform.system()} {platform.machine()}, {os.cpu_count()} processors ({_processor()}){load}"
    yield f"- {platform.python_implementation()} {platform.python_version()} ({platform.python_compiler()})"
    yield f"- {', '.join(f'{name} {version(name)}' for name in _PACKAGES)}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


if __name__ == "__main__":
    main()
