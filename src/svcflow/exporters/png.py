"""A picture as PNG: drawn from its SVG with the fonts that svcflow brings along, so the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from svcflow.exporters.fonts import font_files, in_one_family, missing_characters, told_missing
from svcflow.finding import CannotDo
from svcflow.i18n import Message, msg

__all__ = ["Drawing", "PngError", "to_png"]

_FAMILY = "Noto Sans SC"
_DPI = 96
_LONGEST = 32_000  # pixels on a side: what programs that show pictures still open
_LARGEST = 100_000_000  # pixels in all: 400 MB while drawing


class PngError(CannotDo):
    """A picture that cannot be drawn as PNG."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The contents of a PNG file, and what people should know about it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def to_png(svg: str, scale: float = 1.0, *, size: tuple[float, float] | None = None) -> Drawing:
    """Draw an SVG document; ``scale`` 2 gives twice the pixels, ``size`` the picture's size at scale 1.

    Raises PngError when the picture would be too large or cannot be drawn. The result warns about characters that
    only this machine's own fonts can show.
    """
    if not 0.05 <= scale <= 20:
        raise PngError(msg("a picture cannot be scaled by {scale}", scale=scale), msg("use 0.05 to 20"))
    largest = _largest_scale(size) if size else scale
    if size and scale > largest:
        fits = int(largest * 100) / 100
        raise PngError(
            msg(
                "the picture would be {width} by {height} pixels, too many for PNG",
                width=round(size[0] * scale),
                height=round(size[1] * scale),
            ),
            msg("use `--scale {fits}` or less, or `--format svg`", fits=fits),
        )
    missing = missing_characters(svg)
    data = _drawn(svg, scale, system_fonts=bool(missing))
    return Drawing(data, told_missing(missing))


def _largest_scale(size: tuple[float, float]) -> float:
    width, height = size
    return min(_LONGEST / max(size), sqrt(_LARGEST / (width * height)))


def _drawn(svg: str, scale: float, *, system_fonts: bool) -> bytes:
    from resvg_py import svg_to_bytes

    try:
        return bytes(
            svg_to_bytes(
                svg_string=in_one_family(svg),
                dpi=_DPI,
                zoom=scale,
                font_files=[str(path) for path in font_files()],
                skip_system_fonts=not system_fonts,
                serif_family=_FAMILY,  # what is taken where the fonts that a logo names are not there
            )
        )
    except ValueError as error:
        raise PngError(msg("the picture cannot be drawn: {reason}", reason=str(error))) from error
