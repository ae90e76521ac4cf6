from __future__ import annotations

from svcflow.views.layout import arrange, fold, sheets
from tests.support.diagrams import complaint


def test_one_sheet_a_band_of_one_width() -> None:
    folded = fold(arrange(complaint()), 700)
    found = sheets(folded)
    assert len(found) == len(folded.bands) > 1
    assert len({sheet.width for sheet in found}) == 1
    assert [sheet.diagram.title for sheet in found[:2]] == [
        f"客户投诉处理 (1/{len(found)})",
        f"客户投诉处理 (2/{len(found)})",
    ]


def test_everything_is_on_one_sheet() -> None:
    folded = fold(arrange(complaint()), 700)
    found = sheets(folded)
    ids = [node.node.id for sheet in found for node in sheet.nodes]
    assert sorted(ids) == sorted(node.node.id for node in folded.nodes)
    for part in ("nodes", "edges", "lanes", "groups", "connectors", "legend"):
        assert sum(len(getattr(sheet, part)) for sheet in found) == len(getattr(folded, part)), part


def test_only_the_last_has_the_legend_and_none_the_title() -> None:
    *others, last = sheets(fold(arrange(complaint()), 700))
    assert last.legend
    assert not any(sheet.legend for sheet in others)
    assert not any(sheet.texts for sheet in [*others, last])


def test_a_picture_in_one_piece_is_its_own_sheet() -> None:
    picture = arrange(complaint())
    assert sheets(picture) == (picture,)
