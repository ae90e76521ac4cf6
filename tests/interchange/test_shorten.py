from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from svcflow.exporters.bpmn.data import plain
from svcflow.interchange.shorten import pruned, shortened
from svcflow.model import Process
from tests.strategies import processes

STEPS = {"steps": [{"id": "a", "name": "A"}]}


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ({"sla": {"resolution": "3bd"}}, {"sla": "3bd"}),
        ({"sla": {"resolution": "3bd", "response": "1h"}}, {"sla": {"resolution": "3bd", "response": "1h"}}),
        ({"roles": {"x": {"name": "X"}}}, {"roles": {"x": "X"}}),
        ({"roles": {"x": {"name": {"en": "X"}}}}, {"roles": {"x": {"name": {"en": "X"}}}}),
        ({"inputs": ["a"]}, {"inputs": "a"}),
        ({"inputs": ["a", "b"]}, {"inputs": ["a", "b"]}),
    ],
)
def test_shorthands(long: dict[str, Any], short: dict[str, Any]) -> None:
    assert shortened({**long, **STEPS}) == {**short, **STEPS}


def test_flow_and_work() -> None:
    step = {"next": [{"to": "a"}, {"to": "b"}], "work": {"min": "1m", "max": "2m"}, "role": ["x"]}
    assert shortened({"steps": [step]})["steps"] == [{"next": ["a", "b"], "work": "1m..2m", "role": "x"}]


@given(processes())
def test_what_is_short_means_the_same(process: Process) -> None:
    again = Process.model_validate(shortened(pruned(plain(process))))
    assert pruned(plain(again)) == pruned(plain(process))
