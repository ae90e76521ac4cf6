"""Findings with everything that makes reporting hard, and the lines they speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from svcflow.finding import Edit, Finding, Fix, Place, Related, Severity, Span
from svcflow.i18n import msg, translator
from svcflow.lint import LintResult
from svcflow.reporters import ReportContext

LINES = {
    "processes/lost-key.yaml": [
        "process: lost-key",
        "name: 补办房卡",
        "roles:",
        "  receptionist: {name: 前台接待, line: frontstage}",
        "steps:",
        "\t- {id: verify, name: 核实客人身份, role: recptionist}",
        "  - {id: reissue, name: " + "Issue a new key and void the old one, " * 5 + "role: receptionist}",
        "  - id: close",
        "    name: |",
        "      Close",
    ],
    "catalog.yaml": ["catalog: hotel", "roles:", "  receptionist: {name: Receptionist, headcount: 3}"],
}


def _place(path: str, line: int, column: int, end_line: int, end_column: int, *route: str | int) -> Place:
    return Place(path, route, Span(line, column, end_line, end_column))


PROCESS = "processes/lost-key.yaml"

RESULT = LintResult(
    (
        Finding(
            "R102",
            "unknown-role",
            Severity.ERROR,
            msg(
                "there is no rule `{name}`; did you mean `{guess}`?", name="recptionist", guess="receptionist"
            ),
            _place(PROCESS, 6, 38, 6, 49, "steps", 0, "role"),
            (
                Related(_place(PROCESS, 4, 3, 4, 15, "roles", "receptionist"), msg("defined here first")),
                Related(
                    _place("catalog.yaml", 3, 3, 3, 15, "roles", "receptionist"), msg("defined here first")
                ),
            ),
            msg("check the spelling of the path"),
            Fix(msg("check the spelling of the path"), (Edit(("steps", 0, "role"), "receptionist"),)),
        ),
        Finding(
            "T101",
            "missing-sla",
            Severity.WARNING,
            msg("there is no {path}", path="\x1b[31mred\x1b[0m \u202eevil\nsecond line: 100%, 5::6"),
            _place(PROCESS, 7, 200, 7, 211, "steps", 1),
            help=msg("it may have: {keys}", keys=tuple(f"key-{number}" for number in range(30))),
        ),
        Finding(
            "T101",
            "missing-sla",
            Severity.WARNING,
            msg("an entry is empty"),
            _place(PROCESS, 8, 5, 10, 12, "steps", 2),
        ),
        Finding("F202", "deadlock", Severity.INFO, msg("the file is empty"), Place("流程/客户 投诉#1.yaml")),
        Finding(
            "S002",
            "yaml-syntax",
            Severity.ERROR,
            msg("a list"),
            Place("/else where/x.yaml", (), Span(3, 1, 3, 1)),
        ),
    ),
    files=8,
    skipped=2,
    profile="standard",
)


@pytest.fixture
def result() -> LintResult:
    return RESULT


@pytest.fixture
def clean() -> LintResult:
    return LintResult((), files=1, profile="strict")


@pytest.fixture
def context() -> Callable[..., ReportContext]:
    def make(
        language: str = "en", *, color: bool = False, width: int = 80, quiet: bool = False
    ) -> ReportContext:
        def line(path: str, number: int) -> str | None:
            lines = LINES.get(path, [])
            return lines[number - 1] if number <= len(lines) else None

        return ReportContext(translator(language), color, width, quiet, line)

    return make
