"""Breaking a text into lines, by the customs of its script.

Latin breaks between words; Chinese between characters, but no closing punctuation begins a line and no opening one
ends it (禁则, as in the W3C's Requirements for Chinese Text Layout, 3.1). Lines come out about equally long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

from svcflow.text.widths import character_width, width

__all__ = ["is_whole", "wrap"]

_NOT_FIRST = frozenset("\u00a0、。，．：；！？」』）】》〉〕｝”’…—～·,.:;!?)]}%‰℃°々ー")
_NOT_LAST = frozenset("\u00a0「『（【《〈〔｛“‘([{￥$¥#")
_AFTER = frozenset("/-_\\|@&=")  # a long Latin word may break behind these
_SPACES = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")  # not the no-break space
_WORDS = re.compile(r"[^ ]+(?: [?!:;.,»]+(?= |$))* ?")  # also with a space before the sign, as in French
_JOINER = "\u200d"
_Atom = tuple[str, float, float]
"""What stays together, its width at the end of a line, and its width with the space behind it."""

_ELLIPSIS = {True: "…", False: "..."}  # the Chinese one stands in the middle of its em


def wrap(text: str, max_em: float, max_lines: int = 99) -> list[str]:
    """Break ``text`` into at most ``max_lines`` lines, none wider than ``max_em``.

    Any stretch of white space counts as one space; a no-break space breaks no line. What does not fit ends in an
    ellipsis. An empty text has no lines.

    >>> wrap("Verify the guest's identity", 9)
    ['Verify the', "guest's identity"]
    >>> wrap("与客户确认方案，记录结果。", 8)
    ['与客户确认方', '案，记录结果。']
    """
    plain = _SPACES.sub(" ", text).strip(" ")
    atoms = [piece for atom in _atoms(plain) for piece in _pieces(atom, max_em)]
    lines = _fill(atoms, max_em)
    if len(lines) > max_lines:
        return _shortened(lines[:max_lines], max_em)
    return _balanced(atoms, max_em, len(lines)) if len(lines) > 1 else lines


def is_whole(text: str, lines: Sequence[str]) -> bool:
    """Tell whether lines hold the whole text, or had to be shortened."""
    return "".join(text.split()) == "".join("".join(lines).split())


@lru_cache(maxsize=512)
def _atoms(text: str) -> tuple[_Atom, ...]:
    """Split into the smallest parts that stay together, measured; a space stays at the end of its atom.

    A text is tried with several measures, one after the other: its parts stay the same.
    """
    atoms: list[str] = []
    for part in _WORDS.findall(text):
        start = 0
        for place in range(1, len(part)):
            if part[place] != " " and _breaks(part[place - 1], part[place]):
                atoms.append(part[start:place])
                start = place
        atoms.append(part[start:])
    return tuple(map(_measured, atoms))


def _breaks(before: str, after: str) -> bool:
    """Tell whether a line may break between two neighbouring characters inside a word."""
    if after in _NOT_FIRST or before in _NOT_LAST or _clings(after) or before == _JOINER:
        return False
    return _wide(before) or _wide(after) or before in _AFTER


def _wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


def _clings(character: str) -> bool:
    """Tell whether a character belongs to the one before it: accents, joiners, skin tones."""
    return category(character) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= character <= "\U0001f3ff"


def _pieces(atom: _Atom, max_em: float) -> list[_Atom]:
    """Cut an atom that is wider than a line; a character that is wider itself stays whole."""
    text, bare, _ = atom
    if bare <= max_em:
        return [atom]
    pieces, room = [""], max_em
    for place, character in enumerate(text):
        own = character_width(character)
        whole = _clings(character) or text[place - 1] == _JOINER
        if own > room and pieces[-1] and not whole and character != " ":
            pieces.append("")
            room = max_em
        pieces[-1] += character
        room -= own
    return [_measured(piece) for piece in pieces]


def _measured(atom: str) -> _Atom:
    bare = atom.rstrip(" ")
    wide = width(bare)
    return (atom, wide, wide + (character_width(" ") if len(bare) < len(atom) else 0.0))


def _fill(atoms: list[_Atom], max_em: float) -> list[str]:
    """Put as much on each line as it holds."""
    lines: list[str] = []
    line, used = "", 0.0
    for atom, bare, whole in atoms:
        if line and used + bare > max_em + 1e-9:
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
        line += atom
        used += whole
    return [*lines, line.rstrip(" ")] if line else lines


def _balanced(atoms: list[_Atom], max_em: float, count: int) -> list[str]:
    """Fill again with the narrowest measure that needs no more lines, so that no last line holds a single word."""
    widest = max(bare for _, bare, _ in atoms)
    low, high = min(max(widest, sum(whole for _, _, whole in atoms) / count - 1), max_em), max_em
    while high - low > 0.2:
        middle = (low + high) / 2
        if len(_fill(atoms, middle)) <= count:
            high = middle
        else:
            low = middle
    return _fill(atoms, high)


def _shortened(lines: list[str], max_em: float) -> list[str]:
    last = lines[-1]
    while last and (width(last) + 1 > max_em or last[-1] in _NOT_LAST or last[-1] in " ，、,;；."):
        last = last[:-1]
    return [*lines[:-1], last + _ELLIPSIS[_wide(last[-1:] or "…")]]
