"""What has the pages of a process made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.api.site_plan import plan_site

PROCESS = "process: {id}\nname: {id}\nlanguage: en\nsteps: [{{id: a, name: A}}]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for id in ("one", "two"):
        (tmp_path / f"{id}.yaml").write_text(PROCESS.format(id=id), "utf-8")
    return tmp_path


def inputs(workspace: Path) -> dict[str, str]:
    """Return, for each file, the digest of all that its pages are made from."""
    return plan_site(workspace, workspace / "site", (), afresh=False).inputs


def test_a_number_that_counts_the_processes_concerns_those_behind_a_new_one(workspace: Path) -> None:
    (workspace / "svcflow.yaml").write_text("documents: {numbering: 'SOP-{index}'}\n", "utf-8")
    before = inputs(workspace)
    (workspace / "pair.yaml").write_text(PROCESS.format(id="pair"), "utf-8")
    after = inputs(workspace)
    assert [name for name in before if before[name] != after[name]] == ["two.yaml"]


def test_without_numbers_a_new_process_concerns_no_other(workspace: Path) -> None:
    before = inputs(workspace)
    (workspace / "pair.yaml").write_text(PROCESS.format(id="pair"), "utf-8")
    assert before.items() <= inputs(workspace).items()


def test_the_logo_of_pictures_concerns_all(workspace: Path) -> None:
    (workspace / "svcflow.yaml").write_text("render: {logo: logo.svg}\n", "utf-8")
    (workspace / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    before = inputs(workspace)
    (workspace / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1"/>', "utf-8")
    assert not before.items() & inputs(workspace).items()
