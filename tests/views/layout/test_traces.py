"""Crossings are counted where none can be avoided."""

from __future__ import annotations

from svcflow.views.layout.traces import Trace, crossings


def test_what_passes_over_a_line_crosses_it() -> None:
    along, across = Trace([(0, 3), (6, 3)]), Trace([(2, 1), (3, 1), (3, 5), (6, 5)])
    assert crossings(along, across) == crossings(across, along) == 1


def test_what_only_reaches_a_line_does_not() -> None:
    assert crossings(Trace([(0, 3), (6, 3)]), Trace([(2, 1), (3, 1), (3, 3), (6, 3)])) == 0


def test_one_line_round_another_in_the_same_gutter() -> None:
    inner = Trace([(4, 1), (4, 2), (8, 2), (8, 1)])
    outer = Trace([(2, 1), (2, 2), (10, 2), (10, 1)])
    assert crossings(inner, outer) == 0


def test_two_that_start_and_end_in_turn_cross_once() -> None:
    one, other = Trace([(2, 1), (2, 2), (8, 2), (8, 1)]), Trace([(4, 1), (4, 2), (10, 2), (10, 1)])
    assert crossings(one, other) == 1


def test_two_that_end_at_one_place_on_both_banks_cross() -> None:
    up, down = Trace([(2, 1), (2, 2), (8, 2), (8, 1)]), Trace([(4, 1), (4, 2), (8, 2), (8, 3)])
    assert crossings(up, down) == 1


def test_what_leaves_a_node_on_one_line_does_not_cross_there() -> None:
    one, other = Trace([(0, 3), (1, 3), (1, 5), (2, 5)]), Trace([(0, 3), (1, 3), (1, 1), (2, 1)])
    assert crossings(one, other, together=1) == 0


def test_what_is_far_apart_is_not_looked_at() -> None:
    assert crossings(Trace([(0, 1), (2, 1)]), Trace([(6, 1), (8, 1)])) == 0
