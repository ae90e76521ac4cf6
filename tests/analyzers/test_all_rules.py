"""Whatever a process or a workspace looks like, every rule answers, at places that exist, in all languages."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.analyzers.context import ProcessContext, WorkspaceContext
from svcflow.analyzers.registry import all_rules
from svcflow.analyzers.rule import Problem, ProcessRule, WorkspaceRule
from svcflow.finding import Place, Route
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.load.summary import summarize
from svcflow.model import Process
from svcflow.model.catalog import Catalog
from svcflow.model.text import Localized
from tests.strategies import process_data, processes

OF_A_PROCESS = [rule() for rule in all_rules() if issubclass(rule, ProcessRule)]
OF_A_WORKSPACE = [rule() for rule in all_rules() if issubclass(rule, WorkspaceRule)]
LANGUAGES = [translator(language) for language in ("en", "zh-Hans", "zh-Hant")]

CATALOG = {
    "catalog": "shared",
    "roles": {"nurse": {"name": {"en": "Nurse", "zh-Hans": "护士"}, "department": "ward", "headcount": 1}},
    "departments": {"ward": {"name": "Ward", "head": "nobody"}, "lab": "Laboratory"},
    "calendars": {"shift": {"hours": {"daily": "22:00-06:00"}}},
    "artifacts": {"ticket": "Ticket", "form": {"name": "Form", "external": True}},
    "tools": {"crm": "CRM"},
    "channels": {"phone": "Phone"},
    "segments": {"retail": "Retail"},
}

PROCESS_PARTS: tuple[dict[str, Any], ...] = (
    {},
    {"status": "effective", "version": "1.2.0", "effective": "2026-01-01", "review": {"every": "1y"}},
    {"revisions": [{"version": "1.0.0", "date": "2025-01-01", "change": "major", "what": "new"}]},
    {"approvals": [{"as": "approved", "role": "nobody", "by": "X", "on": "2025-01-01"}]},
    {"objectives": [{"kpi": "csat", "target": ">= 80%"}], "kpis": [{"id": "fcr", "name": "First contact"}]},
    {"training": [{"who": ["agent", "nobody"], "topic": "x"}], "inspection": [{"what": "x", "by": "nobody"}]},
    {"risks": [{"what": "fire", "likelihood": 5, "impact": 5, "response": "accept"}]},
    {"sla": {"response": "9d", "resolution": "1bd", "calendar": "nowhere", "escalate": {"to": "nobody"}}},
    {"segments": ["retail", "moon"], "state": "to-be", "baseline": "b"},
)
STEP_PARTS: tuple[dict[str, Any], ...] = (
    {},
    {
        "role": "nurse",
        "sla": {"completion": "1m", "calendar": "shift", "escalate": {"to": "nurse", "after": "1w"}},
    },
    {"role": ["nurse", "nobody"], "accountable": ["nurse", "agent"], "consulted": "nurse"},
    {"work": "3h", "sla": "5m", "tools": ["crm", "abacus"], "automation": "automatic"},
    {"quality": [{"standard": "as soon as possible", "measure": {"kpi": "gone", "target": "> 3"}}]},
    {"touchpoint": {"channel": "pigeon", "moment_of_truth": True, "emotion": -3}, "tier": "bespoke"},
    {"instructions": ["尽快处理", "等等"], "value": "waste", "pain_points": "slow"},
    {"exceptions": [{"when": "x", "escalate": "nobody"}], "records": "Log"},
)


@st.composite
def wild(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the data of a process with more of everything in it."""
    data = draw(process_data(broken=True, max_steps=7))
    data |= draw(st.sampled_from(PROCESS_PARTS)) | draw(st.sampled_from(PROCESS_PARTS))
    data["steps"] = [step | draw(st.sampled_from(STEP_PARTS)) for step in data["steps"]]
    return data


def catalogues(filled: bool) -> Shared:
    shared = Shared()
    if filled:
        shared.add(Catalog.model_validate(CATALOG), "catalog.yaml")
    return shared


def exists(data: Any, route: Route) -> bool:
    """Whether a route leads to something in the data of a model."""
    for key in route:
        if isinstance(data, Localized):
            data = data.by_language
        inside = key in data if isinstance(data, dict) else key in range(len(data))
        if not inside:
            return False
        data = data[key]
    return data is not None


def assert_well_said(problem: Problem) -> None:
    for message in (problem.message, problem.help, *(said for _, said in problem.related)):
        for translate in LANGUAGES:
            assert message is None or message.render(translate).strip()


@given(wild(), st.booleans())
@settings(max_examples=200)
def test_every_rule_about_a_process_answers_at_places_that_exist(data: dict[str, Any], filled: bool) -> None:
    process = Process.model_validate(data)
    written = process.model_dump(by_alias=True, warnings=False)
    context = ProcessContext(process, catalogues(filled))
    for rule in OF_A_PROCESS:
        for problem in rule.check(context):
            assert exists(written, problem.route), (rule.name, problem.route)
            for where, _ in problem.related:
                assert isinstance(where, Place) or exists(written, where), (rule.name, where)
            assert problem.help is not None, rule.name
            assert_well_said(problem)


@given(wild())
@settings(max_examples=50)
def test_every_rule_says_the_same_again(data: dict[str, Any]) -> None:
    process = Process.model_validate(data)
    for rule in OF_A_PROCESS:
        first, second = (list(rule.check(ProcessContext(process, catalogues(True)))) for _ in range(2))
        assert first == second
        places = [(problem.route, problem.message) for problem in first]
        assert len(set(places)) == len(places), rule.name


@given(st.lists(processes(broken=True, max_steps=3), max_size=4), st.booleans())
@settings(max_examples=60)
def test_every_rule_about_the_workspace_answers(found: list[Process], filled: bool) -> None:
    summaries = tuple(summarize(process, f"{number}.yaml") for number, process in enumerate(found))
    written: dict[str, Any] = {
        f"{n}.yaml": process.model_dump(by_alias=True) for n, process in enumerate(found)
    }
    written["catalog.yaml"] = Catalog.model_validate(CATALOG).model_dump(by_alias=True)
    for rule in OF_A_WORKSPACE:
        for problem in rule.check(WorkspaceContext(summaries, catalogues(filled))):
            assert exists(written[problem.path or ""], problem.route), (rule.name, problem.route)
            for where, _ in problem.related:
                assert isinstance(where, Place), rule.name
                assert exists(written[where.path], where.route), (rule.name, where)
            assert_well_said(problem)
