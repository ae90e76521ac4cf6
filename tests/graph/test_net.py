from __future__ import annotations

import pytest

from svcflow.graph.net import Arc, Net, NetNode, Split, choices, incoming, outgoing, successors
from tests.graph.nets import make


def test_arcs_are_given_by_node_in_the_order_of_the_net():
    net = make(a="> b b end", b="> end")
    assert [arc.index for arc in outgoing(net)["a"]] == [0, 1, 2]
    assert [arc.index for arc in incoming(net)["b"]] == [0, 1]
    assert successors(outgoing(net)) == {"a": ["b", "b"], "b": []}


@pytest.mark.parametrize(
    ("split", "kinds", "expected"),
    [
        (Split.EXCLUSIVE, "", [("", False)]),
        (Split.PARALLEL, "", [("", False)]),
        (Split.EXCLUSIVE, "mbe", [("m", False), ("b", False), ("e", False)]),
        (Split.PARALLEL, "bboe", [("bbo", False), ("e", False)]),
        (Split.INCLUSIVE, "bboe", [("bb", True), ("o", False), ("e", False)]),
        (Split.INCLUSIVE, "bo", [("b", False), ("o", False)]),
        (Split.INCLUSIVE, "o", [("o", False)]),
        (Split.PARALLEL, "e", [("e", False)]),
    ],
)
def test_the_choices_of_a_split(split, kinds, expected):
    full = {"m": "main", "b": "branch", "o": "otherwise", "e": "exception"}
    arcs = [Arc(index, "a", None, kind=full[kind]) for index, kind in enumerate(kinds)]
    found = [("".join(arc.kind[0] for arc in choice.arcs), choice.some) for choice in choices(split, arcs)]
    assert found == expected


@pytest.mark.parametrize(
    ("arcs", "start", "message"),
    [
        ((), "z", "the start 'z' is not a node of the net"),
        ((Arc(3, "a", "z"),), "a", "arc 3 from 'a' to 'z' leaves the net"),
        ((Arc(3, "z", None),), "a", "arc 3 from 'z' to None leaves the net"),
        ((Arc(0, "a", None), Arc(0, "a", None)), "a", "two arcs have the same index"),
    ],
)
def test_a_net_that_makes_no_sense_is_refused(arcs, start, message):
    with pytest.raises(ValueError, match=message):
        Net({"a": NetNode("a")}, arcs, start)
