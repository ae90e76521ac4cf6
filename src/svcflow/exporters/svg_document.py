"""What every SVG file of ours begins and ends with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.exporters.markup import escape, number
from svcflow.exporters.theme import font_family
from svcflow.exporters.themes import LIGHT, Theme, pruned, themed_sheet

if TYPE_CHECKING:
    from svcflow.load.images import Image

__all__ = ["LOGO_STRIP", "svg_document"]

LOGO_STRIP = 48.0
"""The height that a logo adds above a picture, in pixels."""
_MARGIN = 24.0
_CLASSES = re.compile(r' class="([^"]*)"')
_FRAME = {"svcflow", "page"}


def svg_document(
    parts: Iterable[str],
    size: tuple[float, float],
    *,
    title: str,
    description: str,
    language: str,
    theme: Theme = LIGHT,
) -> str:
    """Return an SVG document of drawn parts; ``size`` is its width and height in pixels.

    A logo stands in a strip of its own above the picture, at the right.
    """
    body = "".join(parts)
    used = {name for names in _CLASSES.findall(body) for name in names.split()} | _FRAME
    style = pruned(themed_sheet(theme.look, theme.color), used)
    strip = LOGO_STRIP if theme.logo else 0.0
    wide, high = number(round(size[0], 2)), number(round(size[1] + strip, 2))
    tag = escape(language)
    top = f"0 {number(-strip)} {wide} {high}" if strip else f"0 0 {wide} {high}"
    y = f' y="{number(-strip)}"' if strip else ""
    return "".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<svg xmlns="http://www.w3.org/2000/svg" class="svcflow" width="{wide}" height="{high}"',
            f' viewBox="{top}" role="graphics-document" lang="{tag}" xml:lang="{tag}"',
            f' font-family="{escape(font_family(language))}">\n',
            f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n",
            f"<style>\n{style}\n</style>\n",
            f'<rect class="page"{y} width="{wide}" height="{high}"/>\n',
            *([_logo(theme.logo, size[0])] if theme.logo else []),
            body,
            "</svg>\n",
        ]
    )


def _logo(logo: Image, right: float) -> str:
    """Return the logo in its strip, as large as fits, with its right side on the picture's margin."""
    high = LOGO_STRIP - 16
    scale = min(high / logo.height, (right - 2 * _MARGIN) / logo.width)
    wide, high = logo.width * scale, logo.height * scale
    x, y = number(round(right - _MARGIN - wide, 2)), number(round(16 - LOGO_STRIP, 2))
    place = f'x="{x}" y="{y}" width="{number(round(wide, 2))}" height="{number(round(high, 2))}"'
    return f'<image class="logo" {place} href="{escape(logo.address)}"/>\n'
