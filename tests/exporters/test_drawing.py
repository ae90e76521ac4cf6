from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from svcflow.exporters.drawing import PictureFormat, draw, draw_sheets
from svcflow.exporters.flow_texts import FLOW_TEXTS
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


@pytest.mark.parametrize("form", [form for form in PictureFormat if form not in FLOW_TEXTS])
def test_folded_in_every_format(form: PictureFormat) -> None:
    drawn = draw(complaint(), form, width=800)
    assert drawn.data != draw(complaint(), form).data
    assert drawn == draw(complaint(), form, width=800)


def test_a_folded_picture_says_where_its_lines_go_on() -> None:
    root = ET.fromstring(draw(complaint(), width=800).data)
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert ids == Counter(node.id for node in complaint().nodes)
    spoken = [
        element.get("aria-label", "") for element in root.iter() if "connector " in element.get("class", "")
    ]
    assert len(spoken) == len(set(spoken)) > 2
    assert spoken[0].split(": ")[0] == "1"
    assert "→" in spoken[0]
    assert "转到同一编号处继续" in "".join(root.itertext())


def test_connectors_in_dot() -> None:
    assert '"connector 0" [shape=circle' in draw(complaint(), PictureFormat.DOT, width=800).data.decode()


def test_sheets_are_files_of_their_own_that_share_no_id() -> None:
    roots = [ET.fromstring(sheet) for sheet in draw_sheets(complaint(), 800)]
    assert len(roots) > 1
    ids = Counter(element.get("id") for root in roots for element in root.iter() if element.get("id"))
    assert ids == Counter(node.id for node in complaint().nodes)
    titles = [root.findtext("{http://www.w3.org/2000/svg}title") for root in roots]
    assert titles[0] == f"客户投诉处理 (1/{len(roots)})"
