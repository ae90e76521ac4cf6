from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from svcflow import api
from svcflow.lint import choose
from svcflow.lint.files import FileLinter
from svcflow.lint.jobs import fitting_jobs
from svcflow.load import open_workspace
from svcflow.load.files import shown_path
from svcflow.model.workspace import Profile

ROOT = Path(__file__).parents[2]
SERVICES = ROOT / "examples" / "services"
MIWG = ROOT / "tests" / "data" / "miwg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Processes with all kinds of findings, also such as a file alone does not tell: the same id twice."""
    (tmp_path / "svcflow.yaml").write_text("lint: {profile: audit}\n", "utf-8")
    shutil.copytree(SERVICES / "processes", tmp_path / "processes")
    processes = sorted((tmp_path / "processes").iterdir())
    shutil.copy(processes[0], tmp_path / "processes" / "twin.yaml")
    (tmp_path / "processes" / "broken.yaml").write_text(
        "process: broken\nsteps: [{id: a, nmae: A}, ]\nx: {\n", "utf-8"
    )
    for name in ("C.1.1", "A.4.1", "A.2.0"):
        shutil.copy(MIWG / f"{name}.bpmn", tmp_path / f"{name}.bpmn")
        shutil.copy(MIWG / f"{name}.bpmn", tmp_path / f"{name}-copy.bpmn")
    return tmp_path


def test_the_result_is_the_same_however_many_work(folder: Path) -> None:
    alone = api.lint([folder])
    assert {"F105", "S404"} <= {finding.code for finding in alone.findings}
    assert api.lint([folder], jobs=3) == alone
    assert api.lint([folder], jobs=0) == alone


def test_where_a_copy_of_this_process_is_not_safe_others_are_begun_anew(folder: Path) -> None:
    alone = api.lint([folder])
    with _a_second_thread():  # as on Windows
        assert api.lint([folder], jobs=2) == alone


@contextmanager
def _a_second_thread() -> Iterator[None]:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


FALLING = """
import os, sys
from pathlib import Path
from svcflow.lint import choose
from svcflow.lint.files import FileLinter
from svcflow.lint.jobs import linted
from svcflow.load import open_workspace

class Falling(FileLinter):
    def lint(self, path, **how):
        if os.getpid() != first:
            os._exit(1)
        return super().lint(path, **how)

first = os.getpid()
workspace = open_workspace(Path(sys.argv[1]))
selection = choose(workspace.settings.lint)
tasks = [(path, False) for path in workspace.candidates()]
alone = list(linted(FileLinter(workspace, selection, selection), tasks, 1))
assert len(alone) > 10 and list(linted(Falling(workspace, selection, selection), tasks, 3)) == alone
print("the same")
"""


def test_what_falls_is_done_here(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    program = tmp_path_factory.mktemp("program") / "falling.py"
    program.write_text(FALLING, "utf-8")
    command = [sys.executable, str(program), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.returncode) == ("the same\n", 0), done.stderr


def test_everything_that_travels_arrives_as_it_was() -> None:
    workspace = open_workspace(SERVICES)
    selection = choose(workspace.settings.lint, Profile.AUDIT)
    here = FileLinter(workspace, selection, selection)
    there = pickle.loads(pickle.dumps(here))
    assert there.workspace.settings == workspace.settings
    assert there.workspace.shared == workspace.shared
    assert list(there.workspace.catalogs) == list(workspace.catalogs)
    for path in workspace.candidates():
        report = here.lint(path)
        assert pickle.loads(pickle.dumps(report)) == report == there.lint(path), shown_path(path)


def test_few_files_are_not_worth_a_second_job() -> None:
    assert fitting_jobs(0) == fitting_jobs(20) == 1
    assert 1 <= fitting_jobs(1_000_000) <= 8


def test_a_comment_in_a_foreign_file_silences_what_a_rule_about_the_whole_finds(tmp_path: Path) -> None:
    text = (MIWG / "C.1.1.bpmn").read_text("utf-8")
    (tmp_path / "a.bpmn").write_text(text, "utf-8")
    (tmp_path / "b.bpmn").write_text(text, "utf-8")
    (found,) = [one for one in api.lint([tmp_path]).findings if one.rule == "duplicate-process"]
    assert found.place.path.endswith("b.bpmn")
    assert found.place.span is not None
    line = text.splitlines()[found.place.span.line - 1]
    assert line.strip().startswith("<process ")
    commented = text.replace(
        "<process ", "<!-- svcflow: ignore-file[duplicate-process] a copy --><process ", 1
    )
    (tmp_path / "b.bpmn").write_text(commented, "utf-8")
    assert not [one for one in api.lint([tmp_path]).findings if one.rule == "duplicate-process"]


def test_what_is_found_in_a_file_does_not_depend_on_the_files_beside_it(tmp_path: Path) -> None:
    for name in "ab":
        shutil.copy(MIWG / "A.4.1.bpmn", tmp_path / f"{name}.bpmn")
    both, alone = api.lint([tmp_path]).findings, api.lint([tmp_path / "b.bpmn"]).findings
    assert [one for one in both if one.place.path.endswith("b.bpmn")] == list(alone)
