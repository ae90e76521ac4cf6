from __future__ import annotations

import pytest

from svcflow.finding import Finding, Place, Severity, Span
from svcflow.i18n import msg
from svcflow.lint.result import LintResult, merged


def finding(path: str, severity: Severity) -> Finding:
    return Finding("X1", "x", severity, msg("wrong"), Place(path, (), Span(1, 1, 1, 1)))


def test_several_workspaces_are_one_result() -> None:
    late, early = finding("b.yaml", Severity.INFO), finding("a.yaml", Severity.WARNING)
    one = LintResult((late,), 2, 1, "standard, starter", Severity.ERROR)
    two = LintResult((early,), 3, 4, "strict, starter", Severity.WARNING)
    found = merged([one, two])
    assert found == LintResult((early, late), 5, 5, "standard, starter, strict", Severity.WARNING)
    assert merged([two]) is two


@pytest.mark.parametrize(
    ("at", "fails"), [(None, True), (Severity.ERROR, False), (Severity.WARNING, True), (Severity.INFO, True)]
)
def test_it_fails_from_a_level_on(at: Severity | None, fails: bool) -> None:
    result = LintResult((finding("a.yaml", Severity.WARNING),), 1, 0, "", Severity.WARNING)
    assert result.fails(at) is fails
