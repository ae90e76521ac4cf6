"""Names of outputs: which format they tell, and where files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.cli.targets import format_of, is_folder
from svcflow.finding import CannotDo

KNOWN = ("svg", "png", "html", "mermaid", "mermaid-swimlane", "dot", "text", "md")


@pytest.mark.parametrize(
    ("output", "format"),
    [
        ("x.PNG", "png"), ("x.htm", "html"), ("x.gv", "dot"), ("x.mmd", "mermaid"), ("x.txt", "text"), ("x", "svg"),
        ("x.markdown", "md"), (None, "svg"), ("-", "svg"), ("v1.2/", "svg"), ("a.b/x", "svg"),
    ],
)  # fmt: skip
def test_the_ending_tells_the_format(output: str | None, format: str) -> None:
    assert format_of(None, output, KNOWN, "svg") == format


@pytest.mark.parametrize("output", ["x.jpg", "x.svg.gz", "x.docx", "report.v2"])
def test_an_ending_of_no_format_is_asked_about(output: str) -> None:
    with pytest.raises(CannotDo) as error:
        format_of(None, output, KNOWN, "svg")
    assert str(error.value.message) == f"no format is told by the ending of {output}"
    assert "svg, png" in str(error.value.help)


def test_an_existing_folder_tells_nothing(folder: Path) -> None:
    Path("a.jpg").mkdir()
    assert format_of(None, "a.jpg", KNOWN, "svg") == "svg"
    assert format_of(None, "new.jpg", KNOWN, "svg", into_folder=True) == "svg"


def test_the_ending_of_another_format_is_a_mistake() -> None:
    with pytest.raises(CannotDo, match=r"x\.svg is named as `svg`, and asked for as `png`"):
        format_of("png", "x.svg", KNOWN, "svg")


@pytest.mark.parametrize(
    ("asked", "output"),
    [
        ("mermaid-swimlane", "x.mmd"),
        ("mermaid", "x.txt"),
        ("png", "x.PNG"),
        ("svg", "x.anything"),
        ("pdf", "x.svg"),
    ],
)
def test_what_is_asked_for_counts(asked: str, output: str) -> None:
    assert format_of(asked, output, KNOWN, "svg") == asked


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_what_can_be_no_name_is_no_folder(name: str) -> None:
    assert not is_folder(Path(name))


def test_several_files_are_not_written_into_one(run, process):
    folder = str(process if Path(str(process)).is_dir() else Path())
    for output in ("all.svg", "lost-key.yaml"):
        result = run("render", folder, "-o", output)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: several files cannot be written into one, {output}\n")


def test_an_output_without_a_name(run, process):
    result = run("render", process, "-o", "")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: the name of the output is empty\n")


def test_a_file_where_a_folder_is_needed(run, process):
    result = run("render", process, "-o", "lost-key.yaml/x.svg", "--lang", "zh-Hant")
    assert result.exit_code == 2
    assert "路徑中有一段是檔案，不是資料夾" in result.stderr
