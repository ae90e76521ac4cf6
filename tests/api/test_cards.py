"""The explanations of the format checks are right: each bad file gives its finding, each good one none of them."""

from __future__ import annotations

import pytest

from svcflow import api
from svcflow.analyzers.registry import FAMILIES
from svcflow.load.cards import FORMAT_CARDS
from svcflow.load.checks import FORMAT_CHECKS


def test_every_check_has_a_card():
    assert list(FORMAT_CARDS) == list(FORMAT_CHECKS)


@pytest.mark.parametrize("name", [name for name, card in FORMAT_CARDS.items() if card.bad])
def test_examples(tmp_path, name):
    card = FORMAT_CARDS[name]
    file = tmp_path / "x.yaml"
    for text, expected in ((card.bad, {name}), (card.good, set())):
        file.write_text(text, "utf-8")
        found = {finding.rule for finding in api.lint([file], profile="audit").findings}
        assert found & set(FORMAT_CHECKS) == expected


@pytest.mark.parametrize("name", ["structure", "S"])
def test_a_family_is_no_rule(name):
    with pytest.raises(api.CannotDo, match="is a family of rules"):
        api.explain(name)


def test_all_cards_are_whole():
    for card in api.rules():
        assert card.summary
        assert card.why, card.name
        assert card.fix, card.name
        assert card.family in {*FAMILIES, "format"}
        for option in card.options:
            assert option.meaning, f"{card.name}.{option.name}"
