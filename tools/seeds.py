"""Faults put into the clean examples, one for each rule, and what must be found then.

``tests/examples/seeds/*.yaml`` hold the seeds, one file a family. A seed changes a few lines of a service example that
is clean at ``audit``; the rule it is named after must fire there and nowhere else, and the other rules that see the
same fault are named with the reason. The tests run them all; ``docs/seeded.md`` is the table of them.

    python -m tools.seeds [RULE …]

shows what is found for each seed, for writing new ones.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from svcflow import source
from svcflow.api import lint
from svcflow.finding import Edit, Finding, Route
from svcflow.source.edit import apply

if TYPE_CHECKING:
    from svcflow.source import Document

__all__ = ["ISLANDS", "NOT_SEEDED", "Change", "Seed", "clean", "found", "page", "place", "seeds"]

ROOT = Path(__file__).parent.parent
SERVICES = ROOT / "examples" / "services"
SEEDS = ROOT / "tests" / "examples" / "seeds"
TODAY = dt.date(2026, 6, 1)
"""The day of the test: reviews that are due later are not due yet."""

ISLANDS = {
    "school": ("adult-education-enrolment",),
    "bank": ("bank-account-opening",),
    "garage": ("car-repair-visit",),
    "service-center": ("complaint-handling", "complaint-handling-as-is", "major-incident"),
    "shop": ("ecommerce-return-refund",),
    "hospital": ("hospital-outpatient-visit",),
    "hotel": ("hotel-check-in",),
    "government": ("one-window-government-service",),
}
"""The catalogues of the examples with the processes that use them: each is a workspace of its own."""

NOT_SEEDED = {
    "not-decided": "it says that a process is too large to be examined, and no few lines make a good one so",
}
"""The rules without a seed, and why."""

_DEFAULT = "car-repair-visit"


@dataclass(frozen=True)
class Change:
    """One change of a file: the value that is set, or None where the place is taken out."""

    file: str
    path: str
    value: Any


@dataclass(frozen=True)
class Seed:
    """A fault put into a clean example.

    ``name`` is that of the rule, with a word behind it where a rule has several seeds.
    """

    name: str
    file: str
    changes: tuple[Change, ...]
    at: tuple[str, ...]
    also: dict[str, str]
    what: str

    @property
    def rule(self) -> str:
        """The rule that must fire."""
        return self.name.split()[0]


@cache
def seeds() -> tuple[Seed, ...]:
    """Return all seeds, by family in the order of the files."""
    return tuple(seed for path in sorted(SEEDS.glob("*.yaml")) for seed in _read(path))


def _read(path: Path) -> Iterator[Seed]:
    document = source.read(path)
    if document.problems or document.nulls:
        wrong = [str(problem.message) for problem in document.problems] + [
            str(empty) for empty in document.nulls
        ]
        raise ValueError(f"{path.name}: {', '.join(wrong)}")
    for name, said in document.data.items():
        file = said.get("in", _DEFAULT)
        changes = [_change(file, path, value) for path, value in said.get("set", {}).items()]
        changes += [_change(file, path, None) for path in _many(said.get("remove", ()))]
        at = tuple(_many(said["at"]))
        yield Seed(name, file, tuple(changes), at, said.get("also", {}), said["what"])


def _many(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _change(file: str, path: str, value: Any) -> Change:
    other, colon, rest = path.partition(":")
    return Change(other, rest, value) if colon else Change(file, path, value)


def route(data: Any, path: str) -> Route:
    """Return the route of a path such as ``steps/repair/sla``, in which entries of lists are named by their ids.

    Handoffs are named ``FROM>TO``; a number is an index, and ``+`` the place after the last entry.
    """
    found: list[str | int] = []
    for part in path.split("/"):
        step: str | int = part
        if isinstance(data, list):
            step = len(data) if part == "+" else _index(data, part)
            data = data[step] if step < len(data) else None
        elif isinstance(data, dict):
            data = data.get(part)
        elif part.isdigit():
            step = int(part)
        found.append(step)
    return tuple(found)


def _index(entries: list[Any], name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(number for number, entry in enumerate(entries) if name == _name(entry))


def _name(entry: Any) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    return str(entry.get("id") or f"{entry.get('from')}>{entry.get('to')}")


@cache
def clean(file: str) -> Document:
    """Return the document of an example: a process, a catalogue or the workspace's own file, by its name."""
    return source.read(SERVICES / _where(file))


def _where(file: str) -> str:
    if file == "svcflow":
        return "svcflow.yaml"
    return f"catalogs/{file}.yaml" if file in ISLANDS else f"processes/{file}.yaml"


def _island(file: str) -> tuple[str, ...]:
    return next(
        ("svcflow", catalog, *processes)
        for catalog, processes in ISLANDS.items()
        if file == catalog or file in processes
    )


def changed(seed: Seed) -> dict[str, str]:
    """Return the texts of the files of a seed's workspace, with the fault in them."""
    documents = {file: clean(file) for file in _island(seed.file)}
    for change in seed.changes:
        document = documents[change.file]
        edit = Edit(route(document.data, change.path), change.value)
        documents[change.file] = source.parse(apply(document, [edit]), document.path)
    return {file: document.text for file, document in documents.items()}


def found(seed: Seed, folder: Path) -> dict[str, list[Finding]]:
    """Return what lint finds with the fault, by rule; the workspace is written into a folder."""
    for file, text in changed(seed).items():
        path = folder / _where(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    findings: dict[str, list[Finding]] = {}
    for finding in lint([folder], profile="audit", today=TODAY).findings:
        findings.setdefault(finding.rule, []).append(finding)
    return findings


def place(seed: Seed, path: str, folder: Path) -> tuple[str, Route, set[int]]:
    """Return file, route and the lines of key and value of a place where a seed's rule must fire."""
    change = _change(seed.file, path, None)
    document = source.read(folder / _where(change.file))
    way = route(document.data, change.path)
    lines = {document.span(way).line, document.span(way, key=True).line}
    return Path(_where(change.file)).name, way, lines


def page() -> Iterator[str]:
    """Yield the lines of the table of all seeds, a page of the manual."""
    from svcflow.analyzers.registry import FAMILIES

    by_rule: dict[str, list[Seed]] = {}
    for seed in seeds():
        by_rule.setdefault(seed.rule, []).append(seed)
    yield from ("# Seeded faults", "")
    yield "Each line puts one fault into a process of `examples/services`, which is clean at `audit`. The rule finds"
    yield "it at the place of the fault and nowhere else; which other rules see the same fault, and why, stands beside"
    yield "it. The changes are in `tests/examples/seeds`; the tests make each of them and compare."
    for family, (_, rules) in FAMILIES.items():
        yield from ("", f"## {family}", "")
        yield from ("| rule | in | the fault | found as well |", "| --- | --- | --- | --- |")
        for rule in rules:
            yield from (_row(seed, family) for seed in by_rule.get(rule.name, ()))
            if rule.name in NOT_SEEDED:
                yield f"| [{rule.name}](rules/{family}.md#{rule.name}) | | not seeded: {NOT_SEEDED[rule.name]} | |"


def _row(seed: Seed, family: str) -> str:
    also = "<br>".join(f"`{rule}`: {why}" for rule, why in seed.also.items())
    cells = (f"[{seed.rule}](rules/{family}.md#{seed.rule})", seed.file, seed.what, also)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main() -> None:
    """Show what is found for the seeds of the rules named; for all, only what is not as it should be."""
    wanted = set(sys.argv[1:])
    for seed in seeds():
        if wanted and seed.rule not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            findings = found(seed, Path(folder))
            expected = sorted(place(seed, path, Path(folder))[1] for path in seed.at)
        here = sorted(finding.place.route for finding in findings.get(seed.rule, ()))
        if wanted or here != expected or findings.keys() - {seed.rule} != seed.also.keys():
            print(f"{seed.name}: at {expected}")
            for finding in (finding for group in findings.values() for finding in group):
                sign = "=" if finding.rule == seed.rule else "+" if finding.rule in seed.also else "?"
                print(f"  {sign} {finding.rule} {finding.place.route}: {str(finding.message)[:150]}")


if __name__ == "__main__":
    main()
