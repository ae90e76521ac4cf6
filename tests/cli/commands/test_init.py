from __future__ import annotations

from pathlib import Path

import pytest

LANGUAGES = ["en", "zh-Hans", "zh-Hant"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workspace_is_clean_draws_and_publishes(run, language):
    made = run("init", "here", "--lang", language)
    assert made.exit_code == 0
    assert "svcflow lint here" in made.stdout
    linted = run("lint", "here", "--fail-on", "info")
    assert linted.exit_code == 0, linted.stdout
    strict = run("lint", "here", "--select", "structure,roles,handoffs,timing", "--fail-on", "info")
    assert strict.exit_code == 0, strict.stdout
    for arguments in (
        ("render", "here/processes/customer-request.yaml", "--view", "swimlane", "-o", "request.svg"),
        ("sop", "here/processes/customer-request.yaml", "--format", "html", "-o", "request.html"),
    ):
        assert run(*arguments).exit_code == 0
    assert sorted(path.relative_to("here").as_posix() for path in Path("here").rglob("*") if path.is_file()) == [
        ".github/workflows/svcflow.yml", "catalog.yaml", "processes/customer-request.yaml", "svcflow.yaml",
    ]  # fmt: skip


def test_the_languages_are_their_own(run):
    for language in LANGUAGES:
        run("init", language, "--lang", language)
    texts = {language: Path(language, "catalog.yaml").read_text("utf-8") for language in LANGUAGES}
    assert len(set(texts.values())) == 3
    texts["zh-Hans"].encode("gb2312")
    texts["zh-Hant"].encode("big5")
    assert texts["en"].isascii() or "…" in texts["en"]


def test_here(run, folder):
    assert run("init").exit_code == 0
    assert (folder / "svcflow.yaml").exists()
    assert run("lint").exit_code == 0


def test_nothing_is_written_over(run, folder):
    Path("catalog.yaml").write_text("mine", "utf-8")
    result = run("init")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: these files exist already: catalog.yaml\nhelp: choose an empty folder: `svcflow init FOLDER`\n",
    )
    assert [path.name for path in folder.iterdir()] == ["catalog.yaml"]
    assert Path("catalog.yaml").read_text("utf-8") == "mine"


def test_a_file_in_the_way(run, process):
    result = run("init", process)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_the_comments_tell_commands_that_work(run):
    run("init", ".", "--lang", "en")
    text = Path("processes/customer-request.yaml").read_text("utf-8")
    commands = [
        line.removeprefix("#").split(" to ")[0].split()
        for line in text.splitlines()
        if line.startswith("#   svcflow")
    ]
    assert len(commands) == 3
    for command in commands:
        assert run(*command[1:]).exit_code == 0, command
