from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest


@pytest.mark.parametrize("view", ["flowchart", "swimlane"])
@pytest.mark.parametrize(
    ("format", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("dot", b"// Made by svcflow.\n")]
)
def test_into_a_file_again_and_again(run, process, view, format, start):
    for _again in range(2):
        result = run("render", process, "--view", view, "--format", format, "-o", f"out/x.{format}")
        assert (result.exit_code, result.stdout) == (0, f"Written: out/x.{format}\n"), result.stderr
    assert Path(f"out/x.{format}").read_bytes().startswith(start)


def test_the_name_tells_the_format(run, process):
    run("render", process, "-o", "x.PNG")
    assert Path("x.PNG").read_bytes().startswith(b"\x89PNG")
    run("render", process, "-o", "picture")
    ET.parse("picture")


def test_without_an_output(run, process):
    assert run("render", process).stdout == "Written: lost-key-flowchart.svg\n"
    assert Path("lost-key-flowchart.svg").exists()


def test_into_a_folder(run, process):
    assert run("render", process, "--view", "swimlane", "-o", "out/").exit_code == 0
    assert Path("out/lost-key-swimlane.svg").exists()
    Path("there").mkdir()
    assert run("render", process, "-o", "there").exit_code == 0
    assert Path("there/lost-key-flowchart.svg").exists()


def test_to_standard_output(run, process):
    result = run("render", process, "-o", "-")
    assert result.stdout_bytes.startswith(b"<?xml")
    assert not Path("-").exists()


def test_a_folder_of_processes(run, process):
    run("init", "more")
    Path("more/processes/other.yaml").write_text(
        "process: 报失\nname: 报失\nsteps: [{id: a, name: b}]\n", "utf-8"
    )
    result = run("render", "more", "-o", "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "customer-request-flowchart.svg", "报失-flowchart.svg",
    ]  # fmt: skip
    result = run("render", "more", "-o", "-")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: 2 files do not fit into the standard output\nhelp: name one process, or a folder to write to\n",
    )


def test_two_processes_with_one_id(run, process):
    Path("again.yaml").write_text(process.read_text("utf-8"), "utf-8")
    result = run("render", ".", "-o", "out")
    assert result.exit_code == 2
    assert "error: two processes would be written to" in result.stderr
    assert not Path("out").exists()


def test_words_in_the_language_asked_for(run, process):
    run("render", process, "--lang", "zh-Hant", "-o", "x.svg")
    assert "前台" not in run("render", process, "-o", "-").stdout
    assert any(ord(character) > 0x2E80 for character in Path("x.svg").read_text("utf-8"))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("--view", "swimlanes"),
            "there is no view `swimlanes`; did you mean `swimlane`?\nhelp: there are: flowchart, ",
        ),
        (("--format", "gif"), "there is no format `gif`\nhelp: there are: svg, png, pdf, "),
        (("--engine", "neato"), "there is no engine `neato`\nhelp: there are: embedded, system\n"),
        (
            ("--scale", "1000", "--format", "png"),
            "a picture cannot be scaled by 1000.0\nhelp: use 0.05 to 20\n",
        ),
        (
            ("--width", "900"),
            "this view cannot be folded, only swimlane, blueprint, compare, journey, timeline can\nhelp: ",
        ),
        (
            ("--view", "swimlane", "--width", "99"),
            "a picture cannot be folded to a width of 99\nhelp: use 480 pixels or more, or 0 for a ",
        ),
        (
            ("--view", "swimlane", "--width=-1"),
            "a picture cannot be folded to a width of -1\n",
        ),
        (
            ("-f", "svg", "-o", "lost-key.yaml"),
            "lost-key.yaml exists, and svcflow did not write it\nhelp: `--force` writes over it\n",
        ),
        (("--scale", "2"), "only PNG is scaled\nhelp: use `--format png`, or leave out `--scale`\n"),
        (("--view", "raci", "--engine", "embedded"), "Graphviz lays out flowcharts only\nhelp: leave out "),
        (
            ("--view", "swimlane", "--width", "900", "-f", "drawio"),
            "`drawio` cannot be folded\nhelp: leave out `--width`, or use svg, png, pdf, html, dot\n",
        ),
        (("--against", "HEAD"), "`--against` says nothing to the view `flowchart`, only to `compare`\n"),
        (
            ("--color-by", "findings"),
            "`--color-by` says nothing to the view `flowchart`, only to `landscape`",
        ),
        (("--link-to", "a.html", "-f", "png"), "a picture as `png` holds no links\n"),
        (("--view", "landscape", "--link-to", "a.html"), "only the steps of a flow can be links\n"),
        (("--link-to", "javascript:x"), "`javascript:x` is not the address of a document\n"),
    ],
)
def test_what_cannot_be(run, process, arguments, error):
    result = run("render", process, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {error}")
    assert [path.name for path in Path().iterdir()] == ["lost-key.yaml"]


def test_folded(run, process):
    wide = ET.fromstring(run("render", process, "--view", "swimlane", "-o", "-").stdout_bytes)
    assert run("render", process, "--view", "swimlane", "--width", "600", "-o", "x.svg").exit_code == 0
    folded = ET.parse("x.svg").getroot()
    assert float(folded.get("width")) <= 600 < float(wide.get("width"))
    assert float(folded.get("height")) > float(wide.get("height"))
    none = run("render", process, "--view", "swimlane", "--width", "0", "-o", "-").stdout_bytes
    assert none == run("render", process, "--view", "swimlane", "-o", "-").stdout_bytes


def test_force(run, process):
    Path("x.svg").write_text("mine", "utf-8")
    assert run("render", process, "-o", "x.svg").exit_code == 2
    assert Path("x.svg").read_text("utf-8") == "mine"
    assert run("render", process, "-o", "x.svg", "--force").exit_code == 0


def test_graphviz(run, process):
    result = run("render", process, "--engine", "embedded", "-o", "x.svg")
    assert result.exit_code == 0, result.stderr
    ET.parse("x.svg")


def test_a_process_that_is_broken(run, process):
    process.write_text(process.read_text("utf-8").replace("name: Report", "nmae: Report"), "utf-8")
    result = run("render", process)
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "error: lost-key.yaml cannot be used as it is\nhelp: mend what is wrong with it first\n"
    )
    assert "did you mean `name`?" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["lost-key.yaml"]


def test_no_process(run, process):
    Path("catalog.yaml").write_text("catalog: x\n", "utf-8")
    Path("empty").mkdir()
    for path, error in (
        (
            "catalog.yaml",
            "catalog.yaml is a catalogue, not a process\nhelp: name a file that starts with `process: ID`\n",
        ),
        (
            "empty",
            "there is no process in empty\nhelp: a process is a YAML file that starts with `process: ID`\n",
        ),
        ("nope.yaml", "there is no nope.yaml\nhelp: check the spelling of the path\n"),
    ):
        result = run("render", path)
        assert (result.exit_code, result.stderr) == (2, f"error: {error}")


@pytest.mark.parametrize("options", [(), ("--paper", "a4"), ("--paper", "A3", "--view", "swimlane")])
def test_pdf(run, process, options):
    for _again in range(2):
        result = run("render", process, "-o", "x.pdf", *options)
        assert (result.exit_code, result.stdout) == (0, "Written: x.pdf\n"), result.stderr
    assert Path("x.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_pdf_of_others_is_not_written_over(run, process):
    Path("x.pdf").write_bytes(b"%PDF-1.7\n" + b"mine " * 2000 + b"svcflow\n%%EOF\n")
    result = run("render", process, "-o", "x.pdf")
    assert result.stderr.startswith("error: x.pdf exists, and svcflow did not write it\n")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (
            ("-f", "pdf", "--paper", "a33"),
            "there is no paper `a33`; did you mean `a3`?\nhelp: there are: a4, a3, a2, letter, tabloid\n",
        ),
        (("--paper", "a4"), "only PDF is laid on paper\nhelp: use `--format pdf`\n"),
    ],
)
def test_paper_that_cannot_be(run, process, options, error):
    result = run("render", process, *options)
    assert (result.exit_code, result.stderr) == (2, f"error: {error}")
