from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api
from svcflow.finding import Edit, Finding, Fix, Place, Severity, Span
from svcflow.i18n import msg

TEXT = (
    "process: p   # ours\r\nname: P\r\nsteps:\r\n  - {id: a, name: b, role: x}\r\n"
    "  - {id: c, name: d, tools: [e, f]}\r\n"
)


def finding(path: Path, *edits: Edit) -> Finding:
    fix = Fix(msg("take it out"), edits) if edits else None
    return Finding(
        "X1", "x", Severity.ERROR, msg("a list"), Place(str(path), (), Span(1, 1, 1, 1)), (), None, fix
    )


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    return path


def test_what_a_repair_does_not_speak_of_stays(file):
    result = api.LintResult(
        (
            finding(file, Edit(("steps", 1, "tools", 0))),
            finding(file, Edit(("steps", 1, "tools", 1))),
            finding(file, Edit(("steps", 0, "role"), "y")),
            finding(file),
        ),
        1,
    )
    (repair,) = api.repairs(result)
    assert len(repair.findings) == 3
    assert repair.before == "\ufeff" + TEXT
    assert repair.after.startswith("\ufeffprocess: p   # ours\r\n")
    assert "role: y" in repair.after
    assert "e" not in repair.after.split("tools:")[1]
    assert file.read_bytes() == b"\xef\xbb\xbf" + TEXT.encode()


def test_a_repair_that_cannot_be_made_keeps_the_others(file):
    result = api.LintResult(
        (finding(file, Edit(("steps", 9, "role"), "y")), finding(file, Edit(("name",), "Q"))), 1
    )
    (repair,) = api.repairs(result)
    assert [found.fix.edits[0].route for found in repair.findings if found.fix] == [("name",)]


def test_nothing_to_repair(file):
    assert list(api.repairs(api.LintResult((finding(file),), 1))) == []


def test_diff(file):
    (repair,) = api.repairs(api.LintResult((finding(file, Edit(("name",), "Q")),), 1))
    lines = repair.diff().splitlines()
    assert lines[0].startswith("--- ")
    assert "-name: P" in lines
    assert "+name: Q" in lines
