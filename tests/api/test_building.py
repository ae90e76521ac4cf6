"""All documents of a workspace: only what changed is made again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from svcflow import api

PROCESS = "process: {id}\nname: Process {id}\nsteps: [{{id: a, name: Do it, role: clerk}}]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "svcflow.yaml").write_text("processes: [processes/]\ncatalogs: [catalog.yaml]\n", "utf-8")
    (tmp_path / "catalog.yaml").write_text("catalog: c\nroles: {clerk: Clerk}\n", "utf-8")
    (tmp_path / "processes").mkdir()
    for id in "ab":
        (tmp_path / "processes" / f"{id}.yaml").write_text(PROCESS.format(id=id), "utf-8")
    return tmp_path


def built(workspace: Path, **options: object) -> api.Built:
    found = api.build_all(workspace, api.Order(format="html"), workspace / "out", **options)
    (workspace / "out").mkdir(exist_ok=True)
    for one in found.made:
        (workspace / "out" / one.name).write_bytes(one.data)
    (workspace / "out" / api.MANIFEST).write_bytes(found.manifest)
    return found


def names(found: api.Built) -> list[str]:
    return [one.name for one in found.made]


def test_what_there_is_something_to_say_in(workspace: Path) -> None:
    first = built(workspace)
    assert names(first) == [
        "a.html", "b.html", "a-quick-card.html", "b-quick-card.html", "role-clerk.html"
    ]  # fmt: skip
    again = built(workspace)
    assert (names(again), again.kept, again.manifest) == ([], 5, first.manifest)


def test_only_what_changed_is_made_again(workspace: Path) -> None:
    first = built(workspace)
    file = workspace / "processes" / "b.yaml"
    file.write_text(file.read_text("utf-8").replace("Do it", "Do it well"), "utf-8")
    changed = built(workspace)
    assert names(changed) == ["b.html", "b-quick-card.html", "role-clerk.html"]
    (workspace / "out" / "a.html").write_text("mine", "utf-8")
    assert names(built(workspace)) == ["a.html"]
    (workspace / "catalog.yaml").write_text("catalog: c\nroles: {clerk: Agent}\n", "utf-8")
    remade = built(workspace)
    assert len(remade.made) == len(first.made)
    assert all(b"Agent" in one.data for one in remade.made)


def test_what_nothing_makes_any_more(workspace: Path) -> None:
    built(workspace)
    (workspace / "processes" / "b.yaml").unlink()
    assert built(workspace).orphans == ("b-quick-card.html", "b.html", "role-clerk.html")


def test_a_broken_manifest_is_none(workspace: Path) -> None:
    built(workspace)
    for content in ("", "{}", "[]", '{"jobs": {"sop a": 3}}', "[" * 100_000):
        (workspace / "out" / api.MANIFEST).write_text(content, "utf-8")
        assert len(built(workspace).made) == 5


def test_the_kinds_asked_for(workspace: Path) -> None:
    assert names(built(workspace, kinds=["risk-register"])) == ["risk-register.html"]
    with pytest.raises(api.CannotDo, match="there is no kind of document `card`"):
        built(workspace, kinds=["card"])


@pytest.mark.slow
def test_side_by_side_is_the_same(workspace: Path) -> None:
    done: list[tuple[int, int]] = []
    alone = api.build_all(workspace, api.Order(format="md"), workspace / "out")
    together = api.build_all(
        workspace, api.Order(format="md"), workspace / "out", jobs=2, progress=lambda *far: done.append(far)
    )
    assert together == alone
    assert done == [(number, 6) for number in range(1, 7)]
    assert list(json.loads(alone.manifest)["jobs"]) == [
        "handoff-agreement", "quick-card a", "quick-card b", "role-manual", "sop a", "sop b"
    ]  # fmt: skip


@pytest.mark.slow
def test_an_error_comes_back_as_it_was(workspace: Path) -> None:
    (workspace / "svcflow.yaml").write_text("documents: {logo: nowhere.png}\n", "utf-8")
    for jobs in (1, 2):
        with pytest.raises(api.CannotDo) as caught:
            api.build_all(workspace, api.Order(format="html"), workspace / "out", jobs=jobs)
        assert str(caught.value.message).startswith("the picture nowhere.png cannot be used: ")


def test_other_processes_are_called_by_name_and_lead_to_their_documents(workspace: Path) -> None:
    calls = "  - {id: run, name: Have it done, kind: call, process: b, role: clerk}\n"
    text = PROCESS.format(id="a").replace("steps: [", "baseline: c\nsteps:\n  - ").replace("}]", "}") + calls
    (workspace / "processes" / "a.yaml").write_text(text, "utf-8")
    built(workspace)
    page = (workspace / "out" / "a.html").read_text("utf-8")
    assert '<dd><a href="b.html">Process b</a></dd>' in page
    assert "<dt>Baseline</dt><dd>c</dd>" in page  # there is none of this id

    other = workspace / "processes" / "b.yaml"
    other.write_text(other.read_text("utf-8").replace("Process b", "Process & more"), "utf-8")
    assert "a.html" in names(built(workspace))
    assert '<a href="b.html">Process &amp; more</a>' in (workspace / "out" / "a.html").read_text("utf-8")
    (alone,) = api.publish(workspace / "processes" / "a.yaml", api.Order(format="md"))
    assert "**Process**: Process & more\n" in alone.data.decode()  # nothing lies beside it
