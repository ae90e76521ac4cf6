from __future__ import annotations

import pytest

from svcflow.exporters.characters import BADGES
from svcflow.interchange.mermaid.labels import BADGE_SIGNS, Said, Way, said_by, way_of


def test_all_signs_of_badges_are_known() -> None:
    assert set(BADGES.values()) <= set(BADGE_SIGNS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", Said("")),
        ("3", Said("3")),
        ("3\nCheck\n(Front desk)\n★ ⚠ ⏱ 15m", Said("Check", 3, "", "Front desk", "15m", True)),
        ("核对\n（前台）\n⏱ 10 分钟", Said("核对", 0, "", "前台", "10 分钟")),
        ("9\n+\nStart both", Said("Start both", 9, "+")),
        ("one\ntwo", Said("one two")),
        ("⏱ whenever", Said("", 0, "", "", "")),
    ],
)
def test_texts_of_nodes(text: str, said: Said) -> None:
    assert said_by(text) == said


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("", Way()),
        ("amount over 500\u00a0· 8%", Way("amount over 500", share="8%")),
        ("back · 10% · max. 2×", Way("back", share="10%", limit=2)),
        ("其他情况 · 40%", Way(otherwise=True, share="40%")),
        ("after 1 business day · 10%", Way("after 1 business day", "1 business day", share="10%")),
        ("yes\n✉ ticket · 15m", Way("yes", note="ticket · 15m")),
        ("a · b", Way("a · b")),
    ],
)
def test_texts_of_arrows(text: str, way: Way) -> None:
    assert way_of(text) == way
