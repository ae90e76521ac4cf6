"""The use cases of svcflow, for Python programs; the command line is a thin front end over them.

Whatever cannot be done raises `CannotDo`, which says what, why and what to do about it.
"""

from __future__ import annotations

from svcflow.api.failures import report_error
from svcflow.api.languages import message_language
from svcflow.api.linting import lint
from svcflow.api.processes import load_process, load_processes
from svcflow.api.repairs import Repair, repairs
from svcflow.api.reports import report
from svcflow.api.rules import card_report, explain, rules, rules_report
from svcflow.api.schemas import schemas
from svcflow.api.starter import starter
from svcflow.finding import CannotDo, Finding, Severity
from svcflow.lint import LintResult
from svcflow.reporters.cards import Option, RuleCard

__all__ = [
    "CannotDo",
    "Finding",
    "LintResult",
    "Option",
    "Repair",
    "RuleCard",
    "Severity",
    "card_report",
    "explain",
    "lint",
    "load_process",
    "load_processes",
    "message_language",
    "repairs",
    "report",
    "report_error",
    "rules",
    "rules_report",
    "schemas",
    "starter",
]
