from __future__ import annotations

import json
from pathlib import Path

import pytest

from svcflow.reporters import FORMATS

FAULT = "a step leads to `nowhere`"


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_small_workspace(run, folder, process, snapshot, language):
    Path("svcflow.yaml").write_text(f"language: {language}\nlint: {{select: F, ignore: [roles]}}\n", "utf-8")
    Path("values.yaml").write_text("replicas: 3\n", "utf-8")
    result = run("lint")
    assert result.exit_code == 1
    assert result.stdout == snapshot


@pytest.mark.parametrize("format", FORMATS)
def test_every_format(run, process, format):
    result = run("lint", process, "--format", format, "--select", "unknown-target")
    assert result.exit_code == 1
    assert "unknown-target" in result.stdout or "F102" in result.stdout


def test_json_says_the_place(run, process):
    found = json.loads(run("lint", process, "-f", "json", "--select", "F102").stdout)["findings"]
    assert [(entry["rule"], entry["path"], entry["route"], entry["line"]) for entry in found] == [
        ("unknown-target", "lost-key.yaml", ["steps", 1, "next", 0, "to"], 10)
    ]


@pytest.mark.parametrize(
    ("select", "code"), [("F102", 1), ("unknown-target", 1), ("structure", 1), ("f", 1), ("F101", 0)]
)
def test_select(run, process, select, code):
    assert run("lint", process, "--select", select).exit_code == code


def test_several_rules_with_commas_and_options(run, process):
    assert run("lint", process, "--select", "F101, F102").exit_code == 1
    assert run("lint", process, "--select", "F101", "--select", "F102").exit_code == 1
    assert run("lint", process, "--select", "F", "--ignore", "F102,F201").exit_code == 0


def test_fail_on(run, process):
    warns = ("lint", process, "--select", "missing-sla")
    assert run(*warns).exit_code == 0
    assert run(*warns, "--fail-on", "warning").exit_code == 1
    assert run("lint", process, "--fail-on", "info").exit_code == 1
    result = run("lint", process, "--fail-on", "warn")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no severity `warn`; did you mean `warning`?\nhelp: there are: error, warning, info\n",
    )


def test_fail_on_in_the_workspace_file(run, process):
    Path("svcflow.yaml").write_text("lint: {fail_on: warning}\n", "utf-8")
    assert run("lint", "--select", "missing-sla").exit_code == 1
    assert run("lint", "--select", "missing-sla", "--fail-on", "error").exit_code == 0


def test_profile(run, process):
    assert "(profile: audit)" in run("lint", process, "--profile", "audit").stdout
    result = run("lint", process, "--profile", "strickt")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "error: there is no profile `strickt`; did you mean `strict`?\n"
            "help: there are: starter, standard, strict, audit\n"
        ),
    )


def test_unknown_format(run, process):
    result = run("lint", process, "--format", "sariff")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "error: there is no format `sariff`; did you mean `sarif`?\n"
            "help: there are: text, concise, json, sarif, github, gitlab, junit, statistics\n"
        ),
    )


def test_quiet(run, process):
    assert "profile" not in run("lint", process, "--quiet").stdout
    clean = run("lint", process, "--quiet", "--select", "F101")
    assert (clean.exit_code, clean.stdout) == (0, "")


def test_statistics(run, process):
    shown = run("lint", process, "--statistics", "--select", "F102,missing-sla").stdout
    assert shown == run("lint", process, "--format", "statistics", "--select", "F102,missing-sla").stdout
    assert shown.splitlines()[-1].endswith("in 1 file (selected rules only).")
    assert "F102 unknown-target" in shown


@pytest.mark.parametrize("format", FORMATS)
def test_into_a_file(run, process, format):
    result = run("lint", process, "--format", format, "--output", "out/report", "--color")
    assert (result.exit_code, result.stdout) == (1, "")
    text = Path("out/report").read_text("utf-8")
    assert text
    assert "\x1b" not in text


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "junit"])
def test_reports_are_written_over(run, process, format):
    for select in ("F102", "F101", "F102"):
        result = run("lint", process, "--format", format, "-o", "report", "--select", select)
        assert result.exit_code == (select == "F102"), result.stderr


def test_a_report_is_never_written_over_a_process(run, process):
    before = process.read_bytes()
    result = run("lint", process, "--output", process)
    assert (result.exit_code, result.stderr) == (
        2,
        "error: lost-key.yaml exists, and svcflow did not write it\nhelp: `--force` writes over it\n",
    )
    assert process.read_bytes() == before


def test_dash_is_standard_output(run, process):
    assert run("lint", process, "-o", "-").stdout == run("lint", process).stdout
    assert not Path("-").exists()


def test_colour(run, process):
    assert "\x1b[1;31merror[" in run("lint", process, "--color").stdout
    assert "\x1b" not in run("lint", process).stdout


def test_language_of_the_workspace(run, process, monkeypatch):
    Path("svcflow.yaml").write_text("language: zh-Hant\n", "utf-8")
    assert "個檔案" in run("lint").stdout
    monkeypatch.setenv("SVCFLOW_LANG", "zh-CN")
    assert "個檔案" in run("lint").stdout
    assert "in 1 file" in run("lint", "--lang", "en").stdout


def test_language_of_the_environment(run, process, monkeypatch):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert "個檔案" in run("lint", process).stdout


def test_from_inside_the_workspace(run, folder, process, monkeypatch):
    Path("svcflow.yaml").write_text("lint: {select: F}\n", "utf-8")
    (folder / "deeper").mkdir()
    monkeypatch.chdir(folder / "deeper")
    result = run("lint")
    assert result.exit_code == 1
    assert "lost-key.yaml" in result.stdout


def test_workspaces_within_a_folder_keep_their_settings(run, folder, process):
    text = process.read_text("utf-8")
    for name, settings in (("a", "lint: {ignore: [F, R, H, T]}\n"), ("b", "lint: {profile: starter}\n")):
        (folder / name).mkdir()
        (folder / name / "svcflow.yaml").write_text(settings, "utf-8")
        (folder / name / "lost-key.yaml").write_text(text, "utf-8")
    process.unlink()
    shown = run("lint", ".", "--format", "concise").stdout
    assert "b/lost-key.yaml:10" in shown
    assert "a/lost-key.yaml" not in shown
    assert "in 2 files" in shown
    assert run("lint", "a").exit_code == 0


def test_workspace_file_named(run, process):
    Path("svcflow.yaml").write_text("language: en\n", "utf-8")
    assert run("lint", "svcflow.yaml").stdout.startswith("No problems in 1 file")
