"""Whatever a process looks like, the rules about data and quality answer, at places that exist."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from svcflow.analyzers import data as data_rules
from svcflow.analyzers import quality as quality_rules
from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.rule import ProcessRule
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.model import Process
from tests.strategies import process_data, processes

RULES = [rule() for rule in (*data_rules.RULES, *quality_rules.RULES) if issubclass(rule, ProcessRule)]
ABOUT_RUNS = {"input-never-produced", "input-not-always-produced", "output-never-used", "overwritten-unread"}


@given(process_data(broken=True))
@settings(max_examples=100)
def test_every_rule_answers(data: dict[str, Any]) -> None:
    context = ProcessContext(Process.model_validate(data), Shared())
    for rule in RULES:
        for problem in rule.check(context):
            here: Any = data
            for key in problem.route[:2]:
                here = here[key]
            assert problem.help is not None
            for language in ("en", "zh-Hans", "zh-Hant"):
                assert problem.message.render(translator(language))
                assert problem.help.render(translator(language))


@given(processes())
@settings(max_examples=100)
def test_what_is_never_there_is_not_only_sometimes_missing(process: Process) -> None:
    context = ProcessContext(process, Shared())
    told: dict[str, set[object]] = {
        rule.name: {problem.route for problem in rule.check(context)}
        for rule in RULES
        if rule.name in ABOUT_RUNS
    }
    assert told["input-never-produced"].isdisjoint(told["input-not-always-produced"])
    assert told["output-never-used"].isdisjoint(told["overwritten-unread"])
