"""Pictures of the workspace: three formats, told by their contents; nothing from outside of the workspace."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest

from svcflow.finding import CannotDo
from svcflow.load.images import LARGEST, read_image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script></svg>'


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30, 20) + b"..."
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08" + struct.pack(">HH", 20, 30) + b"..."


@pytest.mark.parametrize(
    ("data", "media_type"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (SVG, "image/svg+xml")]
)
def test_the_contents_decide(tmp_path: Path, data: bytes, media_type: str) -> None:
    (tmp_path / "logo.gif").write_bytes(data)
    image = read_image(tmp_path, "logo.gif", "documents.logo")
    assert (image.media_type, image.width, image.height) == (media_type, 30, 20)
    assert image.address == f"data:{media_type};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg width="40px" height="10">', (40, 10)),
        ('<svg viewBox="0 0 8 4" width="100%">', (8, 4)),
        ("<svg\nviewBox='-1,-1 8,4'>", (8, 4)),
    ],
)
def test_the_size_of_a_drawing(tmp_path: Path, head: str, size: tuple[float, float]) -> None:
    (tmp_path / "logo.svg").write_text(f"<?xml version='1.0'?>{head}</svg>", "utf-8")
    image = read_image(tmp_path, "logo.svg", "render.logo")
    assert (image.width, image.height) == size
    assert not image.has_texts


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("text.png", "it is neither PNG nor JPEG nor SVG, or it is damaged"),
        ("cut.png", "it is neither PNG nor JPEG nor SVG, or it is damaged"),
        ("cut.jpg", "it is neither PNG nor JPEG nor SVG, or it is damaged"),
        ("sizeless.svg", "it does not say how large it is: give it `width` and `height`"),
        ("odd\0name", "there is no such file"),
        ("large.png", "it is larger than 1000 kB"),
        ("missing.png", "there is no such file or folder"),
        ("../outside.png", "it lies outside of the workspace"),
        ("link.png", "it lies outside of the workspace"),
        ("folder.png", "it is a folder"),
    ],
)
@pytest.mark.parametrize("setting", ["documents.logo", "render.logo"])
def test_what_cannot_be_used(tmp_path: Path, setting: str, name: str, reason: str) -> None:
    root = tmp_path / "root"
    (root / "folder.png").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(SVG)
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    (root / "text.png").write_text("hello", "utf-8")
    (root / "cut.png").write_bytes(PNG[:20])
    (root / "cut.jpg").write_bytes(JPEG[:12])
    (root / "sizeless.svg").write_text("<svg></svg>", "utf-8")
    (root / "large.png").write_bytes(bytes(LARGEST + 1))
    with pytest.raises(CannotDo) as caught:
        read_image(root, name, setting)
    assert str(caught.value.message) == f"the picture {name} cannot be used: {reason}"
    assert str(caught.value.help) == f"`{setting}` of the workspace file names it"
