"""Text in the cells of a terminal: how wide it is, what of it is dangerous to print, where it breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

__all__ = ["cells", "fold", "one_line", "printable"]

_DANGEROUS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile(r"[ \t]*[\r\n\t\x0b\x0c\x85\u2028\u2029]+[ \t]*")
_NOT_FIRST = frozenset("、。，．：；！？」』）】》〉”’…·,.:;!?)]}%")


def printable(text: str) -> str:
    r"""Return a text in which what could steer a terminal, or reorder a line, is written out: ``\x1b``, ``\u202e``."""
    return _DANGEROUS.sub(lambda found: _written_out(found[0]), text)


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """Return a text on one line, safe to print: line breaks and tabs become a space."""
    return printable(_BREAKS.sub(" ", text).strip())


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if " " <= character <= "~":
        return 1
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def cells(text: str) -> int:
    """Return how many cells of a terminal a printable text takes: two for a wide character, none for an accent."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fold(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines of at most ``width`` cells, the first after ``first``, the others after ``rest``.

    Lines break at spaces and between Chinese characters, never before closing punctuation. A word longer than a line
    stays whole.
    """
    lines: list[str] = []
    line, used = first, cells(first)
    if used + cells(text) <= width:
        return [f"{first}{text}".rstrip()]
    for atom in _atoms(text):
        bare = atom.rstrip()
        wide = cells(bare)
        if used + wide > width and line not in (first, rest):
            lines.append(line.rstrip())
            line, used = rest, cells(rest)
        line += atom
        used += wide + cells(atom[len(bare) :])
    return [*lines, line.rstrip()]


def _atoms(text: str) -> list[str]:
    """Split a text where lines may break; spaces stay at the end of what goes before them."""
    atoms: list[str] = []
    for word in re.findall(r"\S+\s*|\s+", text):
        if word.isascii():  # nothing wide to break at
            atoms.append(word)
            continue
        start = 0
        for place in range(1, len(word)):
            before, after = word[place - 1], word[place]
            wide = _cell(before) == 2 or _cell(after) == 2
            if wide and not after.isspace() and after not in _NOT_FIRST and before not in "“‘《（「『【`([":
                atoms.append(word[start:place])
                start = place
        atoms.append(word[start:])
    return atoms
