"""The logic behind the rules about the customer, beyond their cards."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Place
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.load.shared import Entry
from svcflow.model import Process
from svcflow.model.catalog import Artifact

MET: dict[str, Any] = {"touchpoint": {"channel": "counter"}}
ROLES = {
    "guest": {"name": "Guest", "line": "customer"},
    "clerk": {"name": "Clerk", "line": "frontstage"},
    "cook": {"name": "Cook", "line": "backstage"},
}


def found(
    rule: str, *steps: dict, external: str | None = None, options: dict | None = None, **more: Any
) -> list[Problem]:
    named = [{"name": step["id"], **step} for step in steps]
    data = {"process": "p", "name": "P", "roles": ROLES, "steps": named, **more}
    shared = Shared()
    if external:
        artifact = Artifact.model_validate({"name": "Passport", "external": True})
        shared.artifacts[external] = Entry(artifact, Place("c.yaml", ("artifacts", external)))
    (chosen,) = find_rules(rule)
    made = chosen(options)
    assert isinstance(made, ProcessRule)
    return list(made.check(ProcessContext(Process.model_validate(data), shared)))


def only(rule: str, *steps: dict, **more: Any) -> Problem:
    (problem,) = found(rule, *steps, **more)
    return problem


class TestWaiting:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "up to ‘告知’ the customer may hear nothing for 5 business days 2 h"),
            ("zh-Hans", "到“告知”为止，客户可能有 5 个工作日 2 小时得不到任何消息"),
            ("zh-Hant", "到「告知」為止，顧客可能有 5 個工作天 2 小時沒有任何消息"),
        ],
    )
    def test_says_the_sum_of_the_steps_between(self, language: str, said: str) -> None:
        problem = only(
            "customer-waits-uninformed",
            {"id": "受理", **MET, "sla": "20bd"},
            {"id": "调查", "sla": "5bd"},
            {"id": "审批", "sla": "2h"},
            {"id": "告知", **MET, "sla": "20bd"},
        )
        assert problem.message.render(translator(language)) == said
        assert problem.route == ("steps", 3, "name")
        ((place, why),) = problem.related
        assert place == ("steps", 0, "name")
        assert str(why) == "the last contact is here"

    @pytest.mark.parametrize("contact", [MET, {"informed": "guest"}, {"role": "guest"}])
    def test_a_contact_on_the_way_begins_anew(self, contact: dict) -> None:
        steps = [{"id": "a", **MET}, {"id": "b", "sla": "3bd"}, {"id": "c"}, {"id": "d", "sla": "3bd"}]
        assert found("customer-waits-uninformed", *steps, {"id": "e", **MET})
        steps[2] = {**steps[2], **contact}
        assert not found("customer-waits-uninformed", *steps, {"id": "e", **MET})

    def test_the_slowest_of_several_ways_counts(self) -> None:
        ways = [{"when": "easy", "to": "tell"}, {"when": "odd", "to": "ask"}, {"otherwise": "study"}]
        problem = only(
            "customer-waits-uninformed",
            {"id": "take", **MET, "next": ways},
            {"id": "ask", "sla": "1h", "next": "tell"},
            {"id": "study", "sla": "4bd"},
            {"id": "tell", **MET},
        )
        assert "4 business days" in str(problem.message)

    def test_of_branches_that_meet_the_one_with_the_latest_contact_counts(self) -> None:
        steps = (
            {"id": "take", **MET},
            {"id": "split", "kind": "parallel", "next": ["study", "call"]},
            {"id": "study", "sla": "4bd", "next": "tell"},
            {"id": "call", **MET},
            {"id": "tell", "join": "all", **MET},
        )
        assert not found("customer-waits-uninformed", *steps)

    def test_waits_for_the_customer_do_not_count_others_do(self) -> None:
        def steps(*between: dict) -> tuple[dict, ...]:
            return ({"id": "ask", **MET}, *between, {"id": "tell", **MET})

        wait = {"id": "wait", "kind": "wait", "until": "It comes", "at_most": "20bd"}
        work = {"id": "work", "sla": "1h"}
        assert not found("customer-waits-uninformed", *steps(wait))
        assert found("customer-waits-uninformed", *steps(work, wait))
        assert not found("customer-waits-uninformed", *steps(work, {**wait, "remind": ["2bd"]}))

    def test_the_limit_is_an_option_and_runs_on_the_calendar(self) -> None:
        steps = ({"id": "a", **MET}, {"id": "b", "sla": "9h"}, {"id": "c", **MET})
        hours: dict[str, Any] = {
            "calendars": {"office": {"hours": {"mon-fri": ["09:00-17:00"]}}},
            "sla": {"resolution": "9bd", "calendar": "office"},
        }
        assert not found("customer-waits-uninformed", *steps, options={"longest": "1bd"})
        assert found("customer-waits-uninformed", *steps, options={"longest": "1bd"}, **hours)
        assert not found("customer-waits-uninformed", *steps, **hours)

    def test_nobody_waits_before_the_first_contact_or_after_the_last(self) -> None:
        long = {"sla": "30bd"}
        steps = ({"id": "a", **long}, {"id": "b", **MET}, {"id": "c", **long})
        assert not found("customer-waits-uninformed", *steps)


class TestFeedback:
    def test_each_end_that_a_silent_way_leads_to(self) -> None:
        steps = (
            {"id": "ask", "role": "guest", "next": [{"when": "x", "to": "no"}, {"otherwise": "yes"}]},
            {"id": "yes", "feedback": "survey", "next": "end"},
            {"id": "no"},
        )
        problem = only("end-without-feedback", *steps)
        assert problem.route == ("steps", 2, "name")
        assert "‘no’" in str(problem.message)

    def test_where_ways_meet_all_have_to_ask(self) -> None:
        ways = [{"when": "x", "to": "asked"}, {"otherwise": "close"}]
        steps = (
            {"id": "start", "role": "guest", "next": ways},
            {"id": "asked", "feedback": "survey"},
            {"id": "close"},
        )
        assert only("end-without-feedback", *steps).route == ("steps", 2, "name")

    def test_where_no_step_asks_it_is_said_once(self) -> None:
        ways = [{"when": "x", "to": "a"}, {"otherwise": "b"}]
        steps = ({"id": "s", "role": "guest", "next": ways}, {"id": "a", "next": "end"}, {"id": "b"})
        problem = only("end-without-feedback", *steps)
        assert problem.route == ("name",)
        assert str(problem.message) == "no step says how the customer is asked for an opinion"

    def test_a_called_process_asks_for_itself(self) -> None:
        call = {"id": "call", "kind": "call", "process": "other"}
        assert not found("end-without-feedback", {"id": "s", "role": "guest"}, call)

    def test_a_way_to_a_step_that_does_not_exist_is_no_end(self) -> None:
        ways = [{"when": "x", "to": "nowhere"}, {"otherwise": "ask"}]
        steps = ({"id": "s", "role": "guest", "next": ways}, {"id": "ask", "feedback": "survey"})
        assert not found("end-without-feedback", *steps)


class TestAskedTwice:
    def test_of_the_same_role_or_passed_on_it_is_no_second_time(self) -> None:
        first = {"id": "a", "role": "clerk", "inputs": "passport", **MET}
        again = {"id": "b", "role": "cook", "inputs": ["x", "passport"], **MET}
        problem = only("asked-twice", first, again, external="passport")
        assert problem.route == ("steps", 1, "inputs", 1)
        assert str(problem.message) == "in ‘b’ the customer has to give ‘Passport’ a second time"
        assert problem.related[0][0] == ("steps", 0, "inputs", 0)
        assert not found("asked-twice", first, {**again, "role": "clerk"}, external="passport")
        passed = [{"from": "a", "to": "b", "passes": "passport"}]
        assert not found("asked-twice", first, again, external="passport", handoffs=passed)
        assert not found("asked-twice", first, again)

    def test_the_third_time_is_said_once_more_and_not_twice(self) -> None:
        steps = [{"id": id, "role": "guest", "outputs": "form"} for id in ("a", "b", "c")]
        assert [problem.route[1] for problem in found("asked-twice", *steps)] == [1, 2]

    def test_steps_of_different_branches_are_one_time(self) -> None:
        ways = [{"when": "x", "to": "a"}, {"otherwise": "b"}]
        a, b = ({"id": id, "role": "guest", "outputs": "form", "next": "end"} for id in "ab")
        assert not found("asked-twice", {"id": "s", "next": ways}, a, b)


class TestTouchpoints:
    def test_either_side_of_the_meeting_may_describe_it(self) -> None:
        come, serve = {"id": "come", "role": "guest"}, {"id": "serve", "role": "clerk"}
        assert only("no-touchpoint", come, serve).route == ("steps", 1, "name")
        assert not found("no-touchpoint", come, {**serve, **MET})
        assert not found("no-touchpoint", {**come, **MET}, serve)

    def test_the_customer_alone_with_the_backstage(self) -> None:
        assert (
            only("no-touchpoint", {"id": "come", "role": "guest"}, {"id": "cook", "role": "cook"}).route[1]
            == 0
        )

    @pytest.mark.parametrize("value", ["business", "waste"])
    def test_what_the_customer_does_not_see(self, value: str) -> None:
        assert not found("no-touchpoint", {"id": "file", "role": "clerk", "value": value})


def test_low_points_by_option_and_by_what_is_planned() -> None:
    steps = ({"id": "a", "touchpoint": {"emotion": -1}}, {"id": "b", "touchpoint": {"emotion": -2}})
    assert [problem.route[1] for problem in found("low-point-without-improvement", *steps)] == [1]
    found_all = found("low-point-without-improvement", *steps, options={"emotion": -1})
    assert [problem.route for problem in found_all] == [
        ("steps", 0, "touchpoint", "emotion"),
        ("steps", 1, "touchpoint", "emotion"),
    ]
    assert not found("low-point-without-improvement", *steps, improvements=[{"what": "x", "step": "b"}])


def test_severe_problems_by_option() -> None:
    problems = [{"what": "queue", "severity": "medium"}, {"what": "mix-up", "severity": "critical"}]
    one = only("problem-without-prevention", {"id": "a"}, problems=problems)
    assert one.route == ("problems", 1, "what")
    both = found("problem-without-prevention", {"id": "a"}, problems=problems, options={"severity": "medium"})
    assert len(both) == 2


def test_the_dimensions_left_out_are_named_in_the_language_of_the_reader() -> None:
    standards = [{"standard": "x", "servqual": name} for name in ("tangibles", "reliability", "assurance")]
    problem = only("servqual-dimension-uncovered", {"id": "a", "role": "clerk", "quality": standards})
    assert str(problem.message) == "no quality standard serves responsiveness, empathy"
    assert problem.message.render(translator("zh-Hant")) == "沒有品質標準涵蓋回應性、同理心"


def test_feedback_that_feeds_a_kpi_measures_a_moment_of_truth() -> None:
    step = {"id": "a", "touchpoint": {"moment_of_truth": True}, "quality": "friendly"}
    assert only("moment-without-measure", step).on_key
    assert not found("moment-without-measure", {**step, "feedback": {"method": "survey", "kpi": "csat"}})
    assert found("moment-without-measure", {**step, "feedback": "survey"})
