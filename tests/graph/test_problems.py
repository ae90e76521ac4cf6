from __future__ import annotations

import pytest

from svcflow.graph.problems import Deadlock, DeadSteps, Endless, RunsTwice, Soundness

NONE: frozenset[str] = frozenset()


def test_nothing_found_and_decided_is_sound():
    assert Soundness(decided=True, states=1, unreachable=frozenset("x")).sound


def test_nothing_found_is_not_enough():
    assert not Soundness(decided=False, states=1, unreachable=NONE).sound


@pytest.mark.parametrize(
    "problem",
    [
        {"deadlocks": (Deadlock((), ()),)},
        {"runs_twice": (RunsTwice((), "a"),)},
        {"endless": (Endless((), NONE),)},
        {"dead_steps": (DeadSteps(NONE, None),)},
    ],
)
def test_any_problem_is_one(problem):
    assert not Soundness(decided=True, states=1, unreachable=NONE, **problem).sound
