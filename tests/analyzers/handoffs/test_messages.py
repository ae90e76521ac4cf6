"""What the rules about handoffs say, where they point, and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.handoffs.sides import changes_of_side, departments
from svcflow.load import Shared
from svcflow.model import Process
from tests.strategies import processes
from tests.support.problems import found, only, places, said

ROLES: dict[str, Any] = {
    "guest": {"name": "Guest", "line": "customer"},
    "agent": {"name": "Agent", "department": "Hotline", "line": "frontstage"},
    "lead": {"name": "Lead", "department": "Hotline", "line": "frontstage"},
    "adjuster": {"name": "Adjuster", "department": "Claims", "line": "backstage"},
    "garage": {"name": "Garage", "kind": "partner", "line": "support"},
    "robot": {"name": "Robot", "kind": "system", "line": "support"},
    "freelancer": "Freelancer",
}
CLAIM = (
    {"id": "take", "role": "agent", "outputs": "claim"},
    {"id": "assess", "role": "adjuster", "outputs": "report"},
)


def chain(*roles: str | list[str] | None, **more: Any) -> list[dict[str, Any]]:
    """Steps one after the other, each with its role."""
    return [{"id": f"s{n}", **({"role": role} if role else {}), **more} for n, role in enumerate(roles)]


class TestUndeclared:
    def test_both_sides_are_named(self) -> None:
        problem = only("undeclared-handoff", *CLAIM, roles=ROLES)
        assert said(problem.message) == (
            "from ‘take’ to ‘assess’ the work goes from Agent (Hotline) to Adjuster (Claims), and nothing is agreed"
        )
        assert said(problem.message, "zh-Hant") == (
            "從「take」到「assess」，工作由Agent（Hotline）轉給Adjuster（Claims），卻沒有任何約定"
        )
        assert problem.route == ("steps", 0, "name")
        assert places(problem) == [(("steps", 1, "name"), "it is taken over here")]

    def test_it_is_told_at_the_branch_that_leads_there(self) -> None:
        steps = [
            {
                "id": "take",
                "role": "agent",
                "next": [{"when": "big", "to": "assess"}, {"otherwise": "repair"}],
            },
            {"id": "assess", "role": "adjuster", "next": "end"},
            {"id": "repair", "role": "garage"},
        ]
        routes = [problem.route for problem in found("undeclared-handoff", *steps, roles=ROLES)]
        assert routes == [("steps", 0, "next", 0, "to"), ("steps", 0, "next", 1, "otherwise")]

    @pytest.mark.parametrize(
        ("giver", "taker", "count"),
        [
            ("agent", "lead", 0),
            ("guest", "agent", 0),
            ("agent", "guest", 0),
            ("agent", "robot", 0),
            ("agent", "nobody", 0),
            ("agent", "garage", 1),
            ("agent", "freelancer", 1),
            (["agent", "adjuster"], "adjuster", 0),
            (["agent", "adjuster"], "lead", 0),
        ],
    )
    def test_who_needs_an_agreement(self, giver: str, taker: str, count: int) -> None:
        assert len(found("undeclared-handoff", *chain(giver, taker), roles=ROLES)) == count

    def test_within_a_department_only_when_asked(self) -> None:
        options = {"within_department": True}
        assert len(found("undeclared-handoff", *chain("agent", "lead"), roles=ROLES, options=options)) == 1


class TestAgreements:
    def test_what_never_happens(self) -> None:
        problem = only(
            "handoff-not-in-flow", *CLAIM, roles=ROLES, handoffs=[{"from": "assess", "to": "take"}]
        )
        assert said(problem.message, "zh-Hans") == "工作从不会从“assess”走到“take”"
        assert problem.route == ("handoffs", 0, "to")

    def test_in_the_same_hands(self) -> None:
        steps = chain("agent", "agent")
        problem = only("handoff-not-in-flow", *steps, roles=ROLES, handoffs=[{"from": "s0", "to": "s1"}])
        assert said(problem.message) == "‘s0’ and ‘s1’ are in the same hands: there is nothing to hand over"

    def test_agreed_twice(self) -> None:
        twice = [{"from": "take", "to": "assess", "within": time} for time in ("1h", "2h")]
        problem = only("handoff-not-in-flow", *CLAIM, roles=ROLES, handoffs=twice)
        assert said(problem.message, "zh-Hant") == "從「take」到「assess」的交接約定了兩次"
        assert problem.route == ("handoffs", 1, "to")
        assert places(problem) == [(("handoffs", 0, "to"), "agreed here first")]

    def test_an_earlier_step_and_the_last_one_of_the_same_hands_each_have_theirs(self) -> None:
        """Both steps hand over to the same one: by an exception, and at the end."""
        steps = [
            {"id": "take", "role": "agent", "exceptions": [{"when": "fire", "goto": "assess"}]},
            {"id": "ask", "role": "agent"},
            {"id": "assess", "role": "adjuster"},
        ]
        both = [{"from": "take", "to": "assess"}, {"from": "ask", "to": "assess"}]
        assert found("handoff-not-in-flow", *steps, roles=ROLES, handoffs=both) == []
        assert found("undeclared-handoff", *steps, roles=ROLES, handoffs=both[:1]) == []

    @pytest.mark.parametrize("giver", ["s0", "s1"])
    def test_a_wait_between_the_two_may_be_named_as_giver(self, giver: str) -> None:
        steps = chain("agent", None, "adjuster")
        steps[1] |= {"kind": "wait", "for": "1d"}
        agreed = [{"from": giver, "to": "s2"}]
        assert found("handoff-not-in-flow", *steps, roles=ROLES, handoffs=agreed) == []
        assert found("undeclared-handoff", *steps, roles=ROLES, handoffs=agreed) == []

    def test_what_no_way_leads_to_is_told_by_another_rule(self) -> None:
        steps = [{"id": "a", "role": "agent", "next": "end"}, {"id": "b", "role": "adjuster"}]
        assert found("handoff-not-in-flow", *steps, roles=ROLES, handoffs=[{"from": "a", "to": "b"}]) == []

    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("handoff-without-artifact", "從「take」到「assess」的交接，沒有寫明交接什麼"),
            ("handoff-without-time", "從「take」到「assess」的交接沒有時限"),
            ("handoff-without-acceptance", "從「take」到「assess」的交接，沒有寫明怎樣才算接下"),
        ],
    )
    def test_what_an_agreement_lacks(self, rule: str, text: str) -> None:
        problem = only(rule, *CLAIM, handoffs=[{"from": "take", "to": "assess"}])
        assert said(problem.message, "zh-Hant") == text
        assert problem.route == ("handoffs", 0, "from")


class TestPasses:
    def passed(self, artifact: str, *steps: dict[str, Any], **more: Any) -> list[Any]:
        agreed = [{"from": "take", "to": "assess", "passes": artifact}]
        return found("passes-what-nobody-made", *(steps or CLAIM), handoffs=agreed, roles=ROLES, **more)

    def test_where_it_is_made_later_is_shown(self) -> None:
        (problem,) = self.passed("report")
        assert said(problem.message) == "nobody has made `report` when ‘take’ hands over"
        assert problem.route == ("handoffs", 0, "passes", 0)
        assert places(problem) == [(("steps", 1, "outputs"), "it is made only here")]

    def test_a_slip_of_the_pen_is_guessed(self) -> None:
        (problem,) = self.passed("claims")
        assert said(problem.message, "zh-Hans") == "“take”交出时，还没有人做出 `claims`；是不是想写 `claim`？"

    def test_what_comes_from_outside_is_there(self) -> None:
        assert self.passed("photo", inputs=["photo"]) == []
        assert (
            self.passed("photo", catalog={"artifacts": {"photo": {"name": "Photo", "external": True}}}) == []
        )
        assert len(self.passed("photo", catalog={"artifacts": {"photo": "Photo"}})) == 1

    def test_what_another_branch_makes_meanwhile_may_be_there(self) -> None:
        steps = (
            {"id": "start", "kind": "parallel", "next": ["take", "look"]},
            {"id": "take", "role": "agent", "next": "assess"},
            {"id": "look", "role": "agent", "outputs": "photo", "next": "close"},
            {"id": "assess", "role": "adjuster", "next": "close"},
            {"id": "close", "join": "all", "role": "agent", "outputs": "letter"},
        )
        assert self.passed("photo", *steps) == []
        assert len(self.passed("letter", *steps)) == 1

    def test_one_agreement_for_two_ways_is_told_once(self) -> None:
        steps = (
            {"id": "take", "role": "agent", "next": [{"when": "x", "to": "assess"}, {"otherwise": "ask"}]},
            {"id": "ask", "role": "agent"},
            {"id": "assess", "role": "adjuster"},
        )
        assert len(self.passed("photo", *steps)) == 1

    def test_nothing_is_said_where_the_flow_is_not_what_was_meant(self) -> None:
        steps = ({"id": "take", "role": "agent"}, {"id": "assess", "role": "adjuster", "next": "nowhere"})
        assert self.passed("photo", *steps) == []


class TestWays:
    def test_back_and_forth(self) -> None:
        problem = only(
            "ping-pong", *chain("agent", "adjuster", "lead", None, "guest", "adjuster"), roles=ROLES
        )
        assert problem.route == ("steps", 5, "name")
        assert said(problem.message) == (
            "with ‘s5’ the work has changed 3 times in a row between Hotline and Claims"
        )
        assert said(problem.message, "zh-Hans") == "到“s5”为止，工作在Hotline与Claims之间已连续来回 3 次"

    def test_with_a_third_side_between_the_row_is_broken(self) -> None:
        roles = ("agent", "adjuster", "agent", "garage", "agent", "adjuster", "agent")
        assert found("ping-pong", *chain(*roles), roles=ROLES) == []
        assert len(found("ping-pong", *chain(*roles), roles=ROLES, options={"times": 2})) == 3

    def test_ways_back_do_not_count(self) -> None:
        steps = chain("agent", "adjuster", "agent")
        steps[2]["next"] = [{"when": "wrong", "to": "s1"}, {"otherwise": "end"}]
        assert found("ping-pong", *steps, roles=ROLES) == []

    def test_a_step_that_both_sides_may_do_changes_nothing(self) -> None:
        both = ["agent", "adjuster"]
        assert found("ping-pong", *chain("agent", both, "adjuster", both, "agent", both), roles=ROLES) == []

    @pytest.mark.parametrize("times", [0, 1, "3"])
    def test_a_row_has_two_changes_at_least(self, times: Any) -> None:
        with pytest.raises(ValueError, match="times"):
            found("ping-pong", *CLAIM, options={"times": times})

    def test_too_many_changes_are_listed(self) -> None:
        steps = chain("agent", "adjuster", "garage", "agent")
        problem = only("too-many-handoffs", *steps, roles=ROLES, options={"most": 2})
        assert said(problem.message) == (
            "up to ‘s3’ the work has changed departments 3 times: Hotline → Claims → Garage → Hotline"
        )
        assert problem.route == ("steps", 3, "name")
        assert found("too-many-handoffs", *steps, roles=ROLES, options={"most": 3}) == []

    def test_the_longest_of_several_ways_counts(self) -> None:
        steps = chain("agent", "adjuster", "garage", "agent")
        steps[0]["next"] = [{"when": "easy", "to": "s3"}, {"otherwise": "s1"}]
        assert len(found("too-many-handoffs", *steps, roles=ROLES, options={"most": 2})) == 1

    def test_the_customer_is_sent_around(self) -> None:
        meets = {"touchpoint": {"channel": "counter"}}
        steps = chain("agent", "freelancer", "guest", "garage", **meets)
        problem = only("customer-sent-around", *steps, roles=ROLES, options={"departments": 2})
        assert said(problem.message, "zh-Hant") == "顧客被一處推到另一處：Hotline → Freelancer → Garage"
        assert problem.route == ("steps", 3, "name")
        assert found("customer-sent-around", *steps, roles=ROLES) == []

    def test_what_happens_out_of_sight_does_not_count(self) -> None:
        steps = chain("agent", "adjuster", "garage", "freelancer")
        assert found("customer-sent-around", *steps, roles=ROLES, options={"departments": 1}) == []


class TestBackstage:
    def test_the_role_is_named_and_pointed_at(self) -> None:
        problem = only("bypasses-frontstage", *chain("guest", None, "adjuster"), roles=ROLES)
        assert said(problem.message, "zh-Hans") == "在“s2”中，客户直接与后台打交道：Adjuster"
        assert problem.route == ("steps", 2, "role")

    @pytest.mark.parametrize("taker", ["garage", "robot", "freelancer", "agent", "nobody"])
    def test_only_people_of_the_backstage(self, taker: str) -> None:
        assert found("bypasses-frontstage", *chain("guest", taker), roles=ROLES) == []

    @pytest.mark.parametrize(
        "leaving",
        [
            {"exceptions": [{"when": "no answer", "after": "1d", "goto": "s1"}], "next": "end"},
            {"kind": "wait", "until": "the answer", "at_most": {"time": "1d", "to": "s1"}, "next": "end"},
        ],
    )
    def test_what_follows_when_the_customer_did_nothing_is_no_meeting(self, leaving: dict[str, Any]) -> None:
        steps = chain("guest", "adjuster")
        steps[0] |= leaving
        assert found("bypasses-frontstage", *steps, roles=ROLES) == []


@given(processes(broken=True, max_steps=7))
@settings(max_examples=100)
def test_changes_of_side_are_those_of_some_way(process: Process) -> None:
    """Against a search of all ways without loops."""
    context = ProcessContext(process, Shared())
    graph = context.graph
    most: dict[str, int] = {}

    def walk(id: str, side: frozenset[str], count: int) -> None:
        for target in graph.forward[id]:
            new = departments(context, graph.nodes[target].roles)
            changed = bool(new and side and side.isdisjoint(new))
            if changed:
                most[target] = max(most.get(target, 0), count + 1)
            walk(target, new or side, count + changed)

    walk(graph.start, departments(context, graph.nodes[graph.start].roles), 0)
    found = changes_of_side(context, lambda node: departments(context, node.roles))
    assert {id: max(len(c.way) for c in arrivals.values()) - 1 for id, arrivals in found.items()} == most
    for arrivals in found.values():
        for before, changes in arrivals.items():
            assert before in changes.way
            assert 1 <= changes.row < max(len(c.way) for c in arrivals.values())
