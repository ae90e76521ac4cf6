from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from svcflow.model.process import Process
from svcflow.model.schema import json_schema
from tests.model.test_schema import agree

SHORT: dict[str, Any] = {"process": "p", "name": "P", "steps": [{"id": "a", "name": "A"}]}


@pytest.mark.parametrize("value", [1, "text", True, ["a", {"b": "c"}], {"id": "_1", "deep": {"er": []}}])
def test_extension_keys_are_kept_and_mean_nothing(value: Any) -> None:
    step = {"id": "a", "name": "A", "x-bpmn": value, "sla": {"completion": "5m", "x-tool": value}}
    document = {**SHORT, "x-bpmn": value, "steps": [step]}
    process = Process.model_validate(document)
    assert process.model_extra == {"x-bpmn": value}
    assert process.steps[0].model_extra == {"x-bpmn": value}
    assert process.steps[0].sla is not None
    assert process.steps[0].sla.model_extra == {"x-tool": value}
    agree("process", document)


@pytest.mark.parametrize("key", ["xbpmn", "X-bpmn", "_x-bpmn", "x_bpmn", "bpmn"])
def test_other_keys_are_still_refused(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Process.model_validate({**SHORT, key: 1})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("extra_forbidden", (key,))]
    agree("process", {**SHORT, key: 1})


def test_the_schema_allows_extension_keys_in_every_mapping_of_the_format() -> None:
    schema = json_schema("process")
    closed = [
        name
        for name, definition in schema["$defs"].items()
        for whole in [*definition.get("anyOf", []), definition]
        if whole.get("properties") and whole.get("patternProperties") != {"^x-": {}}
    ]
    assert closed == []
