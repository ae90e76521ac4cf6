from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

EXAMPLES = Path(__file__).parents[3] / "examples/services/processes"
HOTEL = str(EXAMPLES / "hotel-check-in.yaml")


def test_fill_in_and_import(run):
    made = run("init", "--xlsx", "mine.xlsx", "--lang", "en")
    assert (made.exit_code, made.stdout) == (
        0, "Written: mine.xlsx\nFill it in, then: `svcflow import mine.xlsx`\n"
    )  # fmt: skip
    assert not Path("svcflow.yaml").exists()
    assert run("import", "mine.xlsx", "--lang", "en").exit_code == 0
    assert run("lint", "lost-key.yaml", "--select", "structure", "--fail-on", "info").exit_code == 0


@pytest.mark.parametrize(
    ("file", "message"),
    [("there.xlsx", "these files exist already: there.xlsx"), ("x.yaml", "x.yaml is no name of a workbook")],
)
def test_names_that_cannot_be(run, file, message):
    Path("there.xlsx").write_bytes(b"mine")
    made = run("init", "--xlsx", file, "--lang", "en")
    assert made.exit_code == 2
    assert message in made.stderr
    assert Path("there.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize("format", ["xlsx", "csv", "mermaid"])
def test_export_and_import(run, format):
    assert run("export", HOTEL, "--format", format, "-o", "out/").exit_code == 0
    ending = "mmd" if format == "mermaid" else format
    made = run("import", f"out/hotel-check-in.{ending}", "-o", "back", "--lang", "en")
    assert made.exit_code == 0, made.stderr
    assert Path("back/hotel-check-in.yaml").read_text("utf-8").startswith("process: hotel-check-in\n")


def test_a_cell_that_cannot_be_read_is_named(run):
    Path("a.csv").write_text("Step,Role,Time\nAsk,Agent,soon\n")
    made = run("import", "a.csv", "--lang", "en")
    assert made.exit_code == 0
    assert "C2: ‘soon’ is no length of time; write 15m, 2h or 3bd" in made.stderr
    assert "name: Ask" in Path("a.yaml").read_text()


def test_a_file_without_steps(run):
    Path("a.csv").write_text("a,b\n1,2\n")
    made = run("import", "a.csv", "--lang", "en")
    assert made.exit_code == 2
    assert "there is no table of steps" in made.stderr
    assert not Path("a.yaml").exists()


@pytest.mark.parametrize("command", ["analyze", "sop"])
def test_documents_as_workbooks(run, command):
    for _ in range(2):  # the second time over our own file
        made = run(command, HOTEL, "--format", "xlsx", "-o", "x.xlsx", "--lang", "en")
        assert made.exit_code == 0, made.stderr
    assert len(openpyxl.load_workbook("x.xlsx").sheetnames) > 5


@pytest.mark.parametrize(
    ("format", "file", "begins"),
    [
        ("mermaid", "hotel-check-in-swimlane.mmd", "---\ntitle: "),
        ("mermaid-swimlane", "hotel-check-in-swimlane.mmd", "---\ntitle: "),
        ("drawio", "hotel-check-in-swimlane.drawio", "<?xml "),
    ],
)
def test_pictures_as_text(run, format, file, begins):
    for _ in range(2):  # the second time over our own file
        assert run("render", HOTEL, "--view", "swimlane", "-f", format).exit_code == 0
    assert Path(file).read_text("utf-8").startswith(begins)


def test_a_list_for_the_terminal(run):
    made = run("render", HOTEL, "-f", "text", "--lang", "en")
    assert made.stdout.startswith("Hotel check-in\n")
    assert list(Path().glob("*.txt")) == []
    assert run("render", HOTEL, "-o", "list.txt").exit_code == 0
    assert Path("list.txt").read_text("utf-8").startswith("Hotel check-in\n")


def test_a_matrix_is_no_flow(run):
    made = run("render", HOTEL, "--view", "raci", "-f", "mermaid", "--lang", "en")
    assert made.exit_code == 2
    assert "this view cannot be written as `mermaid`, which holds flows only" in made.stderr
