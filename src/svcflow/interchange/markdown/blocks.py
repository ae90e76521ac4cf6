"""The parts of a Markdown text that a procedure is made of: headings, numbered lists, bullets, tables, paragraphs.

A small reader of lines: procedures use little of Markdown, and what is read is a draft that people look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Block", "Heading", "Item", "Lists", "Paragraph", "TableBlock", "blocks_of", "item_of", "plain"]

_HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(?:={2,}|-{2,})\s*$")
_ITEM = re.compile(
    r"^(?P<indent>\s*)(?:(?P<number>\d{1,3})(?:[.)．]\s+|、\s*|[)）]\s*|\.(?=[^\d\s]))|[（(](?P<inner>\d{1,3})[)）]\s*|(?P<bullet>[-*+•])\s+)(?P<text>.*)$"
)
_STEP = re.compile(
    r"^(?P<indent>\s*)(?:第?(?P<number>\d{1,3})步|步[骤驟]\s*(?P<other>\d{1,3})|[Ss]tep\s+(?P<third>\d{1,3}))\s*[:：.、]?\s*(?P<text>.*)$"
)
_ROW = re.compile(r"^\s*\|.*\|\s*$|^[^|]+\|[^|]+(\|.*)?$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TICK = re.compile(r"^\[[ xX]\]\s+")


@dataclass(slots=True)
class Heading:
    """A heading and its level, 1 to 6."""

    text: str
    level: int
    line: int


@dataclass(slots=True)
class Item:
    """An item of a list; ``number`` is 0 for a bullet. What stands deeper belongs to it."""

    text: str
    number: int
    indent: int
    line: int
    inner: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A line of text; ``goes_on`` where it is of one paragraph with the line above."""

    text: str
    line: int
    goes_on: bool = False


@dataclass(slots=True)
class TableBlock:
    """A table: its rows of cells, the head first, and the line of each."""

    rows: list[list[str]]
    lines: list[int]


Block = Heading | Item | Paragraph | TableBlock


def plain(text: str) -> str:
    """Return a text without Markdown's marks; of a link, its text."""
    said = _LINK.sub(lambda found: found["text"], text)
    said = re.sub(r"<br\s*/?>", "\n", said, flags=re.IGNORECASE)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", _EMPHASIS.sub("", said)).strip()


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the parts of a text, in order; fences and comments are passed over."""
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    lists = Lists()
    number, fence, above = 0, "", 0
    while number < len(lines):
        line = lines[number].replace("\t", "    ")
        number += 1
        mark = _FENCE.match(line)
        if fence or mark:
            fence = _fence(fence, mark[1] if mark else "")
        elif item := item_of(line, number):
            yield from lists.add(item)
        elif line.strip() and not lists.goes_on(line):
            yield from lists.close()
            block = _other(lines, number)
            if isinstance(block, TableBlock):
                number += len(block.rows)
            elif isinstance(block, Paragraph) and number < len(lines) and _UNDERLINE.match(lines[number]):
                block = Heading(plain(block.text), 1 if "=" in lines[number] else 2, block.line)
                number += 1
            elif isinstance(block, Paragraph):
                block.goes_on, above = above == number - 1, number
            yield block
    yield from lists.close()


def _fence(fence: str, mark: str) -> str:
    """Return the fence that is open behind a line, empty for none."""
    if not fence:
        return mark
    return "" if mark.startswith(fence) else fence


class Lists:
    """The items that are open: an item takes in what stands deeper."""

    def __init__(self) -> None:
        self._open: list[Item] = []

    def add(self, item: Item) -> Iterator[Item]:
        """Take in an item; yield the one before it, where that is complete."""
        top = self._open[:1]
        while self._open and self._open[-1].indent >= item.indent:
            self._open.pop()
        if self._open:
            self._open[-1].inner.append(item)
        else:
            yield from top
        self._open.append(item)

    def goes_on(self, line: str) -> bool:
        """Tell whether a line goes on with the last item, which then takes it in."""
        if not self._open or not line.startswith(" "):
            return False
        self._open[-1].text += "\n" + line.strip()
        return True

    def close(self) -> Iterator[Item]:
        """Yield the item that is open."""
        yield from self._open[:1]
        self._open = []


def _other(lines: list[str], number: int) -> Heading | Paragraph | TableBlock:
    line = lines[number - 1]
    heading = _HEADING.match(line)
    if heading:
        return Heading(plain(heading["text"]), len(heading["marks"]), number)
    if _ROW.match(line) and number < len(lines) and _RULE.match(lines[number]):
        return _table(lines, number - 1)
    return Paragraph(line.strip(), number)


def item_of(line: str, number: int) -> Item | None:
    """Return the item of a list that a line is: with a number, a bullet, or as ``Step 2: …``; None for other lines."""
    found = _ITEM.match(line) or _STEP.match(line)
    if not found:
        return None
    counted = next(
        (
            value
            for name, value in found.groupdict().items()
            if name in {"number", "inner", "other", "third"} and value
        ),
        "0",
    )
    return Item(_TICK.sub("", found["text"].strip()), int(counted), len(found["indent"]), number)


def _table(lines: list[str], start: int) -> TableBlock:
    rows, places = [_cells(lines[start])], [start + 1]
    for place in range(start + 2, len(lines)):
        if not lines[place].strip() or "|" not in lines[place]:
            break
        rows.append(_cells(lines[place]))
        places.append(place + 1)
    return TableBlock(rows, places)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [plain(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner)]
