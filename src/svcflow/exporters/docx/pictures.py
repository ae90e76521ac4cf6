"""Pictures in the text: PNG files, never wider than the page, with what they show as alternative text."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from svcflow.exporters.docx.elements import Element, el, paragraph, runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from svcflow.documents.outline import Picture
    from svcflow.exporters.docx.desk import Desk

__all__ = ["PICTURE_SCALE", "drawing", "picture"]

PICTURE_SCALE = 1.6
"""How many pixels of a PNG are one of the picture's own, of which 96 are an inch.

A swimlane as wide as the page then has the 220 pixels an inch that Word itself keeps of pictures when it saves.
"""
_PIXEL = 914_400 / 96 / PICTURE_SCALE
_TWIP = 635
"""English metric units, in which drawings are measured: 914,400 an inch."""
_CAPTION = 700
"""The height that a caption needs below its picture, in twips."""


def picture(desk: Desk, block: Picture) -> list[Element]:
    """Return a picture and its caption; its bands are pictures of their own, so that pages may break between them."""
    files = desk.pictures.get(block.view, ())
    if not files:
        return []
    caption = paragraph(desk.styles["caption"], *runs(block.caption))
    return [*_bands(desk, block, files), caption]


def _bands(desk: Desk, block: Picture, files: Any) -> Iterator[Element]:
    sizes = [_size(file) for file in files]
    widest = max(width for width, _ in sizes)
    fit = min(1.0, desk.room * _TWIP / widest)
    style = desk.styles["svc Picture"]
    for number, (file, (width, height)) in enumerate(zip(files, sizes, strict=True), 1):
        scale = min(fit, (desk.height - _CAPTION) * _TWIP / height)
        said = block.caption
        if len(files) > 1:
            said = desk.t("{caption} (part {part} of {parts})").format(
                caption=said, part=number, parts=len(files)
            )
        shape = drawing(desk, desk.document.part, file, (int(width * scale), int(height * scale)), said)
        last = number == len(files)
        # Only the last band holds on to what follows, its caption: pages may break between the others.
        yield paragraph(style, el("w:r", shape), keepNext=el("w:keepNext", w_val=int(last)))


def _size(png: bytes) -> tuple[int, int]:
    """Return the measures of a PNG file in English metric units."""
    width, height = struct.unpack_from(">II", png, 16)
    return round(width * _PIXEL), round(height * _PIXEL)


def drawing(desk: Desk, part: Any, file: bytes, size: tuple[int, int], said: str) -> Element:
    """Return a picture in a line of the text of a part; ``size`` is in English metric units, ``said`` what it shows."""
    relation, _ = part.get_or_add_image(io.BytesIO(file))
    id = desk.id()
    name = f"Picture {id}"
    extent = {"cx": size[0], "cy": size[1]}
    blip = el("pic:blipFill", el("a:blip", r_embed=relation), el("a:stretch", el("a:fillRect")))
    shape = el(
        "pic:spPr",
        el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **extent)),
        el("a:prstGeom", el("a:avLst"), prst="rect"),
    )
    naming = el("pic:nvPicPr", el("pic:cNvPr", id=id, name=name), el("pic:cNvPicPr"))
    data = el(
        "a:graphicData",
        el("pic:pic", naming, blip, shape),
        uri="http://schemas.openxmlformats.org/drawingml/2006/picture",
    )
    inline = el(
        "wp:inline",
        el("wp:extent", **extent),
        el("wp:docPr", id=id, name=name, descr=said),
        el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
        el("a:graphic", data),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    return el("w:drawing", inline)
