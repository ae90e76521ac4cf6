"""The card at the counter: one page that says what starts it, the steps, the limits, and what to do when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import reference, running
from svcflow.documents.kind import Kind, Named
from svcflow.documents.main_path import usual_way
from svcflow.documents.outline import Facts, Gap, Outline, Page, Paragraph, Section, Table
from svcflow.documents.role_words import check_role
from svcflow.documents.sop_context import SopContext
from svcflow.graph.elements import FlowKind, Node
from svcflow.model.vocabulary import Automation, StepKind

__all__ = ["KIND"]

_MOST_STEPS = 12
_MOST_CASES = 5
_LEFT_OUT = {StepKind.END, StepKind.PARALLEL, StepKind.INCLUSIVE, StepKind.WAIT}


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    check_role(sops, asked.role)
    for sop in sops:
        if asked.role is None or any(asked.role in step.role for step in sop.process.steps):
            yield Named(
                "-".join(filter(None, (sop.process.process, "quick-card", asked.role))), _card(sop, asked)
            )


def _card(sop: SopContext, asked: Asked) -> Outline:
    t = sop.t
    card = _Card(sop, _steps(sop, asked.role))
    sections = (_start(sop), card.doing(), card.limits(), card.cases())
    kind = t("Quick card")
    if asked.role:
        kind = t("{name} ({detail})").format(name=kind, detail=sop.role(asked.role))
    return Outline(
        title=sop.text(sop.process.name),
        kind=kind,
        language=sop.language,
        control=reference(sop),
        sections=tuple(section for section in sections if section is not None),
        organization=asked.organization,
        running=running(sop),
        page=Page.CARD,
    )


def _steps(sop: SopContext, role: str | None) -> list[Node]:
    """Return what people do: a role's steps, else those of the usual way."""
    nodes = sop.context.graph.nodes.values() if role else usual_way(sop.context.graph)
    return [node for node in nodes if _is_done(sop, node) and (role is None or role in node.step.role)]


def _is_done(sop: SopContext, node: Node) -> bool:
    step = node.step
    return not (
        step.kind in _LEFT_OUT or step.automation is Automation.AUTOMATIC or sop.context.by_customer(step)
    )


def _start(sop: SopContext) -> Section | None:
    trigger = sop.text(sop.process.trigger)
    return Section("start", sop.t("Starts when"), (Paragraph(trigger),)) if trigger else None


class _Card:
    """The sections of a card about some steps, which it numbers from 1."""

    def __init__(self, sop: SopContext, nodes: list[Node]) -> None:
        self._sop, self.t = sop, sop.t
        self._nodes = nodes
        self._numbers = {node.id: number for number, node in enumerate(nodes[:_MOST_STEPS], 1)}

    def _step(self, id: str | None) -> str:
        """Return a step by its name, with its number where it is on the card."""
        node = self._sop.context.graph.nodes.get(id) if id else None
        if node is None:
            return self._sop.step(id)
        name = self._sop.text(node.step.name)
        return f"{self._numbers[node.id]} {name}" if node.id in self._numbers else name

    def doing(self) -> Section:
        """Return the steps: what, who, how fast, whom to call when it takes longer."""
        t, sop = self.t, self._sop
        if not self._nodes:
            gap = Gap(t("Who does the steps? Fill in `role` of each step."))
            return Section("steps", t("Steps"), (gap,))
        rows = tuple(
            (str(number), self._what(node), sop.roles(node.step.role), self._within(node), self._late(node))
            for number, node in enumerate(self._nodes[:_MOST_STEPS], 1)
        )
        headers = (t("No."), t("Step"), t("Role"), t("Done within"), t("When late, call"))
        table = Table(headers, rows)
        left = len(self._nodes) - _MOST_STEPS
        more = (
            (Paragraph(t("{count} more steps: see the procedure.").format(count=left)),) if left > 0 else ()
        )
        return Section("steps", t("Steps"), (table, *more))

    def _what(self, node: Node) -> str:
        """Return what is done; of a choice, where each answer leads."""
        sop = self._sop
        ways = [flow for flow in sop.context.graph.outgoing[node.id] if flow.kind is not FlowKind.EXCEPTION]
        lines = [sop.text(node.step.name)]
        if node.step.kind is StepKind.DECISION and len(ways) > 1:
            for flow in ways:
                when = self.t("otherwise") if flow.label is None else sop.text(flow.label)
                lines.append(f"{when} → {self._step(flow.target or flow.unknown)}")
        return "\n".join(lines)

    def _within(self, node: Node) -> str:
        sla = node.step.sla
        return self._sop.duration(sla.completion or sla.response) if sla else ""

    def _late(self, node: Node) -> str:
        """Return who is called when the time is not kept; when exactly, the procedure says."""
        sla = node.step.sla
        return self._sop.role(sla.escalate.to) if sla and sla.escalate else ""

    def limits(self) -> Section | None:
        """Return what was promised to the customer, and what the people in the steps may decide alone."""
        t, sop, sla = self.t, self._sop, self._sop.process.sla
        pairs = [(t("Resolution time"), sop.duration(sla.resolution))] if sla and sla.resolution else []
        pairs += [
            (self._step(node.id), sop.text(node.step.discretion))
            for node in self._nodes
            if node.step.discretion
        ]
        return Section("limits", t("Limits"), (Facts(tuple(pairs)),)) if pairs else None

    def cases(self) -> Section | None:
        """Return what can go wrong, what is done then, and who is called."""
        t, sop = self.t, self._sop
        rows = []
        for node in self._nodes:
            for case in node.step.exceptions:
                then = [sop.text(case.do)] if case.do else []
                if case.goto:
                    then.append(t("go on with {step}").format(step=self._step(case.goto)))
                rows.append((sop.text(case.when), t("; ").join(then), sop.role(case.escalate)))
        if not rows:
            return None
        table = Table((t("When"), t("What is done"), t("Whom to call")), tuple(rows[:_MOST_CASES]))
        left = len(rows) - _MOST_CASES
        more = (
            (Paragraph(t("{count} more cases: see the procedure.").format(count=left)),) if left > 0 else ()
        )
        return Section("cases", t("What to do when"), (table, *more))


KIND = Kind("quick-card", _make, takes=frozenset({"role"}))
