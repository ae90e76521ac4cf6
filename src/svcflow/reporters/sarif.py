"""Findings as SARIF 2.1.0 (OASIS standard), which GitHub's code scanning and many editors read."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from svcflow import __version__
from svcflow.finding import Finding, Place, Severity, Span
from svcflow.lint import LintResult
from svcflow.reporters.card import RuleCard
from svcflow.reporters.cards import find_cards
from svcflow.reporters.context import ReportContext
from svcflow.reporters.fingerprint import fingerprints

__all__ = ["report"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"en": "en-US", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""SARIF knows a language by its country, not by its script."""


def report(result: LintResult, context: ReportContext) -> str:
    """Return the findings as a SARIF log of one run."""
    codes = sorted({finding.code for finding in result.findings})
    index = {code: number for number, code in enumerate(codes)}
    marks = fingerprints(result.findings)
    driver = {
        "name": "svcflow",
        "version": __version__,
        "semanticVersion": __version__,
        "language": _LANGUAGES[context.translate.language],
        "rules": [_rule(card.translated(context.translate)) for code in codes for card in find_cards(code)],
    }
    run = {
        "tool": {"driver": driver},
        "language": driver["language"],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(finding, index[finding.code], mark, context)
            for finding, mark in zip(result.findings, marks, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(card: RuleCard) -> dict[str, Any]:
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.summary},
        "fullDescription": {"text": " ".join(part for part in (card.summary, card.why) if part)},
        "help": {"text": _plain(card), "markdown": _markdown(card)},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {"tags": [card.family]},
    }


def _plain(card: RuleCard) -> str:
    return "\n\n".join(part for part in (card.summary, card.why, *card.more, card.fix) if part)


def _markdown(card: RuleCard) -> str:
    examples = (
        f"{mark}\n\n```yaml\n{text}```" for mark, text in (("❌", card.bad), ("✅", card.good)) if text
    )
    return "\n\n".join((_plain(card), *examples))


def _result(finding: Finding, index: int, mark: str, context: ReportContext) -> dict[str, Any]:
    message = context.say(finding.message)
    if finding.help:
        message = f"{message}\n{context.say(finding.help)}"
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"svcflow/v1": mark},
    }
    if finding.related:
        found["relatedLocations"] = [
            {"id": number, **_location(related.place), "message": {"text": context.say(related.message)}}
            for number, related in enumerate(finding.related, start=1)
        ]
    return found


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.path)}
    if place.span:
        physical["region"] = _region(place.span)
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.route:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(str, place.route))}]
    return location


def _artifact(path: str) -> dict[str, str]:
    """Return a file as a URI: from the folder svcflow was started in, else absolute."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
