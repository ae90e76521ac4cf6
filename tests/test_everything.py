"""Whatever a process holds, every view can be drawn in every format, twice the same."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.api.pictures import FLOW_VIEWS, SHEET_VIEWS, view_of
from svcflow.exporters.drawing import PictureFormat, draw
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.diagram import Diagram
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults as picture_faults
from svcflow.views.sheets.check import faults as scene_faults
from svcflow.views.sheets.scenes import scene_of
from tests.strategies import processes

TEXTS = [form for form in PictureFormat if form not in {PictureFormat.PNG, PictureFormat.PDF}]
OF_ANY_VIEW = [PictureFormat.SVG, PictureFormat.HTML]
ANYTHING = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
GUIDES = ("closed", "tick", "timeline-rule")


class _Tags(HTMLParser):
    """Counts what is open: a page whose tags do not match leaves something behind."""

    EMPTY = frozenset({"meta", "col", "input", "link", "br", "img", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- as the parser calls it
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def well_formed(data: bytes, form: PictureFormat) -> None:
    text = data.decode("utf-8")
    if form in {PictureFormat.SVG, PictureFormat.DRAWIO}:
        root = ET.fromstring(text)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
    elif form is PictureFormat.HTML:
        tags = _Tags()
        tags.feed(text)
        tags.close()
        assert tags.open == []
    else:
        assert text.strip()


@ANYTHING
@given(processes(broken=True, max_steps=12))
@pytest.mark.parametrize("view", FLOW_VIEWS)
def test_flows_in_every_format(view: str, process: Process) -> None:
    diagram = view_of(ProcessContext(process, Shared()), view)
    assert isinstance(diagram, Diagram)
    assert picture_faults(arrange(diagram)) == []
    for form in TEXTS:
        drawn = draw(diagram, form)
        well_formed(drawn.data, form)
    again = view_of(ProcessContext(process, Shared()), view)
    assert draw(again, PictureFormat.SVG).data == draw(diagram, PictureFormat.SVG).data


@ANYTHING
@given(processes(broken=True, max_steps=12))
@pytest.mark.parametrize("view", SHEET_VIEWS)
def test_sheets_in_every_format(view: str, process: Process) -> None:
    sheet = view_of(ProcessContext(process, Shared()), view)
    assert not isinstance(sheet, Diagram)
    assert scene_faults(scene_of(sheet), across=GUIDES) == []
    for form in OF_ANY_VIEW:
        well_formed(draw(sheet, form).data, form)
    again = view_of(ProcessContext(process, Shared()), view)
    assert draw(again, PictureFormat.SVG).data == draw(sheet, PictureFormat.SVG).data
