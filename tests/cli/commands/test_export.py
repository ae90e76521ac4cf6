from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET


def test_into_a_file_again_and_again(run, process):
    for _again in range(2):
        result = run("export", process, "--format", "bpmn", "-o", "out/x.bpmn")
        assert (result.exit_code, result.stdout) == (0, "Written: out/x.bpmn\n"), result.stderr
    assert ET.parse("out/x.bpmn").getroot().tag.endswith("}definitions")


def test_the_name_tells_the_format(run, process):
    assert run("export", process).stdout == "Written: lost-key.bpmn\n"
    assert run("export", process, "-o", "-").stdout == Path("lost-key.bpmn").read_text("utf-8")


def test_not_over_the_work_of_others(run, process):
    Path("x.bpmn").write_text("<definitions/>")
    result = run("export", process, "-o", "x.bpmn")
    assert (result.exit_code, Path("x.bpmn").read_text()) == (2, "<definitions/>")
    assert "x.bpmn exists, and svcflow did not write it" in result.stderr


def test_no_such_format(run, process):
    result = run("export", process, "--format", "bpm")
    assert result.exit_code == 2
    assert "there is no format `bpm`; did you mean `bpmn`?" in result.stderr


def test_two_steps_of_one_id(run, folder):
    text = "process: p\nname: P\nsteps: [{id: a, name: A}, {id: a, name: B}]\n"
    (folder / "p.yaml").write_text(text, "utf-8")
    result = run("export", "p.yaml", "-o", "p.bpmn")
    assert result.exit_code == 2
    assert "two steps have the id `a`" in result.stderr
    assert not Path("p.bpmn").exists()


def test_what_bpmn_says_otherwise_is_told(run, folder):
    steps = (
        "[{id: f, name: Fork, kind: parallel, next: [a, b]}, {id: a, name: A, next: c}, {id: b, name: B}, "
    )
    text = f"process: p\nname: P\nlanguage: zh-Hant\nsteps: {steps}{{id: c, name: 通知, join: any}}]\n"
    (folder / "p.yaml").write_text(text, "utf-8")
    result = run("export", "p.yaml", "--lang", "zh-Hant", "-o", "p.bpmn")
    assert result.exit_code == 0
    assert "「通知」就會再啟動一次" in result.stderr
    assert 'name="結束"' in Path("p.bpmn").read_text("utf-8")
