"""Bands of pictures: as large as asked, the same every time, and with a word about what our fonts lack."""

from __future__ import annotations

import struct

import pytest

from svcflow.exporters.docx.bands import bands_to_png
from svcflow.exporters.svg import to_svg
from svcflow.finding import CannotDo
from svcflow.views.diagram import Diagram, DNode
from svcflow.views.layout import arrange


def _svg(label: str) -> str:
    return to_svg(arrange(Diagram("D", (DNode("a", label),))))


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


@pytest.mark.parametrize("labels", [("Greet",), ("Greet", "问候客人", "問候來賓")])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_size(labels: tuple[str, ...], scale: float) -> None:
    pictures = [arrange(Diagram("D", (DNode("a", label),))) for label in labels]
    files, warnings = bands_to_png([to_svg(picture) for picture in pictures], scale)
    wanted = [(round(picture.width * scale), round(picture.height * scale)) for picture in pictures]
    for found, size in zip(map(_size, files), wanted, strict=True):
        assert found == pytest.approx(size, abs=1)
    assert not warnings


def test_no_bands() -> None:
    assert bands_to_png([], 1.6) == ([], ())


def test_same_bytes() -> None:
    assert bands_to_png([_svg("Greet")], 1.6) == bands_to_png([_svg("Greet")], 1.6)


def test_text_is_drawn() -> None:
    (one,), _ = bands_to_png([_svg("受理")], 1.6)
    (other,), _ = bands_to_png([_svg("调查")], 1.6)
    assert one != other


def test_missing_character_is_told() -> None:
    _, (warning,) = bands_to_png([_svg("😀")], 1.0)
    assert "😀" in warning.render()


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(CannotDo) as caught:
        bands_to_png(['<svg width="9" height="9"'], 1.0)
    assert caught.value.message.render().startswith("the picture cannot be drawn: ")
