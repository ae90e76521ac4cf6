"""Who hands over to whom, how often, and whether it is agreed: what the handoff matrix and network have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.graph.visits import ENDLESS, Visits

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.handoffs import DerivedHandoff
    from svcflow.views.wording import Wording

__all__ = ["Handover", "frequency", "handovers"]


@dataclass(slots=True)
class Handover:
    """All handoffs from one side to another: how many places, how often in a hundred cases, how many are agreed.

    ``with_customer`` says that one side is the customer: nobody signs an agreement with them. ``details`` are lines
    of text, one a handoff.
    """

    giver: str
    taker: str
    places: int = 0
    agreed: int = 0
    often: float = 0.0
    with_customer: bool = False
    details: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether some handoff between colleagues is not agreed."""
        return self.agreed < self.places and not self.with_customer


def handovers(context: ProcessContext, words: Wording, side: Callable[[str], str]) -> list[Handover]:
    """Return the handoffs between sides, in the order of the process; ``side`` names the side of a role."""
    visits = Visits(context.graph)
    found: dict[tuple[str, str], Handover] = {}
    for handoff in context.graph.handoffs:
        giver, taker = _side(handoff.giver, side), _side(handoff.taker, side)
        if not handoff.certain or giver == taker:
            continue
        pair = found.setdefault((giver, taker), Handover(giver, taker))
        pair.places += 1
        pair.agreed += handoff.agreement is not None
        pair.often += 100 * visits.flows.get(handoff.flows[0].index, 0.0)
        pair.with_customer |= any(map(context.is_customer, handoff.giver | handoff.taker))
        pair.details += (_detail(context, words, handoff),)
    return list(found.values())


def frequency(words: Wording, pair: Handover) -> str:
    """Return how often work changes hands there, in a hundred cases."""
    if pair.often >= 100 * ENDLESS / 2:
        return words.t("without end")
    count = round(pair.often)
    return words.t("{count} in 100").format(count=count) if count else words.t("rarely")


def _side(roles: frozenset[str], side: Callable[[str], str]) -> str:
    return "+".join(dict.fromkeys(side(role) for role in sorted(roles)))


def _detail(context: ProcessContext, words: Wording, handoff: DerivedHandoff) -> str:
    nodes = context.graph.nodes
    way = f"{words.name(nodes[handoff.source])} → {words.name(nodes[handoff.target])}"
    if handoff.agreement is None:
        return words.t("{handoff}: {how}").format(handoff=way, how=words.t("not agreed"))
    agreed = words.agreement(context.process.handoffs[handoff.agreement])
    return words.t("{handoff}: {how}").format(handoff=way, how=agreed or words.t("agreed"))
