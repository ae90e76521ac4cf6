"""Documents as plain text for a terminal: headed sections, lists, and tables whose cells wrap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.documents.outline import Bullets, Facts, Paragraph, StepCard, Table
from svcflow.text.cells import cells, fold, one_line

if TYPE_CHECKING:
    from svcflow.documents.outline import Block, Outline

__all__ = ["to_text"]

_GAP = "  "
_LEAST = 6


def to_text(document: Outline, width: int = 100) -> str:
    """Return a document as text of at most ``width`` cells a line, where words allow it; pictures are left out."""
    lines = [one_line(document.title), f"{document.kind} · {document.organization}".rstrip(" ·")]
    lines += _facts(document.control, width)
    for section in document.sections:
        title = one_line(section.title)
        lines += ["", title, "─" * cells(title)]
        for number, block in enumerate(section.blocks):
            lines += [""] if number else []
            lines += _block(block, width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from fold(one_line(block.text), width)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield from fold(one_line(item), width, "- ", "  ")
    elif isinstance(block, Facts):
        yield from _facts(block, width)
    elif isinstance(block, Table):
        yield from _table(block, width)
    elif isinstance(block, StepCard):
        yield from fold(f"{block.number} {one_line(block.name)}", width)
        yield from _facts(Facts(block.facts), width)


def _facts(facts: Facts, width: int) -> Iterator[str]:
    widest = max((cells(one_line(label)) for label, _ in facts.pairs), default=0)
    for label, value in facts.pairs:
        first = _padded(one_line(label), widest) + _GAP
        yield from fold(one_line(value), width, first, " " * cells(first))


def _table(table: Table, width: int) -> Iterator[str]:
    rows = [tuple(map(one_line, row)) for row in (table.headers, *table.rows)]
    widths = _widths(rows, width)
    for number, row in enumerate(rows):
        folded = [fold(cell, room) if cell else [""] for cell, room in zip(row, widths, strict=True)]
        for line in range(max(map(len, folded))):
            parts = (part[line] if line < len(part) else "" for part in folded)
            yield _GAP.join(_padded(part, room) for part, room in zip(parts, widths, strict=True))
        if number == 0:
            yield _GAP.join("─" * room for room in widths)


def _widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """Return the widths of the columns: as wide as their widest cell, the widest ones narrowed until all fit."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
