"""bpmnlint's recommended rules and our findings, side by side, on the same BPMN files.

    python -m tools.bpmnlint

writes ``docs/bpmnlint.md``: for each rule that is about the flow, how often bpmnlint reports it, on how many of these
elements svcflow finds something too, and what it is called there. The files are the reference models among the tests'
data and 200 random processes, exported.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.interchange.bpmn.xml import Element, parse_xml
from svcflow.load.shared import Shared
from svcflow.model import Process
from tests.strategies import processes
from tools import node

__all__ = ["RULES", "Comparison", "compare", "random_files"]

ROOT = Path(__file__).resolve().parents[1]
MIWG = ROOT / "tests" / "data" / "miwg"
PAGE = ROOT / "docs" / "bpmnlint.md"
_COUNT = 200
_SEED = 20
_DOUBLE = "no-duplicate-sequence-flows"

RULES = (
    "start-event-required", "end-event-required", "no-disconnected", "no-implicit-start", "no-implicit-end",
    "no-implicit-split", "fake-join", "no-gateway-join-fork", "superfluous-gateway", "conditional-flows",
    "no-duplicate-sequence-flows", "label-required", "superfluous-termination",
)  # fmt: skip
"""The rules of bpmnlint that carry over: what they look at is in svcflow's format too."""


@dataclass(slots=True)
class Comparison:
    """Counts by rule of bpmnlint: its reports, those on elements of ours, and the names of our findings there."""

    reports: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """File, rule, element."""
    files: int = 0


def compare(files: Iterable[Path]) -> Comparison:
    """Lint files with both; raises `tools.node.Missing` where bpmnlint cannot be had."""
    paths = sorted(files)
    theirs = node.run("lint.mjs", paths)
    result = Comparison(files=len(paths))
    for path in paths:
        ours = _ours(path)
        ids = dict(_ids(parse_xml(path.read_text("utf-8")).root))
        for rule in RULES:
            for report in theirs[str(path)]["reports"].get(rule, ()):
                result.reports[rule] += 1
                # Of a flow that stands twice, bpmnlint reports the flow and both its nodes; we report the flow.
                lines = ids.get(report["id"], ())[: None if rule == _DOUBLE else 1]
                found = {name for line in lines for name in ours.get(line, ())}
                if found:
                    result.met[rule] += 1
                    result.names.setdefault(rule, Counter()).update(found)
                else:
                    result.missed.append((path.name, rule, report["id"]))
    return result


def _ours(path: Path) -> dict[int, set[str]]:
    """Return the names of our findings by the line they stand on, their related places as well."""
    found: dict[int, set[str]] = {}
    for finding in api.lint([path], profile="starter").findings:
        for place in (finding.place, *(related.place for related in finding.related)):
            found.setdefault(place.span.line, set()).add(finding.rule)
    return found


def _ids(root: Element | None) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each id with the line of its element; behind it those of a node's flows, and of a flow's nodes."""
    waiting = [root] if root else []
    lines: dict[str, int] = {}
    ends: dict[str, tuple[str, str]] = {}
    while waiting:
        element = waiting.pop()
        waiting += element.children
        if id := element.attributes.get("id"):
            lines[id] = element.line
            if element.is_bpmn("sequenceFlow"):
                ends[id] = (element.attributes.get("sourceRef", ""), element.attributes.get("targetRef", ""))
    beside: dict[str, list[str]] = {}
    for flow, nodes in ends.items():
        for node_id in nodes:
            beside.setdefault(node_id, []).append(flow)
            beside.setdefault(flow, []).append(node_id)
    for id, line in lines.items():
        yield id, (line, *(lines[other] for other in beside.get(id, ()) if other in lines))


def random_files(folder: Path, count: int = _COUNT) -> list[Path]:
    """Write random processes into a folder as BPMN, the same ones each time."""
    made: list[Path] = []

    @seed(_SEED)
    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(processes())
    def write(process: Process) -> None:
        path = folder / f"random-{len(made):03}.bpmn"
        path.write_bytes(to_bpmn(ProcessContext(process, Shared())))
        made.append(path)

    write()
    return made


def main() -> int:
    """Compare and print."""
    with tempfile.TemporaryDirectory() as folder:
        for title, files in (("miwg", list(MIWG.glob("*.bpmn"))), ("random", random_files(Path(folder)))):
            result = compare(files)
            print(title, result.files)
            for rule in RULES:
                print(
                    f"{rule:30} {result.reports[rule]:5} {result.met[rule]:5} {dict(result.names.get(rule, {}))}"
                )
            print(Counter((rule) for _, rule, _ in result.missed), result.missed[:12])
    return 0


if __name__ == "__main__":
    sys.exit(main())
