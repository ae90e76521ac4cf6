"""The card of a step: its name as a heading, then who and when, what with, how, and what to heed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.exporters.docx.columns import lines_of, text_width
from svcflow.exporters.docx.desk import CELL
from svcflow.exporters.docx.elements import Element, paragraph, run, runs
from svcflow.exporters.docx.tables import cell, frame, keep_with_next, row

if TYPE_CHECKING:
    from svcflow.documents.outline import StepCard
    from svcflow.exporters.docx.desk import Desk

__all__ = ["label_width", "step_card"]

_TINT = "F5F7FA"
_WARNING = "FDF3E7"
_PADDING = 220
_SMALL = 30
"""Cards of at most so many lines are not broken between pages."""

Fact = tuple[str, str]


def label_width(desk: Desk, cards: Sequence[StepCard]) -> int:
    """Return the width of the column of labels, the same for all cards, in twips."""
    labels = {label for card in cards for label, _ in (*card.facts, *card.notes)}
    widest = max((text_width(label, CELL * desk.zoom) for label in labels), default=0.0)
    return int(min(max(widest + _PADDING, desk.room * 11 / 100), desk.room / 5))


def step_card(desk: Desk, card: StepCard, bookmark: str, label: int) -> list[Element]:
    """Return a card; ``label`` is the width of the column of its labels in twips."""
    said = [run(f" {card.number} ", desk.styles["svc Step Number"]), run(f"\t{card.name.strip()}")]
    heading = paragraph(desk.styles["heading 2"], *desk.bookmarked(bookmark, said))
    rows = list(_Card(desk, label).rows(card))
    if not rows:
        return [heading]
    half = (desk.room - 2 * label) // 2
    made = frame(desk, "svc Card", [label, half, label, desk.room - 2 * label - half])
    made.children += rows
    small = _lines(desk, card) <= _SMALL
    keep_with_next(rows[:-1] if small else rows[:1])
    return [heading, made]


def _lines(desk: Desk, card: StepCard) -> int:
    room, size = desk.room * 4 / 5, CELL * desk.zoom
    notes = [item for _, items in card.notes for item in items]
    return sum(lines_of(text, room, size) for text in (*card.instructions, *notes)) + len(card.facts)


class _Card:
    """The rows of a card: four columns, label and value twice."""

    def __init__(self, desk: Desk, label: int) -> None:
        self.desk = desk
        self.label = label
        self.value = (desk.room - 2 * label) // 2

    def rows(self, card: StepCard) -> Iterator[Element]:
        t = self.desk.t
        keys = (t("Role"), t("Time"))
        badge = "　".join(self._badges(card))
        if badge:
            yield self._whole([paragraph(self.desk.styles["svc Badge"], *runs(badge))])
        for label, value in card.facts:
            if not label:
                yield self._whole([paragraph(self.desk.styles["svc Lead"], *runs(value))])
        named = [fact for fact in card.facts if fact[0]]
        first = [fact for key in keys for fact in named if fact[0] == key]
        yield from self._facts(first, "svc Key Fact", _TINT)
        yield from self._facts([fact for fact in named if fact not in first], "svc Cell")
        if card.instructions:
            yield self._long(t("How"), self._numbered(card.instructions))
        for heading, items in card.notes:
            yield self._long(heading, self._listed(items), _WARNING if heading == t("Exceptions") else "")

    def _badges(self, card: StepCard) -> Iterator[str]:
        t = self.desk.t
        if card.moment_of_truth:
            term = t.term("moment of truth")
            yield f"★ {term[:1].upper()}{term[1:]}"
        if card.what and card.what != t("Step"):
            yield f"◆ {card.what}"

    def _facts(self, facts: Sequence[Fact], style: str, fill: str = "") -> Iterator[Element]:
        """Yield facts two a row, where both are short."""
        waiting: Fact | None = None
        size = CELL * self.desk.zoom * (1.15 if fill else 1)
        for fact in facts:
            short = lines_of(fact[1], self.value - _PADDING, size) <= (2 if fill else 1)
            if waiting and short:
                yield row([*self._pair(waiting, style, fill), *self._pair(fact, style, fill)])
                waiting = None
                continue
            if waiting:
                yield self._alone(waiting, style, fill)
            waiting = fact if short else None
            if not short:
                yield self._alone(fact, style, fill)
        if waiting:
            yield self._alone(waiting, style, fill)

    def _pair(self, fact: Fact, style: str, fill: str) -> list[Element]:
        said = [paragraph(self.desk.styles[style], *runs(fact[1]))]
        return [self._label(fact[0], fill, "center"), cell(self.value, said, fill=fill, v_align="center")]

    def _alone(self, fact: Fact, style: str, fill: str) -> Element:
        said = [paragraph(self.desk.styles[style], *runs(fact[1]))]
        room = self.desk.room - self.label
        value = cell(room, said, span=3, fill=fill, v_align="center")
        return row([self._label(fact[0], fill, "center"), value])

    def _long(self, label: str, content: Sequence[Element], fill: str = "") -> Element:
        room = self.desk.room - self.label
        return row([self._label(label, fill), cell(room, content, span=3, fill=fill)])

    def _label(self, label: str, fill: str, v_align: str = "") -> Element:
        said = [paragraph(self.desk.styles["svc Label"], *runs(label))]
        return cell(self.label, said, fill=fill or _TINT, v_align=v_align)

    def _whole(self, content: Sequence[Element]) -> Element:
        return row([cell(self.desk.room, content, span=4)])

    def _numbered(self, items: Sequence[str]) -> list[Element]:
        number = self.desk.lists.restarted()
        style = self.desk.styles["svc Instruction"]
        return [paragraph(style, *runs(item), numPr=number) for item in items]

    def _listed(self, items: Sequence[str]) -> list[Element]:
        style = self.desk.styles["svc Note" if len(items) > 1 else "svc Cell"]
        return [paragraph(style, *runs(item)) for item in items]
