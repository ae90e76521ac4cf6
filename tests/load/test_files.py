"""Paths of a workspace: without links, and as messages show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.load.files import real, relative_to, shown_path, workspace_root


@pytest.fixture
def link(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "svcflow.yaml").write_text("organization: x\n", "utf-8")
    link = tmp_path / "current"
    try:
        link.symlink_to(tmp_path / "one", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    return link


def test_a_path_without_links(link: Path, tmp_path: Path) -> None:
    assert real(link / "svcflow.yaml") == tmp_path / "one" / "svcflow.yaml"
    assert real(link) == tmp_path / "one"
    assert real(link / ".." / "two") == tmp_path / "two"
    assert real(tmp_path / "not-there" / "x.yaml") == tmp_path / "not-there" / "x.yaml"


def test_a_link_that_leads_elsewhere_by_now(link: Path, tmp_path: Path) -> None:
    assert workspace_root(link) == tmp_path / "one"
    link.unlink()
    link.symlink_to(tmp_path / "two", target_is_directory=True)
    assert workspace_root(link) == tmp_path / "two"


def test_relative_paths_follow_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert real(Path("a.yaml")) == tmp_path / name / "a.yaml"
        assert shown_path(tmp_path / name / "sub" / "a.yaml") == "sub/a.yaml"
        assert shown_path(tmp_path / name) == "."


def test_a_path_is_told_from_a_folder_it_lies_in(tmp_path: Path) -> None:
    assert relative_to(tmp_path / "a" / "b.yaml", tmp_path) == "a/b.yaml"
    assert relative_to(tmp_path, tmp_path) == "."
    assert relative_to(tmp_path.parent / "b.yaml", tmp_path) == (tmp_path.parent / "b.yaml").as_posix()
