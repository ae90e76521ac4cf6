from __future__ import annotations

from svcflow.views.diagram import Diagram, DNode, LegendEntry, Shape
from svcflow.views.layout import arrange
from svcflow.views.layout.picture import TextRole


def test_the_title_block_stands_above_and_the_legend_below() -> None:
    legend = tuple(
        LegendEntry(Shape.DECISION, f"an entry of the legend, number {number}") for number in range(9)
    )
    picture = arrange(
        Diagram("Title", (DNode("a", "A"),), subtitle="Sub", facts=("Version 1", "Owner: B"), legend=legend)
    )
    node = picture.nodes[0].box
    assert [text.role for text in picture.texts] == [TextRole.TITLE, TextRole.SUBTITLE, TextRole.FACT]
    assert all(text.at[1] < node.y for text in picture.texts)
    assert all(entry.sign.y > node.bottom and entry.sign.right < picture.width for entry in picture.legend)
    assert picture.texts[2].text == "Version 1 · Owner: B"


def test_no_title_block_and_no_legend_take_no_room() -> None:
    with_title, without = (arrange(Diagram(title, (DNode("a", "A"),))) for title in ("Title", ""))
    assert without.height < with_title.height
    assert not without.texts
    assert not without.legend
