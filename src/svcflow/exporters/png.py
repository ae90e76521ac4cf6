"""A picture as PNG: drawn from its SVG with the fonts that svcflow brings along, so the same on every machine."""

from __future__ import annotations

from svcflow.exporters.fonts import font_files, missing_characters
from svcflow.i18n import Message, msg

__all__ = ["Drawing", "PngError", "to_png"]

_DPI = 96
_LARGEST = 16_000  # pixels on a side; beyond this the memory of an ordinary machine gives out


class PngError(Exception):
    """A picture that cannot be drawn; ``reason`` says why, for people."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Drawing(bytes):
    """The bytes of a PNG file, and what people should know about it."""

    warnings: tuple[Message, ...] = ()


def to_png(svg: str, scale: float = 1.0, *, size: tuple[float, float] | None = None) -> Drawing:
    """Draw an SVG document; ``scale`` 2 gives twice the pixels, ``size`` the picture's size at scale 1.

    Raises PngError when the picture would be too large or cannot be drawn. The result warns about characters that
    only this machine's own fonts can show.
    """
    if not 0.05 <= scale <= 20:
        raise PngError(msg("a picture can be scaled by 0.05 to 20, not by {scale}", scale=scale))
    if size and max(size) * scale > _LARGEST:
        fits = max(0.05, int(_LARGEST / max(size) * 100) / 100)
        raise PngError(
            msg(
                "the picture would be {width} by {height} pixels; use a scale of {fits} or less, or SVG",
                width=round(size[0] * scale),
                height=round(size[1] * scale),
                fits=fits,
            )
        )
    missing = missing_characters(svg)
    drawing = Drawing(_drawn(svg, scale, system_fonts=bool(missing)))
    if missing:
        shown = "".join(missing[:20])
        drawing.warnings = (
            msg(
                "the fonts of svcflow lack {characters}: they were drawn with fonts of this machine, if it has them",
                characters=shown,
            ),
        )
    return drawing


def _drawn(svg: str, scale: float, *, system_fonts: bool) -> bytes:
    from resvg_py import svg_to_bytes

    try:
        return bytes(
            svg_to_bytes(
                svg_string=svg,
                dpi=_DPI,
                zoom=scale,
                font_files=[str(path) for path in font_files()],
                skip_system_fonts=not system_fonts,
            )
        )
    except ValueError as error:
        raise PngError(msg("the picture cannot be drawn: {reason}", reason=str(error))) from error
