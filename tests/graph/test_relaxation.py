from __future__ import annotations

import pytest

from svcflow.graph.net import outgoing, successors
from svcflow.graph.reduction import Reducer, is_sound_block
from svcflow.graph.relaxation import relax
from tests.graph.nets import make
from tests.graph.test_assembly import system_of

ONLY_RELAXED = {
    "overlapping": make(a="and> b c", b="and> d e", c="> j", d="> j", e="> k", j="all> k", k="all> end"),
    "a branch that nobody waits for": make(a="and> b c", b="> end", c="> d e", d="> end", e="> end"),
    "a branch that may end": make(a="or> b c", b="> j !end", c="> j", j="all> end"),
    "a choice between two arcs to the join": make(
        a="or> b c", b="> d e", d="> j", e="> j", c="> j", j="all> end"
    ),
    "the first of several": make(a="and> b c", b="> j", c="> j", j="any> d", d="> j end"),
    "the first of some": make(a="or> b c d", b="> j", c="> j", d="> j", j="any> end"),
}


def is_cleared(net) -> bool:
    system, _ = system_of(net)
    relax(system, successors(outgoing(net)))
    return is_sound_block(system)


@pytest.mark.parametrize("name", ONLY_RELAXED)
def test_what_only_the_verdict_needs_not_tell_apart(name):
    system, _ = system_of(ONLY_RELAXED[name])
    Reducer(system).reduce()
    assert not is_sound_block(system)
    assert is_cleared(ONLY_RELAXED[name])


@pytest.mark.parametrize(
    "net",
    [
        make(a="and> b c", b="> end", c="> a end"),
        make(a="and> b c", b="> j", c="> j", j="any> d", d="> a end"),
        make(a="and> b c", b="> j !end", c="> j", j="all> end"),
        make(a="and> b b c", b="> end", c="> end"),
        make(a="or> b c", b="> d e", d="> j", e="> j", c="> j", j="> end"),
    ],
)
def test_what_may_go_wrong_is_never_cleared(net):
    assert not is_cleared(net)
