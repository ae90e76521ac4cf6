"""Each rule finds the fault that was put into a clean example for it, at its place, and little else is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.registry import all_rules
from svcflow.api import lint
from tools.seeds import ISLANDS, NOT_SEEDED, SERVICES, TODAY, Seed, found, place, seeds

RULES = {rule.name for rule in all_rules()}


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)
def test_the_fault_is_found_at_its_place(seed: Seed, tmp_path: Path) -> None:
    findings = found(seed, tmp_path)
    expected = {(name, route): lines for name, route, lines in (place(seed, at, tmp_path) for at in seed.at)}
    here = [(Path(one.place.path).name, one.place.route) for one in findings.get(seed.rule, [])]
    assert sorted(here) == sorted(expected)
    for finding, key in zip(findings[seed.rule], here, strict=True):
        assert finding.place.span is not None
        assert finding.place.span.line in expected[key]
    others = {rule: [str(finding.message) for finding in said] for rule, said in findings.items()}
    others.pop(seed.rule)
    assert others.keys() == seed.also.keys(), others


def test_every_rule_has_a_seed() -> None:
    seeded = {seed.rule for seed in seeds()}
    assert RULES - seeded == NOT_SEEDED.keys()
    assert seeded <= RULES


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)
def test_a_seed_says_what_it_does_and_why_others_fire(seed: Seed) -> None:
    assert seed.changes
    assert seed.also.keys() <= RULES - {seed.rule}
    assert all(len(said) > len("because") for said in (seed.what, *seed.also.values()))


def test_the_examples_are_clean_before() -> None:
    assert lint([SERVICES], profile="audit", today=TODAY).findings == ()


def test_every_process_of_the_examples_can_be_seeded() -> None:
    files = {path.stem for path in SERVICES.glob("*/*.yaml")}
    assert files == {*ISLANDS, *(process for processes in ISLANDS.values() for process in processes)}
