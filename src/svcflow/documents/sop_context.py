"""What the sections of a procedure document are made from: the process and how its parts are called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.documents.outline import ProcessName
from svcflow.i18n import translator
from svcflow.model.text import say

if TYPE_CHECKING:
    import datetime as dt

    from svcflow.analyzers.context import ProcessContext
    from svcflow.load.others import Others
    from svcflow.model.duration import Duration
    from svcflow.model.period import Period
    from svcflow.model.retention import Retention
    from svcflow.model.timing import Escalation, StepSla

__all__ = ["SopContext"]


class SopContext:
    """A process, the language of its document, and the sayings that all sections share.

    ``others`` are the processes of its workspace, as far as it has one; ``number`` is what its documents are numbered
    with where the process gives no number.
    """

    def __init__(
        self,
        context: ProcessContext,
        language: str | None = None,
        others: Others | None = None,
        number: str = "",
    ) -> None:
        self.context = context
        self.process = context.process
        self.shared = context.shared
        self.language = language or context.language
        self.t = translator(self.language)
        self.others = others
        self.number = context.process.number or number

    def text(self, text: str | None) -> str:
        """Return a text in the document's language, empty for none."""
        return say(text, self.language) if text is not None else ""

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return texts in the document's language."""
        return tuple(self.text(text) for text in texts)

    def listed(self, parts: Iterable[str]) -> str:
        """Return parts as an enumeration in a sentence."""
        return self.t(", ").join(part for part in parts if part)

    def role(self, id: str | None) -> str:
        """Return a role's name in the document's language, its id when nobody defined it, empty for none."""
        role = self.context.role(id) if id else None
        return self.text(role.name) if role else id or ""

    def roles(self, ids: Iterable[str]) -> str:
        """Return the names of roles of which any may act."""
        return self.t(" or ").join(self.role(id) for id in ids)

    def department(self, role: str) -> str:
        """Return the name of a role's department in the document's language, empty when it has none."""
        found = self.context.role(role)
        if found is None or found.department is None:
            return ""
        entry = self.shared.departments.get(found.department)
        return self.text(entry.value.name) if entry else found.department

    def artifacts(self, ids: Iterable[str]) -> str:
        """Return documents and data by name, with the number of their form."""
        return self.listed(self._artifact(id) for id in ids)

    def _artifact(self, id: str) -> str:
        entry = self.shared.artifacts.get(id)
        if entry is None:
            return id
        name = self.text(entry.value.name)
        number = entry.value.number
        return self.t("{name} ({detail})").format(name=name, detail=number) if number else name

    def shared_name(self, kind: str, id: str | None) -> str:
        """Return the name of something of the catalogues (``tools``, ``channels``, ``segments`` …) by its id."""
        entry = getattr(self.shared, kind).get(id)
        return self.text(entry.value.name) if entry else id or ""

    def other(self, id: str | None) -> str:
        """Return another process by name and number, its id where the workspace has none such, empty for none."""
        found = self.others.find(id) if self.others and id else None
        if found is None or id is None:
            return id or ""
        name = self.text(found.name)
        said = self.t("{name} ({detail})").format(name=name, detail=found.number) if found.number else name
        return ProcessName.of(id, said)

    def calendar(self, id: str | None) -> str:
        """Return a calendar's name."""
        calendar = self.context.calendars.get(id) if id else None
        return self.text(calendar.name) if calendar and calendar.name else id or ""

    def kpi(self, id: str) -> str:
        """Return a KPI's name."""
        own = next((kpi for kpi in self.process.kpis if kpi.id == id), None)
        entry = self.shared.kpis.get(id)
        found = own or (entry.value if entry else None)
        return self.text(found.name) if found else id

    def target(self, target: object) -> str:
        """Return what is to be reached with the signs of print, ≥ for >=; empty for nothing."""
        return str(target or "").replace(">=", "≥").replace("<=", "≤")

    def step(self, id: str | None) -> str:
        """Return a step as the procedure calls it: its number and name; for no step, the end."""
        node = self.context.graph.nodes.get(id) if id else None
        if node is None:
            return self.t("end of the process") if id in (None, "end") else str(id)
        return f"{node.index + 1} {self.text(node.step.name)}"

    def duration(self, duration: Duration | None) -> str:
        """Return a time in words, empty for none."""
        return duration.say(self.t.language) if duration is not None else ""

    def every(self, period: Period | None) -> str:
        """Return how often something is done, empty for never said."""
        return period.how_often(self.t.language) if period is not None else ""

    def kept(self, retention: Retention | None) -> str:
        """Return how long something is kept, empty for never said."""
        return retention.say(self.t.language) if retention is not None else ""

    def day(self, day: dt.date | None) -> str:
        """Return a day, empty for none."""
        return day.isoformat() if day else ""

    def sla(self, sla: StepSla) -> str:
        """Return a step's service level in words."""
        parts = []
        if sla.response:
            parts.append(self.t("taken up within {time}").format(time=self.duration(sla.response)))
        if sla.completion:
            parts.append(self.t("done within {time}").format(time=self.duration(sla.completion)))
        if sla.calendar:
            parts.append(self.t("in the hours of {calendar}").format(calendar=self.calendar(sla.calendar)))
        if sla.escalate:
            parts.append(self.escalation(sla.escalate))
        return self.t("; ").join(parts)

    def escalation(self, escalation: Escalation) -> str:
        """Return an escalation in words."""
        role = self.role(escalation.to)
        if escalation.after:
            return self.t("after {time} to {role}").format(time=self.duration(escalation.after), role=role)
        return self.t("then to {role}").format(role=role)
