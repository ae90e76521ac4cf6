"""A process as a graph, built once and shared by rules, views and documents."""

from __future__ import annotations

from functools import cached_property

from svcflow.graph.flow_graph import FlowGraph
from svcflow.graph.forks import Fork, forks_of
from svcflow.graph.handoffs import DerivedHandoff, derive_handoffs
from svcflow.graph.net import Net
from svcflow.graph.soundness import Soundness, check
from svcflow.graph.to_net import net_of

__all__ = ["ProcessGraph"]


class ProcessGraph(FlowGraph):
    """A flow graph with what follows from it."""

    @cached_property
    def handoffs(self) -> tuple[DerivedHandoff, ...]:
        """Every change of hands, with the agreement that covers it."""
        return derive_handoffs(self)

    @cached_property
    def forks(self) -> tuple[Fork, ...]:
        """The steps that start several branches together, and where these meet."""
        return forks_of(self)

    @cached_property
    def net(self) -> Net:
        """The token game of the process."""
        return net_of(self)

    @cached_property
    def soundness(self) -> Soundness:
        """What the token game shows: deadlocks, steps that run twice, endless loops, dead steps."""
        return check(self.net)

    @cached_property
    def unmatched_agreements(self) -> tuple[int, ...]:
        """The indices of the declared handoffs that no change of hands in the flow corresponds to."""
        matched = {handoff.agreement for handoff in self.handoffs}
        return tuple(index for index in range(len(self.process.handoffs)) if index not in matched)
