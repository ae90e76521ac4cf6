"""Making a site: what is made again, what is left alone, what cannot be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from svcflow import api
from svcflow.api.site_outside import Outside, neighbourhoods

CALLER = """
process: caller
name: The caller
language: en
owner: clerk
roles: {clerk: {name: Clerk, department: Desk}, guest: {name: Guest, line: customer}}
steps:
  - {id: ask, name: Asks, role: guest}
  - {id: run, name: Have it done, kind: call, process: called, role: clerk}
review: {every: yearly, last: 2026-01-15}
"""
CALLED = """
process: called
name: {en: The called, zh-Hans: 被调用的流程}
language: en
owner: clerk
roles: {clerk: {name: Clerk, department: Desk}}
steps:
  - {id: act, name: Do it, role: clerk}
"""
ALONE = "process: alone\nname: Alone\nlanguage: en\nsteps:\n  - {id: act, name: Do it}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "svcflow.yaml").write_text("organization: The organisation\nlanguage: en\n", "utf-8")
    for name, text in (("caller", CALLER), ("called", CALLED), ("alone", ALONE)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def build(workspace: Path, **options: Any) -> tuple[list[api.SitePart], set[str]]:
    """Make the site beside the workspace; return the parts and the files that were written."""
    parts = []
    for part in api.site(workspace, workspace.parent / "site", **options):
        for name, data in part.files.items():
            place = workspace.parent / "site" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        parts.append(part)
    for name in parts[-1].stale:
        (workspace.parent / "site" / name).unlink()
    return parts, {name for part in parts for name in part.files}


def contents(workspace: Path) -> dict[str, bytes]:
    folder = workspace.parent / "site"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def folders(names: Iterable[str]) -> set[str]:
    """Return the processes of which pages are among the files."""
    return {name.split("processes/")[1].split("/")[0] for name in names if "processes/" in name}


def change(workspace: Path, name: str, before: str, after: str) -> None:
    file = workspace / f"{name}.yaml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_a_site_has_the_languages_in_which_there_are_texts(workspace: Path) -> None:
    build(workspace)
    there = contents(workspace)
    assert {"index.html", "zh-Hans/index.html", "processes/called/index.html"} <= there.keys()
    assert not any(name.startswith("zh-Hant") for name in there)
    assert "被调用的流程" in there["zh-Hans/processes/called/index.html"].decode()
    assert "被调用的流程" not in there["processes/called/index.html"].decode()
    assert "The caller" in there["zh-Hans/processes/caller/index.html"].decode()


def test_languages_asked_for_go_before_those_found(workspace: Path) -> None:
    build(workspace, languages=["zh-TW", "en"])
    there = contents(workspace)
    assert '<html lang="zh-Hant"' in there["index.html"].decode()
    assert '<html lang="en"' in there["en/index.html"].decode()
    assert not any(name.startswith("zh-") for name in there)


def test_nothing_is_made_again_when_nothing_changed(workspace: Path) -> None:
    build(workspace)
    before = contents(workspace)
    parts, _ = build(workspace)
    assert (parts[-1].made, parts[-1].kept) == (0, 3)
    assert contents(workspace) == before


def test_side_by_side_and_in_another_place_the_bytes_are_the_same(workspace: Path, tmp_path: Path) -> None:
    for number in range(5):  # more than one batch
        (workspace / f"more{number}.yaml").write_text(ALONE.replace("alone", f"more{number}"), "utf-8")
    build(workspace)
    one = contents(workspace)
    other = tmp_path / "elsewhere" / "workspace"
    other.parent.mkdir()
    workspace.rename(other)
    parts, _ = build(other, jobs=2)
    assert parts[-1].made == 8
    assert contents(other) == one


@pytest.mark.parametrize(
    ("before", "after", "page"),
    [
        ("name: Asks", "name: Asks again", "search-index.js"),
        ("name: The caller", "name: The one who calls", "roles/clerk.html"),
        ("name: Clerk", "name: Officer", "roles/clerk.html"),
        ("department: Desk", "department: Counter", "processes/caller/procedure.html"),
        ("owner: clerk", "owner: guest", "reviews.html"),
        ("owner: clerk", "owner: clerk\nversion: 1.2.3\nstatus: draft", "index.html"),
        ("last: 2026-01-15", "last: 2026-01-16", "reviews.html"),
        ("role: clerk}", "role: clerk, outputs: paper, tools: crm, sla: 5m}", "forms.html"),
        ("review:", "risks: [{what: Fire, likelihood: 2, impact: 5}]\nreview:", "risks.html"),
        ("review:", "kpis: [{id: csat, name: Contentment}]\nreview:", "kpis.html"),
        ("review:", "terms: {desk: Where people ask}\nreview:", "terms.html"),
        ("status: retired", "status: effective", "roles/clerk.html"),
    ],
)
def test_only_what_changed_is_made_again_and_the_whole_is_as_if_made_afresh(
    workspace: Path, before: str, after: str, page: str
) -> None:
    if "retired" in before:
        change(workspace, "caller", "owner: clerk", "owner: clerk\nstatus: retired")
    build(workspace, languages=["en"])
    old = contents(workspace)
    change(workspace, "caller", before, after)
    parts, files = build(workspace, languages=["en"])
    assert folders(files) <= {"caller", "called"}
    assert parts[-1].kept >= 1
    new = contents(workspace)
    assert new[page] != old[page]
    build(workspace, languages=["en"], afresh=True)
    assert contents(workspace) == new


def test_what_others_show_of_a_process_has_them_made_again(workspace: Path) -> None:
    build(workspace)
    change(workspace, "called", "The called", "The process run")
    _, files = build(workspace)
    assert folders(files) == {"caller", "called"}
    assert "The process run" in contents(workspace)["processes/caller/index.html"].decode()


def test_settings_and_catalogues_concern_all(workspace: Path) -> None:
    build(workspace)
    (workspace / "catalog.yaml").write_text("catalog: c\nterms: {Desk: Where people ask}\n", "utf-8")
    assert build(workspace)[0][-1].made == 3
    assert "Where people ask" in contents(workspace)["terms.html"].decode()
    for name in ("Agent", "Advisor"):  # in one run of Python, as a preview does
        (workspace / "catalog.yaml").write_text(f"catalog: c\nroles: {{boss: {name}}}\n", "utf-8")
        (workspace / "alone.yaml").write_text(ALONE.replace("Do it", "Do it, role: boss"), "utf-8")
        build(workspace)
        assert name in contents(workspace)["processes/alone/procedure.html"].decode()


def test_a_page_that_is_gone_is_made_again(workspace: Path) -> None:
    build(workspace)
    before = contents(workspace)
    for name in ("processes/alone/index.html", "roles.html", "assets/site.css"):
        (workspace.parent / "site" / name).unlink()
    parts, _ = build(workspace)
    assert parts[-1].made == 1
    assert contents(workspace) == before


def test_pages_of_a_process_that_is_gone_are_stale(workspace: Path) -> None:
    build(workspace)
    (workspace / "alone.yaml").unlink()
    parts, _ = build(workspace)
    assert folders(parts[-1].stale) == {"alone"}
    assert not any("processes/alone/" in name for name in contents(workspace))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"$comment": "Made by svcflow: what the pages of this site were made from.", "site":\n{"processes": 1}}',
    ],
)
def test_a_damaged_manifest_has_all_made_again_or_is_refused(workspace: Path, text: str) -> None:
    build(workspace)
    before = contents(workspace)
    (workspace.parent / "site" / api.SITE_MANIFEST).write_text(text, "utf-8")
    if "site" in text:
        assert build(workspace)[0][-1].made == 3
        assert contents(workspace) == before
    else:
        with pytest.raises(api.CannotDo, match="no site of svcflow's"):
            build(workspace)


def test_a_build_that_was_interrupted_goes_on_from_there(workspace: Path) -> None:
    folder = workspace.parent / "site"
    for number in range(5):
        (workspace / f"more{number}.yaml").write_text(ALONE.replace("alone", f"more{number}"), "utf-8")
    parts = api.site(workspace, folder)
    first = next(parts)
    folder.mkdir()
    (folder / api.SITE_MANIFEST).write_bytes(first.files[api.SITE_MANIFEST])
    half = next(parts)
    name, data = next(iter(half.files.items()))
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_bytes(data)
    assert build(workspace)[0][-1].made == 8


def test_days_are_told_alone_unless_a_day_is_named(workspace: Path) -> None:
    build(workspace)
    assert "overdue" not in contents(workspace)["reviews.html"].decode()
    build(workspace, today=dt.date(2027, 1, 15))
    assert "overdue" not in contents(workspace)["reviews.html"].decode()
    parts, _ = build(workspace, today=dt.date(2027, 1, 16))
    assert "overdue" in contents(workspace)["reviews.html"].decode()
    assert parts[-1].made == 0


def test_findings_of_the_check_stand_on_their_page_with_what_their_rules_ask(workspace: Path) -> None:
    build(workspace)
    found = contents(workspace)["findings.html"].decode()
    assert "missing-sla" in found
    assert api.explain("missing-sla").why.split("'")[0][:40] in found


def test_what_cannot_be_done(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "own.txt").write_text("mine", "utf-8")
    with pytest.raises(api.CannotDo, match="holds files that are no site of svcflow's"):
        build(workspace)
    with pytest.raises(api.CannotDo, match="is a file, not a folder"):
        list(api.site(workspace, tmp_path / "site" / "own.txt"))
    with pytest.raises(api.CannotDo, match="svcflow does not speak `fr`"):
        list(api.site(workspace, tmp_path / "new", languages=["fr"]))
    with pytest.raises(api.CannotDo, match="there is no process"):
        list(api.site(tmp_path / "site", tmp_path / "new"))
    (workspace / "twin.yaml").write_text(ALONE, "utf-8")
    with pytest.raises(api.CannotDo, match=r"alone\.yaml and twin\.yaml are both the process `alone`"):
        list(api.site(workspace, tmp_path / "new"))
    (workspace / "twin.yaml").write_text("process: twin\nsteps: 5\n", "utf-8")
    with pytest.raises(api.CannotDo, match=r"twin\.yaml cannot be used as it is"):
        list(api.site(workspace, tmp_path / "new"))


def outside(id: str, *calls: str, baseline: str = "") -> Outside:
    return Outside(id, f"{id}.yaml", "en", ("en",), {"en": id}, "", "", calls, baseline, (), ())


def test_processes_are_neighbours_by_calls_and_baselines_however_far() -> None:
    known = {
        one.id: one
        for one in (outside("a", "b"), outside("b", "x"), outside("c", baseline="b"), outside("d"))
    }
    digests = neighbourhoods(known)
    assert digests["a"] == digests["b"] == digests["c"] != digests["d"]
    changed = neighbourhoods(known | {"c": outside("c", "e", baseline="b")})
    assert changed["a"] != digests["a"]
    assert changed["d"] == digests["d"]


def test_a_called_process_is_named_and_linked(workspace: Path) -> None:
    build(workspace)
    folder = workspace.parent / "site" / "processes" / "caller"
    page = (folder / "procedure.html").read_text("utf-8")
    assert '<dd><a href="../../processes/called/index.html">The called</a></dd>' in page
    assert "<dd>The called</dd>" in (folder / "sop.en.html").read_text("utf-8")


def test_a_language_of_ones_own(workspace: Path) -> None:
    (workspace / "words").mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    words = 'msgid "Procedure"\nmsgstr "Mode opératoire"\n\nmsgid "Role manuals"\nmsgstr "Manuels"\n'
    (workspace / "words" / "fr.po").write_text(head + words, "utf-8")
    (workspace / "svcflow.yaml").write_text("organization: O\nlanguage: en\nwords: words\n", "utf-8")
    (workspace / "alone.yaml").write_text(
        ALONE.replace("name: Alone", "name: {en: Alone, fr: Seul}"), "utf-8"
    )
    _, files = build(workspace)
    assert {"index.html", "fr/index.html", "fr/processes/alone/index.html"} <= files
    site = workspace.parent / "site"
    page = (site / "fr" / "processes" / "alone" / "procedure.html").read_text("utf-8")
    assert '<html lang="fr"' in page
    assert "Seul: Mode opératoire" in page
    assert "Mode opératoire</h2>" in (site / "processes" / "alone" / "sop.fr.html").read_text("utf-8")
    assert "Manuels" in (site / "fr" / "index.html").read_text("utf-8")
    build(workspace, languages=["fr"], jobs=2)
    assert '<html lang="fr"' in (site / "index.html").read_text("utf-8")
    with pytest.raises(api.CannotDo, match="svcflow does not speak `de`"):
        build(workspace, languages=["de"])
