from __future__ import annotations

import pytest

from svcflow.views.diagram import Shape
from svcflow.views.layout.outline import touch
from svcflow.views.layout.picture import Box

BOX = Box(0, 0, 100, 40)


@pytest.mark.parametrize(
    ("shape", "point", "side", "met"),
    [
        (Shape.TASK, (0, 10), "left", (0, 10)),
        (Shape.TASK, (0, 10), "right", (100, 10)),
        (Shape.DECISION, (0, 20), "left", (0, 20)),
        (Shape.DECISION, (0, 10), "left", (25, 10)),
        (Shape.DECISION, (75, 0), "top", (75, 10)),
        (Shape.DECISION, (50, 0), "bottom", (50, 40)),
        (Shape.END, (0, 20), "left", (0, 20)),
        (Shape.END, (0, 0), "right", (80, 0)),
        (Shape.START, (50, 0), "top", (50, 0)),
    ],
)
def test_a_line_ends_on_the_outline(shape: Shape, point, side: str, met) -> None:
    assert touch(shape, BOX, point, side) == met
