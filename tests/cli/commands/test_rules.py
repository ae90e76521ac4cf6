from __future__ import annotations

import json

import pytest

from svcflow.analyzers.registry import all_rules
from svcflow.load.checks import FORMAT_CHECKS


def test_every_rule_is_listed(run):
    shown = run("rules").stdout
    for rule in all_rules():
        assert f"{rule.code}  {rule.name} " in shown
    for check in FORMAT_CHECKS.values():
        assert f"{check.code}  {check.name} " in shown


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_format_checks(run, snapshot, language):
    assert run("rules", "--family", "format", "--lang", language).stdout == snapshot


def test_profile(run):
    starter = json.loads(run("rules", "--profile", "starter", "--format", "json").stdout)
    audit = json.loads(run("rules", "--profile", "audit", "--format", "json").stdout)
    assert {rule["profile"] for rule in starter} == {"starter", None}
    assert len(audit) == len(all_rules()) + len(FORMAT_CHECKS) > len(starter)


def test_json(run):
    rules = json.loads(run("rules", "--family", "F", "--format", "json", "--lang", "zh").stdout)
    deadlock = next(rule for rule in rules if rule["name"] == "deadlock")
    assert (deadlock["code"], deadlock["family"], deadlock["severity"]) == ("F202", "structure", "error")
    assert not deadlock["summary"].isascii()
    assert "#!" not in deadlock["bad"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--family", "tming"), "there is no family of rules `tming`; did you mean `timing`?\n"),
        (
            ("--profile", "lax"),
            "there is no profile `lax`\nhelp: there are: starter, standard, strict, audit\n",
        ),
        (("--format", "yaml"), "there is no format `yaml`\nhelp: there are: text, json\n"),
    ],
)
def test_what_cannot_be(run, arguments, error):
    result = run("rules", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {error}")
