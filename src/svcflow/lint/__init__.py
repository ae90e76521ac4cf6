"""Running the rules: which, where, and what comments and settings say against them."""

from __future__ import annotations

from svcflow.lint.result import LintResult
from svcflow.lint.run import lint_workspace
from svcflow.lint.selection import Selection, choose

__all__ = ["LintResult", "Selection", "choose", "lint_workspace"]
