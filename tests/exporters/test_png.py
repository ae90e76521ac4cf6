from __future__ import annotations

import struct

import pytest

from svcflow.exporters.png import PngError, to_png
from svcflow.exporters.svg import to_svg
from svcflow.exporters.svg_document import svg_document
from svcflow.i18n import translator
from svcflow.views.diagram import Diagram, DNode
from svcflow.views.layout import arrange
from tests.support.diagrams import complaint


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def drawn(label: str) -> bytes:
    return to_png(to_svg(arrange(Diagram("D", (DNode("a", label),))))).data


@pytest.mark.parametrize("scale", [1.0, 2.0, 0.5])
def test_a_picture_is_drawn_to_scale(scale: float) -> None:
    picture = arrange(complaint())
    drawing = to_png(to_svg(picture), scale)
    width, height = size(drawing.data)
    assert width == pytest.approx(picture.width * scale, abs=1)
    assert height == pytest.approx(picture.height * scale, abs=1)
    assert drawing.warnings == ()


def test_the_same_bytes_every_time() -> None:
    assert drawn("受理投诉") == drawn("受理投诉")


def test_chinese_is_drawn_without_any_font_of_the_machine() -> None:
    """Different characters look different: they are not all the box that stands for a missing one."""
    assert len({drawn(text) for text in ("受理投诉", "核实身份", "審核發證", "體檢應診")}) == 4


def test_what_the_fonts_lack_is_said() -> None:
    (warning,) = to_png(to_svg(arrange(Diagram("D", (DNode("a", "😀"),))))).warnings
    assert str(warning) == (
        "the fonts of svcflow lack 😀: they were drawn with fonts of this machine, if it has them"
    )
    assert warning.render(translator("zh-Hans")).startswith("svcflow 自带的字体中没有 😀")


@pytest.mark.parametrize("scale", [0.0, -1.0, 100.0, float("nan")])
def test_a_scale_must_make_sense(scale: float) -> None:
    with pytest.raises(PngError, match="cannot be scaled by") as caught:
        to_png("<svg/>", scale)
    assert str(caught.value.help) == "use 0.05 to 20"


def test_too_large_a_picture_is_refused_before_it_eats_the_memory() -> None:
    with pytest.raises(PngError, match="would be 40000 by 2000 pixels") as caught:
        to_png("<svg/>", 2, size=(20000, 1000))
    assert str(caught.value.help) == "use `--scale 1.6` or less, or `--format svg`"


def test_too_many_pixels_are_refused_too() -> None:
    with pytest.raises(PngError) as caught:
        to_png("<svg/>", 1, size=(20000, 20000))
    assert str(caught.value.help) == "use `--scale 0.5` or less, or `--format svg`"


def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.raises(PngError, match="the picture cannot be drawn: "):
        to_png("no picture")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "登記申請 1"), ("zh-Hans", "登記申請"), ("zh-Hant", "诉讼费")]
)
def test_bold_texts_of_another_chinese_stay_bold(language: str, text: str) -> None:
    """They look as if all the picture were in that Chinese."""
    own = "zh-Hans" if language == "zh-Hant" else "zh-Hant"
    here, there = (
        to_png(
            svg_document([f'<text class="title" x="9" y="30">{text}</text>'], (160, 40), **_said(tag))
        ).data
        for tag in (language, own)
    )
    assert here == there


def _said(language: str) -> dict[str, str]:
    return {"title": "T", "description": "D", "language": language}
