from __future__ import annotations

import pytest

from svcflow import __version__
from svcflow.cli.program import COMMANDS


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_help(run, snapshot, monkeypatch, language):
    monkeypatch.setenv("SVCFLOW_LANG", language)
    result = run("--help")
    assert result.exit_code == 0
    assert result.stdout == snapshot


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command(run, snapshot, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout == snapshot


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_help_in_chinese_has_no_english_sentence(run, monkeypatch, command, language):
    monkeypatch.setenv("COLUMNS", "200")
    shown = run(command, "--lang", language, "--help").stdout
    for line in shown.splitlines():
        said = line[26:] if line.startswith(" ") else line
        assert (
            not said.strip()
            or any(ord(character) > 0x2E80 for character in said)
            or "PATH" in line
            or line.strip() == "text)"
        ), line


def test_short_help(run):
    assert run("lint", "-h").stdout == run("lint", "--help").stdout


def test_version(run):
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"svcflow {__version__}\n")


def test_nothing_asked_shows_the_help(run):
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: svcflow ")
    assert "explain" in result.stderr


def test_unknown_command(run):
    result = run("lnt")
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: there is no command `lnt`; did you mean `lint`?\nhelp: there are: {', '.join(COMMANDS)}\n"
    )
    assert run("xyzzy").stderr.startswith("error: there is no command `xyzzy`\n")


def test_unknown_option(run):
    result = run("lint", "--formt", "json")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: there is no option --formt; did you mean --format?\nhelp: `svcflow lint --help` shows what it can do\n"
    )
    assert run("lint", "--xyzzy").stderr.startswith("error: there is no option --xyzzy\n")


def test_missing_argument(run):
    result = run("explain")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: RULE is missing\n")


def test_option_without_its_value(run):
    result = run("lint", "--format")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: --format needs a value\n")


def test_a_number_that_is_none(run, process):
    result = run("render", process, "--scale", "big")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: --scale needs a number\n")


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "many"])
def test_a_number_that_is_too_small_or_not_whole(run, value):
    result = run("site", "--jobs", value)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: --jobs needs a number, 1 or more\n")


def test_errors_speak_the_language_asked_for(run):
    result = run("lint", "nope.yaml", "--lang", "zh")
    assert (result.exit_code, result.stderr) == (2, "错误：找不到 nope.yaml\n建议：请检查路径是否写对\n")
    result = run("lint", "nope.yaml", "--lang=zh-TW")
    assert result.stderr == "錯誤：找不到 nope.yaml\n建議：請檢查路徑是否正確\n"


def test_unknown_language(run, process):
    result = run("lint", process, "--lang", "fr")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: svcflow does not speak `fr`\nhelp: it speaks: en, zh-Hans, zh-Hant\n",
    )


@pytest.mark.parametrize("given", [("--lang", "zh-Hant"), ("--lang=zh-Hant",)])
def test_the_language_may_stand_before_the_command(run, given):
    assert (
        run(*given, "lint", "nothing.yaml").stderr == run("lint", "--lang", "zh-Hant", "nothing.yaml").stderr
    )
    assert "錯誤" in run(*given, "lint", "nothing.yaml").stderr


def test_the_nearer_language_counts(run):
    assert run("--lang", "zh-Hans", "lint", "--lang", "en", "x.yaml").stderr.startswith(
        "error: there is no x.yaml"
    )


def test_a_language_alone_shows_the_help(run):
    shown = run("--lang", "zh-Hans")
    assert (shown.exit_code, shown.stdout) == (0, run("--lang", "zh-Hans", "--help").stdout)
    assert shown.stdout.startswith("用法：svcflow")


def test_an_option_of_a_command_before_it_is_told_where_it_goes(run):
    result = run("--format", "png", "render", "x.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: there is no option --format\n"
        "help: the options of a command stand behind it: `svcflow COMMAND --format …`\n"
    )


def test_a_language_without_a_value(run):
    assert run("--lang").stderr.startswith("error: --lang needs a value")
