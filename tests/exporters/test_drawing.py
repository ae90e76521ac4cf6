from __future__ import annotations

import pytest

from svcflow.exporters.drawing import PictureFormat, draw
from svcflow.exporters.graphviz import Engine
from tests.support.diagrams import chain, complaint


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        (PictureFormat.SVG, b"<?xml"),
        (PictureFormat.PNG, b"\x89PNG"),
        (PictureFormat.DOT, b"// Draw with: neato -n2"),
    ],
)
def test_every_format(form: PictureFormat, begin: bytes) -> None:
    drawn = draw(complaint(), form)
    assert drawn.data.startswith(begin)
    assert drawn.warnings == ()
    assert drawn == draw(complaint(), form)


def test_graphviz_draws_curves() -> None:
    assert b"C" in draw(chain(3), engine=Engine.EMBEDDED).data
    assert draw(chain(3), engine=Engine.EMBEDDED).data != draw(chain(3)).data
