from __future__ import annotations

import pytest

from svcflow.views.layout.picture import Box
from svcflow.views.scene import Anchor, Group, Item, Path, Rect, Scene, Sign, SignKind, Words
from svcflow.views.sheets.check import box_of_words, faults

CELL = Rect(Box(10, 10, 100, 40), "cell")
FITS = Words(("fits",), (20, 30), 12)


def page(*items: Item) -> Scene:
    return Scene("t", 200, 100, items)


def test_all_is_well() -> None:
    beside = Words(("beside",), (120, 30), 12)
    assert faults(page(Group((CELL, FITS)), beside, Sign(SignKind.STAR, (185, 30)))) == []


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (Words(("much too long",), (150, 80), 12), "‘much too long’ leaves the page"),
        (Words(("over it",), (22, 33), 12), "‘fits’ and ‘over it’ overlap"),
        (
            Words(("leaves its cell",), (60, 42), 12),
            "‘leaves its cell’ crosses the border of a rectangle (cell)",
        ),
        (Rect(Box(25, 28, 4, 3), "mark"), "‘fits’ covers a rectangle (mark)"),
        (Sign(SignKind.STAR, (30, 30)), "a star covers ‘fits’"),
        (Sign(SignKind.STAR, (198, 30)), "a sign () leaves the page"),
        (Path(((0, 0), (60, 60)), "edge"), "a line (edge) runs through ‘fits’"),
        (Rect(Box(150, 80, -4, 3), "bar"), "a rectangle (bar) has a negative size"),
        (Path(((150, 80), (150, 120)), "edge"), "a path (edge) leaves the page"),
    ],
)
def test_what_is_wrong_is_said(item: Item, fault: str) -> None:
    assert faults(page(CELL, FITS, item)) == [fault]


def test_a_text_may_cross_grounds_and_guides() -> None:
    ground = Rect(Box(0, 0, 25, 100), "closed dark")
    guide = Path(((25, 0), (25, 100)), "guide")
    assert len(faults(page(ground, guide, FITS))) == 2
    assert faults(page(ground, guide, FITS), across={"closed", "guide"}) == []


def test_lines_pass_by() -> None:
    assert (
        faults(page(FITS, Path(((0, 40), (200, 40))), Path(((15, 0), (15, 100))), Path(((0, 0), (0, 0)))))
        == []
    )


def test_where_a_text_stands() -> None:
    box = box_of_words(Words(("ab", "a"), (50, 50), 10, anchor=Anchor.END))
    assert (box.right, box.center[1]) == (50, 50)
    up = box_of_words(Words(("ab",), (50, 50), 10, turned=True))
    assert (up.bottom, up.center[0]) == (50, 50)
    assert up.height == pytest.approx(box.width)
