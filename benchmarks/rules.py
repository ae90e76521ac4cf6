"""What each part of linting a process costs, and each rule, in microseconds a process.

    python -m benchmarks.rules [--processes 200] [WORKSPACE]

What several rules share (the graph, soundness, times) is asked for first and has lines of its own; what a rule alone
asks for counts as the rule's.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.make_workspace import make_workspace
from svcflow import source
from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.lint import choose
from svcflow.load import open_workspace
from svcflow.load.files import shown_path
from svcflow.load.read import read_as
from svcflow.load.workspace import Workspace
from svcflow.model.process import Process
from svcflow.model.workspace import Profile

__all__ = ["measure", "table"]

_SHARED: dict[str, Callable[[ProcessContext], object]] = {
    "(reachable steps)": lambda context: (context.graph.reachable, context.graph.forward),
    "(ways back)": lambda context: context.graph.back_flows,
    "(soundness)": lambda context: context.graph.soundness,
    "(forks)": lambda context: context.graph.forks,
    "(handoffs)": lambda context: context.graph.handoffs,
    "(data flow)": lambda context: (context.data.sure, context.data.possible),
    "(timing)": lambda context: (context.timing.done, context.timing.overrun),
}


class _Stopwatch:
    """Seconds by what they were spent on."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def run(self, name: str, work: Callable[[], object]) -> None:
        """Do something and count its time."""
        begin = perf_counter()
        work()
        self.seconds[name] += perf_counter() - begin


def measure(workspace: Path) -> dict[str, float]:
    """Return the microseconds a process of each part and each rule, all rules on."""
    opened = open_workspace(workspace)
    rules = choose(opened.settings.lint, Profile.AUDIT).rules
    process_rules = [rule for rule in rules if isinstance(rule, ProcessRule)]
    watch = _Stopwatch()
    count = 0
    gc.disable()
    for path in opened.candidates():
        if context := _context(opened, path, watch):
            count += 1
            _check(context, process_rules, watch)
    gc.enable()
    return {name: seconds / count * 1e6 for name, seconds in watch.seconds.items()}


def _context(workspace: Workspace, path: Path, watch: _Stopwatch) -> ProcessContext | None:
    begin = perf_counter()
    document = source.read(path)
    parsed = perf_counter()
    loaded = read_as(document, shown_path(path), Process)
    modelled = perf_counter()
    if loaded.model is None:
        return None
    context = ProcessContext(loaded.model, workspace.shared, loaded.path)
    watch.seconds["(parsing)"] += parsed - begin
    watch.seconds["(model)"] += modelled - parsed
    watch.seconds["(graph)"] += perf_counter() - modelled
    return context


def _check(context: ProcessContext, rules: Iterable[ProcessRule], watch: _Stopwatch) -> None:
    for name, shared in _SHARED.items():
        watch.run(name, partial(shared, context))
    for rule in rules:
        watch.run(f"{rule.code} {rule.name}", partial(_all_of, rule, context))


def _all_of(rule: ProcessRule, context: ProcessContext) -> list[Problem]:
    return list(rule.check(context))


def table(spent: dict[str, float]) -> Iterator[str]:
    """Yield the lines of a table, what costs most first."""
    total = sum(spent.values())
    yield f"{total:8.0f} us  100.0%  a process, in all"
    for name, micros in sorted(spent.items(), key=lambda entry: -entry[1]):
        yield f"{micros:8.0f} us  {micros / total:6.1%}  {name}"


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description="Measure each rule.")
    parser.add_argument("workspace", nargs="?", type=Path, help="a workspace; left out: one is made")
    parser.add_argument("--processes", type=int, default=200, help="the size of the workspace that is made")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.workspace is None:
            make_workspace(Path(folder), given.processes)
        print("\n".join(table(measure(given.workspace or Path(folder)))))


if __name__ == "__main__":
    main()
