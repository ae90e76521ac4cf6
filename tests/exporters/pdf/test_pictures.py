"""Pictures as PDF: their own size, or sheets of paper on which they can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api
from svcflow.exporters.pdf.paper import FLOOR, NATURAL, Paper, lay_out, lay_whole
from svcflow.exporters.pdf.pictures import picture_to_pdf, svg_to_pdf
from svcflow.exporters.svg import to_svg
from svcflow.finding import CannotDo
from svcflow.model.text import say
from svcflow.views.diagram import Direction
from svcflow.views.layout import arrange
from tests.support.diagrams import chain, process_like
from tests.support.pdf import fonts, reader, text_of, texts_of

EXAMPLES = Path(__file__).parents[3] / "examples" / "services" / "processes"
FILE = EXAMPLES / "complaint-handling.yaml"
MM = 72 / 25.4


def sizes(data: bytes) -> list[tuple[int, int]]:
    pages = reader(data).pages
    return [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]


def test_a_page_of_the_pictures_size() -> None:
    picture = arrange(process_like(10, 3, 1))
    data = picture_to_pdf(picture, to_svg).data
    assert sizes(data) == [(round(picture.width * NATURAL), round(picture.height * NATURAL))]
    assert "Page" not in texts_of(data)[0]


@pytest.mark.parametrize("view", ["flowchart", "swimlane"])
@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_every_step_is_on_paper_once(view: str, paper: str) -> None:
    (made,) = api.render(FILE, view, "pdf", paper=paper)
    assert made.warnings == ()
    text = text_of(made.data)
    for step in api.load_process(FILE).process.steps:
        assert text.count("".join(say(step.name, "zh-Hans").split())) == 1, step.name
    pages = texts_of(made.data)
    for number, page in enumerate(pages, start=1):
        assert f"第 {number} 页，共 {len(pages)} 页" in page
        assert "客户投诉处理" in page
    assert len(set(sizes(made.data))) == 1
    assert all(name.startswith("NotoSansSC-") for name in fonts(made.data))


def test_the_same_again() -> None:
    assert len({made.data for _ in range(2) for made in api.render(FILE, "swimlane", "pdf", paper="a4")}) == 1


@pytest.mark.parametrize("view", ["raci", "handoffs", "risk"])
def test_what_is_no_flow_fits_one_sheet(view: str) -> None:
    (made,) = api.render(FILE, view, "pdf", paper="a4")
    assert len(sizes(made.data)) == 1
    assert sorted(sizes(made.data)[0]) == [595, 842]


@pytest.mark.parametrize("steps", [4, 25, 80])
@pytest.mark.parametrize("lanes", [0, 4])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
def test_names_are_printed_at_seven_points_or_more(steps: int, lanes: int, paper: Paper) -> None:
    parts, laid = lay_out(arrange(process_like(steps, lanes, 2)), paper)
    assert FLOOR - 1e-9 <= laid.scale <= NATURAL
    assert sorted(place for page in laid.pages for place in page) == list(range(len(parts)))
    wide, high = laid.size
    for page in laid.pages:
        assert sum(parts[place].height for place in page) * laid.scale <= high - 30 * MM + 1
        assert all(parts[place].width * laid.scale <= wide - 22 * MM + 0.01 for place in page)


def test_what_fits_one_page_is_not_parted() -> None:
    parts, laid = lay_out(arrange(chain(4, direction=Direction.DOWN)), Paper.A3)
    assert len(parts) == 1
    assert laid.pages == ((0,),)
    assert laid.scale == NATURAL


def test_a_wide_picture_lies_on_its_side() -> None:
    wide = lay_whole(3000, 1000, Paper.A4)
    assert wide.size[0] > wide.size[1]
    tall = lay_whole(1000, 3000, Paper.A4)
    assert tall.size[0] < tall.size[1]


def test_too_large_for_a_page_is_told() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30000"></svg>'
    with pytest.raises(CannotDo) as caught:
        svg_to_pdf(svg, "Title", "en")
    assert str(caught.value.message) == "the picture is too large for a page: 100 by 30000 pixels"
    assert str(caught.value.help) == "use `--paper a3`, which parts it onto several pages, or `--format svg`"
