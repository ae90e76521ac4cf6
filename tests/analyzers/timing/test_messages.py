"""What the rules about time say, where they point, and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.problems import found, only, places, said

CALENDARS: dict[str, Any] = {
    "office": {"hours": {"mon-fri": ["09:00-12:00", "13:00-17:00"]}},
    "service": {"hours": {"mon-sat": "08:00-20:00"}},
    "early": {"hours": {"mon-sat": "08:00-14:00"}},
    "late": {"hours": {"mon-sat": "13:00-20:00"}},
}
ROLES: dict[str, Any] = {
    "客户": {"name": "客户", "line": "customer"},
    "系统": {"name": "系统", "kind": "system"},
    "坐席": {"name": "坐席", "calendar": "office"},
    "早班": {"name": "早班", "calendar": "early"},
    "晚班": {"name": "晚班", "calendar": "late"},
    "主管": "主管",
}


class TestMissing:
    @pytest.mark.parametrize(
        ("step", "missing"),
        [
            ({"role": "坐席"}, True),
            ({}, True),
            ({"role": "坐席", "sla": {"response": "1h"}}, False),
            ({"role": "坐席", "sla": {"calendar": "office"}}, True),
            ({"role": ["客户", "坐席"]}, True),
            ({"role": ["客户", "系统"]}, False),
            ({"role": "坐席", "automation": "automatic"}, False),
            ({"role": "坐席", "kind": "call", "process": "q"}, False),
            ({"kind": "wait", "for": "1d"}, False),
        ],
    )
    def test_tasks_of_people_need_a_time(self, step: dict[str, Any], missing: bool) -> None:
        assert bool(found("missing-sla", {"id": "s", **step}, roles=ROLES)) is missing

    def test_a_process_without_a_time_and_one_with_half_a_promise(self) -> None:
        nothing = only("process-without-sla", {"id": "s"})
        assert (nothing.route, said(nothing.message, "zh-Hans")) == (("name",), "流程没有向客户承诺时间")
        half = only("process-without-sla", {"id": "s"}, sla={"response": "1h"})
        assert (half.route, said(half.message, "zh-Hant")) == (("sla",), "流程的 SLA 沒有寫明多久之內結案")

    def test_business_days_without_a_calendar_are_told_together(self) -> None:
        steps = [
            {"id": "a", "sla": {"response": "4h", "completion": "1bd"}},
            {"id": "b", "sla": {"completion": "2bd", "calendar": "office"}},
            {"id": "c", "kind": "wait", "until": "x", "at_most": "5bd"},
        ]
        handoffs = [{"from": "a", "to": "b", "within": "0.5bd"}]
        problem = only("missing-calendar", *steps, sla="3bd", calendars=CALENDARS, handoffs=handoffs)
        assert problem.route == ("sla", "resolution")
        assert said(problem.message, "zh-Hans") == "3 个工作日，却没有日历说明是哪些天"
        assert [where for where, _ in places(problem)] == [
            ("steps", 0, "sla", "completion"),
            ("steps", 2, "at_most", "time"),
            ("handoffs", 0, "within"),
        ]
        named = {"resolution": "3bd", "calendar": "office"}
        assert found("missing-calendar", *steps, sla=named, calendars=CALENDARS, handoffs=handoffs) == []

    def test_an_unknown_calendar_is_told_once(self) -> None:
        steps = [{"id": s, "sla": {"completion": "1h", "calendar": "ofice"}} for s in "ab"]
        roles = {"r": {"name": "R", "calendar": "night"}}
        first, second = found("unknown-calendar", *steps, calendars=CALENDARS, roles=roles)
        assert (first.route, said(first.message)) == (
            ("roles", "r", "calendar"),
            "there is no calendar `night`",
        )
        assert said(second.message, "zh-Hant") == "沒有行事曆 `ofice`；您是否要寫 `office`？"

    def test_a_wait_for_nothing_and_one_for_ever(self) -> None:
        steps = [{"id": "a", "kind": "wait"}, {"id": "b", "kind": "wait", "until": "the letter"}]
        nothing, ever = found("wait-without-limit", *steps)
        assert said(nothing.message) == "‘a’ does not say what it waits for"
        assert said(nothing.help) == "write the time to pass, `for: 3d`, or the event, `until: …`"
        assert said(ever.message, "zh-Hans") == "“b”可能永远等下去"


class TestContradictions:
    @pytest.mark.parametrize(
        ("sla", "work", "text"),
        [
            ("10m", "15m..30m", "‘s’ may take 10 min, and its work takes at least 15 min"),
            ("20m", "15m..30m", "‘s’ may take 20 min, and its work takes 22 min 30 s on average"),
            ("30m", "15m..30m", None),
            ("1bd", "8h", "‘s’ may take 1 business day, and its work takes at least 8 h"),
            ("1bd", "7h", None),
            ("1d", "7h", None),
            ("7d", "35h", None),
            ("7d", "36h", "‘s’ may take 1 week, and its work takes at least 36 h"),
        ],
    )
    def test_sla_and_work_on_the_calendar(self, sla: str, work: str, text: str | None) -> None:
        promise = {"resolution": "20bd", "calendar": "office"}
        problems = found(
            "sla-below-work", {"id": "s", "work": work, "sla": sla}, sla=promise, calendars=CALENDARS
        )
        assert [said(problem.message) for problem in problems] == ([text] if text else [])

    def test_the_work_is_shown(self) -> None:
        problem = only("sla-below-work", {"id": "s", "work": "1h", "sla": "5m"})
        assert problem.route == ("steps", 0, "sla", "completion")
        assert places(problem) == [(("steps", 0, "work"), "the work is given here")]
        assert said(problem.message, "zh-Hant") == "「s」只允許用 5 分鐘，而工作至少要 1 小時"

    def test_response_and_completion_on_the_calendar(self) -> None:
        sla = {"response": "1d", "resolution": "1bd", "calendar": "office"}
        step = {"id": "s", "sla": {"response": "8h", "completion": "1bd"}}
        problem = only("response-after-completion", step, sla=sla, calendars=CALENDARS)
        assert problem.route == ("steps", 0, "sla", "response")
        assert places(problem) == [(("steps", 0, "sla", "completion"), "by then it has to be done")]
        assert said(problem.message, "zh-Hans") == "可以在 8 小时后才开始办，却必须在 1 个工作日后办完"
        late = {"response": "2bd", "resolution": "1bd"}
        assert only("response-after-completion", {"id": "s"}, sla=late).route == ("sla", "response")

    def test_an_escalation_after_the_time(self) -> None:
        sla = {"resolution": "1d", "escalate": {"to": "主管", "after": "25h"}}
        steps = [{"id": "s", "sla": {"response": "10m", "escalate": {"to": "主管", "after": "11m"}}}]
        of_process, of_step = found("escalation-too-late", *steps, sla=sla)
        assert of_process.route == ("sla", "escalate", "after")
        assert places(of_process) == [(("sla", "resolution"), "this time is promised")]
        assert of_step.route == ("steps", 0, "sla", "escalate", "after")
        assert places(of_step) == [(("steps", 0, "sla", "response"), "this time is promised")]
        assert said(of_step.message, "zh-Hant") == "11 分鐘後才求助，而承諾的 10 分鐘那時已經過了"
        just_then = {"completion": "10m", "escalate": {"to": "主管", "after": "10m"}}
        assert found("escalation-too-late", {"id": "s", "sla": just_then}) == []

    def test_an_exception_may_escalate_to_who_does_the_step_only_with_others(self) -> None:
        cases = [{"when": "w", "escalate": "主管"}, {"when": "x", "escalate": "坐席"}]
        problem = only("escalates-to-itself", {"id": "s", "role": "坐席", "exceptions": cases}, roles=ROLES)
        assert problem.route == ("steps", 0, "exceptions", 1, "escalate")
        assert said(problem.message, "zh-Hans") == "“s”升级给了做这一步的“坐席”自己"
        both = {"id": "s", "role": ["坐席", "主管"], "exceptions": cases}
        assert found("escalates-to-itself", both, roles=ROLES) == []


class TestNoEscalation:
    @pytest.mark.parametrize(
        ("step", "count"),
        [
            ({"sla": "1h"}, 1),
            ({"sla": {"completion": "1h", "escalate": "主管"}}, 0),
            ({"sla": {"calendar": "office"}}, 0),
            ({"sla": "1h", "exceptions": [{"when": "late", "after": "45m", "escalate": "主管"}]}, 0),
            ({"sla": "1h", "exceptions": [{"when": "fire", "escalate": "主管"}]}, 1),
            ({"sla": "1h", "role": "客户"}, 0),
            ({"sla": "1h", "role": "系统"}, 0),
        ],
    )
    def test_who_is_called(self, step: dict[str, Any], count: int) -> None:
        assert len(found("no-escalation", {"id": "s", **step}, roles=ROLES)) == count


class TestBudget:
    def test_the_run_is_told_with_its_times(self) -> None:
        steps = [
            {"id": "受理", "sla": "4h"},
            {
                "id": "分派",
                "kind": "decision",
                "next": [{"when": "简单", "to": "办结"}, {"otherwise": "核查"}],
            },
            {"id": "核查", "sla": "1bd"},
            {"id": "办结", "sla": "6h"},
        ]
        sla = {"resolution": "2bd", "calendar": "office"}
        problem = only("budget-exceeded", *steps, sla=sla, calendars=CALENDARS)
        assert problem.route == ("sla", "resolution")
        assert said(problem.message) == (
            "the steps may take 3 h longer than the 2 business days promised: "
            "受理 (4 h) → 核查 (1 business day) → 办结 (6 h)"
        )
        assert said(problem.message, "zh-Hans") == (
            "各步骤所用的时间可能比承诺的 2 个工作日多出 3 小时：受理（4 小时） → 核查（1 个工作日） → 办结（6 小时）"
        )

    def test_what_is_over_a_promise_in_business_days_is_told_in_business_days(self) -> None:
        steps = [{"id": "a", "sla": "1bd"}, {"id": "b", "sla": "2bd"}, {"id": "c", "sla": "90m"}]
        problem = only(
            "budget-exceeded", *steps, sla={"resolution": "1bd", "calendar": "office"}, calendars=CALENDARS
        )
        assert "2 business days 1 h 30 min longer than the 1 business day" in said(problem.message)

    def test_a_long_run_is_shortened_in_the_middle(self) -> None:
        steps = [{"id": f"s{n}", "sla": "1h"} for n in range(12)]
        text = said(only("budget-exceeded", *steps, sla="1h").message)
        assert text.count("→") == 8
        assert "s3 (1 h) → … → s8 (1 h)" in text

    def test_rework_when_asked(self) -> None:
        again = [{"when": "wrong", "to": "a", "limit": 2}, {"otherwise": "end"}]
        steps = [{"id": "a", "sla": "1h"}, {"id": "b", "sla": "1h", "next": again}]
        assert found("budget-exceeded", *steps, sla="3h") == []
        problem = only("budget-exceeded", *steps, sla="3h", options={"rework": True})
        assert "3 h longer" in said(problem.message)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"next": [{"when": "x", "to": "nowhere"}, {"otherwise": "end"}]},
            {"sla": {"completion": "9h", "calendar": "gone"}},
        ],
    )
    def test_nothing_is_reckoned_with_what_does_not_exist(self, wrong: dict[str, Any]) -> None:
        assert found("budget-exceeded", {"id": "a", "sla": "9h", **wrong}, sla="1h") == []

    @pytest.mark.parametrize(
        ("sla", "time"), [({}, "2 h"), ({"sla": "3h"}, "3 h"), ({"sla": "90m"}, "1 h 30 min")]
    )
    def test_what_an_exception_leaves_after_a_time_is_told_with_that_time(self, sla: Any, time: str) -> None:
        late = [{"when": "nobody answers", "after": "2h", "goto": "cancel"}]
        steps = ({"id": "call", **sla, "exceptions": late, "next": "end"}, {"id": "cancel"})
        assert f": call ({time})" in said(only("budget-exceeded", *steps, sla="1h").message)

    def test_waits_count_with_the_longest_time(self) -> None:
        wait = {"id": "w", "kind": "wait", "until": "reply", "at_most": {"time": "3d", "to": "c"}}
        steps = ({"id": "a", "sla": "1h"}, wait, {"id": "b", "sla": "1h"}, {"id": "c", "sla": "2h"})
        assert "4 h longer" in said(only("budget-exceeded", *steps, sla="3d").message)


class TestUncoveredHours:
    def uncovered(self, *roles: list[str], **more: Any) -> list[Any]:
        steps = [{"id": f"s{n}", "role": some, "sla": "1h"} for n, some in enumerate(roles)]
        sla = {"resolution": "1d", "calendar": "service"}
        return found("uncovered-hours", *steps, roles=ROLES, calendars=CALENDARS, sla=sla, **more)

    def test_the_first_hours_that_nobody_covers(self) -> None:
        (problem,) = self.uncovered(["坐席"])
        assert problem.route == ("steps", 0, "sla")
        assert (
            said(problem.message, "zh-Hans")
            == "“s0”的 SLA 在周一 08:00-09:00 也在计时，那时却没有人上班：坐席"
        )
        assert said(problem.message).startswith("the SLA of ‘s0’ runs on Monday 08:00-09:00")

    def test_shifts_cover_them_together(self) -> None:
        assert self.uncovered(["早班", "晚班"]) == []
        (problem,) = self.uncovered(["早班", "坐席"])
        assert said(problem.message, "zh-Hant") == (
            "「s0」的 SLA 在週一 17:00-20:00 也在計時，那時卻沒有人上班：早班、坐席"
        )

    def test_where_one_role_has_no_calendar_nothing_is_said(self) -> None:
        assert self.uncovered(["坐席", "主管"]) == []
        assert self.uncovered(["坐席", "nobody"]) == []
        assert self.uncovered([]) == []

    def test_the_same_roles_and_hours_are_told_once(self) -> None:
        assert len(self.uncovered(["坐席"], ["坐席"], ["早班"])) == 2
