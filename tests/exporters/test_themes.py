from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow import api
from svcflow.exporters.color import Color
from svcflow.exporters.svg import to_svg
from svcflow.exporters.themes import Theme, themed_sheet
from svcflow.finding import CannotDo
from svcflow.load.images import Image
from svcflow.model.workspace import Look
from svcflow.views.diagram import DEdge, Diagram, DNode, Shape
from svcflow.views.layout import arrange
from tests.support.diagrams import complaint

HEX = re.compile(r"#[0-9a-f]{6}\b")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\xc8\x00\x00\x00\x64"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x64\x00\xc8\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'/>"


def rules(sheet: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for selector, body in re.findall(r"^([^{}@\n]+)\{([^}]*)\}", sheet, re.MULTILINE):
        found.setdefault(selector, {}).update(part.split(":") for part in body.split(";") if part)
    return found


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_a_color_comes_back_as_it_was(text: str) -> None:
    back = Color.parse(text).hex()
    assert all(abs(int(text[at : at + 2], 16) - int(back[at : at + 2], 16)) <= 1 for at in (1, 3, 5))


def test_a_short_color_is_read_as_its_long_form() -> None:
    assert Color.parse("#fa0") == Color.parse("#ffaa00")


@pytest.mark.parametrize("look", [Look.DARK, Look.MONO, Look.CONTRAST])
@pytest.mark.parametrize("color", ["", "#7a1f5c", "#ffd400"])
def test_texts_can_be_read_in_every_theme(look: Look, color: str) -> None:
    sheet = rules(themed_sheet(look, color))
    page = sheet[".svcflow .page"]["fill"]
    least = 7 if look is Look.CONTRAST else 4.5
    for text in (".svcflow text", ".svcflow .subtitle", ".svcflow .label .note", ".svcflow text.quiet"):
        assert contrast(sheet[text]["fill"], page) >= least, text
    for box in (".svcflow .start .outline", ".svcflow .decision .outline", ".svcflow .call .outline"):
        assert contrast(sheet[".svcflow text"]["fill"], sheet[box]["fill"]) >= least, box
    assert contrast(sheet[".svcflow .group text"]["fill"], sheet[".svcflow .group rect"]["fill"]) >= 4.5
    assert contrast(sheet[".svcflow .chip.tone-strong text"]["fill"],
                    sheet[".svcflow .chip.tone-strong rect"]["fill"]) >= 4.5  # fmt: skip
    assert contrast(sheet[".svcflow .edge .line"]["stroke"], page) >= 3


def test_mono_has_greys_only() -> None:
    assert all(color[1:3] == color[3:5] == color[5:7] for color in HEX.findall(themed_sheet(Look.MONO)))


def test_the_default_turns_dark_with_the_screen_and_light_does_not() -> None:
    before, after = themed_sheet(Look.DEFAULT).split("@media (prefers-color-scheme:dark){")
    assert before.rstrip() == themed_sheet(Look.LIGHT)
    dark = rules(themed_sheet(Look.DARK))
    changed = rules(after)
    assert changed[".svcflow .page"] == dark[".svcflow .page"] == {"fill": "#161616"}
    assert changed[".svcflow text"] == {"fill": dark[".svcflow text"]["fill"]}  # sizes are not said twice


def test_a_house_color_takes_the_place_of_blue_and_of_nothing_else() -> None:
    house, plain = rules(themed_sheet(Look.LIGHT, "#7a1f5c")), rules(themed_sheet(Look.LIGHT))
    hue = Color.parse("#7a1f5c").hue
    handoff = Color.parse(house[".svcflow .edge.handoff .line"]["stroke"])
    assert abs(handoff.hue - hue) < 3
    assert handoff.lightness == pytest.approx(Color.parse("#1b4f9c").lightness, abs=0.01)
    back = ".svcflow .edge.back .line"
    assert house[back] == {"stroke": Color.parse(plain[back]["stroke"]).hex()}


def test_a_logo_stands_above_the_picture_and_leaves_it_as_it_is() -> None:
    picture = arrange(complaint())
    plain = ET.fromstring(to_svg(picture))
    signed = ET.fromstring(to_svg(picture, Theme(logo=Image(b"", "image/png", 200, 100))))
    assert float(signed.get("height")) == float(plain.get("height")) + 48
    assert signed.get("viewBox").split()[1] == "-48"
    image = signed.find("{http://www.w3.org/2000/svg}image")
    assert float(image.get("y")) + float(image.get("height")) <= 0
    assert float(image.get("x")) + float(image.get("width")) == pytest.approx(picture.width - 24, abs=0.1)
    assert float(image.get("width")) / float(image.get("height")) == pytest.approx(2)


def test_a_picture_carries_the_rules_that_it_needs_and_no_others() -> None:
    svg = to_svg(arrange(complaint()))
    kept = rules(style_of(svg))
    assert ".svcflow .lane>rect" in kept
    assert not any("tone" in selector or "journey" in selector for selector in kept)
    used = {name for names in re.findall(r' class="([^"]*)"', svg) for name in names.split()}
    assert {name for selector in kept for name in re.findall(r"\.([a-z][-\w]*)", selector)} <= used | {"page"}


def style_of(svg: str) -> str:
    return svg.split("<style>\n")[1].split("\n</style>", maxsplit=1)[0]


def svg_in(look: Look) -> str:
    """Return a picture with the same parts as that of the workspace's process."""
    nodes = (DNode("s", "Start", Shape.START), DNode("a", "A", number="1"), DNode("e", "End", Shape.END))
    diagram = Diagram("P", nodes, (DEdge("s", "a"), DEdge("a", "e")))
    return to_svg(arrange(diagram), Theme(look, "#7a1f5c", Image(b"", "image/png", 1, 1)))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "p.yaml").write_text("process: p\nname: P\nsteps:\n  - {id: a, name: A}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "data"), [("l.png", PNG), ("l.jpg", JPEG), ("l.svg", SVG)])
def test_the_workspace_chooses_theme_color_and_logo(workspace: Path, name: str, data: bytes) -> None:
    (workspace / name).write_bytes(data)
    (workspace / "svcflow.yaml").write_text(
        f"render: {{theme: mono, color: '#7a1f5c', logo: {name}}}\n", "utf-8"
    )
    (made,) = api.render(workspace / "p.yaml")
    svg = made.data.decode()
    assert style_of(svg) == style_of(svg_in(Look.MONO))
    image = ET.fromstring(svg).find("{http://www.w3.org/2000/svg}image")
    assert (image.get("width"), image.get("height")) == ("64", "32")
    (chosen,) = api.render(workspace / "p.yaml", theme="dark")
    assert style_of(chosen.data.decode()) == style_of(svg_in(Look.DARK))


def test_a_logo_that_cannot_be_used_is_named(workspace: Path) -> None:
    (workspace / "svcflow.yaml").write_text("render: {logo: gone.png}\n", "utf-8")
    with pytest.raises(CannotDo, match=r"the picture gone\.png cannot be used") as caught:
        list(api.render(workspace / "p.yaml"))
    assert str(caught.value.help) == "`render.logo` of the workspace file names it"


def test_an_unknown_theme_and_a_bad_color_are_named(workspace: Path) -> None:
    with pytest.raises(CannotDo, match="there is no theme `monno`; did you mean `mono`"):
        list(api.render(workspace / "p.yaml", theme="monno"))
    (workspace / "svcflow.yaml").write_text("render: {color: blue}\n", "utf-8")
    with pytest.raises(CannotDo) as caught:
        list(api.render(workspace / "p.yaml"))
    assert 'a colour is written as "#" and six digits' in str(caught.value.findings[0].message)
