"""The version before: from a file, or from git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from svcflow import api

PROCESS = (
    "process: key\nname: Lost key\nversion: {version}\n"
    "steps:\n  - {{id: a, name: {name}, role: r}}\nroles: {{r: Clerk}}\n"
)


def note(file: Path, against: str) -> str:
    (made,) = api.publish(file, api.Order(kind="release-note", format="md", against=against))
    return made.data.decode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "key.yaml"
    place.write_text(PROCESS.format(version="2.0.0", name="Issue a key"), "utf-8")
    return place


def test_a_file(file: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(PROCESS.format(version="1.0.0", name="Find the key"), "utf-8")
    said = note(file, str(old))
    assert "- **Version before**: 1.0.0\n- **Version now**: 2.0.0\n" in said
    assert "| 1 Issue a key | Name of the step | Find the key | Issue a key |" in said


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_git_revision(file: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(file.parent), *identity, *words], check=True, capture_output=True)

    now = file.read_text("utf-8")
    file.write_text(PROCESS.format(version="1.0.0", name="Find the key"), "utf-8")
    git("init", "-q")
    git("add", "key.yaml")
    git("commit", "-q", "-m", "x")
    file.write_text(now, "utf-8")
    assert "Find the key" in note(file, "HEAD")
    with pytest.raises(api.CannotDo, match="there is no version `HEAD~9`: git says “fatal"):
        note(file, "HEAD~9")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_catalogues_are_those_of_the_revision(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *words], check=True, capture_output=True)

    root = tmp_path / "工作区"
    (root / "old").mkdir(parents=True)
    (root / "new").mkdir()
    file = root / "key.yaml"
    file.write_text(
        "process: key\nname: Lost key\nsteps: [{id: a, name: A, role: r, consulted: s}]\n", "utf-8"
    )
    (root / "svcflow.yaml").write_text("catalogs: old\nprocesses: '*.yaml'\n", "utf-8")
    (root / "old" / "角色.yaml").write_text("catalog: c\nroles: {r: Clerk}\n", "utf-8")
    (root / "old" / "broken.yaml").write_text("catalog: [\n", "utf-8")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    (root / "svcflow.yaml").write_text("catalogs: new\nprocesses: '*.yaml'\n", "utf-8")
    (root / "new" / "roles.yaml").write_text("catalog: c\nroles: {r: Receptionist, s: Boss}\n", "utf-8")
    said = note(file, "HEAD")
    assert "| 1 A | Role | Clerk | Receptionist |" in said
    assert "Boss" not in said  # who is known only now is called by the name of now, then too


@pytest.mark.parametrize("against", ["--output=x", "nothing", "a\0b"])
def test_neither_file_nor_revision(file: Path, against: str) -> None:
    with pytest.raises(api.CannotDo, match="there is no version `") as caught:
        note(file, against)
    assert str(caught.value.help) == "name a file, or a git revision such as HEAD~1 or v2.0.0"


def test_no_repository(file: Path) -> None:
    with pytest.raises(
        api.CannotDo, match=r"there is no version `HEAD`: .*key\.yaml is in no git repository"
    ):
        note(file, "HEAD")


def test_no_git(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(api.CannotDo, match="there is no version `HEAD`: git is not installed"):
        note(file, "HEAD")


def test_what_cannot_be_compared_with(file: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("process: x\n", "utf-8")
    with pytest.raises(api.CannotDo, match="cannot be compared with as it is") as caught:
        note(file, str(tmp_path / "broken.yaml"))
    assert caught.value.findings
    with pytest.raises(api.CannotDo, match="is a folder, not a process"):
        note(file, str(tmp_path))
