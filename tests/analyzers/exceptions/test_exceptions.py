"""What the rules about exceptions and escalation say, and where they are silent."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.exceptions import RULES
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Place
from svcflow.i18n import translator
from svcflow.load import Entry, Shared
from svcflow.model import Process
from svcflow.model.catalog import Department
from tests.strategies import processes


def found(rule: str, *steps: dict, shared: Shared | None = None, **more: Any) -> list[Problem]:
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named, **more})
    (chosen,) = find_rules(rule)
    made = chosen()
    assert isinstance(made, ProcessRule)
    return list(made.check(ProcessContext(process, shared or Shared())))


@given(processes(broken=True))
@settings(max_examples=100)
def test_every_rule_answers_in_every_language(process: Process) -> None:
    context = ProcessContext(process, Shared())
    for rule in RULES:
        made = rule()
        assert isinstance(made, ProcessRule)
        for problem in made.check(context):
            assert problem.help is not None
            for language in ("en", "zh-Hans", "zh-Hant"):
                assert "{" not in problem.message.render(translator(language)).replace("{…}", "")


class TestLoops:
    LOOP: ClassVar = {"id": "a", "exceptions": [{"when": "jam", "goto": "a"}]}

    def test_says_the_way_round(self) -> None:
        (problem,) = found(
            "exception-loops", {"id": "x"}, {"id": "b", "exceptions": [{"when": "jam", "goto": "x"}]}
        )
        assert str(problem.message).endswith("nobody is called: x → b → x")
        assert problem.route == ("steps", 1, "exceptions", 0, "goto")

    def test_rework_leaves_it_alone(self) -> None:
        assert found("exception-loops", self.LOOP)
        assert found("unbounded-rework", self.LOOP) == []

    def test_a_branch_back_is_rework(self) -> None:
        steps = ({"id": "a"}, {"id": "b", "next": [{"when": "bad", "to": "a"}, {"otherwise": "end"}]})
        assert found("exception-loops", *steps) == []
        assert found("unbounded-rework", *steps)

    def test_the_escalation_of_the_process_ends_it(self) -> None:
        assert found("exception-loops", self.LOOP, sla={"resolution": "1d", "escalate": "boss"}) == []


class TestNeverReturns:
    STEPS = (
        {"id": "ask", "role": "guest"},
        {"id": "check", "exceptions": [{"when": "forged", "goto": "report"}]},
        {"id": "pay", "next": "end"},
        {"id": "report"},
    )
    GUEST: ClassVar = {"guest": {"name": "Guest", "line": "customer"}}

    def test_the_last_step_of_the_exception_is_named(self) -> None:
        (problem,) = found("exception-never-returns", *self.STEPS, roles=self.GUEST)
        assert str(problem.message) == (
            "after ‘forged’ the process does not come back from ‘report’, and the customer does not hear of it"
        )

    def test_a_named_end_alone_tells_nobody(self) -> None:
        *steps, report = self.STEPS
        assert found("exception-never-returns", *steps, {**report, "kind": "end"}, roles=self.GUEST)

    @pytest.mark.parametrize("goto", ["done", "report"])
    def test_the_end_of_the_normal_way_tells_nobody_either(self, goto: str) -> None:
        ask, check, pay, report = self.STEPS
        check = {**check, "exceptions": [{"when": "forged", "goto": goto}]}
        steps = (
            ask,
            check,
            {**pay, "next": "done"},
            {**report, "next": "done"},
            {"id": "done", "kind": "end"},
        )
        assert found("exception-never-returns", *steps, roles=self.GUEST)

    def test_a_touchpoint_is_enough(self) -> None:
        *steps, report = self.STEPS
        told = {**report, "touchpoint": {"channel": "phone"}}
        assert found("exception-never-returns", *steps, told, roles=self.GUEST) == []

    def test_nothing_is_said_of_a_broken_flow(self) -> None:
        steps = [*self.STEPS[:1], {"id": "check", "exceptions": [{"when": "forged", "goto": "gone"}]}]
        assert found("exception-never-returns", *steps, roles=self.GUEST) == []


class TestEscalation:
    ROLES: ClassVar = {
        "agent": {"name": "坐席", "department": "desk", "reports_to": "head"},
        "peer": {"name": "同事", "reports_to": "head"},
        "head": {"name": "经理"},
    }

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "‘受理’ escalates from ‘坐席’ to ‘同事’, and both report to ‘经理’"),
            ("zh-Hans", "“受理”由“坐席”升级给“同事”，两者都向“经理”汇报"),
            ("zh-Hant", "「受理」由「坐席」升級給「同事」，兩者都向「经理」報告"),
        ],
    )
    def test_sideways(self, language: str, said: str) -> None:
        step = {"id": "受理", "role": "agent", "sla": {"completion": "5m", "escalate": "peer"}}
        (problem,) = found("escalates-sideways", step, roles=self.ROLES)
        assert problem.message.render(translator(language)) == said

    def test_the_head_of_the_department_may_be_called(self) -> None:
        shared = Shared()
        department = Department.model_validate({"name": "Desk", "head": "peer"})
        shared.departments["desk"] = Entry(department, Place("catalog.yaml"))
        step = {"id": "a", "role": "agent", "sla": {"completion": "5m", "escalate": "peer"}}
        assert found("escalates-sideways", step, roles=self.ROLES, shared=shared) == []

    def test_superiors_in_a_circle_do_no_harm(self) -> None:
        roles = {"a": {"name": "A", "reports_to": "b"}, "b": {"name": "B", "reports_to": "a"}}
        step = {"id": "s", "role": "a", "sla": {"completion": "5m", "escalate": "b"}}
        assert found("escalates-sideways", step, roles=roles) == []

    def test_a_circle_of_three_is_told_once_with_all_its_calls(self) -> None:
        steps = [
            {"id": f"s{one}", "role": one, "sla": {"completion": "5m", "escalate": other}}
            for one, other in ("ab", "bc", "ca", "cd")
        ]
        (problem,) = found("escalation-cycle", *steps)
        assert problem.route == ("steps", 2, "sla", "escalate", "to")
        assert [str(said) for _, said in problem.related] == ["‘sa’ calls ‘b’", "‘sb’ calls ‘c’"]
