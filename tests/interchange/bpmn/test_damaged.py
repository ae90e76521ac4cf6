"""Damaged files: whatever is cut out of them, what is left is imported or refused, and never crashes anything."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcflow.interchange.bpmn.file import read
from svcflow.interchange.writer import to_yaml
from svcflow.model import Process
from svcflow.model.catalog import Catalog
from svcflow.source import parse
from tests.interchange.bpmn.test_flow import MODELS, file_of

FILES = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "data" / "miwg").glob("A*.bpmn"))
]
FILES += [file_of(model) for model in MODELS.values()]
_ATTRIBUTE = re.compile(r'\s[\w:]+="[^"]*"')
_ELEMENT = re.compile(r"<([\w:]+)[^<>]*/>|<([\w:]+)[^<>]*>[^<>]*</\2>")
_REFERENCE = re.compile(r'(?<=Ref=")[^"]*|(?<= id=")[^"]*|(?<=name=")[^"]*')


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["attribute", "element", "reference", "characters"]))
        if kind == "characters":
            start = draw(st.integers(0, len(text)))
            text = text[:start] + text[start + draw(st.integers(1, 30)) :]
            continue
        pattern = {"attribute": _ATTRIBUTE, "element": _ELEMENT, "reference": _REFERENCE}[kind]
        found = list(pattern.finditer(text))
        if not found:
            continue
        start, end = draw(st.sampled_from(found)).span()
        other = draw(st.sampled_from(found))[0] if kind == "reference" else ""
        text = text[:start] + other + text[end:]
    return text


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damaged())
def test_damaged_files(text: str) -> None:
    foreign = read({"x.bpmn": text.encode()})["x.bpmn"]
    assert foreign.imported or foreign.problems
    ids = [one.name for one in foreign.imported]
    assert len(set(ids)) == len(ids)
    for one in foreign.imported:
        (Process if "process" in one.data else Catalog).model_validate(one.data)
        document = parse(to_yaml(one.data), "")
        assert document.data == one.data
        assert not document.problems
    lines = text.count("\n") + text.count("\r") + 1
    for problem in foreign.all_problems:
        assert 1 <= problem.span.line <= lines + 1
        assert str(problem.message)


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    foreign = read({"x.bpmn": content})["x.bpmn"]
    assert foreign.problems
    assert not foreign.imported
