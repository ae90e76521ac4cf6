"""A second, slow and plain reading of the token game, to check the fast one against.

A state is the set of marked places and the set of joins that ran in this round. Places are ``("node", n)`` in front of
an ordinary node, ``("arc", i)`` on an arc into a join, ``("first", n)`` and ``("again", n)`` in front of a join for the
first; nothing is reduced and every firing is one step.
"""

from __future__ import annotations

from collections import deque
from itertools import combinations

from svcflow.graph.net import Join, Net, Split

START = ("arc", -1)


class Oracle:
    def __init__(self, net: Net, *, explore: bool = True) -> None:
        self.net = net
        self.into = {n: [a for a in net.arcs if a.target == n] for n in net.nodes}
        self.out = {n: [a for a in net.arcs if a.source == n] for n in net.nodes}
        self.alive = self.reach(net.start)
        self.kind: dict[str, str] = {}
        self.round: dict[str, set[int]] = {}
        self.over = {n: self.immediate_dominator(n) for n in net.nodes if n in self.alive}
        for name in net.nodes:
            if name in self.alive:
                self.kind[name] = self.kind_of(name)
        if explore:
            self.found()

    # -- the graph

    def reach(self, start, without=()):
        seen, todo = set(), [start]
        while todo:
            node = todo.pop()
            if node in seen or node in without:
                continue
            seen.add(node)
            todo += [a.target for a in self.out[node] if a.target is not None]
        return seen

    def dominates(self, one, other):
        return one == other or other not in self.reach(self.net.start, without={one})

    def immediate_dominator(self, name):
        above = [n for n in self.alive if n != name and self.dominates(n, name)]
        for one in above:
            if all(self.dominates(other, one) for other in above):
                return one
        return None

    def kind_of(self, name):
        node, arcs = self.net.nodes[name], self.into[name]
        if node.join is Join.EXCLUSIVE or len(arcs) + (name == self.net.start) <= 1:
            return "one"
        live = [a for a in arcs if a.source in self.alive]
        over = self.over[name]
        if node.join is Join.ALL:
            if over and any(self.meets_first_at(split, name) for split in self.alive):
                return "started" if len(live) > 1 else "one"
            return "all"
        again = [a for a in live if self.dominates(name, a.source)]
        first = [a for a in live if a not in again]
        if over is None or len(first) <= 1:
            return "one"
        self.round[name] = {a.index for a in first}
        return "any"

    def meets_first_at(self, split, join):
        """Whether branches of an inclusive split that is not behind the join meet there, and at no node before it."""
        if self.net.nodes[split].split is not Split.INCLUSIVE or split == join or self.dominates(join, split):
            return False
        return all(
            join in self.reach(split, without={one}) for one in self.net.nodes if one not in (split, join)
        )

    # -- the game

    def place(self, arc):
        kind = self.kind[arc.target]
        if kind == "one":
            return ("node", arc.target)
        if kind == "any":
            return ("first" if arc.index in self.round[arc.target] else "again", arc.target)
        return ("arc", arc.index)

    def owner(self, place):
        if place == START:
            return self.net.start
        return place[1] if place[0] != "arc" else self.arc(place[1]).target

    def arc(self, index):
        return next(a for a in self.net.arcs if a.index == index)

    def places_of(self, node):
        kind = self.kind[node]
        if kind == "one":
            return [("node", node)]
        if kind == "any":
            return [("first", node), ("again", node)]
        live = self.into[node] if kind == "all" else [a for a in self.into[node] if a.source in self.alive]
        return [("arc", a.index) for a in live] + ([START] if node == self.net.start else [])

    def initial(self):
        start = self.net.start
        return (frozenset([START if self.kind[start] == "all" else ("node", start)]), frozenset())

    def can_come(self, marked, place, join):
        """Whether a token elsewhere can walk to the place without running the join or its split."""
        source = self.arc(place[1]).source
        split = self.over[join]
        for one in marked:
            node = self.owner(one)
            if node not in (join, split) and source in self.reach(node, without={join, split}):
                return True
        return False

    def enabled(self, state):
        marked, _ = state
        for node in self.net.nodes:
            if node not in self.kind:
                continue
            here = [p for p in self.places_of(node) if p in marked]
            if not here:
                continue
            kind = self.kind[node]
            if kind in ("one", "any"):
                for place in here:
                    yield node, [place]
            else:
                missing = self.missing(state, node)
                if not missing:
                    yield node, here

    def missing(self, state, node):
        marked, _ = state
        empty = [p for p in self.places_of(node) if p not in marked]
        if self.kind[node] == "all":
            return empty
        return [p for p in empty if self.can_come(marked, p, node)]

    def parts(self, node):
        """The arcs taken alone, and the arcs that go together."""
        arcs, split = self.out[node], self.net.nodes[node].split
        if split is Split.EXCLUSIVE:
            return arcs, []
        kinds = ("exception",) if split is Split.PARALLEL else ("exception", "otherwise")
        return [a for a in arcs if a.kind in kinds], [a for a in arcs if a.kind not in kinds]

    def is_outcome(self, node, arcs):
        alone, rest = self.parts(node)
        if not arcs or len(set(arcs)) < len(arcs):
            return not arcs and not self.out[node]
        if len(arcs) == 1 and arcs[0] in alone:
            return True
        wanted = set(rest) if self.net.nodes[node].split is Split.PARALLEL else set(arcs)
        return set(arcs) == wanted and set(arcs) <= set(rest)

    def outcomes(self, node):
        split = self.net.nodes[node].split
        alone, rest = self.parts(node)
        if not self.out[node]:
            return [()]
        found = [(a,) for a in alone]
        if rest and split is Split.PARALLEL:
            found.append(tuple(rest))
        elif rest:
            for size in range(1, len(rest) + 1):
                found += combinations(rest, size)
        return found

    def fire(self, state, node, taken, arcs):
        """The state after it, and the nodes that would run twice."""
        marked, ran = state
        marked = set(marked) - set(taken)
        ran = set(ran)
        twice = set()
        for join in self.round:
            if self.over[join] == node:
                if ("first", join) in marked:
                    twice.add(join)
                ran.discard(join)
        if taken == [("first", node)]:
            ran.add(node)
        for arc in arcs:
            if arc.target is None:
                continue
            place = self.place(arc)
            if place[0] == "first":
                if arc.target in ran or place in marked:
                    continue
                if ("again", arc.target) in marked:
                    twice.add(arc.target)
                marked.add(place)
            elif place in marked or (place[0] == "again" and ("first", arc.target) in marked):
                twice.add(arc.target)
            else:
                marked.add(place)
        ran = {join for join in ran if self.can_be_late(marked, join)}
        return (frozenset(marked), frozenset(ran)), twice

    def can_be_late(self, marked, join):
        """Whether some token can still come to the join in this round, without the round's split."""
        split = self.over[join]
        ways = [self.arc(index).source for index in self.round[join]]
        for one in marked:
            node = self.owner(one)
            if one == ("first", join) or (
                node != split and any(s in self.reach(node, without={split}) for s in ways if s != split)
            ):
                return True
        return False

    def found(self):
        first = self.initial()
        self.cost = {first: 0}
        self.after: dict = {}
        self.stuck: dict[str, int] = {}
        self.twice: dict[str, int] = {}
        self.fired: set[str] = set()
        leaving = set()
        queue = deque([first])
        while queue:
            state = queue.popleft()
            self.after[state] = []
            moved = False
            for node, taken in self.enabled(state):
                moved = True
                self.fired.add(node)
                for arcs in self.outcomes(node):
                    following, twice = self.fire(state, node, taken, arcs)
                    if twice:
                        leaving.add(state)
                        for one in twice:
                            self.twice[one] = min(self.twice.get(one, 10**9), self.cost[state] + 1)
                        continue
                    self.after[state].append((node, following))
                    if following not in self.cost:
                        self.cost[following] = self.cost[state] + 1
                        queue.append(following)
            if not moved:
                leaving.add(state)
                if state[0]:
                    for place in state[0]:
                        join = self.owner(place)
                        self.stuck[join] = min(self.stuck.get(join, 10**9), self.cost[state])
        self.traps = self.find_traps(leaving)
        self.dead = self.alive - self.fired

    def find_traps(self, leaving):
        before: dict = {}
        for state, moves in self.after.items():
            for _, following in moves:
                before.setdefault(following, []).append(state)
        safe, todo = set(), list(leaving)
        while todo:
            state = todo.pop()
            if state not in safe:
                safe.add(state)
                todo += before.get(state, [])
        traps: dict = {}
        closure = {}
        for state in self.after:
            if state not in safe:
                closure[state] = self.walk(state)
        for part in closure.values():
            if all(closure[state] == part for state in part):
                nodes = frozenset(node for state in part for node, _ in self.after[state])
                cost = min(self.cost[state] for state in part)
                traps[nodes] = min(cost, traps.get(nodes, 10**9))
        return traps

    def walk(self, state):
        seen, todo = set(), [following for _, following in self.after[state]]
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += [following for _, following in self.after[one]]
        return frozenset(seen)

    # -- runs

    def replay(self, run):
        """All (state, nodes run twice) that a run can lead to; it fails where the run cannot be made."""
        states: set = {(self.initial(), frozenset())}
        for firing in run:
            following: set = set()
            for state, twice in states:
                assert not twice, "the run goes on after its end"
                for node, taken in self.enabled(state):
                    if node == firing.node and self.is_outcome(node, tuple(firing.arcs)):
                        after, again = self.fire(state, node, taken, firing.arcs)
                        following.add((after, frozenset(again)))
            assert following, f"{firing} cannot run here"
            states = following
        return states
