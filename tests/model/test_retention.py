from __future__ import annotations

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from svcflow.model.period import Period
from svcflow.model.retention import Permanent, Retention

ADAPTER: TypeAdapter[Period | Permanent] = TypeAdapter(Retention)
SCHEMA = jsonschema_rs.validator_for(ADAPTER.json_schema())


@pytest.mark.parametrize("text", ["permanent", "permanently", "永久", "永久保存", "永久保管"])
def test_for_ever(text: str) -> None:
    read = ADAPTER.validate_python(text)
    assert read == Permanent("permanent")
    assert (str(read), read.say("en"), read.say("zh-Hans"), read.say("zh-Hant")) == (
        text, "permanently", "永久", "永久",
    )  # fmt: skip
    assert ADAPTER.dump_python(read, mode="json") == text


@pytest.mark.parametrize("text", ["5 years", "30年", "P10Y", "6 months"])
def test_for_a_period(text: str) -> None:
    assert ADAPTER.validate_python(text) == Period.parse(text)


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{1,3} ?(years|年|mo)", fullmatch=True))
@example("Permanent")
@example("永久 ")
@example("permanent\n")
def test_schema_and_model_agree(text: str) -> None:
    if SCHEMA.is_valid(text):
        ADAPTER.validate_python(text)
        return
    with pytest.raises(ValidationError, match="says no time of keeping"):
        ADAPTER.validate_python(text)
