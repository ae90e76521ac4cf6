from __future__ import annotations

import pytest

from svcflow.text import width
from svcflow.text.widths import character_width


@pytest.mark.parametrize("character", ["中", "，", "「", "Ａ", "あ", "①", "★"])
def test_chinese_takes_one_em(character: str) -> None:
    assert character_width(character) == 1.0


@pytest.mark.parametrize("character", ["\u0301", "\u200d", "\ufe0f", "\x07", "\u200b"])
def test_what_joins_its_neighbour_takes_nothing(character: str) -> None:
    assert character_width(character) == 0.0


def test_latin_is_as_wide_as_the_wider_of_two_fonts() -> None:
    assert 0.2 < character_width("i") < 0.3 < character_width("a") < 0.6 < character_width("m") < 1.0
    assert character_width("é") == character_width("e")
    assert character_width("\u00a0") == character_width(" ")


def test_emoji_are_wider_than_a_character() -> None:
    assert character_width("😀") == 1.25


def test_a_text_is_as_wide_as_its_characters() -> None:
    assert width("核实 ID") == pytest.approx(
        2 + character_width(" ") + character_width("I") + character_width("D")
    )
    assert width("") == 0
