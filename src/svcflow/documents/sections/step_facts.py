"""What the card of a step says: who, when, with what, how well, and where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from svcflow.documents.labels import word
from svcflow.documents.sop_context import SopContext
from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.model.flow import ExceptionCase
from svcflow.model.quality import Standard
from svcflow.model.step import Step

__all__ = ["exception_text", "facts_of", "notes_of", "record_text", "standard_text"]


def facts_of(sop: SopContext, node: Node) -> tuple[tuple[str, str], ...]:
    """Return the labelled facts of a step that it has."""
    step, t = node.step, sop.t
    touch = step.touchpoint
    pairs = (
        ("", sop.text(step.description)),
        (t("Role"), sop.roles(step.role)),
        (t("Accountable"), sop.roles(step.accountable)),
        (t("Consulted"), sop.listed(map(sop.role, step.consulted))),
        (t("Informed"), sop.listed(map(sop.role, step.informed))),
        (t("Time"), sop.sla(step.sla) if step.sla else ""),
        (t("Hands-on time"), _work(sop, step)),
        (t("Inputs"), sop.artifacts(step.inputs)),
        (t("Outputs"), sop.artifacts(step.outputs)),
        (t("Tools"), sop.listed(sop.shared_name("tools", tool) for tool in step.tools)),
        (t("Channel"), sop.shared_name("channels", touch.channel) if touch else ""),
        (t("The customer"), sop.text(touch.customer) if touch else ""),
        (t("Physical evidence"), sop.listed(sop.texts(touch.evidence)) if touch else ""),
        (t("Process"), sop.other(step.process)),
        (t("Wait"), _wait(sop, step)),
        (t("Level of standard"), word(step.tier, t)),
        (t("May decide alone"), sop.text(step.discretion)),
        (t("Automation"), word(step.automation, t)),
    )
    return tuple((label, value) for label, value in pairs if value)


def notes_of(sop: SopContext, node: Node) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the headed lists of a step that are not empty."""
    step, t = node.step, sop.t
    feedback = step.feedback
    notes = (
        (t("Options"), sop.texts(step.options)),
        (t("Standard"), tuple(standard_text(sop, standard) for standard in step.quality)),
        (t("Records"), tuple(record_text(sop, record.what) for record in step.records)),
        (t("Knowledge"), sop.texts(step.knowledge)),
        (t("Exceptions"), tuple(exception_text(sop, case) for case in step.exceptions)),
        (t("Feedback"), (sop.text(feedback.method),) if feedback else ()),
        (t("Then"), tuple(_then(sop, node))),
    )
    return tuple((heading, items) for heading, items in notes if items)


def _work(sop: SopContext, step: Step) -> str:
    if step.work is None:
        return ""
    low, high = sop.duration(step.work.low), sop.duration(step.work.high)
    if low == high:
        return low
    return sop.t("{low} to {high}").format(low=low, high=high)


def _wait(sop: SopContext, step: Step) -> str:
    parts = []
    if step.for_:
        parts.append(sop.duration(step.for_))
    if step.until:
        events = sop.t(" or ").join(sop.text(event.event) for event in step.until)
        parts.append(sop.t("until: {events}").format(events=events))
    if step.at_most:
        parts.append(sop.t("at most {time}").format(time=sop.duration(step.at_most.time)))
    for reminder in step.remind:
        said = sop.t("reminder after {time}").format(time=sop.duration(reminder.after))
        detail = sop.listed((sop.text(reminder.do), sop.role(reminder.role)))
        parts.append(sop.t("{name} ({detail})").format(name=said, detail=detail) if detail else said)
    return sop.t("; ").join(parts)


def record_text(sop: SopContext, what: str) -> str:
    """Return what is recorded: a text, or the name of a document of the catalogue."""
    return sop.artifacts([what]) if what in sop.shared.artifacts else sop.text(what)


def standard_text(sop: SopContext, standard: Standard) -> str:
    """Return a standard with how it is measured."""
    text = sop.text(standard.standard)
    if standard.measure is None:
        return text
    measured = f"{sop.kpi(standard.measure.kpi)} {sop.target(standard.measure.target)}".strip()
    return sop.t("{name} ({detail})").format(name=text, detail=measured)


def exception_text(sop: SopContext, case: ExceptionCase) -> str:
    """Return an exception and what is done then, as one line."""
    t = sop.t
    when = sop.text(case.when)
    if case.after:
        when = t("{what}, after {time}").format(what=when, time=sop.duration(case.after))
    then = [sop.text(case.do)] if case.do else []
    if case.escalate:
        then.append(t("escalate to {role}").format(role=sop.role(case.escalate)))
    if case.goto:
        then.append(t("go on with {step}").format(step=sop.step(case.goto)))
    return t("{when}: {then}").format(when=when, then=t("; ").join(then)) if then else when


def _then(sop: SopContext, node: Node) -> Iterator[str]:
    """Yield where the step goes on, unless it is just the next one."""
    flows = [flow for flow in sop.context.graph.outgoing[node.id] if flow.kind is not FlowKind.EXCEPTION]
    if len(flows) == 1 and flows[0].implicit and flows[0].label is None:
        return
    for flow in flows:
        yield _flow_text(sop, flow)


def _flow_text(sop: SopContext, flow: Flow) -> str:
    t = sop.t
    target = sop.step(flow.target or flow.unknown)
    if flow.kind is FlowKind.OTHERWISE:
        return t("otherwise: {step}").format(step=target)
    if flow.kind is FlowKind.TIMEOUT:
        return t("when the time is over: {step}").format(step=target)
    if flow.label is not None:
        return t("{when}: {then}").format(when=sop.text(flow.label), then=target)
    return target
