"""Messages between pools: touchpoints where the customer is on the other side, and kept as they are in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from svcflow.interchange.bpmn.people import People, is_customer

if TYPE_CHECKING:
    from svcflow.interchange.bpmn.model import Definitions, MessageFlow, Scope
    from svcflow.interchange.bpmn.steps import StepMaker
    from svcflow.interchange.bpmn.words import Words

__all__ = ["Messages"]


class Messages:
    """The message flows of a file, and who is at their ends."""

    def __init__(self, definitions: Definitions, words: Words) -> None:
        self.flows = definitions.messages
        self.words = words
        self.pools = {pool.id: pool for pool in definitions.participants}
        processes = {process.id: process for process in definitions.processes}
        self.pool_of: dict[str, str] = {pool.id: pool.name for pool in definitions.participants}
        for process in definitions.processes:
            self._inside(process.scope, process.name or definitions.name)
        for pool in definitions.participants:
            if pool.process in processes:
                self._inside(processes[pool.process].scope, pool.name)

    def _inside(self, scope: Scope, pool: str) -> None:
        for node in scope.nodes:
            self.pool_of[node.id] = pool
            if node.inner is not None:
                self._inside(node.inner, pool)

    def meet(
        self,
        scope: Scope,
        people: People,
        maker: StepMaker,
        steps: list[dict[str, Any]],
        kept: dict[str, Any],
    ) -> None:
        """Put the messages of a scope's nodes into its steps, and all of them under ``messages`` of what is kept."""
        nodes = {node.id for node in scope.nodes}
        place = {id: number for number, id in enumerate(maker.order)}
        for flow in self.flows:
            for here, there, coming in ((flow.target, flow.source, True), (flow.source, flow.target, False)):
                if here not in nodes:
                    continue
                other = self.pool_of.get(there, there)
                kept.setdefault("messages", []).append(self._kept(flow, here, other, maker, coming=coming))
                if here in place:
                    self._touch(steps[place[here]], flow, there, people, coming=coming)

    def _kept(
        self, flow: MessageFlow, here: str, other: str, maker: StepMaker, *, coming: bool
    ) -> dict[str, Any]:
        entry = {
            "from" if coming else "to": other,
            "at": maker.ids.get(here) or maker.routes.net.nodes[here].name or here,
        }
        name = flow.name or flow.message
        return {"message": name, **entry} if name else entry

    def _touch(
        self, step: dict[str, Any], flow: MessageFlow, there: str, people: People, *, coming: bool
    ) -> None:
        pool = self.pools.get(there)
        other = self.pool_of.get(there, "")
        name = flow.name or flow.message
        if is_customer(other) and name:
            touchpoint = step.setdefault("touchpoint", {})
            if not coming:
                touchpoint.setdefault("evidence", []).append(name)
            elif "customer" not in touchpoint:
                touchpoint["customer"] = name
        elif pool is not None and not coming and pool.name:
            role = people.add(pool.name, pool.span)
            people.roles[role].setdefault("kind", "partner")
            informed = step.setdefault("informed", [])
            if role not in informed:
                informed.append(role)
