"""Whatever a process looks like, the rules about the customer answer, at places that exist, in all languages."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.customer import RULES
from svcflow.analyzers.rule import ProcessRule
from svcflow.finding import Route
from svcflow.i18n import translator
from svcflow.load import Shared
from svcflow.model import Process
from tests.strategies import process_data

OF_A_PROCESS = [rule() for rule in RULES if issubclass(rule, ProcessRule)]
SERVICE: dict[str, Any] = {
    "roles": {
        "guest": {"name": "Guest", "line": "customer"},
        "clerk": {"name": "Clerk", "line": "frontstage"},
    },
    "needs": [{"what": "a"}, {"what": "b", "kano": "basic", "met_by": ["a", "s1"]}],
    "problems": [{"what": "x", "severity": "critical"}],
}
PARTS: tuple[dict[str, Any], ...] = (
    {"role": "guest", "outputs": "form", "sla": "1bd"},
    {"role": "clerk", "touchpoint": {"moment_of_truth": True, "emotion": -3}},
    {"informed": "guest", "feedback": "survey", "sla": "9bd"},
)


def exists(data: Any, route: Route) -> bool:
    """Whether the route leads to a value, but for what a shorthand leaves out at its end."""
    for key in route:
        if not isinstance(data, (dict, list)):
            return True
        if isinstance(data, dict) and key not in data:
            return False
        data = data[key]  # type: ignore[index]
    return True


@given(process_data(broken=True))
@settings(max_examples=100)
def test_every_rule_answers(data: dict[str, Any]) -> None:
    steps = [{**step, **PARTS[number % 3]} for number, step in enumerate(data["steps"])]
    data = {**data, **SERVICE, "steps": steps}
    context = ProcessContext(Process.model_validate(data), Shared())
    for rule in OF_A_PROCESS:
        for problem in rule.check(context):
            assert exists(data, problem.route), problem
            for message in (problem.message, problem.help):
                assert message is not None
                for language in ("en", "zh-Hans", "zh-Hant"):
                    assert message.render(translator(language))
