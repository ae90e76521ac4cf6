"""Two versions of a process, or as-is and to-be, below each other: what came, what went, what changed, what moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from svcflow.graph.difference import Difference, difference
from svcflow.i18n import translator
from svcflow.model.vocabulary import State
from svcflow.views.diagram import (
    PART,
    Badge,
    BadgeKind,
    DEdge,
    Diagram,
    DNode,
    Lane,
    LegendEntry,
    Shape,
)
from svcflow.views.swimlane import swimlane

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator

__all__ = ["compare"]

_BEFORE, _AFTER = "before:", "after:"


@dataclass(frozen=True, slots=True)
class _Sign:
    """What happened to a step: the badge, the mark for its look, and a line for the tooltip."""

    kind: BadgeKind
    tooltip: str

    @property
    def mark(self) -> str:
        return f"diff-{self.kind.value}"


def compare(before: ProcessContext, after: ProcessContext, language: str | None = None) -> Diagram:
    """Return the swimlanes of an earlier and a later version in one picture, the steps that differ marked.

    Ids of nodes begin with ``before:`` or ``after:``. The same steps are found as `difference` finds them.
    """
    spoken = language or after.language
    t = translator(spoken)
    found = difference(before.graph, after.graph)
    earlier, later = swimlane(before, spoken), swimlane(after, spoken)
    names = _names(before, after, t)
    same = {pair.before.id: pair.after.id for pair in found.pairs}
    parts = (
        _part(earlier, _BEFORE, names[0], _signs_before(found, t), _ways(later), lambda id: same.get(id, id)),
        _part(later, _AFTER, names[1], _signs_after(found, t), _ways(earlier, same), lambda id: id),
    )
    nodes = tuple(node for part in parts for node in part.nodes)
    return Diagram(
        title=t("{name}: {what}").format(name=later.title, what=" → ".join(names)),
        facts=_facts(found, earlier, later, t),
        nodes=nodes,
        edges=tuple(edge for part in parts for edge in part.edges),
        lanes=tuple(lane for part in parts for lane in part.lanes),
        legend=_legend(earlier, later, nodes, t),
        direction=later.direction,
        language=spoken,
    )


def _names(before: ProcessContext, after: ProcessContext, t: Translator) -> tuple[str, str]:
    """Return what the two are called: as-is and to-be, or their versions."""
    states = (before.process.state, after.process.state)
    versions = (before.process.version, after.process.version)
    if states == (State.AS_IS, State.TO_BE):
        return t.term("as-is"), t.term("to-be")
    if all(versions) and versions[0] != versions[1]:
        return str(versions[0]), str(versions[1])
    return t("before"), t("after")


def _signs_before(found: Difference, t: Translator) -> dict[str, _Sign]:
    gone = {node.id: _Sign(BadgeKind.GONE, t("goes")) for node in found.removed}
    kept = {pair.before.id: sign for pair in found.pairs if (sign := _pair_sign(pair.fields, pair.moved, t))}
    return gone | kept


def _signs_after(found: Difference, t: Translator) -> dict[str, _Sign]:
    new = {node.id: _Sign(BadgeKind.NEW, t("comes")) for node in found.added}
    kept = {pair.after.id: sign for pair in found.pairs if (sign := _pair_sign(pair.fields, pair.moved, t))}
    return new | kept


def _pair_sign(fields: tuple[str, ...], moved: bool, t: Translator) -> _Sign | None:
    if fields:
        keys = t(", ").join(f"`{field.rstrip('_')}`" for field in fields)
        return _Sign(BadgeKind.CHANGED, t("changed: {keys}").format(keys=keys))
    return _Sign(BadgeKind.MOVED, t("stands at another place")) if moved else None


def _ways(diagram: Diagram, now: dict[str, str] | None = None) -> set[tuple[str, str, str]]:
    """Return what the edges of a diagram connect, in the ids of the later version."""
    known = now or {}
    return {
        (known.get(edge.source, edge.source), known.get(edge.target, edge.target), edge.label)
        for edge in diagram.edges
    }


def _part(
    diagram: Diagram,
    prefix: str,
    name: str,
    signs: dict[str, _Sign],
    others: set[tuple[str, str, str]],
    now: Callable[[str], str],
) -> Diagram:
    """Return one version with ids of its own, its lanes under one band, and what differs marked."""

    def changed_node(node: DNode) -> DNode:
        sign = signs.get(node.id)
        own = replace(node, id=prefix + node.id, lane=f"{prefix}{node.lane}")
        if sign is None:
            return own
        tooltip = "\n".join(filter(None, [node.tooltip, sign.tooltip]))
        badges = (Badge(sign.kind), *node.badges) if node.shape is not Shape.END else node.badges
        return replace(own, badges=badges, marks=(*node.marks, sign.mark), tooltip=tooltip)

    def changed_edge(edge: DEdge) -> DEdge:
        differs = (now(edge.source), now(edge.target), edge.label) not in others
        marks = (*edge.marks, "diff-edge") if differs else edge.marks
        return replace(edge, source=prefix + edge.source, target=prefix + edge.target, marks=marks)

    return replace(
        diagram,
        nodes=tuple(map(changed_node, diagram.nodes)),
        edges=tuple(map(changed_edge, diagram.edges)),
        lanes=tuple(
            Lane(prefix + lane.id, PART.join(filter(None, [lane.title, lane.group])), name, lane.line)
            for lane in diagram.lanes
        ),
    )


def _facts(found: Difference, earlier: Diagram, later: Diagram, t: Translator) -> tuple[str, ...]:
    counts = (
        (t("comes"), len(found.added)),
        (t("goes"), len(found.removed)),
        (t("changed"), len(found.changed)),
        (t("moved"), sum(pair.moved and not pair.fields for pair in found.pairs)),
    )
    told = t(", ").join(f"{word} {count}" for word, count in counts if count)
    measures = (
        (t("steps"), _steps(earlier), _steps(later)),
        (t("handoffs"), _handoffs(earlier.edges), _handoffs(later.edges)),
        (t("roles"), len(earlier.lanes), len(later.lanes)),
    )
    return (told or t("nothing differs"), *(f"{word} {old} → {new}" for word, old, new in measures))


def _steps(diagram: Diagram) -> int:
    return sum(bool(node.number) for node in diagram.nodes)


def _handoffs(edges: Iterable[DEdge]) -> int:
    return sum(edge.handoff for edge in edges)


def _legend(
    earlier: Diagram, later: Diagram, nodes: tuple[DNode, ...], t: Translator
) -> tuple[LegendEntry, ...]:
    kinds = {badge.kind for node in nodes for badge in node.badges}
    words = {
        BadgeKind.NEW: t("comes"),
        BadgeKind.GONE: t("goes"),
        BadgeKind.CHANGED: t("changed"),
        BadgeKind.MOVED: t("moved"),
    }
    own = tuple(LegendEntry(kind, word) for kind, word in words.items() if kind in kinds)
    return (*own, *dict.fromkeys((*earlier.legend, *later.legend)))
