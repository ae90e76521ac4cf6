from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Finding, Place, Severity, Span
from svcflow.i18n import Message
from svcflow.lint import LintResult
from svcflow.reporters import ReportContext
from svcflow.reporters.github import report

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^:,]*,?)+)::(.*)")


def test_everything(result, context, snapshot):
    assert report(result, context()) == snapshot


def _decoded(text: str, characters: dict[str, str]) -> str:
    """As the runner decodes: the percent sign last."""
    for escaped, character in {**characters, "%25": "%"}.items():
        text = text.replace(escaped, character)
    return text


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_runner_gets_what_was_meant(path, message):
    said = Message("{text}", (("text", message),))
    finding = Finding("T101", "missing-sla", Severity.INFO, said, Place(path, (), Span(3, 4, 3, 9)))
    text = report(LintResult((finding,), 1), ReportContext(quiet=True))
    assert text.count("\n") == 1
    assert "\r" not in text
    found = COMMAND.fullmatch(text.removesuffix("\n"))
    assert found
    properties = dict(pair.split("=", 1) for pair in found[2].split(","))
    data = {"%0D": "\r", "%0A": "\n"}
    assert _decoded(properties["file"], {**data, "%3A": ":", "%2C": ","}) == path
    assert _decoded(found[3], data) == message
    assert properties["endColumn"] == "8"


def test_columns_only_within_one_line(context):
    finding = Finding("T1", "x", Severity.ERROR, Message("a list"), Place("a", (), Span(3, 4, 5, 9)))
    shown = report(LintResult((finding,), 1), context(quiet=True))
    assert shown == "::error file=a,line=3,endLine=5,title=T1 x::a list\n"


def test_clean(clean, context):
    assert report(clean, context()) == "No problems in 1 file (profile: strict).\n"
