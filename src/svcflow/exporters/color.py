"""Colours as lightness, chroma and hue, so that a theme can change one and keep the others.

The space is OKLCH (Björn Ottosson, 2020: "A perceptual color space for image processing"), in which equal steps of
lightness look equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cbrt, cos, degrees, hypot, radians, sin

__all__ = ["Color"]

_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Color:
    """A colour: lightness 0 (black) to 1 (white), chroma from 0 (grey) to about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def parse(cls, text: str) -> Color:
        """Read ``#rgb`` or ``#rrggbb``."""
        digits = text.removeprefix("#")
        whole = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        red, green, blue = (_linear(int(whole[place : place + 2], 16) / 255) for place in (0, 2, 4))
        lms = _times(_TO_LMS, (red, green, blue))
        lightness, a, b = _times(_TO_LAB, (cbrt(lms[0]), cbrt(lms[1]), cbrt(lms[2])))
        return cls(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)

    def hex(self) -> str:
        """Return the colour as ``#rrggbb``; one that no screen shows loses chroma until one does."""
        color, parts = self, _rgb(self)
        while min(parts) < -0.001 or max(parts) > 1.001:
            color = Color(color.lightness, color.chroma * 0.95 if color.chroma > 0.004 else 0.0, color.hue)
            parts = _rgb(color)
            if not color.chroma:
                break
        return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in parts)


def _rgb(color: Color) -> _Vector:
    a, b = color.chroma * cos(radians(color.hue)), color.chroma * sin(radians(color.hue))
    long, medium, short = (part**3 for part in _times(_FROM_LAB, (color.lightness, a, b)))
    red, green, blue = _times(_FROM_LMS, (long, medium, short))
    return _encoded(red), _encoded(green), _encoded(blue)


def _times(matrix: tuple[_Vector, _Vector, _Vector], vector: _Vector) -> _Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
