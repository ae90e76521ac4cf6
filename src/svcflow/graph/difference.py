"""What differs between two versions of a process, or between as-is and to-be: pure data, for texts and pictures.

Steps are the same where their ids are; of the others, those whose names are the same and occur once in each version.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from svcflow.graph.elements import Flow, Node
from svcflow.model.base import Model
from svcflow.model.flow import END, Handoff
from svcflow.model.period import Period
from svcflow.model.process import Process
from svcflow.model.step import Step
from svcflow.model.text import Localized

if TYPE_CHECKING:
    from svcflow.graph.flow_graph import FlowGraph

__all__ = ["Difference", "StepPair", "changed_fields", "difference"]

T = TypeVar("T")
_SAME: Mapping[str, str] = MappingProxyType({})
_FLOW_FIELDS = {"id", "next"}
_NOT_HEAD = {"process", "steps", "handoffs"}


@dataclass(frozen=True, slots=True)
class StepPair:
    """A step that both versions have.

    ``fields`` are the names of its fields that differ, in the model's order, apart from where it goes on; ``moved``
    tells that it stands at another place among the steps that both versions have.
    """

    before: Node
    after: Node
    fields: tuple[str, ...] = ()
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything differs besides its place."""
        return bool(self.fields)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs; everything in the order of the file it stands in.

    ``pairs`` are the steps of both versions, in the order of the later one; ``added`` steps are only in the later,
    ``removed`` ones only in the earlier. Flows count as the same where they lead from and to the same steps for the
    same reason; ``rerouted`` are those whose condition, share or limit differs. ``fields`` are the names of the
    process's own fields that differ, steps and handoffs apart.
    """

    pairs: tuple[StepPair, ...]
    added: tuple[Node, ...]
    removed: tuple[Node, ...]
    flows_added: tuple[Flow, ...]
    flows_removed: tuple[Flow, ...]
    rerouted: tuple[tuple[Flow, Flow], ...]
    roles_added: tuple[str, ...]
    roles_removed: tuple[str, ...]
    handoffs_added: tuple[Handoff, ...]
    handoffs_removed: tuple[Handoff, ...]
    handoffs_changed: tuple[tuple[Handoff, Handoff], ...]
    fields: tuple[str, ...]

    @property
    def changed(self) -> tuple[StepPair, ...]:
        """The steps of both versions of which a field differs."""
        return tuple(pair for pair in self.pairs if pair.changed)

    @property
    def moved(self) -> tuple[StepPair, ...]:
        """The steps of both versions that stand at another place."""
        return tuple(pair for pair in self.pairs if pair.moved)


def difference(before: FlowGraph, after: FlowGraph) -> Difference:
    """Return what differs between an earlier and a later version of a process."""
    later = _paired(before, after)
    earlier = {new: old for old, new in later.items()}
    moved = _moved([before.nodes[earlier[id]].index for id in after.nodes if id in earlier])
    pairs = tuple(
        StepPair(
            before.nodes[earlier[id]],
            after.nodes[id],
            changed_fields(before.nodes[earlier[id]].step, after.nodes[id].step, _FLOW_FIELDS),
            before.nodes[earlier[id]].index in moved,
        )
        for id in after.nodes
        if id in earlier
    )
    now = {id: f":gone:{id}" for id in before.nodes} | later
    flows = _matched(before.flows, after.flows, lambda flow: _flow_key(flow, now), _flow_key)
    handoffs = _matched(
        before.process.handoffs, after.process.handoffs, lambda one: _handoff_key(one, now), _handoff_key
    )
    acted, acting = (dict.fromkeys(_acting(graph.process)) for graph in (before, after))
    return Difference(
        pairs=pairs,
        added=tuple(node for id, node in after.nodes.items() if id not in earlier),
        removed=tuple(node for id, node in before.nodes.items() if id not in later),
        flows_added=flows.added,
        flows_removed=flows.removed,
        rerouted=tuple(two for two in flows.both if _condition(two[0]) != _condition(two[1])),
        roles_added=tuple(role for role in acting if role not in acted),
        roles_removed=tuple(role for role in acted if role not in acting),
        handoffs_added=handoffs.added,
        handoffs_removed=handoffs.removed,
        handoffs_changed=tuple(two for two in handoffs.both if changed_fields(*two, {"from_", "to"})),
        fields=changed_fields(before.process, after.process, _NOT_HEAD),
    )


def changed_fields(before: Model, after: Model, leave_out: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of the fields in which two parts of the model, of one kind, mean something else."""
    left = set(leave_out)
    return tuple(
        name
        for name in type(after).model_fields
        if name not in left and _plain(getattr(before, name)) != _plain(getattr(after, name))
    )


def _plain(value: Any) -> Any:
    """Return a value so that equal means the same: texts in all their languages, times however they are written."""
    if isinstance(value, Localized):
        return dict(value.by_language)
    if isinstance(value, Model):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return (value.months, value.days) if isinstance(value, Period) else value


def _paired(before: FlowGraph, after: FlowGraph) -> dict[str, str]:
    """Return the ids of the later steps by those of the earlier ones that they are."""
    found = {id: id for id in before.nodes if id in after.nodes}
    old, new = (
        _by_name(node.step for id, node in graph.nodes.items() if id not in found)
        for graph in (before, after)
    )
    return found | {old[name]: new[name] for name in old if name in new}


def _by_name(steps: Iterable[Step]) -> dict[str, str]:
    named = [(" ".join(str(step.name).split()).casefold(), step.id) for step in steps]
    counts = Counter(name for name, _ in named)
    return {name: id for name, id in named if counts[name] == 1}


def _moved(places: list[int]) -> set[int]:
    """Return the places outside a longest run that is in order: the fewest that can be said to have moved."""
    ends: list[int] = []
    lengths = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    kept: set[int] = set()
    wanted, limit = len(ends) - 1, float("inf")
    for place, length in zip(reversed(places), reversed(lengths), strict=True):
        if length == wanted and place < limit:
            kept.add(place)
            wanted, limit = wanted - 1, place
    return set(places) - kept


class _Matched(NamedTuple, Generic[T]):
    added: tuple[T, ...]
    removed: tuple[T, ...]
    both: tuple[tuple[T, T], ...]


def _matched(
    before: Iterable[T], after: Iterable[T], old: Callable[[T], Hashable], new: Callable[[T], Hashable]
) -> _Matched[T]:
    """Match things by their keys; of several with one key, the first with the first."""
    waiting: dict[Hashable, list[T]] = {}
    for one in before:
        waiting.setdefault(old(one), []).append(one)
    added, both = [], []
    for one in after:
        same = waiting.get(new(one))
        if same:
            both.append((same.pop(0), one))
        else:
            added.append(one)
    left = {id(one) for ones in waiting.values() for one in ones}
    return _Matched(tuple(added), tuple(one for one in before if id(one) in left), tuple(both))


def _flow_key(flow: Flow, now: Mapping[str, str] = _SAME) -> Hashable:
    target = flow.target or flow.unknown or END
    return (now.get(flow.source, flow.source), now.get(target, target), flow.kind)


def _handoff_key(handoff: Handoff, now: Mapping[str, str] = _SAME) -> Hashable:
    return (now.get(handoff.from_, handoff.from_), now.get(handoff.to, handoff.to))


def _condition(flow: Flow) -> tuple[Any, ...]:
    return (_plain(flow.label), flow.share, flow.limit)


def _acting(process: Process) -> Iterator[str]:
    return (role for step in process.steps for role in step.role)
