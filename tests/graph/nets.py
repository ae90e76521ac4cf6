"""Nets for the tests: written by hand in a line a node, drawn at random, and well-built ones with a few faults."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from svcflow.graph.net import Arc, Join, Net, NetNode, Split

SPLITS = {"and": Split.PARALLEL, "or": Split.INCLUSIVE}
JOINS = {"all": Join.ALL, "any": Join.ANY}


def make(**nodes: str) -> Net:
    """``make(s="and> a b", a="> j", b="> j", j="all> end")``: join and split, then targets.

    ``end`` is no node, ``!x`` an exception's arc, ``?x`` the otherwise arc. The first node starts.
    """
    made: dict[str, NetNode] = {}
    arcs: list[Arc] = []
    for name, text in nodes.items():
        left, _, right = text.partition(">")
        words = left.split()
        split = next((SPLITS[word] for word in words if word in SPLITS), Split.EXCLUSIVE)
        join = next((JOINS[word] for word in words if word in JOINS), Join.EXCLUSIVE)
        made[name] = NetNode(name, split, join)
        for word in right.split():
            kind = {"!": "exception", "?": "otherwise"}.get(word[0], "branch")
            target = word.lstrip("!?")
            arcs.append(Arc(len(arcs), name, None if target == "end" else target, kind=kind))
    return Net(made, tuple(arcs), next(iter(nodes)))


def names(run) -> list[str]:
    """The nodes of a run."""
    return [firing.node for firing in run]


@st.composite
def wild_nets(draw: st.DrawFn) -> Net:
    """Any net of up to seven nodes."""
    size = draw(st.integers(2, 7))
    ids = [f"n{number}" for number in range(size)]
    nodes: dict[str, NetNode] = {}
    arcs: list[Arc] = []
    kinds = st.sampled_from(["main", "branch", "branch", "otherwise", "exception"])
    for number, name in enumerate(ids):
        split = draw(st.sampled_from([Split.EXCLUSIVE, Split.EXCLUSIVE, Split.PARALLEL, Split.INCLUSIVE]))
        join = draw(st.sampled_from([Join.EXCLUSIVE, Join.EXCLUSIVE, Join.ALL, Join.ANY]))
        nodes[name] = NetNode(name, split, join)
        onward = [*ids[number + 1 : number + 4], *ids[number + 1 : number + 4], *ids, None]
        for target in draw(st.lists(st.sampled_from(onward), max_size=3)):
            arcs.append(Arc(len(arcs), name, target, kind=draw(kinds)))
    return Net(nodes, tuple(arcs), "n0")


class _Builder:
    """Builds blocks of all kinds into each other, all in order."""

    def __init__(self, random: Random, size: int) -> None:
        self.random = random
        self.left = size
        self.nodes: dict[str, NetNode] = {}
        self.arcs: list[Arc] = []

    def node(self, split: Split = Split.EXCLUSIVE, join: Join = Join.EXCLUSIVE) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes[name] = NetNode(name, split, join)
        self.left -= 1
        return name

    def arc(self, source: str, target: str | None, kind: str = "branch") -> None:
        self.arcs.append(Arc(len(self.arcs), source, target, kind=kind))

    def block(self, depth: int) -> tuple[str, str]:
        kind = self.random.choice(
            ["step", "series", "loop", "choice", "all", "all", "any", "some", "some any"]
        )
        if depth == 0 or self.left < 4 or kind == "step":
            node = self.node()
            return node, node
        if kind == "series":
            first, last = self.block(depth - 1), self.block(depth - 1)
            self.arc(first[1], last[0])
            return first[0], last[1]
        if kind == "loop":
            return self.loop(depth)
        return self.branches(kind, depth)

    def loop(self, depth: int) -> tuple[str, str]:
        head, body, check, out = self.node(), self.block(depth - 1), self.node(), self.node()
        self.arc(head, body[0])
        self.arc(body[1], check)
        self.arc(check, head)
        self.arc(check, out, "otherwise")
        return head, out

    def branches(self, kind: str, depth: int) -> tuple[str, str]:
        split = {"choice": Split.EXCLUSIVE, "all": Split.PARALLEL, "any": Split.PARALLEL}.get(
            kind, Split.INCLUSIVE
        )
        join = {"choice": Join.EXCLUSIVE, "all": Join.ALL, "some": Join.ALL}.get(kind, Join.ANY)
        head = self.node(split)
        parts = [self.block(depth - 1) for _ in range(self.random.choice([2, 2, 3]))]
        meet = self.node(join=join)
        for first, last in parts:
            self.arc(head, first)
            self.arc(last, meet)
        if split is Split.INCLUSIVE and self.random.random() < 0.4:
            self.arc(head, meet, "otherwise")
        return head, meet

    def fault(self) -> None:
        names = list(self.nodes)
        kind = self.random.choice(["arc", "turn", "node"])
        if kind == "arc":
            self.arc(
                self.random.choice(names),
                self.random.choice([*names, None]),
                self.random.choice(["branch", "exception"]),
            )
        elif kind == "turn" and self.arcs:
            old = self.random.choice(self.arcs)
            target = self.random.choice([*names, None])
            self.arcs[old.index] = Arc(old.index, old.source, target, kind=old.kind)
        else:
            name = self.random.choice(names)
            self.nodes[name] = NetNode(name, self.random.choice(list(Split)), self.random.choice(list(Join)))


@st.composite
def built_nets(draw: st.DrawFn, most_faults: int = 2) -> Net:
    """A net of nested blocks with a few faults."""
    builder = _Builder(draw(st.randoms(use_true_random=False)), size=8)
    start, _ = builder.block(3)
    for _ in range(draw(st.integers(0, most_faults))):
        builder.fault()
    return Net(builder.nodes, tuple(builder.arcs), start)
