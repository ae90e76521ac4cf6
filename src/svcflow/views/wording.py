"""The texts of pictures: short, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.graph import FlowKind
from svcflow.i18n import msg
from svcflow.model.text import say
from svcflow.model.vocabulary import Status
from svcflow.views.diagram import PART

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Flow, Node
    from svcflow.i18n import Translator
    from svcflow.model.duration import Duration
    from svcflow.model.flow import Handoff

__all__ = ["Wording"]

_STATUS = {
    Status.APPROVED: msg("Approved"),
    Status.DRAFT: msg("Draft"),
    Status.EFFECTIVE: msg("Effective"),
    Status.IN_REVIEW: msg("In review"),
    Status.PILOTING: msg("Piloting"),
    Status.RETIRED: msg("Retired"),
}


class Wording:
    """How a process's parts are called in its pictures."""

    def __init__(self, context: ProcessContext, t: Translator, language: str) -> None:
        self._context, self.t, self._language = context, t, language
        self.start = t("Start")
        self.end = t("End")
        self.all_arrived = t("goes on when all have arrived")

    def text(self, text: str | None) -> str:
        """Return a text in the language of the picture, empty for none."""
        return say(text, self._language) if text is not None else ""

    def name(self, node: Node) -> str:
        """Return the name of a step."""
        return self.text(node.step.name)

    def role(self, id: str) -> str:
        """Return the name of a role, its id when nobody defined it."""
        role = self._context.role(id)
        return self.text(role.name) if role else id

    def roles(self, ids: Iterable[str]) -> str:
        """Return the names of roles of which any may act."""
        return self.t(" or ").join(map(self.role, ids))

    def time(self, duration: Duration) -> str:
        """Return a length of time in words."""
        return duration.say(self.t.language)

    def short_time(self, duration: Duration) -> str:
        """Return a length of time for a badge: Chinese words are short, English ones give way to the notation."""
        return self.time(duration) if self.t.language.startswith("zh") else duration.short()

    def tooltip(self, node: Node) -> str:
        """Return what a reader learns who points at a step."""
        step = node.step
        lines = [f"{node.index + 1} {self.name(node)}", self.roles(step.role), self.text(step.description)]
        if step.sla and step.sla.response:
            lines.append(self.t("taken up within {time}").format(time=self.time(step.sla.response)))
        if step.sla and step.sla.completion:
            lines.append(self.t("done within {time}").format(time=self.time(step.sla.completion)))
        lines += [self._case(case.when, case.after) for case in step.exceptions]
        return "\n".join(filter(None, lines))

    def _case(self, when: str, after: Duration | None) -> str:
        text = self.text(when)
        return self.t("{what}, after {time}").format(what=text, time=self.time(after)) if after else text

    def condition(self, flow: Flow, source: Node) -> str:
        """Return when a flow is taken, how often, and how many times at most."""
        parts = [self._reason(flow, source), "" if flow.share is None else _percent(flow.share)]
        if flow.limit is not None:
            parts.append(self.t("max. {count}×").format(count=flow.limit))
        return PART.join(filter(None, parts))

    def _reason(self, flow: Flow, source: Node) -> str:
        if flow.kind is FlowKind.OTHERWISE:
            return self.t("otherwise")
        if flow.kind is FlowKind.TIMEOUT and source.step.at_most:
            return self.t("after {time}").format(time=self.time(source.step.at_most.time))
        if flow.kind is FlowKind.EXCEPTION:
            case = source.step.exceptions[int(flow.route[3])]
            return self._case(case.when, case.after)
        return self.text(flow.label)

    def agreement(self, agreed: Handoff) -> str:
        """Return what is handed over and by when, in a few words."""
        time = self.time(agreed.within) if agreed.within else ""
        return PART.join(filter(None, [self.t(", ").join(map(self._artifact, agreed.passes)), time]))

    def agreement_in_full(self, agreed: Handoff) -> str:
        """Return what is handed over, by when, and when it counts as accepted."""
        return "\n".join(filter(None, [self.agreement(agreed), self.text(agreed.accepted_when)]))

    def _artifact(self, id: str) -> str:
        entry = self._context.shared.artifacts.get(id)
        return self.text(entry.value.name) if entry else id

    def department(self, role: str) -> str:
        """Return the name of a role's department, empty when it has none."""
        found = self._context.role(role)
        if found is None or found.department is None:
            return ""
        entry = self._context.shared.departments.get(found.department)
        return self.text(entry.value.name) if entry else found.department

    def facts(self) -> tuple[str, ...]:
        """Return what the title block says: number, version, status, owner, service level."""
        process, t = self._context.process, self.t
        facts = [process.number or ""]
        if process.version:
            facts.append(t("Version {version}").format(version=process.version))
        if process.status:
            facts.append(_STATUS[process.status].render(t))
        if process.owner:
            facts.append(t("Owner: {role}").format(role=self.role(process.owner)))
        if process.sla and process.sla.resolution:
            facts.append(t("Resolved within {time}").format(time=self.time(process.sla.resolution)))
        return tuple(filter(None, facts))


def _percent(share: float) -> str:
    """Return a share as people write it, without zeros behind the point."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
