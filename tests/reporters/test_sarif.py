from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from svcflow.analyzers.registry import all_rules
from svcflow.finding import Finding, Place, Severity, Span
from svcflow.i18n import msg
from svcflow.lint import LintResult
from svcflow.load.checks import FORMAT_CHECKS
from svcflow.reporters.sarif import report

OFFICIAL = Path(__file__).parents[1] / "data" / "sarif" / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def official():
    return jsonschema_rs.validator_for(json.loads(OFFICIAL.read_text("utf-8")), validate_formats=True)


@pytest.fixture
def of_known_rules():
    """One finding of each rule and format check there is."""
    codes = [(rule.code, rule.name) for rule in all_rules()] + [
        (c.code, c.name) for c in FORMAT_CHECKS.values()
    ]
    place = Place("流程/a b.yaml", ("steps", 0), Span(1, 1, 1, 3))
    return LintResult(
        tuple(Finding(code, name, Severity.WARNING, msg("a list"), place) for code, name in codes), 1
    )


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_official_schema(official, of_known_rules, context, language):
    log = json.loads(report(of_known_rules, context(language)))
    official.validate(log)


def test_official_schema_can_fail(official, of_known_rules, context):
    log = json.loads(report(of_known_rules, context()))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not official.is_valid(log)


def test_one_finding(result, context, snapshot):
    assert report(LintResult(result.findings[4:], 1), context()) == snapshot


def test_rules_are_referred_to_by_place(of_known_rules, context):
    run = json.loads(report(of_known_rules, context()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[entry["ruleIndex"]]["id"] == entry["ruleId"] for entry in run["results"])
    assert len(rules) == len(of_known_rules.findings)
    assert run["columnKind"] == "unicodeCodePoints"


def test_paths_are_uris(of_known_rules, official, context):
    for path, uri in (
        ("流程/a b#1.yaml", "%E6%B5%81%E7%A8%8B/a%20b%231.yaml"),
        ("/else where/x.yaml", "file:///else%20where/x.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
    ):
        finding = Finding("S002", "yaml-syntax", Severity.ERROR, msg("a list"), Place(path))
        log = json.loads(report(LintResult((finding,), 1), context()))
        official.validate(log)
        artifact = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uri"] == uri


def test_fingerprints_do_not_move_with_the_lines(context):
    def marks(*lines: int) -> list[str]:
        found = [
            Finding("S002", "yaml-syntax", Severity.ERROR, msg("a list"), Place("a", (), Span(n, 1, n, 2)))
            for n in lines
        ]
        log = json.loads(report(LintResult(tuple(found), 1), context("zh-Hans")))
        return [entry["partialFingerprints"]["svcflow/v1"] for entry in log["runs"][0]["results"]]

    assert marks(3, 8) == marks(4, 9)
    assert len(set(marks(3, 8))) == 2


def test_clean(clean, official, context):
    log = json.loads(report(clean, context()))
    official.validate(log)
    assert log["runs"][0]["results"] == []
