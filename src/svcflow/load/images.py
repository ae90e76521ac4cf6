"""Picture files of the workspace, such as its logo: what kind they are, how large, and as data to be embedded."""

from __future__ import annotations

import base64
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.i18n.reasons import reason_of

__all__ = ["LARGEST", "Image", "read_image"]

LARGEST = 1_000_000
"""Bytes that a picture may have: it goes into every picture and document."""

_HEAD = 20_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_NO_SIZE = (0xC4, 0xC8, 0xCC)  # markers among those of JPEG frames that are none
_SVG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_LENGTH = re.compile(rb"""\b(width|height)\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']""")
_VIEW_BOX = re.compile(
    rb"""\bviewBox\s*=\s*["']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)\s*["']"""
)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its bytes, its media type and its size in pixels."""

    data: bytes
    media_type: str
    width: float
    height: float

    @property
    def address(self) -> str:
        """The picture as an address that holds its data; what scripts it may contain never run there."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode('ascii')}"

    @property
    def has_texts(self) -> bool:
        """Tells whether it is a drawing with texts, whose look depends on the fonts of whoever shows it."""
        return self.media_type == "image/svg+xml" and b"<text" in self.data


def read_image(root: Path, name: str, setting: str) -> Image:
    """Read the picture file that a setting (``documents.logo``) names by its path from the workspace's root.

    Raises `CannotDo` when it lies outside of the workspace (also by a link), is missing or too large, or is none of
    PNG, JPEG and SVG of a known size: the contents decide, not the name.
    """
    try:
        place = (root / name).resolve()
        if not place.is_relative_to(root.resolve()):
            raise _unusable(name, setting, msg("it lies outside of the workspace"))
        if place.is_file() and place.stat().st_size > LARGEST:
            raise _unusable(name, setting, msg("it is larger than {size} kB", size=LARGEST // 1000))
        data = place.read_bytes()
    except OSError as error:
        raise _unusable(name, setting, reason_of(error)) from None
    except ValueError:  # what the system does not take for a path
        raise _unusable(name, setting, msg("there is no such file")) from None
    found = _measured(data)
    if found is None and _SVG.search(data[:_HEAD]):
        raise _unusable(name, setting, msg("it does not say how large it is: give it `width` and `height`"))
    if found is None:
        raise _unusable(name, setting, msg("it is neither PNG nor JPEG nor SVG, or it is damaged"))
    return Image(data, *found)


def _unusable(name: str, setting: str, reason: Message) -> CannotDo:
    return CannotDo(
        msg("the picture {path} cannot be used: {reason}", path=name, reason=reason),
        msg("`{setting}` of the workspace file names it", setting=setting),
    )


def _measured(data: bytes) -> tuple[str, float, float] | None:
    """Return media type, width and height, None for what is no picture."""
    if data.startswith(_PNG) and len(data) >= 24:
        size = struct.unpack(">II", data[16:24])
        return ("image/png", *size) if all(size) else None
    if data.startswith(_JPEG):
        return _measured_jpeg(data)
    return _measured_svg(data)


def _measured_jpeg(data: bytes) -> tuple[str, float, float] | None:
    """Look for the frame header (ITU-T T.81, B.2.2), which holds the size."""
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return ("image/jpeg", width, height) if width and height else None
        place += 2 + length
    return None


def _measured_svg(data: bytes) -> tuple[str, float, float] | None:
    head = _SVG.search(data[:_HEAD])
    if head is None:
        return None
    lengths = {name: float(value) for name, value in _LENGTH.findall(head[0]) if value.count(b".") < 2}
    box = _VIEW_BOX.search(head[0])
    if b"width" in lengths and b"height" in lengths:
        size = (lengths[b"width"], lengths[b"height"])
    elif box is not None:
        size = (float(box[1]), float(box[2]))
    else:
        return None
    return ("image/svg+xml", *size) if all(size) else None
