"""The measures: each gives rows of the table, a ratio or a number against its goal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.foreign import bpmn
from benchmarks.layout import layout
from benchmarks.long_process import long_process
from benchmarks.make_workspace import make_workspace
from benchmarks.portal import portal
from benchmarks.publishing import documents
from benchmarks.setting import Row, Setting
from benchmarks.timing import alternately, child, command, run

__all__ = ["MEASURES", "Row", "Setting"]

_SAMPLE = 50
"""How many files yamllint gets: with all of them it would run for minutes."""


def lint(setting: Setting) -> Iterator[Row]:
    """All rules on all files, against the C parser alone and against yamllint; and the memory it takes."""
    workspace = setting.folder / "many"
    make_workspace(workspace, setting.processes)
    linting = command("lint", str(workspace), "--profile", "audit", "--quiet")
    peaks: list[float] = []

    def ours() -> float:
        done = run([*linting, "--jobs", "1"])
        peaks.append(done.mib)
        return done.seconds

    def all_together() -> float:
        return run(linting).seconds

    def theirs() -> float:
        return child("parser", str(workspace))["seconds"]

    mine, parsed, together = alternately(setting.rounds, ours, theirs, all_together)
    what = f"lint of {setting.processes:,} processes"
    ratio = mine / parsed
    yield Row(
        f"{what}, with --jobs 1, against the C parser alone", f"{mine:.2f} s", f"{parsed:.2f} s", f"{ratio:.1f} times",
        "at most 3 times", ratio <= 3,
    )  # fmt: skip
    yield Row(
        f"{what}, side by side, against one after the other", f"{together:.2f} s", f"{mine:.2f} s",
        f"{mine / together:.1f} times faster",
    )  # fmt: skip
    yield _against_yamllint(workspace, setting, what, mine)
    if peaks[0]:
        peak = max(peaks)
        yield Row(f"{what}, memory at most", f"{peak:.0f} MiB", "", "", "at most 100 MiB", peak <= 100)


def _against_yamllint(workspace: Path, setting: Setting, what: str, mine: float) -> Row:
    every = max(1, setting.processes // _SAMPLE)
    sample = child("yamllint", str(workspace), str(every))
    size = sum(file.stat().st_size for file in workspace.rglob("*.yaml"))
    seconds = sample["seconds"] * size / sample["bytes"]
    ratio = seconds / mine
    return Row(
        f"{what}, against yamllint (1 file in {every} measured, scaled by bytes)", f"{mine:.2f} s",
        f"{seconds:.0f} s", f"{ratio:.1f} times faster", "at least 8 times faster", ratio >= 8,
    )  # fmt: skip


def start(setting: Setting) -> Iterator[Row]:
    """Whole commands on little: what a person waits for at the prompt, and an editor at every save."""
    small, big = setting.folder / "small", setting.folder / "hundred"
    make_workspace(small, 1)
    make_workspace(big, 100)
    first = "processes/service-0000.yaml"
    bare, help_, alone, among = alternately(
        3 * setting.rounds,
        lambda: run([sys.executable, "-c", "pass"]).seconds,
        lambda: run(command("--help")).seconds,
        lambda: run(command("lint", str(small / first))).seconds,
        lambda: run(command("lint", str(big / first))).seconds,
    )
    yield Row("Python that does nothing", f"{bare * 1000:.0f} ms", "", "")
    yield Row("`svcflow --help`", _ms(help_), "", "", "at most 100 ms", help_ <= 0.1)
    yield Row(
        "`svcflow lint` of one file and its catalogue", _ms(alone), "", "", "at most 200 ms", alone <= 0.2
    )
    yield Row("`svcflow lint` of one file in a workspace of 100", _ms(among), "", "")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def render(setting: Setting) -> Iterator[Row]:
    """A drawing of 100 steps, against bare Graphviz on the same DOT."""
    from svcflow import api
    from svcflow.exporters.graphviz import program

    file = setting.folder / "long.yaml"
    file.write_text(long_process(100), "utf-8")
    make_workspace(setting.folder / "drawn", 2)
    other = setting.folder / "drawn" / "processes" / "service-0001.yaml"
    (drawn,) = api.render(file, "flowchart", "dot")
    inside, graphviz, whole = alternately(
        2 * setting.rounds,
        lambda: child("render", str(file), str(other))["seconds"],
        lambda: run([program(), "-Kdot", "-Tsvg", "-q"], stdin=drawn.data).seconds,
        lambda: run(command("render", str(file), "-f", "svg", "-o", "-")).seconds,
    )
    ratio = inside / graphviz
    yield Row(
        "drawing 100 steps as SVG, from the file on, against Graphviz", _ms(inside), _ms(graphviz),
        f"{ratio:.1f} times", "at most 1.5 times", ratio <= 1.5,
    )  # fmt: skip
    yield Row(
        "the same with starting Python: `svcflow render`",
        _ms(whole),
        _ms(graphviz),
        f"{whole / graphviz:.1f} times",
    )


MEASURES: dict[str, Callable[[Setting], Iterator[Row]]] = {
    "lint": lint,
    "start": start,
    "render": render,
    "documents": documents,
    "layout": layout,
    "bpmn": bpmn,
    "portal": portal,
}
"""The measures by the name that ``--only`` takes."""
