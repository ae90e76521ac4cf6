"""bpmnlint's recommended rules and our findings, side by side, on the same BPMN files.

    python -m tools.bpmnlint

writes ``docs/bpmnlint.md``: for each rule that is about the flow, how often bpmnlint reports it, on how many of these
elements svcflow finds something too, and what it is called there. The files are the reference models among the tests'
data, 200 random processes, exported, and these once more, damaged.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.interchange.bpmn.xml import Element, parse_xml
from svcflow.load.shared import Shared
from svcflow.model import Process
from tools import node
from tools.chance import chance_process
from tools.damage import damaged

__all__ = ["RULES", "Comparison", "compare", "page", "parts"]

ROOT = Path(__file__).resolve().parents[1]
MIWG = ROOT / "tests" / "data" / "miwg"
PAGE = ROOT / "docs" / "bpmnlint.md"
_COUNT = 200
_DOUBLE = "no-duplicate-sequence-flows"

RULES = (
    "start-event-required", "end-event-required", "no-disconnected", "no-implicit-start", "no-implicit-end",
    "no-implicit-split", "fake-join", "no-gateway-join-fork", "superfluous-gateway", "conditional-flows",
    "no-duplicate-sequence-flows", "label-required", "superfluous-termination",
)  # fmt: skip
"""The rules of bpmnlint that carry over: what they look at is in svcflow's format too."""


_HEAD = """\
<!-- Made by `python -m tools.bpmnlint`. -->
# bpmnlint and svcflow on the same files

[bpmnlint](https://github.com/bpmn-io/bpmnlint) is the linter of those who draw BPMN. `svcflow lint FILE.bpmn` finds
something on every element on which one of these rules of bpmnlint's `recommended` set reports something; the last
column says under which names. On top of that come svcflow's own rules, among them deadlocks, flows that run twice and
loops that never end, for which bpmnlint has none.

What is counted differently:

- `no-implicit-start`, `no-disconnected`: a step to which nothing leads is an `unreachable-step` in svcflow, wherever
  the process comes from; gateways, which become no steps, are told as `foreign-unclear`.
- `no-implicit-split`: svcflow says as what it read the split (`foreign-changed`).
- `no-duplicate-sequence-flows`: bpmnlint reports the flow and both of its nodes; svcflow reports the flow, once.
- `start-event-required` and `end-event-required` on an empty sub-process are one finding.

The random processes hold faults by chance: steps that nobody leads to, choices with one way, loops without an end. A
rule with no report on them, such as `fake-join`, stands for something that svcflow's export never draws. So they are
compared once more, with names, flows and nodes taken away, doubled and led astray by chance, and without what svcflow
keeps in its own extension elements.
"""


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
            if place.span is not None:
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
    made = [folder / f"random-{number:03}.bpmn" for number in range(count)]
    for number, path in enumerate(made):
        process = Process.model_validate(chance_process(number))
        path.write_bytes(to_bpmn(ProcessContext(process, Shared())))
    return made


def parts() -> Iterator[tuple[str, Comparison]]:
    """Yield the tables of the page, with their titles; raises `tools.node.Missing` as `compare` does."""
    yield "Reference models", compare(MIWG.glob("*.bpmn"))
    with tempfile.TemporaryDirectory() as folder:
        files = random_files(Path(folder))
        yield "Random processes, exported", compare(files)
        for number, path in enumerate(files):
            path.write_bytes(damaged(path.read_bytes(), number))
        yield "The same, damaged", compare(files)


def page(tables: Iterable[tuple[str, Comparison]]) -> str:
    """Return the page of the manual."""
    lines = [_HEAD]
    for title, result in tables:
        lines += [
            f"## {title}: {result.files} files",
            "",
            "| bpmnlint | reports | svcflow, too | as |",
            "| --- | ---: | ---: | --- |",
        ]
        for rule in RULES:
            names = result.names.get(rule, Counter())
            most = [f"`{name}`" for name, count in names.most_common() if 5 * count >= result.met[rule]]
            lines.append(
                f"| `{rule}` | {result.reports[rule]} | {result.met[rule]} | {', '.join(sorted(most))} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Write the page; tell what svcflow did not find."""
    tables = list(parts())
    PAGE.write_text(page(tables), "utf-8")
    missed = [one for _, result in tables for one in result.missed]
    for file, rule, element in missed:
        print(f"{file}: {rule} at {element}: nothing of ours")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
