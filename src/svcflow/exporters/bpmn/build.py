"""From a process to BPMN's flow nodes: what the format leaves unsaid becomes a gateway or an event of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn import foreign
from svcflow.exporters.bpmn.elements import Event, EventKind, FlowNode
from svcflow.graph import FlowKind
from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.model.vocabulary import Automation, RoleKind, StepKind
from svcflow.views.diagram import EdgeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from svcflow.analyzers.context import ProcessContext
    from svcflow.exporters.bpmn.ids import Ids
    from svcflow.exporters.bpmn.parts import Parts
    from svcflow.graph import Flow, Node
    from svcflow.model.flow import Branch, ExceptionCase

__all__ = ["Arc", "Builder"]

_GATEWAYS = {
    StepKind.DECISION: "exclusiveGateway",
    StepKind.PARALLEL: "parallelGateway",
    StepKind.INCLUSIVE: "inclusiveGateway",
}
_TASKS = {
    Automation.MANUAL: "manualTask",
    Automation.ASSISTED: "userTask",
    Automation.AUTOMATIC: "serviceTask",
}


@dataclass(frozen=True, slots=True)
class Arc:
    """A flow whose target is still a step: None is the end, ``unknown`` the id of a step that does not exist."""

    source: str
    target: str | None
    condition: str = ""
    kind: EdgeKind = EdgeKind.MAIN
    unknown: str | None = None
    default: bool = False
    expression: str = ""


class Builder:
    """Collects the nodes of the steps, in their order, and the arcs from them."""

    def __init__(
        self,
        context: ProcessContext,
        language: str,
        ids: Ids,
        lane_of: Mapping[str, str | None],
        parts: Parts,
    ) -> None:
        self.context, self.language, self._ids, self._lane_of = context, language, ids, lane_of
        self.parts = parts
        self.t = translator(language)
        self.of_step = {step: ids.give(step) for step in context.graph.nodes}
        self.nodes: list[FlowNode] = []
        self.arcs: list[Arc] = []
        self.direct: list[tuple[str, str]] = []
        """Flows between two nodes of one step."""
        self.merges: dict[str, str] = {}
        """The gateways before steps."""

    def text(self, text: str | None) -> str:
        """Return a text in the language of the export."""
        return say(text, self.language) if text is not None else ""

    def lane(self, step: str) -> str:
        """Return the lane of a step."""
        return self._lane_of.get(step) or ""

    def add(
        self,
        tag: str,
        name: str,
        step: str,
        part: str,
        *,
        event: Event | None = None,
        host: str = "",
    ) -> FlowNode:
        """Add a node that is no step, in the lane of ``step``; ``part`` tells what it is to that step."""
        made = FlowNode(
            self._ids.give(f"{self.of_step[step]}.{part}"), tag, name, self.lane(step), event=event, host=host
        )
        self.nodes.append(made)
        return made

    def flow_id(self, source: str, target: str) -> str:
        """Return an id for a flow between two nodes."""
        return self._ids.give(f"{source}.to.{target}")

    def step(self, node: Node, tag: str, *, event: Event | None = None) -> FlowNode:
        """Add the node that stands for a step."""
        made = FlowNode(
            self.of_step[node.id], tag, self.text(node.step.name), self.lane(node.id), node, event
        )
        self.nodes.append(made)
        return made

    def add_step(self, node: Node) -> None:
        """Add an activity or a gateway. A gateway cannot fail: one that may is an activity with a gateway behind it."""
        flows = self.context.graph.outgoing[node.id]
        cases = [flow for flow in flows if flow.kind is FlowKind.EXCEPTION]
        ways = [flow for flow in flows if flow.kind is not FlowKind.EXCEPTION]
        gateway = _GATEWAYS.get(node.step.kind)
        if gateway and not cases:
            self.go_on(self.step(node, foreign.gateway(node.step, gateway)).id, ways)
            return
        tag, event = foreign.task(node.step, self.text(node.step.name), self._activity(node))
        part = self.parts.of(node.step)
        if part:
            tag = part[0]
        host = self.step(node, tag, event=event)
        host.part = part[1] if part else None
        host.called = node.step.process or ""
        if not host.is_event:
            host.loop = foreign.loop(node.step)
        for number, flow in enumerate(cases, 1):
            self._add_boundary(host, node, flow, number)
        if gateway:
            self.branch(host.id, node.id, ways, gateway)
        else:
            self.branch(host.id, node.id, ways)

    def _activity(self, node: Node) -> str:
        step = node.step
        if step.kind is StepKind.CALL:
            return "callActivity"
        roles = [role for role in map(self.context.role, step.role) if role]
        if step.automation is None and roles and all(role.kind is RoleKind.SYSTEM for role in roles):
            return "serviceTask"
        return _TASKS.get(step.automation, "task") if step.automation else "task"

    def branch(self, source: str, step: str, ways: list[Flow], gateway: str = "") -> None:
        """Lead on from a node: through a gateway of its own where there are several ways."""
        if gateway or len(ways) > 1:
            choice = self.add(gateway or "exclusiveGateway", self.t("Result?"), step, "choice")
            if choice.tag == "parallelGateway":
                choice.name = ""
            self.direct.append((source, choice.id))
            source = choice.id
        self.go_on(source, ways)

    def go_on(self, source: str, ways: list[Flow]) -> None:
        """Add the arcs of several ways on from one node."""
        default = _default(ways)
        self.arcs += [self.arc(source, flow, default=flow is default) for flow in ways]

    def arc(self, source: str, flow: Flow, *, default: bool = False, condition: bool = True) -> Arc:
        """Return the arc of a flow that leaves a node; without ``condition`` the node itself says when."""
        back = flow.index in self.context.graph.back_flows
        kind = EdgeKind.MAIN if flow.kind is FlowKind.SEQUENCE else EdgeKind.BRANCH
        said = self.text(flow.label) if condition and flow.kind is FlowKind.BRANCH else ""
        if default and not said:
            said = foreign.default_name(self._branch(flow))
        kind = EdgeKind.BACK if back else kind
        return Arc(source, flow.target, said, kind, flow.unknown, default, self._expression(flow, said))

    def _expression(self, flow: Flow, said: str) -> str:
        branch = self._branch(flow)
        if not said or branch is None:
            return said
        return "" if flow.kind is FlowKind.OTHERWISE else foreign.condition(branch, said)

    def _branch(self, flow: Flow) -> Branch | None:
        if len(flow.route) < 4 or flow.route[2] != "next":
            return None
        return self.context.graph.nodes[flow.source].step.next[int(flow.route[3])]

    def _add_boundary(self, host: FlowNode, node: Node, flow: Flow, number: int) -> None:
        case = node.step.exceptions[int(flow.route[3])]
        event = foreign.event(case, self.event_of(case), foreign.AT_BORDER)
        made = self.add(
            "boundaryEvent", self.text(case.when), node.id, f"exception.{number}", event=event, host=host.id
        )
        made.interrupting = foreign.interrupts(case)
        self.arcs.append(Arc(made.id, flow.target, "", EdgeKind.EXCEPTION, flow.unknown))

    def event_of(self, case: ExceptionCase) -> Event:
        """Return the event of an exception: time that has passed, somebody who is called, or a failure."""
        what = self.text(case.when)
        if case.after:
            return Event(EventKind.TIMER, what, case.after)
        return Event(EventKind.ESCALATION if case.escalate else EventKind.ERROR, what)


def _default(ways: list[Flow]) -> Flow | None:
    """Return the flow that is taken when no condition holds: `otherwise`, else the only one without a condition."""
    if len(ways) < 2:
        return None
    said = [flow for flow in ways if flow.kind is FlowKind.OTHERWISE]
    silent = [flow for flow in ways if flow.kind is FlowKind.BRANCH and flow.label is None]
    if said:
        return said[0]
    return silent[0] if len(silent) == 1 else None
