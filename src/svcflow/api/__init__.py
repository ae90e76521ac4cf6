"""The use cases of svcflow, for Python programs; the command line is a thin front end over them.

Whatever cannot be done raises `CannotDo`, which says what, why and what to do about it.
"""

from __future__ import annotations

from svcflow.api.analysing import ANALYSIS_FORMATS, analyze
from svcflow.api.approving import approve
from svcflow.api.building import MANIFEST, Built, build_all
from svcflow.api.exporting import EXPORT_FORMATS, export
from svcflow.api.failures import report_error, report_warnings
from svcflow.api.importing import IMPORT_FORMATS, Import, import_files
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
from svcflow.api.repairs import Repair, repairs
from svcflow.api.reports import report
from svcflow.api.rules import card_report, explain, rules, rules_report
from svcflow.api.schemas import schemas
from svcflow.api.site import SITE_MANIFEST, SitePart, site
from svcflow.api.spreadsheets import spreadsheet_template
from svcflow.api.starter import starter
from svcflow.api.status import status
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
