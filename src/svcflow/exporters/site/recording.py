"""From a process to its record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.documents.sections.procedure import card_of
from svcflow.exporters.site.findings import finding_record
from svcflow.exporters.site.places import process_folder, slug, step_address
from svcflow.exporters.site.record import (
    Record,
    ReviewRecord,
    RevisionRecord,
    RoleRecord,
    SearchText,
    StepRecord,
    Told,
)
from svcflow.exporters.site.registers import (
    handoffs_of,
    inspections_of,
    kpis_of,
    papers_of,
    risks_of,
    terms_of,
    training_of,
)

if TYPE_CHECKING:
    from svcflow.documents.sop_context import SopContext
    from svcflow.finding import Finding
    from svcflow.graph.elements import Node
    from svcflow.i18n import Translator

__all__ = ["record_of", "told_of"]


def record_of(sop: SopContext) -> Record:
    """Return the record of a process, without what is said in the language of the site (`told_of`)."""
    process = sop.process
    category = process.category
    return Record(
        id=process.process,
        slug=slug(process.process),
        language=sop.language,
        name=sop.text(process.name),
        number=process.number or "",
        version=str(process.version or ""),
        status=process.status.value if process.status else "",
        status_word="",
        state="",
        line=(category.line.value if category.line else "") if category else "",
        owner=process.owner or "",
        owner_name=sop.role(process.owner),
        function=(category.function or "") if category else "",
        stage=(category.stage or "") if category else "",
        purpose=sop.text(process.purpose),
        effective=sop.day(process.effective),
        roles=tuple(_roles(sop)),
        steps=tuple(_step(sop, node) for node in sop.context.graph.nodes.values()),
        risks=risks_of(sop),
        handoffs=handoffs_of(sop),
        kpis=kpis_of(sop),
        papers=papers_of(sop),
        terms=terms_of(sop),
        training=training_of(sop),
        inspections=inspections_of(sop),
        review=_review(sop),
        revisions=tuple(
            RevisionRecord(
                str(one.version), sop.day(one.date), word(one.change, sop.t), one.by or "", sop.text(one.what)
            )
            for one in process.revisions
        ),
        findings=(),
        search=tuple(_search(sop)),
    )


def told_of(sop: SopContext, findings: Iterable[Finding], t: Translator) -> Told:
    """Return what is said of a process in the language that ``t`` speaks."""
    process = sop.process
    found = tuple(finding_record(one, process, t) for one in findings)
    return Told(word(process.status, t), word(process.state, t), found)


def _roles(sop: SopContext) -> Iterable[RoleRecord]:
    """Yield the roles that are named anywhere in a process, in the order of their first step."""
    process = sop.process
    acting = dict.fromkeys(role for step in process.steps for role in step.role)
    named = [
        *acting,
        *(role for step in process.steps for role in (*step.accountable, *step.consulted, *step.informed)),
    ]
    named += [one.owner for one in process.risks if one.owner] + [
        one.by for one in process.inspection if one.by
    ]
    named += [role for one in process.training for role in one.who] + [process.owner or ""]
    for step in process.steps:
        named += [case.escalate for case in step.exceptions if case.escalate]
        named += [step.sla.escalate.to] if step.sla and step.sla.escalate else []
    for id in dict.fromkeys(filter(None, named)):
        found = sop.context.role(id)
        department = (found.department or "") if found else ""
        yield RoleRecord(
            id, sop.role(id), department, sop.department(id), sop.context.is_customer(id), id in acting
        )


def _step(sop: SopContext, node: Node) -> StepRecord:
    step, t = node.step, sop.t
    parts = (
        (t("Accountable"), step.accountable), (t("Consulted"), step.consulted), (t("Informed"), step.informed)
    )  # fmt: skip
    return StepRecord(
        card=card_of(sop, node),
        roles=tuple(step.role),
        parts=tuple((role, said) for said, roles in parts for role in roles),
        called=tuple(_called(sop, node)),
        inputs=tuple(step.inputs),
        outputs=tuple(step.outputs),
        tools=tuple(step.tools),
        time=sop.duration(step.sla.completion) if step.sla else "",
    )


def _called(sop: SopContext, node: Node) -> Iterable[tuple[str, str]]:
    """Yield the roles that are called when something goes wrong in a step, and when."""
    sla = node.step.sla
    for case in node.step.exceptions:
        if case.escalate:
            yield case.escalate, sop.text(case.when)
    if sla and sla.escalate:
        late = sop.duration(sla.escalate.after or sla.completion or sla.response)
        yield sla.escalate.to, sop.t("not done after {time}").format(time=late)


def _review(sop: SopContext) -> ReviewRecord:
    review = sop.process.review
    if review is None:
        return ReviewRecord("", "", "")
    due = review.every.after(review.last) if review.last else None
    return ReviewRecord(sop.every(review.every), sop.day(review.last), sop.day(due))


def _search(sop: SopContext) -> Iterable[SearchText]:
    """Yield the process and its steps, each with what people may remember of it."""
    process = sop.process
    scope = process.scope
    about = [
        process.process, process.number or "", sop.text(process.purpose), sop.text(process.trigger),
        *(sop.texts(scope.covers) if scope else ()), *sop.texts(process.references),
    ]  # fmt: skip
    yield SearchText(
        "process", f"{process_folder(process.process)}/index.html", sop.text(process.name), _joined(about)
    )
    for node in sop.context.graph.nodes.values():
        step = node.step
        said = [
            sop.text(step.description), *sop.texts(step.instructions), sop.artifacts(step.inputs),
            sop.artifacts(step.outputs), *(sop.text(case.when) for case in step.exceptions),
            *(sop.text(one.standard) for one in step.quality), sop.roles(step.role),
        ]  # fmt: skip
        yield SearchText("step", step_address(process.process, step.id), sop.text(step.name), _joined(said))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))
