from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api

PROCESS = "process: {id}\nname: Good\nsteps: [{{id: a, name: Answer the phone, next: {to}}}]\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_current_workspace(tmp_path, monkeypatch):
    write(tmp_path / "svcflow.yaml", "lint: {select: F, profile: starter}\n")
    write(tmp_path / "deep" / "a.yaml", PROCESS.format(id="a", to="nowhere"))
    monkeypatch.chdir(tmp_path / "deep")
    result = api.lint()
    assert [finding.rule for finding in result.findings] == ["unknown-target"]
    assert (result.files, result.profile, result.fails()) == (1, "starter", True)


def test_paths_as_text_and_of_several_workspaces(tmp_path):
    for name, level in (("a", "error"), ("b", "info")):
        write(
            tmp_path / name / "svcflow.yaml",
            f"lint: {{fail_on: {level}, profile: {'strict' if name == 'a' else 'starter'}}}",
        )
        write(tmp_path / name / "p.yaml", PROCESS.format(id=name, to="end"))
    result = api.lint([str(tmp_path / "a"), tmp_path / "b" / "p.yaml"])
    assert result.files == 2
    assert result.profile == "strict, starter"
    assert result.fail_on is api.Severity.INFO


def test_the_same_path_twice_counts_once(tmp_path):
    file = write(tmp_path / "p.yaml", PROCESS.format(id="p", to="nowhere"))
    once, twice = api.lint([file]), api.lint([file, file, tmp_path])
    assert once == twice


def test_select_and_ignore(tmp_path):
    file = write(tmp_path / "p.yaml", PROCESS.format(id="p", to="nowhere"))
    assert {finding.rule for finding in api.lint([file], select=["F"]).findings} == {"unknown-target"}
    assert api.lint([file], select=["F"], ignore=["unknown-target"]).findings == ()
    assert api.lint([file], profile="starter").profile == "starter"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"profile": "lax"}, "there is no profile `lax`"),
        ({"select": ["F999"]}, "there is no rule `F999`"),
        ({"paths": ["nope"]}, "there is no nope"),
        ({"paths": []}, "there is nothing to lint here"),
    ],
)
def test_what_cannot_be_done(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(api.CannotDo, match=message):
        api.lint(arguments.pop("paths", ["."]), **arguments)
