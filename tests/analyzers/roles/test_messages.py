"""What the rules about roles say, where they point, and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.roles.approval import is_approval, only_takes_in
from svcflow.finding import Place
from svcflow.load import Shared
from svcflow.model import Process
from tests.support.problems import found, only, places, said

ROLES: dict[str, Any] = {
    "客户": {"name": "客户", "line": "customer"},
    "柜员": {"name": "柜员", "department": "营业部", "headcount": 1},
    "主管": {"name": "主管", "department": "运营部"},
    "系统": {"name": "核心系统", "kind": "system", "department": "科技部"},
}


class TestReferences:
    def test_an_unknown_role_is_told_once_at_its_first_place(self) -> None:
        steps = [{"id": "a", "role": "cashier"}, {"id": "b", "role": ["cashier", "boss"]}]
        first, second = found("unknown-role", *steps, owner="bos", roles={"boss": "Boss"})
        assert said(first.message) == "there is no role `bos`; did you mean `boss`?"
        assert first.route == ("owner",)
        assert second.route == ("steps", 0, "role", 0)
        assert said(second.message, "zh-Hant") == "沒有職務 `cashier`"

    @pytest.mark.parametrize(
        ("more", "route"),
        [
            ({"sla": {"resolution": "1d", "escalate": "x"}}, ("sla", "escalate", "to")),
            ({"roles": {"a": {"name": "A", "deputy": "x"}}}, ("roles", "a", "deputy", 0)),
            ({"roles": {"a": {"name": "A", "reports_to": "x"}}}, ("roles", "a", "reports_to")),
            ({"training": [{"who": "x", "topic": "t"}]}, ("training", 0, "who", 0)),
            ({"inspection": [{"what": "w", "by": "x"}]}, ("inspection", 0, "by")),
            ({"improvements": [{"what": "w", "owner": "x"}]}, ("improvements", 0, "owner")),
            ({"risks": [{"what": "w", "owner": "x"}]}, ("risks", 0, "owner")),
            (
                {"approvals": [{"as": "approved", "by": "N", "role": "x", "on": "2026-01-01"}]},
                ("approvals", 0, "role"),
            ),
        ],
    )
    def test_every_place_that_names_a_role_is_looked_at(
        self, more: dict[str, Any], route: tuple[Any, ...]
    ) -> None:
        assert only("unknown-role", {"id": "s"}, **more).route == route

    @pytest.mark.parametrize(
        ("step", "route"),
        [
            ({"accountable": "x"}, ("accountable", 0)),
            ({"consulted": ["x"]}, ("consulted", 0)),
            ({"informed": "x"}, ("informed", 0)),
            ({"sla": {"completion": "1h", "escalate": "x"}}, ("sla", "escalate", "to")),
            ({"exceptions": [{"when": "w", "escalate": "x"}]}, ("exceptions", 0, "escalate")),
            ({"next": [{"when": "w", "to": "end", "role": "x"}]}, ("next", 0, "role", 0)),
            ({"kind": "wait", "for": "1d", "remind": {"after": "2h", "role": "x"}}, ("remind", 0, "role")),
        ],
    )
    def test_every_place_of_a_step_is_looked_at(self, step: dict[str, Any], route: tuple[Any, ...]) -> None:
        assert only("unknown-role", {"id": "s", **step}).route == ("steps", 0, *route)

    def test_a_role_that_only_names_itself_is_unused(self) -> None:
        roles = {"a": {"name": "A", "deputy": "a", "reports_to": "b"}, "b": "B"}
        problem = only("unused-role", {"id": "s"}, roles=roles)
        assert (problem.route, problem.on_key) == (("roles", "a"), True)
        assert said(problem.message, "zh-Hans") == "岗位“A”在流程里没有任何职责"

    def test_a_department_is_known_by_id_or_name(self) -> None:
        roles = {
            "a": {"name": "A", "department": "front"},
            "b": {"name": "B", "department": "前厅部"},
            "c": {"name": "C", "department": "前庭部"},
        }
        catalog = {"departments": {"front": {"name": {"en": "Front office", "zh-Hans": "前厅部"}}}}
        problem = only("unknown-department", {"id": "s"}, roles=roles, catalog=catalog, language="zh-Hans")
        assert problem.route == ("roles", "c", "department")
        assert said(problem.message, "zh-Hans") == "目录里没有部门“前庭部”；是不是想写“前厅部”？"


class TestWhoDoesIt:
    @pytest.mark.parametrize(
        ("step", "missing"),
        [
            ({}, True),
            ({"kind": "decision", "next": [{"when": "x", "to": "end"}, {"otherwise": "end"}]}, True),
            ({"kind": "call", "process": "q"}, True),
            ({"kind": "wait", "for": "1d"}, False),
            ({"kind": "parallel", "next": ["end", "end"]}, False),
            ({"kind": "end"}, False),
            ({"automation": "automatic"}, True),
            ({"automation": "automatic", "tools": "crm"}, False),
            ({"automation": "assisted", "tools": "crm"}, True),
        ],
    )
    def test_what_somebody_has_to_do_needs_a_role(self, step: dict[str, Any], missing: bool) -> None:
        assert bool(found("missing-role", {"id": "s", **step})) is missing

    def test_several_departments_are_named(self) -> None:
        step = {"id": "退款", "role": ["客户", "柜员", "系统", "主管"]}
        problem = only("no-accountable", step, roles=ROLES)
        assert (
            said(problem.message, "zh-Hans")
            == "“退款”可以由几个部门来做（营业部、运营部），却没有写明谁对结果负责"
        )
        assert found("no-accountable", {**step, "accountable": "主管"}, roles=ROLES) == []
        assert found("no-accountable", {"id": "退款", "role": ["柜员", "系统"]}, roles=ROLES) == []

    def test_the_same_one_twice_is_one_accountable(self) -> None:
        assert found("several-accountable", {"id": "s", "accountable": ["柜员", "柜员"]}, roles=ROLES) == []
        problem = only("several-accountable", {"id": "s", "accountable": ["柜员", "主管"]}, roles=ROLES)
        assert said(problem.message, "zh-Hant") == "「s」有多個職務當責：柜员、主管"

    def test_who_may_do_it_and_did_not_can_be_informed(self) -> None:
        assert found("raci-contradiction", {"id": "s", "role": ["a", "b"], "informed": "a"}) == []
        assert found("raci-contradiction", {"id": "s", "consulted": "a", "informed": "a"}) == []
        alone = only("raci-contradiction", {"id": "s", "role": ["a", "a"], "informed": ["b", "a"]})
        assert alone.route == ("steps", 0, "informed", 1)
        answers = only(
            "raci-contradiction", {"id": "s", "role": ["a", "b"], "accountable": "a", "consulted": "a"}
        )
        assert said(answers.message) == "‘a’ already has a stronger part in ‘s’ than `consulted`"


class TestSinglePointOfFailure:
    def test_it_is_told_at_the_role_once_and_the_first_sla_is_shown(self) -> None:
        steps = [{"id": s, "role": "柜员", "sla": "1h"} for s in "ab"]
        problem = only("single-point-of-failure", *steps, roles=ROLES)
        assert problem.route == ("roles", "柜员", "headcount")
        assert places(problem) == [(("steps", 0, "sla"), "the SLA is here")]
        assert said(problem.message, "zh-Hans") == "“a”有 SLA，而“柜员”只有一个人，也没有代理人"

    def test_a_role_of_the_catalogue_is_told_at_the_step(self) -> None:
        catalog = {"roles": {"notary": {"name": "Notary", "headcount": 1}}}
        problem = only("single-point-of-failure", {"id": "a", "role": "notary", "sla": "1h"}, catalog=catalog)
        assert problem.route == ("steps", 0, "role")
        assert places(problem) == [(Place("catalog.yaml", ("roles", "notary")), "the role is defined here")]

    def test_nobody_stands_in_for_themselves(self) -> None:
        step = {"id": "a", "role": "x", "sla": "1h"}
        role = {"name": "X", "headcount": 1, "deputy": "x"}
        assert len(found("single-point-of-failure", step, roles={"x": role})) == 1
        assert found("single-point-of-failure", step, roles={"x": {**role, "deputy": ["x", "y"]}}) == []
        assert found("single-point-of-failure", step, roles={"x": {**role, "line": "customer"}}) == []


def named(name: str) -> tuple[bool, bool]:
    process = Process.model_validate({"process": "p", "name": "P", "steps": [{"id": "s", "name": name}]})
    context = ProcessContext(process, Shared())
    return is_approval(context, process.steps[0]), only_takes_in(context, process.steps[0])


class TestSelfApproval:
    @pytest.mark.parametrize(
        "name",
        [
            "Approve the refund", "Check and approve", "Authorise payment", "Sign off the report", "Final approval",
            "Approval of the budget", "审核报销单", "是否批准采购单？", "主管审批", "复核金额", "核准登記", "簽核公文",
            "覆核單據", "審核申請書",
        ],
    )  # fmt: skip
    def test_what_is_called_an_approval(self, name: str) -> None:
        assert named(name)[0]

    @pytest.mark.parametrize(
        "name",
        [
            "Release the car", "Tell that the loan is approved", "Ask the manager to approve", "Request approval",
            "Record the approval", "提交审批", "等待审批", "送审核", "告知审核结果", "填写审批表", "缮打核准函",
            "寄送核准登記函", "通知審核結果", "归档已批准的申请", "处理未批准的申请", "Disapprove",
        ],
    )  # fmt: skip
    def test_what_only_speaks_of_one(self, name: str) -> None:
        assert not named(name)[0]

    @pytest.mark.parametrize("name", ["Take the application", "Receive the goods", "受理申请", "收件並登記"])
    def test_what_only_takes_in(self, name: str) -> None:
        assert named(name)[1]
        assert not named("Take a photograph")[1]

    def test_the_step_before_counts_where_there_are_no_inputs(self) -> None:
        steps = [
            {"id": "写", "name": "编制预算", "role": "柜员"},
            {"id": "批", "name": "批准预算", "role": "柜员"},
        ]
        problem = only("self-approval", *steps, roles=ROLES)
        assert problem.route == ("steps", 1, "role")
        assert places(problem) == [(("steps", 0, "name"), "prepared here")]
        assert said(problem.message, "zh-Hant") == "「柜员」在「批准预算」核准的，正是同一職務自己準備的"

    def test_a_maker_of_the_inputs_in_other_hands_is_enough(self) -> None:
        steps = [
            {"id": "a", "name": "Draft", "role": "主管", "outputs": "plan"},
            {"id": "b", "name": "Price", "role": "柜员", "outputs": "plan"},
            {"id": "c", "name": "Approve", "role": "柜员", "inputs": "plan"},
        ]
        assert found("self-approval", *steps, roles=ROLES) == []
        assert len(found("self-approval", *steps[1:], roles=ROLES)) == 1

    @pytest.mark.parametrize("role", ["客户", "系统", "nobody"])
    def test_customers_systems_and_unknown_roles_are_no_matter(self, role: str) -> None:
        steps = [{"id": "a", "name": "Draft", "role": role}, {"id": "b", "name": "Approve", "role": role}]
        assert found("self-approval", *steps, roles=ROLES) == []


class TestCustomers:
    @pytest.mark.parametrize(
        ("step", "internal"),
        [
            ({"tools": "crm"}, True),
            ({"records": "Log book"}, True),
            ({"tools": "app", "touchpoint": {"channel": "app"}}, False),
            ({"records": "Consent", "touchpoint": {"channel": "counter"}}, False),
            ({"name": "批准报价"}, False),
            ({"tools": "crm", "role": ["客户", "柜员"]}, False),
        ],
    )
    def test_internal_work(self, step: dict[str, Any], internal: bool) -> None:
        assert (
            bool(found("customer-does-internal-work", {"id": "s", "role": "客户", **step}, roles=ROLES))
            is internal
        )

    def test_a_role_of_the_catalogue_is_told_where_it_first_acts(self) -> None:
        catalog = {"roles": {"guide": "Guide"}}
        steps = [{"id": "a", "role": ["柜员", "guide"]}, {"id": "b", "role": "guide"}]
        problem = only("role-without-department", *steps, roles=ROLES, catalog=catalog)
        assert (problem.route, problem.on_key) == (("steps", 0, "role", 1), False)
        assert said(problem.message, "zh-Hans") == "岗位“Guide”不属于任何部门"
