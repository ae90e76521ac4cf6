"""Blocks of an outline as data for the templates: with widths, and with what may be parted by the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from svcflow.documents.outline import (
    Bullets,
    Checks,
    Facts,
    Picture,
    Signatures,
    StepCard,
    Table,
    leads,
)
from svcflow.exporters.columns import ROOM, column_widths, evenly, is_matrix
from svcflow.text.widths import width

if TYPE_CHECKING:
    from svcflow.documents.outline import Block, Page
    from svcflow.i18n import Translator

__all__ = ["Blocks", "packed"]

_SHORT = 15.0
"""Facts up to this width, in em, stand two in a row."""
_LABELS = (4.4, 11.0)
_ROOM_OF_CARD = 48.0
_KEPT_LINES = 18
"""Cards of up to so many lines stay on one page: about a third of it."""
_SHORT_TABLE = 9
"""Tables and lists of up to so many lines stay on one page."""
_LONG_ROW = 40
"""Rows of more lines than this may be parted by the end of a page."""


class Blocks:
    """Turns blocks into data for pages of one kind."""

    def __init__(self, page: Page, pictures: Mapping[str, Sequence[str]], t: Translator) -> None:
        self._plain = t("Step")
        self._room = ROOM[page]
        self._pictures = pictures

    def all(self, blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
        """Yield the blocks of a section; pictures that were not drawn are left out."""
        makers: dict[type, Callable[[Any], dict[str, Any]]] = {
            Table: self._table, Signatures: self._table, StepCard: self._card, Facts: _labelled,
            Bullets: _listed, Checks: _listed,
        }  # fmt: skip
        for block, after in pairwise([*blocks, None]):
            if block is None or (isinstance(block, Picture) and block.view not in self._pictures):
                continue
            yield (
                asdict(block) | {"leads": leads(block, after)} | makers.get(type(block), lambda _: {})(block)
            )

    def _table(self, table: Table | Signatures) -> dict[str, Any]:
        widths = column_widths(table.headers, table.rows, self._room)
        matrix = is_matrix(table.headers, table.rows)
        lines = [_lines(row, widths) for row in table.rows]
        narrow = min(widths[1:], default=0.0) - 0.7
        titles = table.headers[1:] if matrix else ()
        turned = any(width(word) > narrow for title in titles for word in title.split() if word.isascii())
        straight = matrix and not turned
        return {
            "headers": [table.headers[0], *(evenly(one, narrow) for one in titles)]
            if straight
            else table.headers,
            "columns": widths,
            "matrix": matrix,
            "turned": turned,
            "long": [line > _LONG_ROW for line in lines],
            "whole": sum(lines) <= _SHORT_TABLE,
        }

    def _card(self, card: StepCard) -> dict[str, Any]:
        facts = packed(card.facts, _SHORT)
        notes = [item for _, items in card.notes for item in items]
        lines = len(facts) + sum(_lines((line,), (_ROOM_OF_CARD,)) for line in (*card.instructions, *notes))
        label = _label_width(card.facts)
        return {
            "facts": facts,
            "label": label,
            "keep": lines + len(card.notes) <= _KEPT_LINES,
            "plain": card.what == self._plain,
        }


def _labelled(facts: Facts) -> dict[str, Any]:
    lines = sum(_lines((value,), (_ROOM_OF_CARD - 8,)) for _, value in facts.pairs)
    return {"label": _label_width(facts.pairs), "whole": lines <= _SHORT_TABLE}


def _listed(block: Bullets | Checks) -> dict[str, Any]:
    return {"whole": sum(_lines((item,), (_ROOM_OF_CARD,)) for item in block.items) <= _SHORT_TABLE}


def _label_width(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the width that labels get, in em: that of the longest, within limits."""
    longest = max((width(label) for label, _ in pairs), default=0.0)
    return round(min(max(longest + 0.3, _LABELS[0]), _LABELS[1]), 2)


def packed(pairs: Sequence[tuple[str, str]], short: float) -> list[list[tuple[str, str]]]:
    """Return facts in rows: short ones that follow each other by two."""
    rows: list[list[tuple[str, str]]] = []
    for pair in pairs:
        if _is_short(pair, short) and rows and len(rows[-1]) == 1 and _is_short(rows[-1][0], short):
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _is_short(pair: tuple[str, str], short: float) -> bool:
    return bool(pair[0]) and "\n" not in pair[1] and width(pair[1]) <= short


def _lines(cells: Sequence[str], widths: Sequence[float]) -> int:
    """Return how many lines the highest of several cells takes, about."""
    return max(
        sum(int(width(line) / wide) + 1 for line in cell.split("\n"))
        for cell, wide in zip(cells, widths, strict=True)
    )
