"""``svcflow site``."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_a_site_is_written_and_kept(run, process, folder):
    result = run("site", "-o", "public")
    assert result.exit_code == 0
    assert "processes made: 1, as before: 0" in result.stdout
    assert Path("public/index.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert Path("public/search-index.js").is_file()
    again = run("site", "-o", "public")
    assert "processes made: 0, as before: 1" in again.stdout
    assert "processes made: 1" in run("site", "-o", "public", "--all").stdout


def test_old_pages_and_their_folders_go(run, process, folder):
    Path("other.yaml").write_text("process: other\nname: Other\nsteps: [{id: a, name: Act}]\n", "utf-8")
    run("site", "-o", "public")
    assert Path("public/processes/other/index.html").is_file()
    Path("public/own.txt").write_text("mine", "utf-8")
    Path("other.yaml").unlink()
    assert run("site", "-o", "public").exit_code == 0
    assert not Path("public/processes/other").exists()
    assert Path("public/own.txt").read_text("utf-8") == "mine"


def test_a_folder_with_other_files_is_left_alone(run, process, folder):
    Path("public").mkdir()
    Path("public/index.html").write_text("mine", "utf-8")
    result = run("site", "-o", "public")
    assert result.exit_code == 2
    assert "holds files that are no site of svcflow's" in result.stderr
    assert Path("public/index.html").read_text("utf-8") == "mine"


def test_a_file_of_somebody_else_among_ours_is_not_written_over(run, process, folder):
    run("site", "-o", "public")
    Path("other.yaml").write_text("process: other\nname: Other\nsteps: [{id: a, name: Act}]\n", "utf-8")
    page = Path("public/processes/other/index.html")
    page.parent.mkdir(parents=True)
    page.write_text("mine", "utf-8")
    result = run("site", "-o", "public")
    assert result.exit_code == 2
    assert "svcflow did not write it" in result.stderr
    assert page.read_text("utf-8") == "mine"
    assert run("site", "-o", "public", "--force").exit_code == 0
    assert page.read_text("utf-8") != "mine"


def test_a_manifest_that_names_files_elsewhere_removes_nothing_there(run, process, folder):
    run("site", "-o", "public")
    Path("precious.txt").write_text("mine", "utf-8")
    manifest = Path("public/.svcflow-site.json")
    text = manifest.read_text("utf-8").replace('"terms.html"', '"../precious.txt"', 1)
    assert "precious" in text
    manifest.write_text(text, "utf-8")
    assert run("site", "-o", "public").exit_code == 0
    assert Path("precious.txt").read_text("utf-8") == "mine"


def test_a_day_that_is_none(run, process, folder):
    result = run("site", "-o", "public", "--today", "tomorrow")
    assert result.exit_code == 2
    assert "`tomorrow` is no day" in result.stderr
    assert "2026-12-31" in result.stderr


def test_it_speaks_the_language_asked_for(run, process, folder):
    result = run("site", "-o", "public", "--lang", "zh-Hant", "--lang", "en")
    assert "網站位於" in result.stdout
    assert '<html lang="zh-Hant"' in Path("public/index.html").read_text("utf-8")
    assert Path("public/en/index.html").is_file()


@pytest.mark.parametrize(
    ("before", "after"), [('"records":', '"old":'), ('"shared":', "{"), ('"files":', '"sizes":')]
)
def test_the_site_of_another_version_is_written_over(run, process, folder, before, after):
    run("site", "-o", "public")
    manifest = Path("public/.svcflow-site.json")
    text = manifest.read_text("utf-8")
    assert before in text
    manifest.write_text(text.replace(before, after), "utf-8")
    result = run("site", "-o", "public")
    assert "processes made: 1" in result.stdout
    assert manifest.read_text("utf-8") == text
