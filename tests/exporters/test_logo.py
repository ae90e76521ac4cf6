"""Logos: three formats, told by their contents; nothing from outside of the workspace."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from svcflow.exporters.logo import LARGEST_LOGO, read_logo
from svcflow.finding import CannotDo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(b"\x89PNG\r\n\x1a\n...", "image/png"), (b"\xff\xd8\xff\xe0..", "image/jpeg"), (SVG, "image/svg+xml")],
)
def test_the_contents_decide(tmp_path: Path, data: bytes, media_type: str) -> None:
    (tmp_path / "logo.gif").write_bytes(data)
    logo = read_logo(tmp_path, "logo.gif")
    assert logo.media_type == media_type
    assert logo.uri == f"data:{media_type};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("text.png", "it is neither PNG nor JPEG nor SVG"),
        ("large.png", "it is larger than 1000 kB"),
        ("missing.png", "there is no such file or folder"),
        ("../outside.png", "it lies outside of the workspace"),
        ("link.png", "it lies outside of the workspace"),
        ("folder.png", "it is a folder"),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, name: str, reason: str) -> None:
    root = tmp_path / "root"
    (root / "folder.png").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(SVG)
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    (root / "text.png").write_text("hello", "utf-8")
    (root / "large.png").write_bytes(bytes(LARGEST_LOGO + 1))
    with pytest.raises(CannotDo) as caught:
        read_logo(root, name)
    assert str(caught.value.message) == f"the logo {name} cannot be used: {reason}"
    assert str(caught.value.help) == "`documents.logo` of the workspace file names it"
