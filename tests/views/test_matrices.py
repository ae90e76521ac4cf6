"""RACI, handoffs and risks as matrices, and the handoff network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from syrupy.assertion import SnapshotAssertion

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.svg_scene import scene_to_svg
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.handoffs import handoffs
from svcflow.views.heading import Heading
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults as picture_faults
from svcflow.views.matrix import Cell, Chip, Header, Matrix, Tone
from svcflow.views.network import network
from svcflow.views.raci import raci
from svcflow.views.risk import risk
from svcflow.views.sheets.check import faults
from svcflow.views.sheets.matrix import matrix_scene
from tests.strategies import processes

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/services/processes/*.yaml"))
ROLES = {
    "guest": {"name": "Guest", "line": "customer"},
    "clerk": {"name": "Clerk", "department": "Desk"},
    "payer": {"name": "Payer", "department": "Finance"},
    "boss": {"name": "Boss", "department": "Desk"},
}
STEPS = (
    {"id": "ask", "role": "guest"},
    {"id": "check", "role": "clerk", "accountable": "boss", "informed": "payer"},
    {"id": "pay", "role": ["clerk", "payer"]},
    {"id": "lost"},
    {"id": "sign", "role": "boss", "accountable": ["boss", "payer"]},
)


def letters(matrix: Matrix) -> dict[str, dict[str, str]]:
    return {
        row.id: {
            column.id: "".join(chip.text for chip in cell.chips)
            for column, cell in zip(matrix.columns, cells, strict=True)
            if cell.chips
        }
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    }


def test_raci_says_who_does_what_and_keeps_departments_together(process) -> None:
    matrix = raci(process(*STEPS, roles=ROLES))
    assert letters(matrix) == {
        "ask": {"guest": "R"},
        "check": {"clerk": "R", "boss": "A", "payer": "I"},
        "pay": {"clerk": "R", "payer": "R"},
        "lost": {},
        "sign": {"boss": "RA", "payer": "A"},
    }
    assert [(column.id, column.group) for column in matrix.columns] == [
        ("guest", ""), ("clerk", "Desk"), ("boss", "Desk"), ("payer", "Finance"),
    ]  # fmt: skip


def test_raci_marks_its_gaps(process) -> None:
    matrix = raci(process(*STEPS, roles=ROLES))
    assert [row.id for row in matrix.rows if row.flagged] == ["pay", "lost", "sign"]
    assert [note.split(": ")[1] for note in matrix.notes] == [
        "several departments may do it and nobody is accountable",
        "nobody is responsible",
        "several are accountable",
    ]


def test_waits_and_splits_that_name_nobody_are_no_gap(process) -> None:
    matrix = raci(
        process({"id": "wait", "kind": "wait", "for": "3d"}, {"id": "do", "role": "clerk"}, roles=ROLES)
    )
    assert [row.id for row in matrix.rows] == ["do"]


def test_handoffs_tell_the_agreed_from_the_open(process) -> None:
    matrix = handoffs(
        process(
            {"id": "ask", "role": "guest"},
            {"id": "check", "role": "clerk"},
            {"id": "pay", "role": "payer"},
            {"id": "sign", "role": "boss"},
            roles=ROLES,
            handoffs=[{"from": "check", "to": "pay", "within": "2h"}],
        )
    )
    assert letters(matrix) == {
        "guest": {"clerk": "1"},
        "clerk": {"payer": "1"},
        "boss": {},
        "payer": {"boss": "1"},
    }
    tones = {cell.chips[0].tone for cells in matrix.cells for cell in cells if cell.chips}
    assert tones == {Tone.FAINT, Tone.GOOD, Tone.OPEN}
    assert matrix.notes == ("not agreed: Payer → Boss",)
    assert [cell.text for cells in matrix.cells for cell in cells if cell.chips] == ["100 in 100"] * 3


def test_how_often_follows_from_the_shares(process) -> None:
    matrix = handoffs(
        process(
            {
                "id": "check",
                "role": "clerk",
                "next": [{"when": "big", "to": "sign", "share": "20%"}, {"otherwise": "pay"}],
            },
            {"id": "sign", "role": "boss"},
            {"id": "pay", "role": "payer"},
            roles=ROLES,
        )
    )
    texts = {(row.id, column.id): cell.text for row, cells in zip(matrix.rows, matrix.cells, strict=True)
             for column, cell in zip(matrix.columns, cells, strict=True) if cell.chips}  # fmt: skip
    assert texts == {
        ("clerk", "boss"): "20 in 100",
        ("clerk", "payer"): "80 in 100",
        ("boss", "payer"): "20 in 100",
    }


def test_the_network_shows_the_same_handoffs_as_arrows(process) -> None:
    diagram = network(
        process(
            {"id": "check", "role": "clerk"},
            {"id": "pay", "role": "payer"},
            {"id": "sign", "role": "clerk"},
            roles=ROLES,
            handoffs=[{"from": "check", "to": "pay"}],
        )
    )
    assert [(edge.source, edge.target, edge.kind.value) for edge in diagram.edges] == [
        ("clerk", "payer", "main"),
        ("payer", "clerk", "exception"),
    ]
    assert picture_faults(arrange(diagram)) == []


def test_risks_stand_where_they_are_graded(process) -> None:
    matrix = risk(
        process(
            {"id": "pay", "role": "payer"},
            roles=ROLES,
            risks=[
                {"id": "R7", "what": "paid twice", "likelihood": 3, "impact": 4, "control": "look", "step": "pay",
                 "residual": {"likelihood": 1, "impact": 4}},
                {"what": "lost"},
            ],
        )
    )  # fmt: skip
    at = {(row.text, column.text): [chip.text for chip in cell.chips]
          for row, cells in zip(matrix.rows, matrix.cells, strict=True)
          for column, cell in zip(matrix.columns, cells, strict=True) if cell.chips}  # fmt: skip
    assert at == {("3", "4"): ["R7"], ("1", "4"): ["R7"]}
    assert matrix.notes == ("R2: not graded yet", "R2: nothing controls it")
    assert [chip.text for chip, _ in matrix.entries] == ["R2", "R7"]
    assert "control: look" in matrix.entries[1][1]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("view", [raci, handoffs, risk], ids=["raci", "handoffs", "risk"])
def test_examples_read_well(file: Path, view) -> None:
    assert faults(matrix_scene(view(api.load_process(file)))) == []


@pytest.mark.parametrize("name", ["complaint-handling", "hotel-check-in"])
def test_the_whole_matrices(name: str, snapshot: SnapshotAssertion) -> None:
    context = api.load_process(next(file for file in EXAMPLES if file.stem == name))
    assert [view(context) for view in (raci, handoffs, risk)] == snapshot


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(processes(broken=True))
def test_any_process_reads_well(process: Process) -> None:
    context = ProcessContext(process, Shared())
    for view in (raci, handoffs, risk):
        assert faults(matrix_scene(view(context))) == []
    assert picture_faults(arrange(network(context))) == []


def test_a_process_without_anything_to_show_says_so(process) -> None:
    context = process({"id": "a", "kind": "wait", "for": "1d"})
    said = [" ".join(scene_to_svg(matrix_scene(view(context))).split()) for view in (raci, handoffs, risk)]
    assert "no step says who acts: give each step a `role`" in said[0]
    assert "nothing changes hands in this process" in said[1]
    assert "the process names no risks yet: write them under `risks`" in said[2]


def test_nasty_texts_stay_texts_and_inside(process) -> None:
    nasty = "</text><script>alert(1)</script>" + "很长的名字" * 40 + "🙂 مرحبا"
    matrix = raci(process(*STEPS, roles=ROLES))
    headers = tuple(replace(column, text=nasty, group=nasty) for column in matrix.columns)
    scene = matrix_scene(replace(matrix, columns=headers, notes=(nasty,), entries=((Chip("R1"), nasty),)))
    assert faults(scene) == []
    assert "<script" not in scene_to_svg(scene)


def test_a_department_of_one_role_is_named_whole(process) -> None:
    name = "都市發展處都市計畫科"
    matrix = raci(process(*STEPS, roles=ROLES))
    columns = tuple(replace(column, text="員", group=name) for column in matrix.columns[:1])
    cells = tuple(row[:1] for row in matrix.cells)
    scene = matrix_scene(replace(matrix, columns=columns, cells=cells))
    assert faults(scene) == []
    assert f">{name}</text>" in scene_to_svg(scene)


def test_a_matrix_needs_a_cell_for_each_row_and_column() -> None:
    heading = Heading("x")
    with pytest.raises(ValueError, match="one cell for each"):
        Matrix(heading, (Header("a"),), (Header("b"),), ((Cell(), Cell()),))
