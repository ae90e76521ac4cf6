from __future__ import annotations

import json

from svcflow.reporters.gitlab import report


def test_everything(result, context, snapshot):
    assert report(result, context()) == snapshot


def test_what_gitlab_asks_for(result, context):
    issues = json.loads(report(result, context()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1


def test_clean(clean, context):
    assert json.loads(report(clean, context())) == []
