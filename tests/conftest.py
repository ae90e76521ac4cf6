"""What holds for every test: the same surroundings everywhere, and in CI no test that quietly does not run."""

from __future__ import annotations

import os
from collections.abc import Generator

import hypothesis
import pytest

_STRICT = "SVCFLOW_CI_STRICT"
_SURROUNDINGS = (
    "SVCFLOW_LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "FORCE_COLOR",
    "NO_COLOR",
    "COLUMNS",
    "GITHUB_ACTIONS",
)

# A slow machine is no fault; in CI the same examples are drawn every time.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def _same_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the language nor the terminal of who runs the tests changes what they see."""
    for name in _SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is there, a skipped test is a failed one."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _must_run(item, report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """And so is a skipped file."""
    report = yield
    _must_run(collector, report)
    return report


def _must_run(node: pytest.Item | pytest.Collector, report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get(_STRICT) and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{node.nodeid} must run here, but was skipped: {report.longrepr}"
