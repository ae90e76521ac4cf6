from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Finding, Place, Severity
from svcflow.i18n import Message
from svcflow.lint import LintResult
from svcflow.reporters import ReportContext
from svcflow.reporters.junit import report


def test_everything(result, context, snapshot):
    assert report(result, context()) == snapshot


def test_clean(clean, context, snapshot):
    assert report(clean, context()) == snapshot


@given(st.text(min_size=1), st.text())
def test_whatever_is_said_it_is_xml(path, message):
    said = Message("{text}", (("text", message),))
    finding = Finding("T101", "missing-sla", Severity.INFO, said, Place(path))
    text = report(LintResult((finding,), 1), ReportContext())
    root = ET.fromstring(text.encode("utf-8"))
    assert root.get("failures") == "1"
    assert len(root.findall("testsuite/testcase/failure")) == 1
