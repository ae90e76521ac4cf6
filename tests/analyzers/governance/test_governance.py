"""What the rules about versions, approvals, reviews and training say, and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext, WorkspaceContext
from svcflow.analyzers.governance import RULES
from svcflow.analyzers.governance.digest import digest
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.load.summary import summarize
from svcflow.model import Process
from tests.strategies import processes

STEP = {"id": "pay", "name": "付款"}
TODAY = dt.date(2026, 11, 22)


def process(**more: Any) -> Process:
    return Process.model_validate({"process": "p", "name": "P", "steps": [STEP], **more})


def found(rule: str, today: dt.date = TODAY, **more: Any) -> list[Problem]:
    (chosen,) = find_rules(rule)
    made = chosen()
    assert isinstance(made, ProcessRule)
    return list(made.check(ProcessContext(process(**more), Shared(), today=today)))


@given(processes(broken=True))
@settings(max_examples=60)
def test_every_rule_answers(drawn: Process) -> None:
    summaries = (summarize(drawn, "p.yaml"),)
    for rule in RULES:
        made = rule()
        problems = (
            made.check(ProcessContext(drawn, Shared()))
            if isinstance(made, ProcessRule)
            else made.check(WorkspaceContext(summaries, Shared()))  # type: ignore[attr-defined]
        )
        assert all(problem.help for problem in problems)


class TestReview:
    def test_the_day_itself_is_in_time(self) -> None:
        review = {"every": "yearly", "last": "2025-11-22"}
        assert found("review-overdue", review=review) == []
        (problem,) = found("review-overdue", TODAY + dt.timedelta(days=1), review=review)
        assert str(problem.message) == "the review was due on 2026-11-22"
        assert problem.route == ("review", "last")

    def test_counted_from_the_newest_signature(self) -> None:
        signed = [{"as": "approved", "on": "2025-01-01"}, {"as": "reviewed", "on": "2026-10-01"}]
        assert found("review-overdue", review="6 months", approvals=signed, effective="2020-01-01") == []
        assert found("review-overdue", review="1 month", approvals=signed)

    def test_a_period_beyond_the_calendar(self) -> None:
        assert found("review-overdue", review={"every": "9999 years", "last": "2020-01-01"}) == []


class TestStale:
    def signed(self, *signatures: str, **more: Any) -> list[Problem]:
        mark = digest(process())
        approvals = [{"as": one, "on": "2026-01-01", "digest": mark} for one in signatures]
        return found("approval-stale", approvals=approvals, **more)

    def test_untouched(self) -> None:
        assert self.signed("reviewed", "approved", status="effective", review="yearly") == []

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "what was signed here has changed since: purpose and scope, risks"),
            ("zh-Hans", "在这里签署的内容后来改了：目的与范围、风险"),
            ("zh-Hant", "在這裡簽署的內容後來改了：目的與範圍、風險"),
        ],
    )
    def test_says_which_parts_changed_once_for_all_signatures(self, language: str, said: str) -> None:
        (problem,) = self.signed("reviewed", "approved", purpose="to pay", risks=[{"what": "fraud"}])
        assert problem.message.render(translator(language)) == said
        assert problem.route == ("approvals", 1, "digest")
        assert [route for route, _ in problem.related] == [("approvals", 0, "digest")]

    @pytest.mark.parametrize(
        ("revision", "stale"),
        [
            (None, True),
            ({"version": "1.0.1", "date": "2026-02-01", "what": "x", "change": "patch"}, False),
            ({"version": "1.0.1", "date": "2025-12-01", "what": "x", "change": "patch"}, True),
            ({"version": "1.1.0", "date": "2026-02-01", "what": "x", "change": "minor"}, True),
        ],
    )
    def test_a_declared_patch_may_change_explanations_only(self, revision: dict | None, stale: bool) -> None:
        revisions = [revision] if revision else []
        terms = {"IBAN": "number of an account"}
        assert bool(self.signed("approved", revisions=revisions, terms=terms)) == stale
        assert self.signed("approved", revisions=revisions, terms=terms, trigger="a bill comes")


class TestApproval:
    def test_a_signature_without_a_day_is_none(self) -> None:
        (problem,) = found(
            "effective-without-approval", status="approved", approvals=[{"as": "approved", "by": "A"}]
        )
        assert problem.route == ("status",)

    def test_with_a_digest_the_day_does_not_matter(self) -> None:
        revisions = [{"version": "2.0.0", "date": "2026-02-01", "what": "x"}]
        approval: dict[str, Any] = {"as": "approved", "on": "2026-01-01"}
        more: dict[str, Any] = {"status": "effective", "revisions": revisions}
        assert found("effective-without-approval", approvals=[approval], **more)
        assert (
            found("effective-without-approval", approvals=[{**approval, "digest": "v1:0:a=0"}], **more) == []
        )

    def test_the_same_role_filled_by_two_people(self) -> None:
        signed = [{"as": "prepared", "role": "r", "by": "A"}, {"as": "approved", "role": "r", "by": "B"}]
        assert found("self-approved", approvals=signed) == []
        signed[1].pop("by")
        assert [problem.route for problem in found("self-approved", approvals=signed)] == [
            ("approvals", 1, "role")
        ]


class TestRevisions:
    def revisions(self, *versions: str, **more: Any) -> list[dict[str, Any]]:
        return [
            {"version": one, "date": f"2026-01-{day:02}", "what": "x", **more}
            for day, one in enumerate(versions, 1)
        ]

    def test_a_version_twice(self) -> None:
        problems = found("revision-order", revisions=self.revisions("1.0.0", "1.0.0"))
        assert [str(problem.message) for problem in problems] == ["version 1.0.0 does not fit below 1.0.0"]

    def test_newest_first_with_dates_that_rise(self) -> None:
        (problem,) = found("revision-order", revisions=self.revisions("2.0.0", "1.0.0"))
        assert (
            str(problem.message) == "version 2.0.0 is dated 2026-01-01, before the older 1.0.0 of 2026-01-02"
        )

    def test_the_kind_of_change_in_every_language(self) -> None:
        revisions = self.revisions("1.0.0", "1.1.0", change="patch")
        (problem,) = found("change-not-as-declared", revisions=revisions)
        assert str(problem.message) == (
            "version 1.1.0 is declared as a change of wording (patch); from 1.0.0 to it, the numbers say "
            "an addition (minor)"
        )
        assert problem.message.render(translator("zh-Hant")) == (
            "版本 1.1.0 宣告為文字修正（patch）；從 1.0.0 到它，依版本號卻是補充（minor）"
        )

    def test_a_history_that_is_ahead(self) -> None:
        (problem,) = found(
            "version-not-in-revisions", version="1.0.0", revisions=self.revisions("1.0.0", "1.1.0")
        )
        assert str(problem.message) == "the revision history goes on to 1.1.0, but the file says 1.0.0"


def test_training_is_told_once_where_there_is_none() -> None:
    roles = {"a": {"name": "出纳"}, "b": {"name": "会计"}}
    steps = [{**STEP, "role": ["a", "b"]}, {"id": "book", "name": "记账", "role": ["b", "ghost"]}]
    (problem,) = found("training-missing", roles=roles, steps=steps)
    assert problem.message.render(translator("zh-Hans")) == "没有写在流程中工作的人要学什么：出纳、会计"
    training = [{"who": "a", "topic": "x"}]
    (problem,) = found("training-missing", roles=roles, steps=steps, training=training)
    assert problem.route == ("steps", 0, "role", 1)
