"""The procedure, a card a step."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Section, StepCard
from svcflow.documents.sections.step_facts import facts_of, notes_of
from svcflow.documents.sop_context import SopContext
from svcflow.graph.elements import Node

__all__ = ["card_of", "section"]


def section(sop: SopContext) -> Section | None:
    """Return the steps in the order of the file."""
    cards = tuple(card_of(sop, node) for node in sop.context.graph.nodes.values())
    return Section("procedure", sop.t("Procedure"), cards)


def card_of(sop: SopContext, node: Node) -> StepCard:
    """Return one step as the procedure shows it."""
    step = node.step
    return StepCard(
        number=str(node.index + 1),
        id=step.id,
        name=sop.text(step.name),
        what=word(step.kind, sop.t),
        facts=facts_of(sop, node),
        instructions=sop.texts(step.instructions),
        notes=notes_of(sop, node),
        moment_of_truth=bool(step.touchpoint and step.touchpoint.moment_of_truth),
    )
