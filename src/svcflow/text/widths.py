"""How wide a text is, in em, from a table instead of a font.

The same picture must come out on every machine, whatever fonts it has. So boxes are sized by this table: for ASCII
the wider of Arial and Noto Sans at each character (``tools/subset_font.py`` measures it), for Chinese one em.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, decomposition, east_asian_width

__all__ = ["character_width", "width"]

_FIRST = 0x20
_ASCII = (
    "283247565692682834344758283528395656565656565656565628285858585699676772726761787329546756837278"
    "6778726761726794676761343934565661566251625632566128285528936161626239503861528050525034273458"
)
_OTHER = 0.65  # letters outside the table: a little more than the middle of Greek, Cyrillic and Arabic
_EMOJI = 1.25  # emoji are wider than one em in most fonts
_FIRST_EMOJI = 0x1F000


@lru_cache(maxsize=8192)
def character_width(character: str) -> float:
    """Return the width of one code point in em; 0 for what is drawn over or joins its neighbour."""
    place = (ord(character) - _FIRST) * 2
    if 0 <= place < len(_ASCII):
        return int(_ASCII[place : place + 2]) / 100
    if character == "\u00a0":
        return character_width(" ")
    if category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    parts = decomposition(character).split()
    if parts and not parts[0].startswith("<"):  # é is as wide as e
        return character_width(chr(int(parts[0], 16)))
    if ord(character) >= _FIRST_EMOJI and ord(character) < 0x20000:
        return _EMOJI
    wide = east_asian_width(character) in {"W", "F", "A"} or category(character) in {"So", "Co", "Cn"}
    return 1.0 if wide else _OTHER


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """Return the width of a line of text in em (times the font size: in pixels)."""
    return sum(map(character_width, text))
