from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from svcflow.exporters import signs


@pytest.mark.parametrize(
    "drawn",
    [
        signs.clock(10, 10, 5),
        signs.star(10, 10, 5),
        signs.envelope(10, 10),
        signs.triangle(10, 10, 5),
        signs.document(10, 10),
        signs.plus(10, 10, 5),
        signs.ring(10, 10, 5),
    ],
)
def test_signs_are_drawn_without_text(drawn: str) -> None:
    root = ET.fromstring(f"<g>{drawn}</g>")
    assert {element.tag for element in root} <= {"path", "circle"}
    assert len(root) >= 1
