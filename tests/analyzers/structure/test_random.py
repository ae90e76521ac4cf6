"""Whatever a process looks like, the rules answer, at places that exist, in all languages."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.analyzers.context import ProcessContext, WorkspaceContext
from svcflow.analyzers.rule import Problem, ProcessRule, WorkspaceRule
from svcflow.analyzers.structure import RULES
from svcflow.analyzers.structure.join_without_parallel import JoinWithoutParallel
from svcflow.finding import Route
from svcflow.graph import ProcessGraph
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.load.summary import summarize
from svcflow.model import Process
from tests.strategies import process_data, processes

OF_A_PROCESS = [rule() for rule in RULES if issubclass(rule, ProcessRule)]
OF_A_WORKSPACE = [rule() for rule in RULES if issubclass(rule, WorkspaceRule)]
ABOUT_RUNS = {"deadlock", "runs-twice", "never-ends", "unreachable-step"}


def problems(process: Process) -> list[tuple[str, Problem]]:
    context = ProcessContext(process, Shared())
    return [(rule.name, problem) for rule in OF_A_PROCESS for problem in rule.check(context)]


def exists(data: Any, route: Route) -> bool:
    """Whether the route leads to a value, but for what a shorthand leaves out at its end."""
    for key in route[:2]:
        data = data[key]
    for key in route[2:]:
        if isinstance(data, list) and isinstance(key, int):
            data = data[key]
        elif isinstance(data, dict):
            if key not in data:
                return key == 0
            data = data[key]
        else:
            return True
    return True


@given(process_data(broken=True))
@settings(max_examples=100)
def test_every_rule_answers(data: dict[str, Any]) -> None:
    for _, problem in problems(Process.model_validate(data)):
        assert exists(data, problem.route), problem
        for route, _ in problem.related:
            assert isinstance(route, tuple)
            assert exists(data, route), problem
        for message in (problem.message, problem.help, *(said for _, said in problem.related)):
            assert message is not None
            for language in ("en", "zh-Hans", "zh-Hant"):
                assert "{" not in message.render(translator(language)).replace("{…}", "")


@given(st.lists(processes(broken=True, max_steps=4), max_size=4))
@settings(max_examples=40)
def test_every_rule_about_the_workspace_answers(found: list[Process]) -> None:
    summaries = tuple(summarize(process, f"{number}.yaml") for number, process in enumerate(found))
    data = {
        summary.path: process.model_dump(by_alias=True)
        for summary, process in zip(summaries, found, strict=True)
    }
    for rule in OF_A_WORKSPACE:
        for problem in rule.check(WorkspaceContext(summaries, Shared())):
            assert problem.path is not None
            assert data[problem.path][str(problem.route[0])]


@given(processes(broken=True))
@settings(max_examples=60)
def test_where_a_name_leads_nowhere_nothing_is_said_of_runs(process: Process) -> None:
    if not ProcessGraph(process).is_whole:
        assert not ABOUT_RUNS & {name for name, _ in problems(process)}


@given(processes())
@settings(max_examples=100)
def test_a_join_that_joins_nothing_can_be_taken_out(process: Process) -> None:
    """The repair of join-without-parallel makes nothing worse."""
    before = ProcessGraph(process)
    found = JoinWithoutParallel().check(ProcessContext(process, Shared()))
    routes = {problem.route for problem in found if problem.fix is not None}
    if not routes or not before.soundness.decided:
        return
    steps = tuple(
        step.model_copy(update={"join": None}) if ("steps", index, "join") in routes else step
        for index, step in enumerate(process.steps)
    )
    after = ProcessGraph(process.model_copy(update={"steps": steps})).soundness
    assert after.sound or not before.soundness.sound
