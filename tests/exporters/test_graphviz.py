from __future__ import annotations

import stat
from pathlib import Path

import pytest

from svcflow.exporters import graphviz
from svcflow.exporters.graphviz import Engine, GraphvizError, arrange_with_graphviz
from svcflow.exporters.svg import to_svg
from svcflow.views.diagram import DEdge, Diagram, DNode
from svcflow.views.layout.check import faults
from tests.support.diagrams import chain, complaint, process_like


def fake_dot(folder: Path, script: str) -> None:
    """Put a program named dot into a folder."""
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_the_embedded_graphviz_lays_out() -> None:
    picture = arrange_with_graphviz(chain(5)).picture
    assert faults(picture) == []
    centers = [node.box.center for node in picture.nodes]
    assert len({x for x, _ in centers}) == 1
    assert [y for _, y in centers] == sorted(y for _, y in centers)
    assert to_svg(picture) == to_svg(arrange_with_graphviz(chain(5)).picture)


def test_branches_and_loops_too() -> None:
    picture = arrange_with_graphviz(process_like(20, 0, 3)).picture
    assert not [fault for fault in faults(picture) if "overlap" in fault or "covers" in fault]
    assert all(len(edge.points) >= 4 for edge in picture.edges)


@pytest.mark.parametrize("nodes", [(), (DNode("a", "A"),)])
def test_the_smallest(nodes: tuple[DNode, ...]) -> None:
    assert len(arrange_with_graphviz(Diagram("D", nodes)).picture.nodes) == len(nodes)


def test_lanes_are_refused() -> None:
    with pytest.raises(GraphvizError, match="cannot lay out lanes") as caught:
        arrange_with_graphviz(complaint())
    assert str(caught.value.help) == "leave out `--engine` for this view"


def test_no_dot_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraphvizError, match="there is no `dot` on the PATH") as caught:
        arrange_with_graphviz(chain(2), Engine.SYSTEM)
    assert str(caught.value.help) == "install Graphviz, or leave out `--engine system`"


def test_the_dot_of_the_machine_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_dot(tmp_path, f'exec "{graphviz.program()}" "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    ours, theirs = (arrange_with_graphviz(chain(3), engine).picture for engine in Engine)
    assert ours == theirs


def test_a_bad_exit_code_beside_a_picture_is_a_warning(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_dot(tmp_path, f'"{graphviz.program()}" "$@"; echo "lost edge" >&2; exit 1')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    laid = arrange_with_graphviz(chain(3), Engine.SYSTEM)
    assert len(laid.picture.nodes) == 3
    assert [str(warning) for warning in laid.warnings] == ["Graphviz warns: lost edge"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'out of memory' >&2; exit 3", "Graphviz could not lay out the picture: out of memory"),
        ("exit 3", "Graphviz could not lay out the picture: 3"),
        ("echo '{}'", "Graphviz could not lay out the picture: 0"),
        ("echo nonsense", "Graphviz could not lay out the picture: 0"),
    ],
)
def test_a_failing_graphviz_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, said: str
) -> None:
    fake_dot(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(GraphvizError) as caught:
        arrange_with_graphviz(chain(3), Engine.SYSTEM)
    assert str(caught.value) == said


def test_a_graphviz_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dot").write_bytes(b"\x7fELF broken")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraphvizError, match="Graphviz could not be run: "):
        arrange_with_graphviz(chain(3), Engine.SYSTEM)


def test_a_lost_edge_is_drawn_straight() -> None:
    nodes = (DNode("a", "A"), DNode("b", "B"))
    sized = graphviz._sized(Diagram("D", nodes, (DEdge("a", "b", "label"),)))
    output = {"bb": "0,0,100,200", "objects": [{"_gvid": 0, "pos": "50,180"}, {"_gvid": 1, "pos": "50,20"}]}
    (edge,) = graphviz._placed(sized, output).edges
    assert list(edge.points) == [(50.0, 20.0), (50.0, 180.0)]
    assert not edge.curved
