"""Findings as people and programs want them: one output format a file."""

from __future__ import annotations

from importlib import import_module

from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext

__all__ = ["FORMATS", "ReportContext", "report"]

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "statistics")
"""The names of the formats; each is the module of this name, with a function ``report``."""


def report(result: LintResult, format: str, context: ReportContext) -> str:
    """Return the findings in one of the `FORMATS`."""
    module = import_module(f"svcflow.reporters.{format}")
    text: str = module.report(result, context)
    return text
