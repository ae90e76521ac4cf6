"""How good and how fast the layout is: crossings, turns, length, area, faults and time, beside other layouts.

What is drawn: the examples, the reference models of the BPMN Model Interchange Working Group, and processes made by
chance. Every layout gets the same processes; a figure is that of those which it could draw, beside ours of the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.layout_geometry import Drawing, Figures, figures
from benchmarks.layout_peers import bpmn_auto_layout, drawing_of, graphviz, mermaid
from benchmarks.layout_random import random_process
from benchmarks.long_process import long_process
from benchmarks.setting import Row, Setting
from benchmarks.timing import ROOT
from svcflow.analyzers.context import ProcessContext
from svcflow.api import import_files
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import open_processes
from svcflow.views.diagram import Diagram
from svcflow.views.layout import arrange, fold
from tools.node import Missing

__all__ = ["layout"]

_GOALS = {20: 0.1, 100: 0.3, 500: 3.0, 2000: None}
"""Seconds for so many steps."""
_FOLDED = 1400
_CHANCE = 12
"""How many processes of 20 steps are made by chance; a fourth as many of 100."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A process to be drawn."""

    kind: str
    context: ProcessContext

    def drawn(self, view: str) -> Drawing:
        """Lay it out with ours, after once to warm up."""
        diagram = diagram_of(self.context, view)
        arrange(diagram)
        begin = perf_counter()
        picture = arrange(diagram)
        return drawing_of(picture, perf_counter() - begin)


def layout(setting: Setting) -> Iterator[Row]:
    """Compare with each of the other layouts, then measure the time of long processes."""
    cases = list(_cases(setting.folder))
    peers: tuple[tuple[str, str, Callable[[], Sequence[Drawing | None]]], ...] = (
        ("flowchart", "Graphviz dot", lambda: [graphviz(diagram_of(case.context, "flowchart")) for case in cases]),
        ("flowchart", "Mermaid", lambda: mermaid([_as_text(case, "flowchart") for case in cases], setting.folder)),
        ("swimlane", "Mermaid", lambda: mermaid([_as_text(case, "swimlane") for case in cases], setting.folder)),
        (
            "swimlane", "bpmn-auto-layout",
            lambda: bpmn_auto_layout([_as_bpmn(case) for case in cases], setting.folder),
        ),
    )  # fmt: skip
    for view, peer, draw in peers:
        try:
            drawn = draw()
        except Missing as missing:
            print(f"LEFT OUT: {view} beside {peer}: {missing}", file=sys.stderr)
            continue
        yield from _beside(view, peer, cases, drawn)
    yield from _times(setting)


def _cases(folder: Path) -> Iterator[_Case]:
    for context in _contexts(ROOT / "examples" / "services"):
        yield _Case("example", context)
    for model in sorted((ROOT / "tests" / "data" / "miwg").glob("*.bpmn")):
        own = folder / "models" / model.stem
        own.mkdir(parents=True)
        for made in import_files([model]).files:
            (own / made.name).write_bytes(made.data)
        yield from (_Case("reference model", one) for one in _contexts(own))
    for steps, count in ((20, _CHANCE), (100, _CHANCE // 4)):
        for seed in range(count):
            text = random_process(steps, seed)
            yield from (_Case(f"by chance, {steps} steps", one) for one in _written(folder, text))


def _written(folder: Path, text: str) -> list[ProcessContext]:
    file = folder / "process.yaml"
    file.write_text(text, "utf-8")
    return _contexts(file)


def _contexts(path: Path) -> list[ProcessContext]:
    return [opened.context for opened in open_processes(path)]


def _as_text(case: _Case, view: str) -> str:
    from svcflow.exporters.mermaid import to_mermaid

    return to_mermaid(diagram_of(case.context, view))


def _as_bpmn(case: _Case) -> bytes:
    from svcflow.exporters.bpmn import export

    return export(case.context, None)[0]


def _beside(view: str, peer: str, cases: Sequence[_Case], drawn: Sequence[Drawing | None]) -> Iterator[Row]:
    for kind in dict.fromkeys(case.kind for case in cases):
        pairs = [
            (case.drawn(view), other)
            for case, other in zip(cases, drawn, strict=True)
            if case.kind == kind and other is not None
        ]
        if pairs:
            ours = sum((figures(mine) for mine, _ in pairs), Figures())
            theirs = sum((figures(other) for _, other in pairs), Figures())
            yield Row(f"{view}, {len(pairs)} × {kind}, against {peer}", _told(ours), _told(theirs), "")


def _told(one: Figures) -> str:
    edges = max(1, one.edges)
    return (
        f"{one.crossings} crossings, {one.turns / edges:.2f} turns an edge, {one.length / edges:.2f} widths long, "
        f"area {one.area / one.drawings:.0f}, {one.faults} faults, {one.seconds / one.drawings * 1000:.0f} ms"
    )


def _times(setting: Setting) -> Iterator[Row]:
    for steps, goal in _GOALS.items():
        (context,) = _written(setting.folder, long_process(steps))
        for view in ("flowchart", "swimlane", "blueprint"):
            diagram = diagram_of(context, view)
            for folded in (False, True) if view != "flowchart" else (False,):
                seconds = min(_time(diagram, folded=folded) for _ in range(setting.rounds))
                what = f"layout of {steps:,} steps, {view}{', folded' if folded else ''}"
                told = f"at most {goal * 1000:.0f} ms" if goal else "no failure"
                yield Row(what, f"{seconds * 1000:.0f} ms", "", "", told, goal is None or seconds <= goal)


def _time(diagram: Diagram, *, folded: bool) -> float:
    begin = perf_counter()
    picture = arrange(diagram)
    if folded:
        fold(picture, _FOLDED)
    return perf_counter() - begin
