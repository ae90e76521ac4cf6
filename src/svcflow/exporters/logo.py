"""The organisation's logo, read from a file of the workspace."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path

from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg
from svcflow.i18n.reasons import reason_of

__all__ = ["LARGEST_LOGO", "Logo", "read_logo"]

LARGEST_LOGO = 1_000_000
"""Bytes that a logo may have: every document holds it."""
_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_SVG = re.compile(rb"<svg[\s>]")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, and its media type: ``image/png``, ``image/jpeg`` or ``image/svg+xml``."""

    data: bytes
    media_type: str

    @property
    def uri(self) -> str:
        """The picture as an address that holds it. As the source of an image, an SVG neither runs nor loads."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"


def read_logo(root: Path, name: str) -> Logo:
    """Return the logo that the settings name, from the workspace's root.

    Raises `CannotDo` when it lies outside of the workspace (also by a link), is missing or too large, or is none of
    PNG, JPEG and SVG: the contents decide, not the name.
    """
    place = (root / name).resolve()
    if not place.is_relative_to(root.resolve()):
        raise _no_logo(name, msg("it lies outside of the workspace"))
    try:
        if place.stat().st_size > LARGEST_LOGO:
            raise _no_logo(name, msg("it is larger than {size} kB", size=LARGEST_LOGO // 1000))
        data = place.read_bytes()
    except OSError as error:
        raise _no_logo(name, reason_of(error)) from None
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return Logo(data, media_type)
    if _SVG.search(data[:4096]):
        return Logo(data, "image/svg+xml")
    raise _no_logo(name, msg("it is neither PNG nor JPEG nor SVG"))


def _no_logo(name: str, reason: Message) -> CannotDo:
    return CannotDo(
        msg("the logo {path} cannot be used: {reason}", path=name, reason=reason),
        msg("`documents.logo` of the workspace file names it"),
    )
