from __future__ import annotations

import json

import pytest

from svcflow.analyzers.registry import all_rules
from svcflow.load.checks import FORMAT_CHECKS

NAMES = [rule.name for rule in all_rules()] + list(FORMAT_CHECKS)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_rule_with_options(run, snapshot, language):
    assert run("explain", "too-complex", "--lang", language).stdout == snapshot


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_format_check(run, snapshot, language):
    assert run("explain", "S103", "--lang", language).stdout == snapshot


@pytest.mark.parametrize("name", NAMES)
def test_every_rule(run, name):
    result = run("explain", name)
    assert result.exit_code == 0
    assert name in result.stdout.splitlines()[0]
    assert "Why it matters" in result.stdout
    assert "What to do" in result.stdout
    assert "#!" not in result.stdout


def test_by_code_in_any_case(run):
    assert run("explain", "f202").stdout == run("explain", "deadlock").stdout


def test_json(run):
    (card,) = json.loads(run("explain", "F202", "--format", "json").stdout)
    assert card["name"] == "deadlock"
    assert card["why"]


def test_unknown(run):
    result = run("explain", "deadlok")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no rule `deadlok`; did you mean `deadlock`?\nhelp: `svcflow rules` lists them all\n",
    )


def test_a_family_is_no_rule(run):
    result = run("explain", "structure")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        "error: `structure` is a family of rules\nhelp: its rules are: duplicate-id, "
    )
