"""What the findings about standards and KPIs say, where they point, and what they leave alone."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.quality.kpis import other_unit
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Place
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.model import Process
from svcflow.model.catalog import Catalog
from svcflow.model.quality import Kpi
from svcflow.model.target import Target


def rule_of(name: str) -> ProcessRule:
    (chosen,) = find_rules(name)
    made = chosen()
    assert isinstance(made, ProcessRule)
    return made


def shared_of(*kpis: dict[str, Any]) -> Shared:
    shared = Shared()
    shared.add(Catalog.model_validate({"catalog": "c", "kpis": list(kpis)}), "c.yaml")
    return shared


def found(rule: str, shared: Shared | None = None, **process: Any) -> list[Problem]:
    steps = process.pop("steps", [{"id": "a", "name": "A"}])
    made = Process.model_validate({"process": "p", "name": "P", "steps": steps, **process})
    return list(rule_of(rule).check(ProcessContext(made, shared or Shared())))


def measured(measure: Any) -> list[dict[str, Any]]:
    return [{"id": "a", "name": "A", "quality": [{"standard": "Good", "measure": measure}]}]


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ("< 1 h", "min"),
        ("<= 24 小时", "分钟"),
        (">= 95 %", "percent"),
        (">= 95% of calls", "%"),
        ("<= 1 fault", "faults"),
        ("<= 180 元", "CNY"),
        (">= 90", "points"),
        ("high", "points"),
        (">= 90 分", {"en": "points", "zh-Hans": "分"}),
    ],
)
def test_units_that_may_agree(target: str, unit: Any) -> None:
    assert other_unit(Target(target), Kpi.model_validate({"id": "k", "name": "K", "unit": unit})) is None


@pytest.mark.parametrize(
    ("target", "unit"), [("< 3 min", "%"), ("<= 2%", "cases"), (">= 90 分", "%"), ("< 3 元", "天")]
)
def test_units_that_do_not_agree(target: str, unit: str) -> None:
    assert other_unit(Target(target), Kpi.model_validate({"id": "k", "name": "K", "unit": unit})) is not None


@pytest.mark.parametrize(
    ("target", "alarm", "wrong"),
    [
        (">= 90%", "< 80%", False),
        (">= 90%", "<= 92%", False),
        (">= 90%", "> 80%", True),
        ("<= 5 min", "< 3 min", True),
        ("不超过 5 分钟", "不低于 8 分钟", False),
        ("= 100%", "< 99%", False),
        ("= 100%", ">= 99%", True),
        ("100%", "100%", True),
        ("= 100%", "<= 5 cases", False),
        ("high", "< 3%", False),
    ],
)
def test_alarms(target: str, alarm: str, wrong: bool) -> None:
    kpi = {"id": "k", "name": "K", "target": target, "alarm": alarm}
    assert bool(found("alarm-in-wrong-direction", kpis=[kpi])) is wrong
    problems = list(rule_of("alarm-in-wrong-direction").check_shared(shared_of(kpi)))
    assert [(problem.path, problem.route) for problem in problems] == [
        ("c.yaml", ("kpis", 0, "alarm"))
    ] * wrong


def test_the_kpi_of_a_mismatch_is_shown_where_it_is_defined() -> None:
    shared = shared_of({"id": "speed", "name": "Speed", "unit": "min"})
    (problem,) = found("unit-mismatch", shared, steps=measured({"kpi": "speed", "target": ">= 95%"}))
    assert problem.route == ("steps", 0, "quality", 0, "measure", "target")
    assert problem.related[0][0] == Place("c.yaml", ("kpis", 0, "id"))
    assert (
        problem.message.render(translator("zh-Hans")) == "“>= 95%”的单位是“%”，而 KPI `speed` 的单位是“min”"
    )
    assert (
        problem.message.render(translator("zh-Hant"))
        == "「>= 95%」的單位是「%」，KPI `speed` 的單位卻是「min」"
    )


def test_the_kpi_of_the_process_goes_before_that_of_the_catalogue() -> None:
    shared = shared_of({"id": "k", "name": "K", "target": ">= 1%"})
    assert found("measure-without-target", shared, steps=measured("k")) == []
    assert found("measure-without-target", shared, steps=measured("k"), kpis=[{"id": "k", "name": "Mine"}])


def test_a_kpi_that_only_an_objective_knows_is_told_once() -> None:
    process = {"objectives": [{"kpi": "k", "target": ">= 1%"}], "steps": measured("k")}
    assert found("unknown-kpi", **process) == []
    (problem,) = found("unmeasurable-objective", **process)
    assert problem.route == ("objectives", 0, "kpi")


def test_a_moment_of_truth_is_left_to_its_own_rules() -> None:
    moment = {"moment_of_truth": True}
    steps: list[dict[str, Any]] = [{"id": "a", "name": "A", "touchpoint": moment}, {"id": "b", "name": "B"}]
    assert [problem.route for problem in found("no-standard", steps=steps)] == [("steps", 1, "name")]
    half = {"standard": "Fast", "measure": "k"}
    steps = [{"id": "a", "name": "A", "touchpoint": moment, "quality": ["Kind"]}]
    assert found("standard-without-measure", steps=steps) == []
    steps[0]["quality"] = ["Kind", half]
    assert [problem.route[3] for problem in found("standard-without-measure", steps=steps)] == [0]


def test_an_inspection_that_says_nothing_lacks_both() -> None:
    problems = found("inspection-without-plan", inspection=[{"what": "Tickets"}])
    assert [str(problem.message) for problem in problems] == [
        "nobody is named who inspects ‘Tickets’",
        "nobody says how often ‘Tickets’ is inspected",
    ]
