"""The release note: what is different in a new version, in plain words, for those who work by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import reference, running
from svcflow.documents.kind import Kind, Named
from svcflow.documents.labels import word
from svcflow.documents.outline import Bullets, Facts, Outline, Paragraph, Section, Table
from svcflow.documents.sections import SECTIONS
from svcflow.documents.sop_context import SopContext
from svcflow.documents.wording_changes import Unnumbered, section_changes, step_changes
from svcflow.finding import CannotDo
from svcflow.graph.difference import Difference, difference
from svcflow.graph.elements import Flow, FlowKind, Node
from svcflow.i18n import msg
from svcflow.model.flow import Handoff

__all__ = ["KIND"]

_REST = (
    "trigger", "purpose", "scope", "references", "definitions", "needs", "kpis", "risks", "training", "records",
)  # fmt: skip
"""The sections of the procedure that are compared by what they say; steps and handoffs are compared as such."""


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    if asked.before is None:
        raise CannotDo(
            msg("a release note needs the version before"),
            msg("name it: `--against FILE`, or a git revision such as `--against HEAD~1`"),
        )
    for sop in sops:
        before = Unnumbered(asked.before, sop.language, sop.others)
        note = _Note(before, Unnumbered(sop.context, sop.language, sop.others, sop.number))
        yield Named(f"{sop.process.process}-release-note", note.outline(asked))


class _Note:
    """The sections of a note about two versions."""

    def __init__(self, before: SopContext, after: SopContext) -> None:
        self._before, self._after, self.t = before, after, after.t
        self._found: Difference = difference(before.context.graph, after.context.graph)

    def outline(self, asked: Asked) -> Outline:
        """Return the note; one that says that nothing changed where nothing did."""
        made = (
            self._summary(), self._added(), self._removed(), self._changed(), self._moved(), self._ways(),
            self._roles(), self._handoffs(), self._rest(),
        )  # fmt: skip
        sections = [section for section in made if section is not None]
        if len(sections) == 1:
            nothing = Paragraph(self.t("What people do is the same as before."))
            sections.append(Section("same", self.t("What changed"), (nothing,)))
        return Outline(
            title=self._after.text(self._after.process.name),
            kind=self.t("Release note"),
            language=self._after.language,
            control=reference(self._after),
            sections=tuple(sections),
            organization=asked.organization,
            running=running(self._after),
        )

    def _summary(self) -> Section:
        t, old, new = self.t, self._before.process, self._after.process
        pairs = (
            (t("Version before"), str(old.version or "–")),
            (t("Version now"), str(new.version or "–")),
            (t("Effective from"), self._after.day(new.effective)),
        )
        facts = Facts(tuple((label, value) for label, value in pairs if value))
        known = {entry.version for entry in old.revisions}
        said = tuple(
            t("{name} ({detail})").format(
                name=self._after.text(entry.what), detail=self._entry(entry.version)
            )
            for entry in new.revisions
            if entry.version not in known
        )
        return Section("summary", t("In brief"), (facts, Bullets(said)) if said else (facts,))

    def _entry(self, version: object) -> str:
        entry = next(one for one in self._after.process.revisions if one.version == version)
        return self._after.listed((str(version), word(entry.change, self.t), self._after.day(entry.date)))

    def _added(self) -> Section | None:
        rows = tuple(self._row(self._after, node) for node in self._found.added)
        t = self.t
        headers = (t("Step"), t("Role"), t("Done within"), t("Instructions"))
        return Section("added", t("New steps"), (Table(headers, rows),)) if rows else None

    def _removed(self) -> Section | None:
        t = self.t
        rows = tuple(self._row(self._before, node)[:2] for node in self._found.removed)
        return (
            Section("removed", t("Steps that are gone"), (Table((t("Step"), t("Role")), rows),))
            if rows
            else None
        )

    def _row(self, sop: SopContext, node: Node) -> tuple[str, ...]:
        sla = node.step.sla
        time = sop.duration(sla.completion or sla.response) if sla else ""
        how = "\n".join(sop.texts(node.step.instructions))
        return (f"{node.index + 1} {sop.text(node.step.name)}", sop.roles(node.step.role), time, how)

    def _changed(self) -> Section | None:
        t = self.t
        rows = tuple(
            (f"{pair.after.index + 1} {self._after.text(pair.after.step.name)}", *change)
            for pair in self._found.pairs
            for change in step_changes(self._before, self._after, pair)
        )
        headers = (t("Step"), t("What"), t("Before"), t("Now"))
        return Section("changed", t("Steps that changed"), (Table(headers, rows),)) if rows else None

    def _moved(self) -> Section | None:
        t = self.t
        said = tuple(
            t("{step}: was step {before}, is step {after}").format(
                step=self._after.text(pair.after.step.name),
                before=pair.before.index + 1,
                after=pair.after.index + 1,
            )
            for pair in self._found.moved
        )
        return Section("moved", t("Steps at another place"), (Bullets(said),)) if said else None

    def _ways(self) -> Section | None:
        """Return where it goes on differently; what follows from new and gone steps alone is left out."""
        t, new = self.t, {node.id for node in self._found.added}
        old = {node.id for node in self._found.removed}
        rows = [
            (self._source(now), self._way(self._before, was), self._way(self._after, now))
            for was, now in self._found.rerouted
        ]
        rows += [
            (self._before.step(flow.source), self._way(self._before, flow), "")
            for flow in self._found.flows_removed
            if _told(flow, old)
        ]
        rows += [
            (self._source(flow), "", self._way(self._after, flow))
            for flow in self._found.flows_added
            if _told(flow, new)
        ]
        headers = (t("After step"), t("Before"), t("Now"))
        return Section("ways", t("Where it goes on"), (Table(headers, tuple(rows)),)) if rows else None

    def _source(self, flow: Flow) -> str:
        return self._after.step(flow.source)

    def _way(self, sop: SopContext, flow: Flow) -> str:
        t = self.t
        target = sop.step(flow.target or flow.unknown)
        when = t("otherwise") if flow.kind is FlowKind.OTHERWISE else sop.text(flow.label)
        if flow.share is not None:
            share = f"{flow.share:.0%}"
            when = t("{name} ({detail})").format(name=when, detail=share) if when else share
        return t("{when}: {then}").format(when=when, then=target) if when else target

    def _roles(self) -> Section | None:
        t = self.t
        pairs = (
            (t("Now works in it"), self._after.listed(map(self._after.role, self._found.roles_added))),
            (
                t("No longer works in it"),
                self._before.listed(map(self._before.role, self._found.roles_removed)),
            ),
        )
        said = tuple((label, value) for label, value in pairs if value)
        return Section("roles", t("Roles"), (Facts(said),)) if said else None

    def _handoffs(self) -> Section | None:
        t, found = self.t, self._found
        rows = [
            (self._ends(self._after, one), "", self._agreed(self._after, one)) for one in found.handoffs_added
        ]
        rows += [
            (self._ends(self._before, one), self._agreed(self._before, one), "")
            for one in found.handoffs_removed
        ]
        rows += [
            (self._ends(self._after, now), self._agreed(self._before, was), self._agreed(self._after, now))
            for was, now in found.handoffs_changed
        ]
        headers = (t("Handoff"), t("Before"), t("Now"))
        return Section("handoffs", t("Handoffs"), (Table(headers, tuple(rows)),)) if rows else None

    def _ends(self, sop: SopContext, handoff: Handoff) -> str:
        return f"{sop.step(handoff.from_)} → {sop.step(handoff.to)}"

    def _agreed(self, sop: SopContext, handoff: Handoff) -> str:
        via = sop.shared_name("tools" if handoff.via in sop.shared.tools else "channels", handoff.via)
        parts = (
            sop.artifacts(handoff.passes),
            via,
            sop.duration(handoff.within),
            sop.text(handoff.accepted_when),
        )
        return self.t("; ").join(part for part in parts if part) or "–"

    def _rest(self) -> Section | None:
        t = self.t
        rows = tuple(
            change
            for id in _REST
            for change in section_changes(
                SECTIONS[id](self._before), SECTIONS[id](self._after), self._after.t
            )
        )
        headers = (t("Part"), t("Before"), t("Now"))
        return Section("rest", t("What else changed"), (Table(headers, rows),)) if rows else None


def _told(flow: Flow, news: set[str]) -> bool:
    """Tell whether a way is worth a line: not the plain one to or from a step that is told of as new or gone."""
    return flow.kind is not FlowKind.EXCEPTION and not (
        flow.source in news or (flow.label is None and (flow.target in news or flow.implicit))
    )


KIND = Kind("release-note", _make, takes=frozenset({"before"}))
