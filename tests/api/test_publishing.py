from __future__ import annotations

import re

import pytest

from svcflow import api
from svcflow.api.writers.draft import PAGE_WIDTH


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "processes").mkdir()
    for id in ("a", "b", "c"):
        (tmp_path / "processes" / f"{id}.yaml").write_text(
            f"process: {id}\nname: {id}\nsteps: [{{id: s, name: t}}]\n", "utf-8"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("SOP-{index:03}", "SOP-002"),
        ("{index}", "2"),
        ("QM {index:2}.x", "QM 02.x"),
        ("{index.__class__}", "{index.__class__}"),
    ],
)
def test_numbering(workspace, pattern, number):
    (workspace / "svcflow.yaml").write_text(f"documents: {{numbering: '{pattern}'}}\n", "utf-8")
    (made,) = api.sop(workspace / "processes" / "b.yaml", "html")
    assert f"<dd>{number}</dd>" in made.data.decode()


def test_a_folder(workspace):
    assert [made.name for made in api.sop(workspace, "md")] == ["a.md", "b.md", "c.md"]


def test_a_number_of_its_own(workspace):
    (workspace / "svcflow.yaml").write_text("documents: {numbering: 'SOP-{index}'}\n", "utf-8")
    file = workspace / "processes" / "b.yaml"
    file.write_text(file.read_text("utf-8") + "number: QM-7\n", "utf-8")
    (made,) = api.sop(file, "html")
    assert "<dd>QM-7</dd>" in made.data.decode()
    assert "SOP-2" not in made.data.decode()


def long_process(tmp_path):
    steps = "".join(f"  - {{id: s{number}, name: Step {number}, role: clerk}}\n" for number in range(12))
    file = tmp_path / "long.yaml"
    file.write_text(f"process: long\nname: Long\nroles: {{clerk: {{name: Clerk}}}}\nsteps:\n{steps}", "utf-8")
    return file


def test_pages_may_break_between_the_bands_of_a_long_picture(tmp_path):
    (made,) = api.sop(long_process(tmp_path), "html")
    figure = made.data.decode().split("<figure>")[1].split("</figure>")[0]
    widths = re.findall(r'<svg [^>]* width="([0-9.]+)"', figure)
    assert len(widths) >= 3
    assert all(float(width) <= PAGE_WIDTH for width in widths)
    ids = re.findall(r' id="([^"]+)"', figure)
    assert len(ids) == len(set(ids)) > 12


def test_markdown_has_one_folded_picture(tmp_path):
    (made,) = api.sop(long_process(tmp_path), "md")
    ((name, picture),) = made.beside.items()
    assert name == "long-swimlane.svg"
    assert float(re.findall(rb' width="([0-9.]+)"', picture)[0]) <= PAGE_WIDTH
    assert picture.count(b'class="connector') >= 4
