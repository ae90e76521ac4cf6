"""The service blueprint: what the customer sees and does, who acts before and behind the scenes, what supports them.

The rows and the lines between them are those of Bitner, Ostrom and Morgan ("Service Blueprinting: A Practical
Technique for Service Innovation", California Management Review 50(3), 2008); standard times, fail points and waits
those of Shostack ("Designing Services That Deliver", Harvard Business Review 62(1), 1984).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.model.vocabulary import Automation
from svcflow.text import width
from svcflow.views.acting import WORK
from svcflow.views.blueprint_rows import Row, lanes, rows_of_steps
from svcflow.views.blueprint_signs import Signs
from svcflow.views.diagram import BadgeKind, DEdge, Diagram, Direction, DNode, EdgeKind, Shape
from svcflow.views.flow import FlowPicture
from svcflow.views.legend import legend

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.i18n import Translator

__all__ = ["blueprint"]

_CAPTION = 13.0
"""The width of a caption that a step has room for, in em."""


def blueprint(context: ProcessContext, language: str | None = None) -> Diagram:
    """Return the service blueprint of a process, in its own language or another one that it has texts in."""
    drawn = _Blueprint(context, language)
    nodes, edges = drawn.nodes(), drawn.edges()
    t, process = translator(drawn.language), context.process
    name = t.term("service blueprint")
    return Diagram(
        title=say(process.name, drawn.language),
        subtitle=say(process.purpose, drawn.language) if process.purpose else "",
        facts=(name[:1].upper() + name[1:], *drawn.flow.words.facts()),
        nodes=nodes,
        edges=edges,
        lanes=lanes(t),
        legend=legend(nodes, edges, t),
        direction=Direction.RIGHT,
        language=drawn.language,
        description=_summary(nodes, t),
        phases=drawn.phases,
    )


class _Blueprint:
    """The steps of a process in their rows, with what stands above and below them."""

    def __init__(self, context: ProcessContext, language: str | None) -> None:
        self._context = context
        self._rows = rows_of_steps(context)
        self.flow = FlowPicture(context, language, {id: row.value for id, row in self._rows.items()})
        self.language = self.flow.language
        self._signs = Signs(context, self.flow.words)
        self._phase_of, self.phases = self._phases()
        self._flow_nodes, self._flow_edges = self.flow.nodes_and_edges(captions=True, notes=False)

    def _phases(self) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return the phase of each step, and all of them in order: a phase goes on until a step names another one."""
        found: dict[str, str] = {}
        current = ""
        for node in self._context.graph.nodes.values():
            current = self._text(node.step.phase) or current
            found[node.id] = current
        told = dict.fromkeys(filter(None, found.values()))
        first = next(iter(told), "")  # steps before the first phase are part of it
        return {id: phase or first for id, phase in found.items()}, tuple(told)

    def _text(self, text: str | None) -> str:
        return " ".join(say(text, self.language).split()) if text is not None else ""

    # -- nodes

    def nodes(self) -> tuple[DNode, ...]:
        """Return the nodes: each step, and what stands beside it."""
        found: list[DNode] = []
        for node in self._flow_nodes:
            step = self._context.graph.nodes.get(node.id)
            if step is None:
                found.append(self._between(node))
            else:
                found += [self._step(node, step), *self._beside(step)]
        return tuple(found)

    def _between(self, node: DNode) -> DNode:
        """Return a node that is no step: the start stands where the customer comes in, a diamond with its step."""
        graph = self._context.graph
        step = node.id.split(":")[-1] if node.id.startswith((":join:", ":choice:")) else ""
        if node.shape is Shape.START:
            step = graph.start
            acts = self._action(graph.nodes[step])
            node = replace(node, lane=Row.CUSTOMER.value) if acts else node
        return replace(node, phase=self._phase_of.get(step, ""))

    def _step(self, node: DNode, step: Node) -> DNode:
        own = self._rows[step.id] is Row.CUSTOMER
        marks = (*node.marks, "customer-action") if own and node.shape is Shape.TASK else node.marks
        meets = bool(self._action(step))
        return replace(
            node,
            caption=(self._channel(step) if own else "") or self._who(step),
            badges=self._signs.of_step(step, meets=not meets),
            tooltip=self._tooltip(node, step),
            marks=marks,
            phase=self._phase_of[step.id],
        )

    def _who(self, step: Node) -> str:
        """Return who acts, in one line: of several, the first and how many more; that nobody is named to do it."""
        roles, words = step.step.role, self.flow.words
        if not roles and step.step.kind in WORK and step.step.automation is not Automation.AUTOMATIC:
            return words.t("No role named")
        said = words.roles(roles)
        return (
            said if len(roles) < 2 or width(said) <= _CAPTION else f"{words.role(roles[0])} +{len(roles) - 1}"
        )

    def _tooltip(self, node: DNode, step: Node) -> str:
        """Return what a reader learns who points at a step, with the departments and what is not drawn."""
        words = self.flow.words
        departments = dict.fromkeys(filter(None, map(words.department, step.step.role)))
        touch = step.step.touchpoint
        said = [self._text(touch.customer)] if touch and self._rows[step.id] is Row.CUSTOMER else []
        said += [] if self._action(step) else self._signs.said(step)
        return "\n".join(filter(None, [node.tooltip, words.t(", ").join(departments), *said]))

    def _beside(self, step: Node) -> Iterator[DNode]:
        """Yield what stands in the column of a step: evidence, the customer's action, what supports it."""
        touch = step.step.touchpoint
        things = tuple(filter(None, map(self._text, touch.evidence))) if touch else ()
        if things:
            yield self._put(step, "evidence", Row.EVIDENCE, "\n".join(things), Shape.EVIDENCE)
        action = self._action(step)
        if action:
            node = self._put(step, "customer", Row.CUSTOMER, action, Shape.TASK)
            yield replace(
                node,
                caption=self._channel(step),
                badges=self._signs.of_customer(step),
                tooltip="\n".join(filter(None, [action, self._channel(step), *self._signs.said(step)])),
                marks=("customer-action",),
            )
        tools = self._tools(step)
        if tools and self._rows[step.id] is not Row.SUPPORT:
            yield self._put(step, "systems", Row.SUPPORT, "\n".join(tools), Shape.SYSTEM)

    def _put(self, step: Node, what: str, row: Row, label: str, shape: Shape) -> DNode:
        return DNode(f":{what}:{step.id}", label, shape, row.value, beside=step.id)

    def _action(self, step: Node) -> str:
        """Return what the customer does while somebody else acts; nothing where the step is the customer's own."""
        touch = step.step.touchpoint
        if touch is None or touch.customer is None or self._rows[step.id] is Row.CUSTOMER:
            return ""
        return self._text(touch.customer)

    def _channel(self, step: Node) -> str:
        touch = step.step.touchpoint
        if touch is None or touch.channel is None:
            return ""
        entry = self._context.shared.channels.get(touch.channel)
        return self._text(entry.value.name) if entry else touch.channel

    def _tools(self, step: Node) -> tuple[str, ...]:
        known = self._context.shared.tools
        names = (self._text(known[id].value.name) if id in known else id for id in step.step.tools)
        return tuple(dict.fromkeys(filter(None, names)))

    # -- edges

    def edges(self) -> tuple[DEdge, ...]:
        """Return the flow, and the upright lines between the things of a column."""
        flow = [replace(edge, handoff=False) for edge in self._flow_edges]
        return (*flow, *self._uprights())

    def _uprights(self) -> Iterator[DEdge]:
        for step in self._context.graph.nodes.values():
            beside = {node.id.split(":")[1]: node.id for node in self._beside(step)}
            evidence, action, systems = map(beside.get, ("evidence", "customer", "systems"))
            if evidence:
                yield DEdge(evidence, action or step.id, kind=EdgeKind.LINK)
            if action:
                yield DEdge(action, step.id, kind=EdgeKind.CONTACT)
            if systems:
                yield DEdge(step.id, systems, kind=EdgeKind.LINK)


def _summary(nodes: tuple[DNode, ...], t: Translator) -> str:
    """Return the picture in a sentence, for those who do not see it."""

    def count(kind: BadgeKind) -> int:
        return sum(badge.kind is kind for node in nodes for badge in node.badges)

    return t(
        "Service blueprint. Customer actions: {actions}; moments of truth: {moments}; waits: {waits}; "
        "fail points: {fails}"
    ).format(
        actions=sum("customer-action" in node.marks for node in nodes),
        moments=count(BadgeKind.MOMENT_OF_TRUTH),
        waits=count(BadgeKind.WAIT_POINT),
        fails=count(BadgeKind.FAIL_POINT),
    )
