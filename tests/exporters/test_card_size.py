"""The type of a card: the more there is to say, the smaller, within what can be read."""

from __future__ import annotations

from svcflow.documents.outline import Bullets, Facts, Outline, Page, Section, Table
from svcflow.exporters.card_size import card_size


def size(rows: int, words: str = "Give the guest a new key") -> float:
    table = Table(("No.", "Step", "Within"), tuple((str(n), words, "5 min") for n in range(rows)))
    section = Section("s", "Steps", (table, Bullets(("x",)), Facts((("a", "b"),))))
    return float(
        card_size(Outline("T", "Card", "en", Facts(()), (section,), page=Page.CARD)).removesuffix("pt")
    )


def test_more_text_smaller_type() -> None:
    sizes = [size(rows) for rows in (2, 12, 25, 40, 400)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (17.0, 8.0)
    assert sizes[1] > sizes[2] > sizes[3]


def test_chinese_is_as_wide_as_it_is() -> None:
    assert size(12, "核对证件并登记来访事由" * 8) < size(12, "x" * 11 * 8)
