"""Every rule card: its bad example fires at the marked lines and nowhere else, its good ones are silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from svcflow.analyzers.registry import FAMILIES, all_rules, find_rules
from svcflow.analyzers.rule import Rule
from tests.support.cards import run_example

RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_example_fires_where_it_says(rule: type[Rule], tmp_path: Path) -> None:
    outcome = run_example(rule, rule.bad, tmp_path)
    assert outcome.format_errors == []
    assert outcome.marked, "the bad example marks no line with #!"
    assert outcome.places(rule.name) == outcome.marked, [str(f.message) for f in outcome.findings]


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in RULES for example in (rule.good, *rule.near)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_good_examples_are_silent(rule: type[Rule], example: str, tmp_path: Path) -> None:
    outcome = run_example(rule, example, tmp_path)
    assert outcome.format_errors == []
    assert outcome.marked == []
    assert [str(f.message) for f in outcome.findings if f.rule == rule.name] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_card_is_whole(rule: type[Rule]) -> None:
    paragraphs = rule.paragraphs()
    assert paragraphs[0].endswith(".")
    assert sum(part.startswith("Why: ") for part in paragraphs) == 1
    assert sum(part.startswith("Fix: ") for part in paragraphs) == 1
    assert rule.near, "a card shows what comes near the fault and is right"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.__module__.rsplit(".", 1)[1] == rule.name.replace("-", "_")
    letter, rules = FAMILIES[rule.family()]
    assert rule in rules
    assert re.fullmatch(rf"{letter}\d{{3}}", rule.code)


def test_codes_and_names_are_unique_and_find_their_rule() -> None:
    for rule in RULES:
        assert find_rules(rule.code) == find_rules(rule.name) == (rule,)
    assert find_rules("timing") == find_rules("T") == FAMILIES["timing"][1]
