from __future__ import annotations

from svcflow.graph.firing import Game
from svcflow.graph.net import Net
from tests.graph.nets import make
from tests.graph.test_assembly import system_of


class Player:
    """Plays one move after the other, by the names of the blocks."""

    def __init__(self, net: Net) -> None:
        system, self.blocks = system_of(net)
        self.game = Game(system)
        self.marking = self.game.start
        self.twice: tuple[str, ...] = ()

    def ready(self) -> set[str]:
        return {block.name for block, _ in self.game.ready(self.marking)}

    def play(self, *names: str) -> Player:
        for name in names:
            move = next(move for move in self.game.moves(self.marking) if move.block.name == name)
            self.marking, self.twice = self.game.play(self.marking, move)
        return self

    def places(self) -> list[str]:
        return sorted(place.block.name for place in self.game.marked(self.marking))


PARALLEL = make(s="and> a b", a="> j", b="> j", j="all> end")


def test_a_join_waits_for_all_branches():
    player = Player(PARALLEL).play("s", "a")
    assert player.ready() == {"b"}
    assert player.play("b").ready() == {"j"}
    assert player.play("j").places() == []


def test_a_second_token_is_noticed_where_it_arrives():
    player = Player(make(s="and> a b", a="> m", b="> m", m="> end")).play("s", "a")
    assert player.twice == ()
    assert player.play("b").twice == ("m",)


def test_an_inclusive_join_waits_for_what_is_on_its_way():
    player = Player(make(s="or> a b", a="> j", b="> j", j="all> end"))
    both = list(player.game.moves(player.marking))[-1]
    player.marking, _ = player.game.play(player.marking, both)
    assert player.play("a").ready() == {"b"}
    assert player.play("b").ready() == {"j"}


def test_an_inclusive_join_does_not_wait_for_what_was_not_started():
    assert Player(make(s="or> a b", a="> j", b="> j", j="all> end")).play("s", "a").ready() == {"j"}


def test_after_the_first_the_later_ones_vanish():
    net = make(s="and> a b", a="> j", b="> j", j="any> k", k="> end")
    player = Player(net).play("s", "a", "j")
    assert player.places() == ["b", "k"]
    assert player.play("b").places() == ["k"]


def test_a_new_round_runs_the_join_again():
    net = make(s="and> a b", a="> j", b="> j", j="any> c", c="> s end")
    player = Player(net).play("s", "b", "j")
    move = next(move for move in player.game.moves(player.marking) if move.block.name == "c")
    player.marking, _ = player.game.play(player.marking, move)
    assert "s" in player.ready() or "a" in player.ready()


def test_only_one_block_is_followed_where_it_is_independent_of_all_others():
    player = Player(PARALLEL).play("s")
    assert {move.block.name for move in player.game.moves(player.marking)} == {"a", "b"}
    assert len(list(player.game.moves(player.marking, single=True))) == 1


def test_no_block_is_followed_alone_where_another_token_may_come():
    player = Player(make(s="and> a b", a="> m", b="> a c", c="> end", m="> end")).play("s")
    assert {move.block.name for move in player.game.moves(player.marking, single=True)} == {"b"}
