from __future__ import annotations

import pytest

from svcflow.reporters.concise import report


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_everything(result, context, snapshot, language):
    assert report(result, context(language)) == snapshot


def test_one_line_a_finding(result, context):
    lines = report(result, context(quiet=True)).splitlines()
    assert len(lines) == len(result.findings)
    assert lines[0] == (
        "processes/lost-key.yaml:6:38: error[R102] there is no rule `recptionist`; did you mean `receptionist`?"
    )


def test_clean(clean, context):
    assert report(clean, context()) == "No problems in 1 file (profile: strict).\n"
