from __future__ import annotations

import re

import pytest

from svcflow.finding import Finding, Place, Severity, Span
from svcflow.i18n import msg
from svcflow.lint import LintResult
from svcflow.reporters.text import report
from svcflow.text.cells import cells


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_everything(result, context, snapshot, language):
    assert report(result, context(language)) == snapshot


def test_in_colour(result, context, snapshot):
    assert report(result, context(color=True)) == snapshot


def test_colour_changes_nothing_else(result, context):
    colored = report(result, context(color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == report(result, context())


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_clean(clean, context, snapshot, language):
    assert report(clean, context(language)) == snapshot


def test_quiet(result, clean, context):
    assert report(clean, context(quiet=True)) == ""
    loud, quiet = report(result, context()), report(result, context(quiet=True))
    assert loud.startswith(quiet.rstrip("\n"))
    assert "8 files" not in quiet


@pytest.mark.parametrize("width", [40, 57, 80, 120])
def test_no_excerpt_is_wider_than_the_terminal(result, context, width):
    shown = report(result, context(width=width))
    assert all(cells(line) <= width for line in shown.splitlines() if re.match(r" *\d* \|", line))


def test_the_caret_stands_below_wide_characters(context):
    path = "processes/lost-key.yaml"
    finding = Finding("X1", "x", Severity.ERROR, msg("a list"), Place(path, (), Span(2, 9, 2, 11)))
    shown = report(LintResult((finding,), 1), context()).splitlines()
    source, underline = shown[5], shown[6]
    assert source.endswith("name: 补办房卡")
    before = source[: source.index("房卡")]
    assert underline == "  |" + " " * (cells(before) - 3) + "^^^^"


def test_nothing_steers_the_terminal(result, context):
    shown = report(result, context(width=200))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert r"\x1b[31mred\x1b[0m \u202eevil second line" in shown


def test_one_file_skipped_and_one_repair_are_said_in_the_singular(result, context):
    shown = report(LintResult(result.findings[:1], 1, skipped=1, profile="audit"), context())
    assert shown.endswith(
        "1 error in 1 file (profile: audit).\n"
        "1 YAML file was skipped: it is neither a process nor a catalogue.\n"
        "1 finding can be repaired with `--fix`; `--fix --diff` shows how.\n"
    )


def test_selected_rules_have_no_profile(result, context):
    shown = report(LintResult(result.findings, 3), context())
    assert "2 errors, 2 warnings, 1 note in 3 files (selected rules only)." in shown
