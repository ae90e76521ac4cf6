from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("format", ["md", "html"])
def test_into_a_file_again_and_again(run, process, format):
    for _again in range(2):
        result = run("sop", process, "--format", format, "-o", f"out/x.{format}")
        assert result.exit_code == 0, result.stderr
        assert result.stdout.startswith(f"Written: out/x.{format}")
    assert "Replacing a lost room key" in Path(f"out/x.{format}").read_text("utf-8")


def test_html_holds_its_picture(run, process):
    run("sop", process, "-o", "x.html")
    assert "<svg" in Path("x.html").read_text("utf-8")
    assert sorted(path.name for path in Path().iterdir()) == ["lost-key.yaml", "x.html"]


def test_markdown_has_its_picture_beside_it(run, process):
    result = run("sop", process, "-o", "out/x.md")
    assert result.stdout == "Written: out/x.md, out/lost-key-swimlane.svg\n"
    assert "(lost-key-swimlane.svg)" in Path("out/x.md").read_text("utf-8")
    assert Path("out/lost-key-swimlane.svg").read_text("utf-8").startswith("<?xml")


def test_markdown_on_standard_output_has_no_picture(run, process):
    result = run("sop", process, "--format", "md", "-o", "-")
    assert result.stdout.startswith("<!-- svcflow sha256:")
    assert "](" not in result.stdout
    assert [path.name for path in Path().iterdir()] == ["lost-key.yaml"]


def test_the_picture_of_others_is_not_written_over(run, process):
    Path("lost-key-swimlane.svg").write_text("mine", "utf-8")
    result = run("sop", process, "-o", "x.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: lost-key-swimlane.svg exists, and svcflow did not write it\n")
    assert not Path("x.md").exists()


def test_organisation_number_and_language(run, process):
    Path("svcflow.yaml").write_text(
        "organization: {en: Hotel am Park, zh-Hant: 公園飯店}\ndocuments: {numbering: 'SOP-{index:03}'}\n",
        "utf-8",
    )
    english = run("sop", process, "--format", "md", "-o", "-").stdout
    assert "Hotel am Park" in english
    assert "SOP-001" in english
    chinese = run("sop", process, "--format", "md", "-o", "-", "--lang", "zh-TW").stdout
    assert "公園飯店" in chinese
    assert "標準作業程序" in chinese


def test_a_folder(run):
    run("init", "here", "--lang", "zh")
    result = run("sop", "here", "-o", "out")
    assert result.exit_code == 0
    assert result.stdout == "已写入：out/customer-request.html\n"


def test_unknown_format(run, process):
    result = run("sop", process, "--format", "odt")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no format `odt`\nhelp: there are: md, html, pdf, docx, xlsx\n",
    )


def test_pdf(run, process):
    for _again in range(2):
        result = run("sop", process, "-o", "x.pdf")
        assert (result.exit_code, result.stdout) == (0, "Written: x.pdf\n"), result.stderr
    assert Path("x.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_pdf_for_archives_has_a_date(run, process):
    result = run("sop", process, "-o", "x.pdf", "--pdf-standard", "a-2b")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: the document cannot be written as a-2b: PDF/A-2b error: missing document date\n"
        "help: give the process a date: `effective`, or one among its `revisions`\n"
    )
    with process.open("a", encoding="utf-8") as file:
        file.write("revisions: [{version: 1.0.0, date: 2026-05-01, by: A, change: major, what: First}]\n")
    result = run("sop", process, "-o", "x.pdf", "--pdf-standard", "a-2b")
    assert result.exit_code == 0, result.stderr
    assert b"<pdfaid:part>2</pdfaid:part>" in Path("x.pdf").read_bytes()


@pytest.mark.parametrize(
    ("options", "message", "help"),
    [
        (("-f", "pdf", "--pdf-standard", "pdf-a"), "there is no PDF standard `pdf-a`",
         "there are: 1.7, 2.0, a-2b, a-2u, a-2a, a-3b, a-4, ua-1"),
        (("-f", "html", "--pdf-standard", "a-2b"), "only PDF can keep a PDF standard", "use `--format pdf`"),
    ],
)  # fmt: skip
def test_standards_that_cannot_be(run, process, options, message, help):
    result = run("sop", process, *options)
    assert (result.exit_code, result.stderr) == (2, f"error: {message}\nhelp: {help}\n")
