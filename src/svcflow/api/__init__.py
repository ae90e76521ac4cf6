"""The use cases of svcflow, for Python programs; the command line is a thin front end over them.

Whatever cannot be done raises `CannotDo`, which says what, why and what to do about it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from svcflow.api.site import SITE_MANIFEST, SitePart, site  # a name that its module has too cannot wait

if TYPE_CHECKING:
    from svcflow.api.analysing import ANALYSIS_FORMATS, analyze
    from svcflow.api.approving import approve
    from svcflow.api.building import MANIFEST, Built, build_all
    from svcflow.api.cards import card_report, explain, rules, rules_report
    from svcflow.api.exporting import EXPORT_FORMATS, export
    from svcflow.api.failures import report_error, report_warnings
    from svcflow.api.importing import IMPORT_FORMATS, Import, import_files
    from svcflow.api.json_schemas import schemas
    from svcflow.api.keeping import Drift, DriftKind, drifted, hand_edited
    from svcflow.api.languages import message_language
    from svcflow.api.linting import ladder, lint
    from svcflow.api.made import Made
    from svcflow.api.order import Order
    from svcflow.api.own_templates import TemplateInfo, eject, templates
    from svcflow.api.pictures import PICTURE_FORMATS, VIEWS, WORKSPACE_VIEWS, render
    from svcflow.api.processes import load_process
    from svcflow.api.profiles import find_severity
    from svcflow.api.publishing import publish, sop
    from svcflow.api.repairing import Repair, repairs
    from svcflow.api.reports import report
    from svcflow.api.spreadsheets import spreadsheet_template
    from svcflow.api.standing import status
    from svcflow.api.starting import starter
    from svcflow.api.writers import DOCUMENT_FORMATS
    from svcflow.finding import CannotDo, Finding, Severity
    from svcflow.lint import LintResult
    from svcflow.reporters.card import Option, RuleCard

__all__ = [
    "ANALYSIS_FORMATS",
    "DOCUMENT_FORMATS",
    "EXPORT_FORMATS",
    "IMPORT_FORMATS",
    "MANIFEST",
    "PICTURE_FORMATS",
    "SITE_MANIFEST",
    "VIEWS",
    "WORKSPACE_VIEWS",
    "Built",
    "CannotDo",
    "Drift",
    "DriftKind",
    "Finding",
    "Import",
    "LintResult",
    "Made",
    "Option",
    "Order",
    "Repair",
    "RuleCard",
    "Severity",
    "SitePart",
    "TemplateInfo",
    "analyze",
    "approve",
    "build_all",
    "card_report",
    "drifted",
    "eject",
    "explain",
    "export",
    "find_severity",
    "hand_edited",
    "import_files",
    "ladder",
    "lint",
    "load_process",
    "message_language",
    "publish",
    "render",
    "repairs",
    "report",
    "report_error",
    "report_warnings",
    "rules",
    "rules_report",
    "schemas",
    "site",
    "sop",
    "spreadsheet_template",
    "starter",
    "status",
    "templates",
]

_HOMES = {
    "ANALYSIS_FORMATS": "svcflow.api.analysing",
    "analyze": "svcflow.api.analysing",
    "approve": "svcflow.api.approving",
    "MANIFEST": "svcflow.api.building",
    "Built": "svcflow.api.building",
    "build_all": "svcflow.api.building",
    "EXPORT_FORMATS": "svcflow.api.exporting",
    "export": "svcflow.api.exporting",
    "report_error": "svcflow.api.failures",
    "report_warnings": "svcflow.api.failures",
    "IMPORT_FORMATS": "svcflow.api.importing",
    "Import": "svcflow.api.importing",
    "import_files": "svcflow.api.importing",
    "Drift": "svcflow.api.keeping",
    "DriftKind": "svcflow.api.keeping",
    "drifted": "svcflow.api.keeping",
    "hand_edited": "svcflow.api.keeping",
    "message_language": "svcflow.api.languages",
    "ladder": "svcflow.api.linting",
    "lint": "svcflow.api.linting",
    "Made": "svcflow.api.made",
    "Order": "svcflow.api.order",
    "TemplateInfo": "svcflow.api.own_templates",
    "eject": "svcflow.api.own_templates",
    "templates": "svcflow.api.own_templates",
    "PICTURE_FORMATS": "svcflow.api.pictures",
    "VIEWS": "svcflow.api.pictures",
    "WORKSPACE_VIEWS": "svcflow.api.pictures",
    "render": "svcflow.api.pictures",
    "load_process": "svcflow.api.processes",
    "find_severity": "svcflow.api.profiles",
    "publish": "svcflow.api.publishing",
    "sop": "svcflow.api.publishing",
    "Repair": "svcflow.api.repairing",
    "repairs": "svcflow.api.repairing",
    "report": "svcflow.api.reports",
    "card_report": "svcflow.api.cards",
    "explain": "svcflow.api.cards",
    "rules": "svcflow.api.cards",
    "rules_report": "svcflow.api.cards",
    "schemas": "svcflow.api.json_schemas",
    "spreadsheet_template": "svcflow.api.spreadsheets",
    "starter": "svcflow.api.starting",
    "status": "svcflow.api.standing",
    "DOCUMENT_FORMATS": "svcflow.api.writers",
    "CannotDo": "svcflow.finding",
    "Finding": "svcflow.finding",
    "Severity": "svcflow.finding",
    "LintResult": "svcflow.lint",
    "Option": "svcflow.reporters.card",
    "RuleCard": "svcflow.reporters.card",
}
"""Where each name lives. Its module is imported when the name is first used: who lints does not wait for what draws."""


def __getattr__(name: str) -> Any:
    """Return one of the names of this module, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return __all__
