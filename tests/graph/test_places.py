from __future__ import annotations

from svcflow.graph.net import Arc
from svcflow.graph.places import Block, Place, Way, flatten_names, flatten_path, join

ARCS = [Arc(number, "s", None) for number in range(3)]


def place_of(name: str) -> Place:
    block = Block(name)
    block.inputs.append(Place(block))
    return block.inputs[0]


def test_paths_are_joined_in_order_and_nothing_is_left_out():
    one, two, three = (("a", ()), ("b", ()), ("c", ()))
    assert flatten_path(join(None, join(one, None, two), three)) == [one, two, three]
    assert flatten_path(None) == []


def test_a_path_of_ten_thousand_steps_is_flattened():
    path = None
    for number in range(10_000):
        path = join(path, (str(number), ()))
    assert [name for name, _ in flatten_path(path)][-1] == "9999"
    assert flatten_names((("a", None), ("b", "a"))) == {"a", "b"}


def test_of_two_ways_to_the_same_place_the_shorter_is_kept():
    source, target = Block("s"), place_of("t")
    for cost in (3, 2, 4):
        source.add(Way(source, (target,), cost, None))
    (kept,) = source.ways.values()
    assert kept.cost == 2
    assert target.feeder is kept


def test_a_place_has_a_feeder_only_if_all_its_tokens_come_by_one_way():
    target = place_of("t")
    assert target.feeder is None
    one, other = Block("a"), Block("b")
    ways = [Way(source, (target,), 1, None) for source in (one, other)]
    one.add(ways[0])
    other.add(ways[1])
    assert target.feeder is None
    other.remove(ways[1])
    assert target.feeder is ways[0]


def test_the_first_token_comes_by_no_way():
    source, target = Block("s"), place_of("t")
    source.add(Way(source, (target,), 1, None))
    target.entry = True
    assert target.feeder is None


def test_a_choice_of_one_branch_or_the_end_is_two_ways():
    source, target = Block("s"), place_of("t")
    way = Way(source, (None, target), 1, None)
    way.some, way.name, way.arcs = True, "s", (ARCS[0], ARCS[1])
    assert [(one.targets, flatten_path(one.path)) for one in way.plain()] == [
        ((), [("s", (ARCS[0],))]),
        ((target,), [("s", (ARCS[1],))]),
    ]
