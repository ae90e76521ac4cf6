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


def test_what_was_edited_by_hand_is_not_lost(run, process):
    run("sop", process, "-o", "x.md")
    text = Path("x.md").read_text("utf-8")
    Path("x.md").write_text(text.replace("Receptionist", "Night porter"), "utf-8")
    refused = run("sop", process, "-o", "x.md")
    assert refused.exit_code == 2
    assert "-- **Role**: Night porter\n+- **Role**: Receptionist\n" in refused.stderr
    assert "error: edited by hand since svcflow wrote it: x.md\n" in refused.stderr
    assert "Night porter" in Path("x.md").read_text("utf-8")
    assert run("sop", process, "-o", "x.md", "--force").exit_code == 0
    assert Path("x.md").read_text("utf-8") == text


def test_check(run, process):
    run("sop", process, "-o", "out/x.md")
    good = run("sop", process, "-o", "out/x.md", "--check")
    assert (good.exit_code, good.stdout) == (0, "Documents: 2 say what the processes say.\n")
    process.write_text(process.read_text("utf-8").replace("identity", "passport"), "utf-8")
    Path("out/lost-key-swimlane.svg").unlink()
    before = Path("out/x.md").read_bytes()
    bad = run("sop", process, "-o", "out/x.md", "--check")
    assert bad.exit_code == 1
    assert "out/x.md: not what the process says now\n--- out/x.md (there)\n+++ out/x.md (now)\n" in bad.stdout
    assert "-### 2 Verify the guest's identity\n+### 2 Verify the guest's passport\n" in bad.stdout
    assert "out/lost-key-swimlane.svg: missing\n" in bad.stdout
    assert bad.stdout.endswith("Documents: 2 of 2 do not say what the processes say.\n")
    assert Path("out/x.md").read_bytes() == before


def test_all_of_a_folder(run):
    run("init", "here", "--lang", "en")
    made = run("sop", "here", "--all", "-o", "out", "-f", "md")
    assert made.exit_code == 0, made.stderr
    count = len([path for path in Path("out").iterdir() if not path.name.startswith(".")])
    assert made.stdout == f"Documents in out: {count} written, 0 as before.\n"
    again = run("sop", "here", "--all", "-o", "out", "-f", "md")
    assert again.stdout == f"Documents in out: 0 written, {count} as before.\n"
    assert run("sop", "here", "--all", "-o", "out", "-f", "md", "--check").exit_code == 0
    page = next(Path("out").glob("*-quick-card.md"))
    page.unlink()
    bad = run("sop", "here", "--all", "-o", "out", "-f", "md", "--check")
    assert (bad.exit_code, f"{page}: missing\n" in bad.stdout) == (1, True)
    assert run("sop", "here", "--all", "-o", "-").stderr == (
        "error: all documents do not fit into the standard output\nhelp: name a folder to write to\n"
    )


def test_templates_are_named_and_made_theirs(run, process):
    assert run("sop", process, "--eject", "md/step").stderr == (
        "error: the workspace has no folder for templates of its own\n"
        "help: name one in svcflow.yaml: `documents: {templates: templates}`\n"
    )
    Path("svcflow.yaml").write_text("documents: {templates: mine}\n", "utf-8")
    Path("mine").mkdir()
    ejected = run("sop", process, "--eject", "md/section-procedure")
    assert ejected.exit_code == 0, ejected.stderr
    file = Path("mine/md/section-procedure.jinja")
    file.write_text("## What to do\n" + file.read_text("utf-8"), "utf-8")
    assert "## What to do\n" in run("sop", process, "-f", "md", "-o", "-").stdout
    listed = run("sop", process, "--list-templates").stdout
    assert f"md/section-procedure  {file.resolve()}\n" in listed
    assert "\nmd/step\n" in listed
    again = run("sop", process, "--eject", "md/section-procedure")
    assert again.stderr.startswith("error: mine/md/section-procedure.jinja is there already\n")
    file.write_text("{% if %}", "utf-8")
    broken = run("sop", process, "-f", "md", "-o", "-")
    assert broken.exit_code == 2
    assert "section-procedure.jinja fails in line 1: " in " ".join(broken.stderr.split())


def test_templates_outside_of_the_workspace(run, process):
    Path("svcflow.yaml").write_text("documents: {templates: ..}\n", "utf-8")
    assert run("sop", process, "-o", "x.md").stderr.startswith(
        "error: the folder .. lies outside of the workspace\n"
    )


def test_the_logo_is_in_the_document(run, process):
    Path("logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "utf-8")
    Path("svcflow.yaml").write_text("organization: Key Hotel\ndocuments: {logo: logo.svg}\n", "utf-8")
    run("sop", process, "-o", "x.html")
    assert '<img class="logo" src="data:image/svg+xml;base64,' in Path("x.html").read_text("utf-8")


def test_wishes_that_a_kind_does_not_take(run, process):
    result = run("sop", process, "--kind", "checklist", "--role", "guest")
    assert result.stderr == (
        "error: `--role` says nothing to a document of kind `checklist`\n"
        "help: kinds that take it: quick-card, role-manual\n"
    )
    assert run("sop", process, "-k", "quick-cart").stderr.startswith(
        "error: there is no kind of document `quick-cart`; did you mean `quick-card`?\n"
    )


def test_gaps(run, process):
    said = run("sop", process, "--gaps", "-f", "md", "-o", "-").stdout
    assert "| Version | (to be filled in) |\n" in said
    assert (
        "## Purpose\n\n> **To be filled in**: What is this for, in a sentence? Fill in \\`purpose\\`.\n"
        in said
    )


def test_a_kind_of_which_there_is_nothing_to_make(run, process):
    result = run("sop", process, "--kind", "handoff-agreement")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: no document of this kind can be made: handoff-agreement\nhelp: ")


def test_a_kind_twice_is_made_once(run, process):
    result = run("sop", process, "--kind", "sop", "--kind", "sop", "-f", "md", "-o", "there.md")
    assert result.exit_code == 0, result.stderr
    assert Path("there.md").is_file()


def test_the_standard_output_cannot_be_checked(run, process):
    result = run("sop", process, "--check", "-o", "-")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: the standard output holds no document to compare with\n")


def test_documents_of_a_folder_are_not_one_file(run, process):
    result = run("sop", ".", "--all", "-o", "all.html")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: several files cannot be written into one, all.html\n")
    assert not Path("all.html").exists()


def test_work_side_by_side_is_for_all_documents_of_a_folder(run, process):
    result = run("sop", process, "--jobs", "2")
    assert result.exit_code == 2
    assert result.stderr == "error: `--jobs` counts for `--all` only\nhelp: leave it out, or add `--all`\n"
