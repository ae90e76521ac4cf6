"""Small models of services, each written the way a certain tool writes them: what becomes of them, whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow import api, source
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.result import Foreign
from svcflow.interchange.shorten import shortened
from svcflow.interchange.writer import to_yaml
from svcflow.load.shared import Shared
from svcflow.model import Process

FILES = sorted(p for p in (Path(__file__).parents[2] / "data" / "bpmn").iterdir() if p.suffix != ".md")


def imported(path: Path) -> Foreign:
    return read({path.name: path.read_bytes()})[path.name]


def name(path: Path) -> str:
    return path.name.partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_yaml(path: Path, snapshot: SnapshotAssertion) -> None:
    foreign = imported(path)
    parts = [f"--- {one.name}\n{to_yaml(shortened(one.data))}" for one in foreign.imported]
    told = [
        f"{p.span.line}: {p.severity or p.loss.severity}: {p.loss}: {p.message}" for p in foreign.all_problems
    ]
    assert "\n".join([*parts, "Reported:", *told]) == snapshot


@pytest.mark.parametrize("path", FILES, ids=name)
def test_there_and_back(path: Path) -> None:
    for one in imported(path).imported:
        if "process" in one.data:
            short = shortened(one.data)
            data = source.parse(to_yaml(short), one.name).data
            assert data == short
            xml = to_bpmn(ProcessContext(Process.model_validate(data), Shared()))
            assert shortened(read({"again.bpmn": xml})["again.bpmn"].imported[0].data) == data


@pytest.mark.parametrize("path", FILES, ids=name)
def test_lint_finds_no_error_in_an_ordinary_model(path: Path) -> None:
    found = api.lint([path]).findings
    assert not [finding for finding in found if finding.severity == "error"]
