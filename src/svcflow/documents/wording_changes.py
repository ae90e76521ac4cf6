"""What two versions of the same part of a document say differently: what was said before, and what is said now."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.documents.outline import Block, Bullets, Facts, Paragraph, Section, Table
from svcflow.documents.sections.step_facts import facts_of, notes_of
from svcflow.documents.sop_context import SopContext
from svcflow.graph.difference import StepPair
from svcflow.graph.elements import Node
from svcflow.i18n import Translator

__all__ = ["Unnumbered", "section_changes", "step_changes"]

Change = tuple[str, str, str]
"""What it is about, what was said before, and what is said now; either may be empty."""


class Unnumbered(SopContext):
    """Steps by name alone: their numbers change whenever one comes or goes."""

    def step(self, id: str | None) -> str:
        """Return a step's name; for no step, the end."""
        node = self.context.graph.nodes.get(id) if id else None
        return self.text(node.step.name) if node else super().step(id)


def step_changes(before: SopContext, after: SopContext, pair: StepPair) -> Iterator[Change]:
    """Yield what the cards of a step say differently; where it goes on is left out."""
    t = after.t
    old_name, new_name = before.text(pair.before.step.name), after.text(pair.after.step.name)
    if old_name != new_name:
        yield t("Name of the step"), old_name, new_name
    old, new = dict(facts_of(before, pair.before)), dict(facts_of(after, pair.after))
    for label in dict.fromkeys([*old, *new]):
        if old.get(label) != new.get(label):
            yield label or t("Description"), old.get(label, ""), new.get(label, "")
    lists = dict(_lists(before, pair.before)), dict(_lists(after, pair.after))
    for heading in dict.fromkeys([*lists[0], *lists[1]]):
        yield from _listed(heading, lists[0].get(heading, ()), lists[1].get(heading, ()))


def section_changes(before: Section | None, after: Section | None, t: Translator) -> Iterator[Change]:
    """Yield what two versions of a section say differently: entries that went, entries that came."""
    title = after.title if after else before.title if before else ""
    yield from _listed(title, _entries(before, t), _entries(after, t))


def _lists(sop: SopContext, node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield sop.t("Instructions"), sop.texts(node.step.instructions)
    for heading, items in notes_of(sop, node):
        if heading != sop.t("Then"):
            yield heading, items


def _listed(heading: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    if gone or come:
        yield heading, "\n".join(gone), "\n".join(come)
    elif old != new:
        yield heading, "\n".join(old), "\n".join(new)


def _entries(section: Section | None, t: Translator) -> tuple[str, ...]:
    return tuple(entry for block in section.blocks for entry in _entries_of(block, t)) if section else ()


def _entries_of(block: Block, t: Translator) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Facts):
        yield from (t(": ").join(filter(None, pair)) for pair in block.pairs)
    elif isinstance(block, Table):
        yield from (" · ".join(cell for cell in row if cell) for row in block.rows)
