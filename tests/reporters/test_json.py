from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Finding, Place, Related, Severity, Span
from svcflow.i18n import msg
from svcflow.lint import LintResult
from svcflow.reporters import ReportContext
from svcflow.reporters.json import report

FORM = jsonschema_rs.validator_for(
    json.loads(Path(__file__).with_name("report.schema.json").read_text("utf-8"))
)

texts = st.text(max_size=20)
spans = st.builds(Span, *[st.integers(1, 999)] * 4)
places = st.builds(
    Place, texts, st.lists(st.one_of(texts, st.integers(0, 99)), max_size=4).map(tuple), st.none() | spans
)
findings = st.builds(
    Finding,
    texts,
    texts,
    st.sampled_from(Severity),
    texts.map(lambda text: msg("there is no {path}", path=text)),
    places,
    st.lists(
        st.builds(Related, places, texts.map(lambda text: msg("there is no {path}", path=text))), max_size=2
    ).map(tuple),
)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_everything(result, context, snapshot, language):
    assert report(result, context(language)) == snapshot


def test_keys_and_their_order(result, context):
    document = json.loads(report(result, context()))
    assert list(document) == ["version", "findings", "summary"]
    assert list(document["findings"][0]) == [
        "code", "rule", "severity", "message", "path", "route", "line", "column", "end_line", "end_column", "related",
    ]  # fmt: skip
    assert list(document["findings"][0]["related"][0]) == ["path", "line", "column", "message"]
    assert document["summary"] == {"files": 8, "errors": 2, "warnings": 2, "infos": 1}


def test_chinese_is_not_escaped(result, context):
    assert "流程/客户 投诉#1.yaml" in report(result, context())


def test_clean(clean, context):
    document = json.loads(report(clean, context()))
    assert document["findings"] == []
    assert document["summary"]["files"] == 1


@given(st.lists(findings, max_size=3))
def test_whatever_is_found_the_form_holds(found):
    text = report(LintResult(tuple(found), 1), ReportContext())
    document = json.loads(text)
    FORM.validate(document)
    assert [entry["path"] for entry in document["findings"]] == [finding.place.path for finding in found]
    assert [entry["message"] for entry in document["findings"]] == [str(finding.message) for finding in found]


def test_the_form_can_fail(result, context):
    document = json.loads(report(result, context()))
    document["findings"][0]["line"] = 0
    assert not FORM.is_valid(document)
