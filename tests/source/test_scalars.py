from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.source import Float, Int
from svcflow.source.scalars import RESOLVABLE, construct, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, None) for word in ("", "~", "null", "Null", "NULL")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        ("0", 0),
        ("-12", -12),
        ("+3", 3),
        ("007", 7),
        ("0o17", 15),
        ("0xfF", 255),
        ("1.10", 1.1),
        (".5", 0.5),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("12e03", 12000.0),
        ("1E-2", 0.01),
        ("1.5e+3", 1500.0),
        (".inf", float("inf")),
        ("+.Inf", float("inf")),
        ("-.INF", float("-inf")),
    ],
)
def test_the_core_schema(text: str, value: object) -> None:
    resolved = resolve(text)
    assert resolved == value
    assert isinstance(resolved, bool) == isinstance(value, bool)
    assert isinstance(resolved, Int) == (type(value) is int)
    assert isinstance(resolved, Float) == (type(value) is float)
    assert text[:1] in RESOLVABLE


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "y", "nULL", "tRUE", "None", "none"),
        *(
            "08:30",
            "1:30:00",
            "1_000",
            "2026-01-01",
            "2026-01-01T10:00:00Z",
            "0b1",
            "0o8",
            "0xg",
            "-0x1",
            "+0o7",
        ),
        *(
            "1.2.3",
            "1e",
            "e3",
            ".",
            "-",
            "+",
            "..",
            "1,5",
            "３",
            "٣",
            "inf",
            ".iNf",
            "+.nan",
            "1 ",
            " 1",
            "1\n",
        ),
        *("15m", "30分钟", "中", "😀", "5%", ">= 80%"),
    ],
)
def test_everything_else_is_a_text(text: str) -> None:
    assert resolve(text) == text


def test_nan_is_a_number() -> None:
    assert [str(resolve(text)) for text in (".nan", ".NaN", ".NAN")] == [".nan", ".NaN", ".NAN"]
    assert all(
        isinstance(resolve(text), Float) and resolve(text) != resolve(text) for text in (".nan", ".NAN")
    )


def test_a_number_with_thousands_of_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="digits"):
        resolve("9" * 5000)


@given(st.from_regex(r"[-+]?[0-9]{1,30}|0o[0-7]{1,9}|0x[0-9a-fA-F]{1,9}", fullmatch=True))
def test_a_whole_number_is_shown_as_it_was_written(text: str) -> None:
    _check_number(Int(text), text, int(text, 0) if text[1:2] in ("o", "x") else int(text))


@given(st.from_regex(r"[-+]?(\.[0-9]{1,9}|[0-9]{1,9}(\.[0-9]{0,9})?)([eE][-+]?[0-9]{1,2})?", fullmatch=True))
def test_a_number_is_shown_as_it_was_written(text: str) -> None:
    _check_number(Float(text), text, float(text))


def _check_number(number: Any, text: str, value: float) -> None:
    assert number == value
    assert str(number) == f"{number}" == text
    assert hash(number) == hash(value)
    for same in (copy.copy(number), copy.deepcopy(number), pickle.loads(pickle.dumps(number))):
        assert (type(same), same, str(same)) == (type(number), number, text)
    assert json.loads(json.dumps(number)) == value


@pytest.mark.parametrize("text", ["", "x", "1.5", "0b1", "1_0"])
def test_what_is_no_whole_number(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Int(text)


@pytest.mark.parametrize("text", ["", "x", "1_0", "inf", "nan", "infinity"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Float(text)


TAG = "tag:yaml.org,2002:"


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("!", "5", "5"),
        (TAG + "str", "true", "true"),
        (TAG + "int", "5", 5),
        (TAG + "float", "5", 5.0),
        (TAG + "bool", "True", True),
        (TAG + "null", "", None),
        (TAG + "null", "~", None),
    ],
)
def test_a_tag_decides(tag: str, text: str, value: object) -> None:
    assert construct(tag, text) == value
    assert type(construct(tag, text)) is type(value) or isinstance(construct(tag, text), Int | Float)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("int", "1.5"), ("float", "x"), ("bool", "yes"), ("bool", ""), ("null", "x"), ("null", "true")],
)
def test_a_text_that_does_not_fit_its_tag(tag: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        construct(TAG + tag, text)


@pytest.mark.parametrize("tag", ["!own", TAG + "binary", TAG + "timestamp", TAG + "map"])
def test_an_unknown_tag(tag: str) -> None:
    with pytest.raises(KeyError):
        construct(tag, "x")
