"""Steps of pictures lead to their places in documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from svcflow import api
from svcflow.finding import CannotDo

EXAMPLE = Path(__file__).parents[2] / "examples/services/processes/hotel-check-in.yaml"


@pytest.mark.parametrize("view", ["flowchart", "swimlane", "blueprint"])
def test_every_link_leads_to_an_anchor_of_the_document(view: str) -> None:
    (picture,) = api.render(EXAMPLE, view, link_to="hotel.html")
    (document,) = api.sop(EXAMPLE, "html")
    links = re.findall(r'<a href="hotel\.html#([^"]+)">', picture.data.decode())
    assert len(links) == len(api.load_process(EXAMPLE).process.steps)
    anchors = set(re.findall(r'id="([^"]+)"', document.data.decode()))
    assert set(links) <= anchors


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x"])
def test_a_script_is_no_address(address: str) -> None:
    with pytest.raises(CannotDo, match="is not the address of a document"):
        list(api.render(EXAMPLE, "swimlane", link_to=address))


@pytest.mark.parametrize("format", ["png", "text", "pdf"])
def test_what_holds_no_links_is_not_passed_over(format: str) -> None:
    with pytest.raises(CannotDo, match=f"a picture as `{format}` holds no links"):
        list(api.render(EXAMPLE, "swimlane", format, link_to="x.html"))


def test_what_is_no_flow_has_no_links() -> None:
    with pytest.raises(CannotDo, match="only the steps of a flow can be links"):
        list(api.render(EXAMPLE, "raci", link_to="x.html"))


def test_a_swimlane_as_bpmn_is_what_export_gives() -> None:
    (drawn,) = api.render(EXAMPLE, "swimlane", "bpmn")
    (exported,) = api.export(EXAMPLE, "bpmn")
    assert drawn == exported
    with pytest.raises(CannotDo, match="BPMN cannot hold the view `journey`"):
        list(api.render(EXAMPLE, "journey", "bpmn"))
