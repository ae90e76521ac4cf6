"""Rules about how processes fit together, on files."""

from __future__ import annotations

from pathlib import Path

from svcflow.finding import Finding
from svcflow.lint import choose, lint_workspace
from svcflow.load import open_workspace

CALLER = (
    "process: complaint\nname: Complaint\nsteps:\n  - {id: pay, name: Pay, kind: call, process: payout}\n"
)
PAYOUT = "process: payout\nname: Payout\nsteps:\n  - {id: pay, name: Pay}\n"


def findings(
    folder: Path, files: dict[str, str], *named: str, rules: tuple[str, ...] = ("structure",)
) -> list[Finding]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    workspace = open_workspace(folder / named[0] if named else folder)
    selection = choose(workspace.settings.lint, select=rules)
    paths = [folder / name for name in named]
    return [
        found for found in lint_workspace(workspace, paths, selection).findings if found.code.startswith("F")
    ]


def test_a_file_alone_is_looked_at_with_those_beside_it(tmp_path: Path) -> None:
    assert findings(tmp_path, {"a.yaml": CALLER, "b.yml": PAYOUT}, "a.yaml") == []
    (tmp_path / "b.yml").unlink()
    (found,) = findings(tmp_path, {}, "a.yaml")
    assert (found.rule, str(found.message)) == (
        "unknown-process",
        "there is no process `payout` in the workspace",
    )


def test_a_broken_file_is_not_an_unknown_process(tmp_path: Path) -> None:
    files = {"svcflow.yaml": "", "a.yaml": CALLER, "b.yaml": PAYOUT + "nmae: twice wrong\n"}
    assert findings(tmp_path, files) == []


def test_the_second_file_of_a_process_points_to_the_first(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, {"svcflow.yaml": "", "a.yaml": PAYOUT, "b.yaml": PAYOUT})
    assert found.rule == "duplicate-process"
    assert Path(found.place.path).name == "b.yaml"
    (related,) = found.related
    assert Path(related.place.path).name == "a.yaml"
    assert related.place.span is not None
    assert related.place.span.line == 1


def test_a_circle_is_said_in_each_file_of_it_whichever_is_named(tmp_path: Path) -> None:
    files = {
        "svcflow.yaml": "",
        "a.yaml": CALLER,
        "b.yaml": PAYOUT.replace("name: Pay}", "name: Pay, kind: call, process: complaint}"),
    }
    assert [Path(found.place.path).name for found in findings(tmp_path, files)] == ["a.yaml", "b.yaml"]
    (found,) = findings(tmp_path, {}, "b.yaml")
    assert str(found.message) == "the processes call each other in a circle: Payout → Complaint → Payout"
    assert [Path(related.place.path).name for related in found.related] == ["a.yaml"]


def test_an_ignore_comment_silences_them(tmp_path: Path) -> None:
    text = CALLER.replace(
        "process: payout}", "process: payout}  # svcflow: ignore[unknown-process] not written yet"
    )
    assert findings(tmp_path, {"svcflow.yaml": "", "a.yaml": text}) == []
