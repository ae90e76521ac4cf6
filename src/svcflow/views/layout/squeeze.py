"""Room that a band does not need: a lane keeps its rows only where something stands on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcflow.views.layout.picture import PlacedLane

__all__ = ["Span", "Squeezed", "squeeze"]

_KEPT = 15.0  # of a stretch in which nothing stands

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A lane with its new height, and the stretches across time that became shorter, with what each has lost."""

    lane: PlacedLane
    top: float
    losses: tuple[tuple[Span, float], ...]

    @property
    def height(self) -> float:
        """The new height."""
        return self.lane.box.height - sum(loss for _, loss in self.losses)

    def place(self, y: float) -> float:
        """Return where a height of the unfolded picture lies now."""
        lost = (loss * min(1.0, max(0.0, (y - low) / (high - low))) for (low, high), loss in self.losses)
        return self.top + y - self.lane.box.y - sum(lost)


def squeeze(lane: PlacedLane, solid: Sequence[Span], least: float, top: float) -> Squeezed:
    """Take out of a lane what nothing ``solid`` stands on, down to a ``least`` height."""
    free = []
    reached = lane.box.y
    for low, high in [*sorted(solid), (lane.box.bottom, lane.box.bottom)]:
        end = min(low, lane.box.bottom)
        if end - reached > _KEPT:
            free.append((reached, end))
        reached = max(reached, high)
    gain = sum(high - low - _KEPT for low, high in free)
    share = min(1.0, max(0.0, lane.box.height - least) / gain) if gain else 0.0
    losses = [((low, high), round((high - low - _KEPT) * share, 2)) for low, high in free]
    return Squeezed(lane, top, tuple(losses))
