"""Themes: how the colours of the style sheet are changed, for grey print, weak eyes, dark screens, a house style.

The style sheet is written in the colours of the default theme; the others are reckoned from it, so that what is added
to the sheet has its look in every theme.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.exporters.color import Color
from svcflow.exporters.theme import style_sheet
from svcflow.model.workspace import Look

if TYPE_CHECKING:
    from svcflow.load.images import Image

__all__ = ["LIGHT", "Theme", "in_colors_of", "pruned", "themed_sheet"]

_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")
_RULE = re.compile(r"^([^{}\n]+)\{([^}]*)\}", re.MULTILINE)
_CLASS = re.compile(r"\.([a-z][-\w]*)")
_BLUE = (235.0, 285.0)
"""The hues of the default theme that a house style replaces by its own."""
_DARKEST, _LIGHTEST = 0.2, 0.96
_CONTRAST_RULES = """
.svcflow .outline,.svcflow .edge .line,.svcflow .badge path.flash{stroke-width:2.4}
.svcflow .cell,.svcflow .lane>rect,.svcflow .header rect.head{stroke-width:1.6}
.svcflow text{font-weight:500}"""


@dataclass(frozen=True, slots=True)
class Theme:
    """How pictures look. ``color`` (``#rrggbb``) takes the place of the default theme's blue, ``logo`` is a sign."""

    look: Look = Look.LIGHT
    color: str = ""
    logo: Image | None = None


LIGHT = Theme()
"""Light everywhere: for pictures that go into documents."""


@lru_cache(maxsize=16)
def themed_sheet(look: Look = Look.LIGHT, color: str = "") -> str:
    """Return the style sheet of a theme."""
    sheet = in_colors_of(look, color, style_sheet())
    if look is Look.DEFAULT:
        dark = _only_colors(_recolored(sheet, _inverted))
        return f"{sheet}\n@media (prefers-color-scheme:dark){{\n{dark}\n}}"
    return sheet + _CONTRAST_RULES if look is Look.CONTRAST else sheet


@lru_cache(maxsize=32)
def in_colors_of(look: Look, color: str, sheet: str) -> str:
    """Return a text in whose colours (``#1f5fa8``), those of the default theme, are those of a theme."""
    house = _recolored(sheet, _house(Color.parse(color))) if color else sheet
    change = {Look.DARK: _inverted, Look.MONO: _grey, Look.CONTRAST: _stronger}.get(look)
    return _recolored(house, change) if change else house


def pruned(sheet: str, used: Collection[str]) -> str:
    """Return the rules, of a sheet with one a line, whose classes all occur among those used."""
    known = frozenset(used)
    kept = []
    for selectors, rest in _rules(sheet):
        alive = [selector for selector, classes in selectors if classes <= known]
        if alive:
            kept.append(f"{','.join(alive)}{rest}")
    return "\n".join(kept)


@lru_cache(maxsize=16)
def _rules(sheet: str) -> list[tuple[list[tuple[str, frozenset[str]]], str]]:
    """Return each line of a sheet as its selectors, each with the classes in it, and what follows these."""
    rules = []
    for line in sheet.splitlines():
        selectors, brace, body = line.partition("{")
        # The beginning and end of a block have no body, and stay as they are.
        parts = selectors.split(",") if body else [line]
        classes = [frozenset(_CLASS.findall(part)) if body else frozenset() for part in parts]
        rules.append((list(zip(parts, classes, strict=True)), f"{brace}{body}" if body else ""))
    return rules


def _recolored(sheet: str, change: Callable[[Color], Color]) -> str:
    return _HEX.sub(lambda found: change(Color.parse(found[0])).hex(), sheet)


def _only_colors(sheet: str) -> str:
    """Return the rules of a sheet with what names a colour only."""
    rules = []
    for selector, body in _RULE.findall(sheet):
        colored = [part for part in body.split(";") if "#" in part]
        if colored:
            rules.append(f"{selector}{{{';'.join(colored)}}}")
    return "\n".join(rules)


def _inverted(color: Color) -> Color:
    """Return the colour for a dark ground: light becomes dark, the hue stays."""
    lightness = _LIGHTEST - (color.lightness - 0.25) / 0.75 * (_LIGHTEST - _DARKEST)
    return Color(min(_LIGHTEST, lightness), color.chroma * 0.9, color.hue)


def _grey(color: Color) -> Color:
    return Color(color.lightness, 0.0, 0.0)


def _stronger(color: Color) -> Color:
    """Return the colour for weak eyes: what is dark becomes darker, what is light goes towards white."""
    if color.lightness > 0.8:
        return Color(color.lightness + (1 - color.lightness) * 0.3, color.chroma, color.hue)
    return Color(color.lightness * 0.62, color.chroma * 0.8, color.hue)


def _house(own: Color) -> Callable[[Color], Color]:
    """Return the change of the default blue into a colour of one's own; lightness, and so contrast, stays."""
    strength = own.chroma / 0.13

    def change(color: Color) -> Color:
        if color.chroma < 0.008 or not _BLUE[0] <= color.hue <= _BLUE[1]:
            return color
        return Color(color.lightness, color.chroma * strength, own.hue)

    return change
