"""Whatever a user hands in: a sentence with place, reason and what to do, and a documented exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "process: good\nname: Good\nsteps: [{id: a, name: Answer the phone}]\n"


def write(path: str, content: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def found(result) -> list[tuple[str, str, int, int, str]]:
    """The findings of a JSON report: rule, file, line, column, message."""
    keys = ("rule", "path", "line", "column", "message")
    return [tuple(entry[key] for key in keys) for entry in json.loads(result.stdout)["findings"]]


# What is not there


@pytest.mark.parametrize("command", ["lint", "render", "sop"])
def test_missing_path(run, command):
    result = run(command, "processes/nope.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no processes/nope.yaml\nhelp: check the spelling of the path\n",
    )


@pytest.mark.parametrize("command", ["lint", "render", "sop"])
def test_a_path_that_can_be_none(run, command):
    result = run(command, "x" * 300)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: there is no\n       xxx")


def test_an_empty_folder(run):
    result = run("lint")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "error: there is nothing to lint here: no file starts with `process:` or `catalog:`\n"
            "help: `svcflow init` makes a workspace to start from\n"
        ),
    )


def test_only_strangers(run):
    write("values.yaml", "replicas: 3\n")
    assert run("lint").exit_code == 2
    assert run("lint", ".").exit_code == 2


def test_settings_that_match_nothing(run):
    write("svcflow.yaml", "processes: [procesess/]\ncatalogs: []\n")
    write("processes/good.yaml", GOOD)
    result = run("lint")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: there is nothing to lint here")


def test_strangers_are_skipped_and_counted(run):
    write("good.yaml", GOOD)
    write("values.yaml", "replicas: 3\n")
    shown = run("lint", "--profile", "starter").stdout
    assert "1 YAML file was skipped: it is neither a process nor a catalogue.\n" in shown


# Rules that are not there


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule_on_the_command_line(run, option):
    write("good.yaml", GOOD)
    result = run("lint", option, "mising-sla")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no rule `mising-sla`; did you mean `missing-sla`?\nhelp: `svcflow rules` lists them all\n",
    )


def test_unknown_rules_in_the_workspace_file(run):
    write("good.yaml", GOOD)
    write(
        "svcflow.yaml",
        "lint:\n"
        "  select: [timming]\n"
        "  ignore: deadlok\n"
        "  per_file: {'*.yaml': {ignore: [R9]}}\n"
        "  per_element: {good/a: {select: qqqqqqqq}}\n"
        "  rules:\n"
        "    too-complx: info\n"
        "    too-complex: {step: 3}\n"
        "    structure: {severity: info, steps: 3}\n",
    )
    result = run("lint", "--no-color")
    assert result.exit_code == 2
    for said in (
        "there is no rule `timming`; did you mean `timing`?\n --> svcflow.yaml:2:12\n",
        "there is no rule `deadlok`; did you mean `deadlock`?\n --> svcflow.yaml:3:11\n",
        "there is no rule `R9`",
        "--> svcflow.yaml:4:34\n",
        "there is no rule `qqqqqqqq`\n --> svcflow.yaml:5:34\n",
        "there is no rule `too-complx`; did you mean `too-complex`?\n --> svcflow.yaml:7:5\n",
        "this entry has no `step`; did you mean `steps`?\n --> svcflow.yaml:8:19\n",
        "options belong to one rule; `structure` is a family of rules\n --> svcflow.yaml:9:5\n",
    ):
        assert said in result.stderr
    assert result.stderr.endswith(
        "error: the workspace file svcflow.yaml is broken\n"
        "help: mend it first: it says where the files are and what is checked\n"
    )


def test_unknown_rules_in_comments(run):
    write(
        "good.yaml",
        "process: good\nname: Good\nsteps:\n"
        "  - {id: a, name: Answer}  # svcflow: ignore[mising-sla] later\n"
        "  - {id: b, name: Book}  # svcflow: ignore\n"
        "  - {id: c, name: Close}  # svcflow: ignore[deadlock]\n",
    )
    result = run("lint", "--format", "json", "--ignore", "R,H,T")
    assert result.exit_code == 0
    assert found(result) == [
        ("unknown-rule", "good.yaml", 4, 28, "there is no rule `mising-sla`; did you mean `missing-sla`?"),
        ("unknown-rule", "good.yaml", 5, 26, "the comment does not say which rule to ignore"),
        ("unused-ignore", "good.yaml", 6, 27, "`deadlock` finds nothing here to ignore"),
    ]


# Files that are broken


@pytest.mark.parametrize(
    ("content", "rule", "line", "column", "message"),
    [
        ("process: x\nname: X\nstep: []\n", "unknown-key", 3, 1, "did you mean `steps`?"),
        ("process: x\nsteps: [{id: a, name: b}]\n", "missing-key", 1, 1, "a process needs `name`"),
        ("process: x\nname: X\nsteps:\n", "empty-value", 3, 1, "`steps` has no value"),
        ("process: x\nname: X\nsteps: none\n", "wrong-value", 3, 8, "a list is expected here"),
        ("process: [x\n", "yaml-syntax", 1, 10, ""),
        ("process: x\n\tname: X\n", "yaml-syntax", 2, 1, "this line is indented with a tab"),
        (b"process: x\nname: \xff\n", "unreadable-file", 2, 7, "the byte 0xFF here is not UTF-8"),
        ("process: x\nname: 受理".encode("gbk"), "unreadable-file", 2, 7, "is not UTF-8"),
        ("process: x\n".encode("utf-16"), "unreadable-file", 1, 1, "the file is written in UTF-16"),
        (b"\x00\x01\x02\x03", "unreadable-file", 1, 1, ""),
        ("", "unknown-file", 1, 1, "the file is empty"),
        ("# nothing yet\n", "unknown-file", 1, 1, "the file is empty"),
        ("proces: x\nname: X\n", "unknown-file", 1, 1, "the file starts with `proces`; did you mean `process`?"),
        ("replicas: 3\n", "unknown-file", 1, 1, "the file is no process and no catalogue"),
        ("just a text\n", "unknown-file", 1, 1, "the file is no process and no catalogue"),
        ("- a\n- b\n", "unknown-file", 1, 1, "the file is no process and no catalogue"),
        ("process: x\nname: X\nname: Y\nsteps: [{id: a, name: b}]\n", "duplicate-key", 3, 1, "`name` stands here once"),
        ("process: x\nname: " + "[" * 200 + "]" * 200, "yaml-syntax", 2, None, "more than 100 levels deep"),
        ("process: x\nname: " + "[" * 200_000, "yaml-syntax", 2, None, "more than 100 levels deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: *c\nprocess: x\n", "yaml-syntax", 3, 4, "no anchor `&c` stands above"),
        ("process: x\nname: &n {a: *n}\n", "yaml-syntax", 2, None, "lies inside the very value"),
    ],
)  # fmt: skip
def test_broken_files(run, content, rule, line, column, message):
    write("x.yaml", content)
    result = run("lint", "x.yaml", "--format", "json", "--select", "deadlock")
    assert result.exit_code == 1
    assert [
        (entry[0], entry[2]) for entry in found(result) if message in entry[4] and column in {None, entry[3]}
    ] == [(rule, line)], found(result)
    assert run("lint", "x.yaml").exit_code == 1


def test_a_billion_laughs(run):
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 10))
    write("x.yaml", f"process: x\nl0: &l0 [lol]\n{levels}\n")
    result = run("lint", "x.yaml", "--format", "json")
    assert result.exit_code == 1
    assert any("aliases repeat more than" in entry[4] for entry in found(result))


def test_fifty_megabytes(run):
    write("x.yaml", b"process: x\nname: " + b"x" * 50_000_000)
    write("good.yaml", GOOD)
    result = run("lint", "--format", "json", "--select", "deadlock")
    assert result.exit_code == 1
    ((rule, path, *_place, message),) = found(result)
    assert (rule, path, message) == (
        "unreadable-file",
        "x.yaml",
        "the file has 50.0 MB; more than 5 MB are not read",
    )
    assert run("render", "x.yaml").exit_code == 2


def test_one_broken_file_hides_no_other(run):
    write("a.yaml", "process: [a\n")
    write("b.yaml", b"process: b\nname: \xff")
    write("c.yaml", GOOD.replace("good", "c").replace("Answer the phone}", "Answer, next: nowhere}"))
    write("catalog.yaml", "catalog: x\nroles: {a: {nane: b}}\n")
    result = run("lint", "--format", "json", "--select", "unknown-target")
    assert {(entry[0], entry[1]) for entry in found(result)} == {
        ("yaml-syntax", "a.yaml"),
        ("unreadable-file", "b.yaml"),
        ("unknown-target", "c.yaml"),
        ("unknown-key", "catalog.yaml"),
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_breaks_and_byte_order_marks_move_nothing(run, newline, bom):
    text = GOOD.replace("name: Answer the phone", "nme: 接听电话").replace("\n", newline)
    write("x.yaml", bom + text)
    result = run("lint", "--format", "json")
    assert [entry[:4] for entry in found(result) if entry[0] == "unknown-key"] == [
        ("unknown-key", "x.yaml", 3, 17)
    ]
    shown = run("lint").stdout
    assert "3 | steps: [{id: a, nme: 接听电话}]\n  |                 ^^^\n" in shown


def test_a_tab_in_a_line_keeps_the_caret_in_place(run):
    write("x.yaml", "process: x\nname: X\nsteps:\t[{id: a, nme: b}]\n")
    assert "3 | steps:  [{id: a, nme: b}]\n  |                  ^^^\n" in run("lint").stdout


# The workspace file


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("lnt: {}\n", "the workspace file has no `lnt`; did you mean `lint`?\n --> svcflow.yaml:1:1\n"),
        ("lint: {profile: strickt}\n", "did you mean `strict`?\n --> svcflow.yaml:1:17\n"),
        ("lint: {select: [\n", "svcflow.yaml:"),
        ("- a\n", "keys with values are expected here"),
        ("language: klingonish tongue\n", "svcflow.yaml:1:11"),
    ],
)
def test_broken_workspace_file(run, content, said):
    write("svcflow.yaml", content)
    write("good.yaml", GOOD)
    for command in (["lint"], ["render", "good.yaml"], ["sop", "good.yaml"]):
        result = run(*command)
        assert result.exit_code == 2
        assert said in result.stderr
        assert "error: the workspace file svcflow.yaml is broken\n" in result.stderr
    assert [path.name for path in Path().iterdir() if path.suffix != ".yaml"] == []


def test_an_empty_workspace_file_is_fine(run):
    write("svcflow.yaml", "# all as it comes\n")
    write("good.yaml", GOOD)
    assert run("lint", "--select", "deadlock").exit_code == 0


def test_excluded_folders(run):
    write("svcflow.yaml", "exclude: [old/]\n")
    write("good.yaml", GOOD)
    write("old/bad.yaml", "process: [\n")
    assert run("lint", "--select", "deadlock").exit_code == 0


# The file system


def test_links_that_go_round(run):
    write("here/good.yaml", GOOD)
    Path("here/round").symlink_to("..", target_is_directory=True)
    Path("here/self.yaml").symlink_to("self.yaml")
    Path("here/nowhere.yaml").symlink_to("gone.yaml")
    result = run("lint", "--format", "json", "--select", "deadlock")
    assert result.exit_code == 1
    assert [entry[0] for entry in found(result)] == ["unreadable-file"] * 2
    assert run("lint", "here/self.yaml").exit_code == 2


def test_a_folder_that_is_named_like_a_file(run):
    Path("folder.yaml").mkdir()
    write("good.yaml", GOOD)
    assert run("lint", "--select", "deadlock").exit_code == 0
    result = run("render", "folder.yaml")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        "error: there is no process in folder.yaml",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_does_not_block(run):
    os.mkfifo("pipe.yaml")
    write("good.yaml", GOOD)
    result = run("lint", "--format", "json", "--select", "deadlock")
    assert [(entry[0], entry[4]) for entry in found(result)] == [
        ("unreadable-file", "this is no ordinary file")
    ]
    assert run("render", ".", "-o", "out").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_closed_folders_and_files(folder):
    write("open/good.yaml", GOOD)
    write("closed/good.yaml", GOOD.replace("good", "closed"))
    write("open/closed.yaml", GOOD.replace("good", "shut"))
    Path("closed").chmod(0)
    Path("open/closed.yaml").chmod(0)
    folder.chmod(0o755)
    for parent in list(folder.parents)[:3]:
        parent.chmod(0o755)
    code = (
        "import os, sys\n"
        "from svcflow.cli.program import app\n"
        "arguments = ['--format', 'json', '--select', 'deadlock']\n"
        "try:\n    app(['lint', 'open/good.yaml', *arguments, '-o', 'report'])\nexcept SystemExit:\n    pass\n"
        "if os.getuid() == 0:\n    os.setuid(65534)\n"
        "app(['lint', '.', *arguments])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    Path("closed").chmod(0o755)
    assert done.returncode == 1, done.stderr
    findings = [
        (entry["rule"], entry["path"], entry["message"]) for entry in json.loads(done.stdout)["findings"]
    ]
    assert findings == [
        ("unreadable-file", "closed", "the folder cannot be read: you have no permission"),
        ("unreadable-file", "open/closed.yaml", "you have no permission to read this file"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems forbid such names")
def test_a_name_that_is_no_text(program, folder):
    (folder / os.fsdecode(b"\xff\x1b[31m.yaml")).write_text("process: [x\n", "utf-8")
    shown = program("lint", "--lang", "zh")
    assert shown.returncode == 1
    assert rb"\udcff\x1b[31m.yaml:1:10" in shown.stdout
    for format in ("json", "sarif", "gitlab"):
        report = program("lint", "--format", format)
        assert json.loads(report.stdout)
    assert program("lint", "--format", "junit").returncode == 1
    assert program("lint", "--format", "json", "-o", "report.json").returncode == 1
    json.loads((folder / "report.json").read_text("utf-8"))


def test_chinese_paths(program, folder):
    write("流程 目录/客户投诉.yaml", GOOD.replace("Answer the phone}", "接听, next: 无}"))
    shown = program("lint", "流程 目录").stdout.decode("utf-8")
    assert "流程 目录/客户投诉.yaml:3:" in shown


# How files fit together


def test_a_cycle_of_calls(run):
    for name, other in (("a", "b"), ("b", "a")):
        write(
            f"{name}.yaml",
            f"process: {name}\nname: {name}\nsteps: [{{id: s, name: Call, kind: call, process: {other}}}]\n",
        )
    write("svcflow.yaml", "")
    result = run("lint", "--format", "json", "--select", "call-cycle")
    assert result.exit_code == 1
    assert {entry[0] for entry in found(result)} == {"call-cycle"}


def test_the_same_entry_in_two_catalogues(run):
    write("good.yaml", GOOD)
    write("a.yaml", "catalog: a\nroles: {agent: {name: Agent, line: frontstage}}\n")
    write("b.yaml", "catalog: b\nroles: {agent: {name: Agentin, line: frontstage}}\n")
    result = run("lint", "--format", "json", "--select", "deadlock")
    assert result.exit_code == 0
    assert found(result) == [
        (
            "duplicate-entry",
            "b.yaml",
            2,
            16,
            "`agent` is defined in another catalogue already; that one counts",
        )
    ]


def test_text_is_data(run):
    """What users write steers neither the terminal nor a picture nor a document."""
    evil = '<script>alert(1)</script> [x](javascript:y) \\u001b[31m \\" ]; } %0A::error::'
    write("x.yaml", f'process: x\nname: "{evil}"\nsteps: [{{id: a, name: "{evil}", next: nowhere}}]\n')
    for format in ("text", "concise", "github"):
        shown = run("lint", "x.yaml", "--format", format).stdout
        if format != "github":
            assert "\x1b" not in shown
    assert not any(
        line.startswith("::error::") for line in run("lint", "x.yaml", "-f", "github").stdout.splitlines()
    )
    assert run("render", "x.yaml", "-o", "x.svg").exit_code == 0
    assert "<script" not in Path("x.svg").read_text("utf-8")
    assert run("sop", "x.yaml", "-o", "x.html").exit_code == 0
    assert "<script" not in Path("x.html").read_text("utf-8")
