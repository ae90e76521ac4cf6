"""The fonts that svcflow brings along: where they are, and which characters they have."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import svcflow.assets
from svcflow.i18n import Message, msg
from svcflow.text.widths import character_width

__all__ = [
    "covered",
    "font_files",
    "in_one_family",
    "missing_characters",
    "shown_text",
    "told_missing",
    "uncovered",
]

_TOLD = 20

_BOLD = "-Bold-"
_FAMILIES = {"NotoSansSC": "Noto Sans SC", "NotoSansTC": "Noto Sans TC"}
_WHOLE = re.compile(r"<text(?![^>]*font-family)([ >].*?</text>)", re.DOTALL)
_TEXTS = re.compile(r"<(?:text|tspan)[^>]*>([^<]+)")


def font_files() -> tuple[Path, ...]:
    """Return the font files, in an order that never changes: regular ones first, so that these stand in for others."""
    found = (Path(svcflow.assets.__file__).parent / "fonts").glob("*.otf")
    return tuple(sorted(found, key=lambda path: (_BOLD in path.name, path.name)))


def missing_characters(svg: str) -> list[str]:
    """Return the characters that an SVG document shows and no font of svcflow has, each once, in their order."""
    return uncovered(shown_text(svg))


def shown_text(svg: str) -> str:
    """Return all text that an SVG document shows."""
    from html import unescape

    return "".join(unescape(text) for text in _TEXTS.findall(svg))


def uncovered(text: str) -> list[str]:
    """Return the characters of a text that no font of svcflow has, each once, in their order."""
    known = covered()
    shown = dict.fromkeys(text)
    return [one for one in shown if ord(one) not in known and not one.isspace() and character_width(one)]


def told_missing(missing: Sequence[str]) -> tuple[Message, ...]:
    """Return the warning that only fonts of this machine can show these characters; none where none are missing."""
    if not missing:
        return ()
    named = [*missing[:_TOLD], *(["…"] if len(missing) > _TOLD else [])]
    return (
        msg(
            "the fonts of svcflow lack {characters}: they were drawn with fonts of this machine, if it has them",
            characters=" ".join(named),
        ),
    )


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Return the code points that the fonts have; the bold ones have those of the regular ones."""
    return frozenset().union(*_families().values())


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    """Return the code points of each family of fonts; the name of a file begins with that of its family."""
    return {
        _FAMILIES[path.name.partition("-")[0]]: frozenset(_code_points(path.read_bytes()))
        for path in font_files()
        if _BOLD not in path.name
    }


def in_one_family(svg: str) -> str:
    """Return an SVG document whose texts each name the font that has all their characters.

    Programs that draw look for each missing character anew, and what they find may not be bold.
    """
    named = re.search(r'font-family="([^"]*)"', svg)
    ours = sorted(_families(), key=named[1].find) if named else []

    def renamed(found: re.Match[str]) -> str:
        points = {ord(one) for one in shown_text(found[0]) if not one.isspace()}
        fitting = next((name for name in ours if points <= _families()[name]), None)
        return f'<text font-family="{fitting}"{found[1]}' if fitting and fitting != ours[0] else found[0]

    return _WHOLE.sub(renamed, svg)


def _code_points(font: bytes) -> set[int]:
    """Read the character map of an OpenType font: the subtable of 16-bit ranges (format 4).

    https://learn.microsoft.com/typography/opentype/spec/cmap
    """
    start = _table(font, b"cmap")
    count = struct.unpack_from(">H", font, start + 2)[0]
    for number in range(count):
        offset = start + struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0]
        if struct.unpack_from(">H", font, offset)[0] == 4:
            return _ranges(font, offset)
    raise ValueError("the font has no character map of format 4")


def _table(font: bytes, name: bytes) -> int:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        record = 12 + 16 * number
        if font[record : record + 4] == name:
            return int(struct.unpack_from(">I", font, record + 8)[0])
    raise ValueError(f"the font has no table {name.decode()}")


def _ranges(font: bytes, offset: int) -> set[int]:
    """Return what the segments cover; the last one, of U+FFFF alone, only closes the list."""
    segments = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, offset + 14)
    starts = struct.unpack_from(f">{segments}H", font, offset + 16 + 2 * segments)
    points: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        points.update(range(first, last + 1))
    return points - {0xFFFF}
