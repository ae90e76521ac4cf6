"""What the findings say, and where they point."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Edit
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.model import Process


def found(rule: str, *steps: dict, options: dict[str, Any] | None = None, **more: Any) -> list[Problem]:
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named, **more})
    (chosen,) = find_rules(rule)
    made = chosen(options)
    assert isinstance(made, ProcessRule)
    return list(made.check(ProcessContext(process, Shared())))


def only(rule: str, *steps: dict, **more: Any) -> Problem:
    (problem,) = found(rule, *steps, **more)
    return problem


LOAN = (
    {"id": "受理", "kind": "parallel", "next": ["审核", "评估"]},
    {"id": "审核", "next": [{"when": "资料不全", "to": "end"}, {"otherwise": "签约"}]},
    {"id": "评估"},
    {"id": "签约", "join": "all"},
    {"id": "放款"},
)


class TestDeadlock:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            (
                "en",
                (
                    "受理 → 审核 → branch ‘资料不全’ → 评估 → "
                    "‘签约’ waits for ‘审核’ (in all other cases), which never comes"
                ),
            ),
            (
                "zh-Hans",
                "受理 → 审核 → 分支“资料不全” → 评估 → “签约”等待“审核”（其余所有情况），但永远等不到",
            ),
            (
                "zh-Hant",
                "受理 → 审核 → 分支「资料不全」 → 评估 → 「签约」等候「审核」（其餘所有情況），卻永遠等不到",
            ),
        ],
    )
    def test_tells_the_run_in_the_names_of_the_process(self, language: str, said: str) -> None:
        assert only("deadlock", *LOAN).message.render(translator(language)) == said

    def test_points_to_the_join_and_to_what_is_never_reached(self) -> None:
        steps = (
            {"id": "a", "next": [{"when": "x", "to": "b"}, {"otherwise": "c"}]},
            {"id": "b", "next": "d"},
            {"id": "c"},
            {"id": "d", "join": "all"},
            {"id": "e"},
        )
        problem = only("deadlock", *steps)
        assert problem.route == ("steps", 3, "join")
        assert [(route, str(said)) for route, said in problem.related] == [
            (("steps", 4, "name"), "so that this step is never reached")
        ]
        assert found("unreachable-step", *steps) == []

    def test_an_exception_is_named_as_one(self) -> None:
        problem = only(
            "deadlock",
            {"id": "a", "kind": "parallel", "next": ["b", "c"]},
            {"id": "b", "next": "d", "exceptions": [{"when": "fire", "goto": "end"}]},
            {"id": "c"},
            {"id": "d", "join": "all"},
        )
        assert "b → exception ‘fire’ → c → ‘d’ waits for ‘b’" in str(problem.message)

    def test_a_start_that_waits_for_itself(self) -> None:
        problem = only("deadlock", {"id": "a", "join": "all"}, {"id": "b", "next": "a"})
        assert str(problem.message) == "‘a’ waits for ‘b’, which never comes"

    def test_a_way_on_without_alternative_needs_no_name(self) -> None:
        first, *rest = LOAN
        problem = only("deadlock", {"id": "登记", "next": [{"when": "登记完成", "to": "受理"}]}, first, *rest)
        assert str(problem.message).startswith("登记 → 受理 → 审核 → branch")

    def test_a_long_run_is_shortened_in_the_middle(self) -> None:
        row = [{"id": f"s{number}"} for number in range(20)]
        problem = only("deadlock", *row, *LOAN)
        assert str(problem.message).startswith("s0 → s1 → s2 → … → s18 → s19 → 受理 → 审核")


class TestRunsTwice:
    def test_names_what_starts_the_branches(self) -> None:
        problem = only(
            "runs-twice",
            {"id": "a", "kind": "parallel", "next": ["b", "c"]},
            {"id": "b", "next": "d"},
            {"id": "c"},
            {"id": "d"},
        )
        assert str(problem.message) == "‘d’ can run twice at once: a → b → c → ‘d’"
        assert [route for route, _ in problem.related] == [("steps", 0, "name")]
        assert "join: all" in str(problem.help)

    def test_a_way_back_out_of_a_branch(self) -> None:
        problem = only(
            "runs-twice",
            {"id": "a"},
            {"id": "b", "kind": "parallel", "next": ["c", "d"]},
            {"id": "c", "next": [{"when": "again", "to": "a"}, {"otherwise": "e"}]},
            {"id": "d"},
            {"id": "e", "join": "all"},
        )
        assert str(problem.message) == "‘d’ can run twice at once: a → b → c → branch ‘again’ → a → b → ‘d’"
        assert str(problem.help) == "join the branches that run side by side before one of them leads here"
        assert problem.related == ()


class TestNeverEnds:
    def test_tells_how_it_is_come_to_and_the_circle(self) -> None:
        problem = only(
            "never-ends",
            {"id": "a", "next": [{"when": "lucky", "to": "end"}, {"otherwise": "b"}]},
            {"id": "b"},
            {"id": "c", "next": "b"},
        )
        assert str(problem.message) == "the process never ends: a → in all other cases → b → c → b → …"
        assert [route for route, _ in problem.related] == [("steps", 2, "next", 0, "to")]

    def test_says_nothing_of_rework_then(self) -> None:
        assert found("unbounded-rework", {"id": "a"}, {"id": "b", "next": "a"}) == []


class TestUnreachable:
    def test_points_to_what_passes_it_by(self) -> None:
        problem = only("unreachable-step", {"id": "a", "next": "c"}, {"id": "b"}, {"id": "c"})
        assert [(route, str(said)) for route, said in problem.related] == [
            (("steps", 0, "next", 0, "to"), "the step above it leads to ‘c’")
        ]

    def test_only_the_first_of_those_that_follow_each_other(self) -> None:
        steps = [{"id": "a", "next": "end"}, {"id": "b"}, {"id": "c"}, {"id": "d", "next": "c"}]
        assert [problem.route for problem in found("unreachable-step", *steps)] == [("steps", 1, "name")]

    def test_a_circle_that_nothing_leads_to(self) -> None:
        steps = [{"id": "a", "next": "end"}, {"id": "b"}, {"id": "c", "next": "b"}]
        assert [problem.route for problem in found("unreachable-step", *steps)] == [("steps", 1, "name")]


class TestRework:
    BACK: ClassVar = {"id": "b", "next": [{"when": "not good", "to": "a"}, {"otherwise": "end"}]}

    def bounded(self, a: dict, b: dict | None = None, **more: Any) -> bool:
        return not found("unbounded-rework", {"id": "a", **a}, {**self.BACK, **(b or {})}, **more)

    def test_without_anything(self) -> None:
        assert not self.bounded({})

    def test_escalation_in_the_loop(self) -> None:
        assert self.bounded({"sla": {"completion": "1d", "escalate": "boss"}})
        assert self.bounded({}, {"exceptions": [{"when": "third time", "escalate": "boss"}]})
        assert self.bounded({}, sla={"resolution": "3d", "escalate": "boss"})

    def test_exception_that_leads_out_or_not(self) -> None:
        assert self.bounded({"exceptions": [{"when": "gone", "goto": "end"}]})
        assert not self.bounded({"exceptions": [{"when": "unclear", "goto": "b"}]})
        assert not self.bounded({"sla": "1d", "exceptions": [{"when": "unclear", "do": "ask"}]})

    def test_wait_that_leads_out_or_not(self) -> None:
        wait = {"kind": "wait", "until": "answer"}
        assert self.bounded({**wait, "at_most": {"time": "5d", "to": "end"}})
        assert not self.bounded({**wait, "at_most": {"time": "5d", "to": "b"}})
        assert not self.bounded({**wait, "at_most": "5d"})

    def test_a_limit_must_lie_on_every_way_round(self) -> None:
        steps = (
            {"id": "a", "next": [{"when": "quick", "to": "c", "limit": 1}, {"otherwise": "b"}]},
            {"id": "b"},
            {"id": "c", "next": [{"when": "again", "to": "a"}, {"otherwise": "end"}]},
        )
        assert [problem.route for problem in found("unbounded-rework", *steps)] == [
            ("steps", 2, "next", 0, "to")
        ]

    def test_a_loop_in_a_bounded_loop_needs_its_own_limit(self) -> None:
        steps = (
            {"id": "a"},
            {"id": "b", "next": [{"when": "again", "to": "b"}, {"otherwise": "c"}]},
            {"id": "c", "next": [{"when": "all again", "to": "a", "limit": 2}, {"otherwise": "end"}]},
        )
        assert str(only("unbounded-rework", *steps).message).endswith("again: b → b")


class TestFallsIntoBranch:
    STEPS = (
        {"id": "ask", "kind": "decision", "next": [{"when": "yes", "to": "fix"}, {"otherwise": "go"}]},
        {"id": "fix"},
        {"id": "go"},
        {"id": "done"},
    )

    def test_a_skip_counts_only_when_asked(self) -> None:
        assert found("falls-into-branch", *self.STEPS) == []
        problem = only("falls-into-branch", *self.STEPS, options={"skips": True})
        assert problem.route == ("steps", 1, "name")
        assert problem.related[0][0] == ("steps", 0, "next", 1, "otherwise")

    def test_a_branch_that_says_where_it_goes_on_is_none_to_skip_to(self) -> None:
        ask, fix, _, done = self.STEPS
        assert found("falls-into-branch", ask, fix, {"id": "go", "next": "done"}, done)

    def test_parallel_branches(self) -> None:
        split = {"id": "split", "kind": "parallel", "next": ["a", "b"]}
        assert found("falls-into-branch", split, {"id": "a"}, {"id": "b"}, {"id": "c", "join": "all"})

    def test_a_way_back_to_the_beginning_of_a_branch_does_not_make_it_a_meeting_place(self) -> None:
        steps = (
            {"id": "ask", "next": [{"when": "x", "to": "a"}, {"when": "y", "to": "b"}, {"otherwise": "c"}]},
            {"id": "a"},
            {"id": "b", "next": [{"when": "again", "to": "b"}, {"otherwise": "d"}]},
            {"id": "c", "next": "d"},
            {"id": "d"},
        )
        assert only("falls-into-branch", *steps).route == ("steps", 1, "name")


class TestJoins:
    def test_a_join_behind_a_join_needs_a_parallel_step_of_its_own(self) -> None:
        steps = (
            {"id": "split", "kind": "parallel", "next": ["a", "b"]},
            {"id": "a", "next": "meet"},
            {"id": "b"},
            {"id": "meet", "join": "all", "next": [{"when": "x", "to": "c"}, {"otherwise": "d"}]},
            {"id": "c", "next": "last"},
            {"id": "d"},
            {"id": "last", "join": "any"},
        )
        problem = only("join-without-parallel", *steps)
        assert str(problem.message) == "‘last’ joins branches, but none are started together before it"
        assert problem.route == ("steps", 6, "join")
        assert problem.fix is not None
        assert problem.fix.edits == (Edit(("steps", 6, "join")),)

    def test_a_join_of_one_way_and_one_in_a_loop(self) -> None:
        one, loop = found(
            "join-without-parallel",
            {"id": "a"},
            {"id": "b", "join": "all"},
            {"id": "c", "join": "any", "next": [{"when": "again", "to": "c"}, {"otherwise": "end"}]},
        )
        assert str(one.message) == "‘b’ joins branches, but only one way leads to it"
        assert one.fix is not None
        assert loop.fix is None, "the join may be what ends the loop"

    def test_a_part_of_the_branches_may_join_first(self) -> None:
        steps = (
            {"id": "split", "kind": "parallel", "next": ["a", "b", "c"]},
            {"id": "a", "next": "two"},
            {"id": "b"},
            {"id": "two", "join": "all", "next": "three"},
            {"id": "c"},
            {"id": "three", "join": "all"},
        )
        assert found("join-without-parallel", *steps) == []
        assert found("parallel-without-join", *steps) == []


class TestShares:
    def test_one_missing_share_is_what_is_left(self) -> None:
        steps = (
            {"id": "a", "next": [{"when": "x", "to": "b", "share": "8%"}, {"otherwise": "end"}]},
            {"id": "b"},
        )
        problem = only("shares-do-not-add-up", *steps)
        assert problem.fix is not None
        assert problem.fix.edits == (Edit(("steps", 0, "next", 1, "share"), "92%"),)

    def test_of_several_missing_ones_nobody_knows(self) -> None:
        ways = [{"when": "x", "to": "b", "share": "8%"}, {"when": "y", "to": "b"}, {"otherwise": "end"}]
        problems = found("shares-do-not-add-up", {"id": "a", "next": ways}, {"id": "b"})
        assert [problem.fix for problem in problems] == [None, None]

    def test_too_much_is_said_even_where_one_is_missing(self) -> None:
        ways = [
            {"when": "x", "to": "b", "share": "80%"},
            {"when": "y", "to": "b", "share": "70%"},
            {"otherwise": "end"},
        ]
        problem = only("shares-do-not-add-up", {"id": "a", "next": ways}, {"id": "b"})
        assert "add up to 150%" in str(problem.message)


class TestOptions:
    def test_tasks_need_otherwise_when_asked(self) -> None:
        steps = ({"id": "a", "next": [{"when": "approved", "to": "b"}]}, {"id": "b"})
        assert found("decision-without-otherwise", *steps) == []
        assert found("decision-without-otherwise", *steps, options={"tasks": True})

    def test_complexity_of_splits(self) -> None:
        """Three branches (3), two of an inclusive step (3), a parallel step (1), an exception beside the way on (2)."""
        steps = (
            {"id": "a", "next": [{"when": "x", "to": "b"}, {"when": "y", "to": "c"}, {"otherwise": "d"}]},
            {"id": "b", "kind": "inclusive", "next": [{"when": "x", "to": "c"}, {"when": "y", "to": "d"}]},
            {"id": "c", "kind": "parallel", "next": ["d", "e"]},
            {"id": "d", "exceptions": [{"when": "fire", "goto": "end"}]},
            {"id": "e"},
        )
        assert found("too-complex", *steps, options={"complexity": 9}) == []
        assert "complexity of 9" in str(only("too-complex", *steps, options={"complexity": 8}).message)
