"""Runs the examples of rule cards through the real loader and the real lint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from svcflow.analyzers.rule import Rule
from svcflow.finding import Finding
from svcflow.lint import choose, lint_workspace
from svcflow.load import open_workspace

_FIRST_KEY = re.compile(r"^(process|catalog):\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What lint said about an example, and where the example says it should."""

    findings: tuple[Finding, ...]
    marked: list[tuple[str, int]]

    @property
    def format_errors(self) -> list[str]:
        """What is wrong with the example itself."""
        return [
            f"{f.place.path}:{f.place.span}: {f.message}" for f in self.findings if f.code.startswith("S1")
        ]

    def places(self, rule: str) -> list[tuple[str, int]]:
        """Return (file, line) of a rule's findings."""
        return sorted(
            (Path(f.place.path).name, f.place.span.line if f.place.span else 0)
            for f in self.findings
            if f.rule == rule
        )


def run_example(rule: type[Rule], example: str, folder: Path) -> Outcome:
    """Write an example's files into a folder and lint them with one rule."""
    marked: list[tuple[str, int]] = []
    has_settings = False
    for number, text in enumerate(re.split(r"^---\n", _dedent(example), flags=re.MULTILINE)):
        found = _FIRST_KEY.search(text)
        name = f"{number}-{found[2]}.yaml" if found else "svcflow.yaml"
        has_settings |= not found
        (folder / name).write_text(text, "utf-8")
        marked += [
            (name, line) for line, said in enumerate(text.splitlines(), 1) if said.rstrip().endswith("#!")
        ]
    if not has_settings:
        (folder / "svcflow.yaml").write_text("language: en\n", "utf-8")
    workspace = open_workspace(folder)
    selection = choose(workspace.settings.lint, select=(rule.name,))
    return Outcome(lint_workspace(workspace, [], selection).findings, sorted(marked))


def _dedent(example: str) -> str:
    import textwrap

    return textwrap.dedent(example).lstrip("\n")
