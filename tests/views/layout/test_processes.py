"""The layout check over processes: the examples, imported reference models, and five hundred made by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.layout_random import random_process
from svcflow.analyzers.context import ProcessContext
from svcflow.api import import_files
from svcflow.api.pictures import FLOW_VIEWS, diagram_of
from svcflow.api.processes import open_processes
from svcflow.views.layout import arrange, fold
from svcflow.views.layout.check import faults

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples" / "services" / "processes").glob("*.yaml"))
MODELS = sorted((ROOT / "tests" / "data" / "miwg").glob("*.bpmn"))
DRAWN = ("flowchart", "swimlane", "blueprint")
BATCH = 50


def found_in(context: ProcessContext, view: str, *, width: int) -> list[str]:
    """Return the faults of a view, and of the same folded."""
    picture = arrange(diagram_of(context, view))
    return [
        f"{view}: {fault}"
        for one in {id(p): p for p in (picture, fold(picture, width))}.values()
        for fault in faults(one)
    ]


def contexts(path: Path) -> list[ProcessContext]:
    return [opened.context for opened in open_processes(path)]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_examples_in_every_language(file: Path, language: str) -> None:
    for context in contexts(file):
        for view in DRAWN:
            picture = arrange(diagram_of(context, view, language))
            assert faults(picture) == []
            assert faults(fold(picture, 1400)) == []


@pytest.mark.parametrize("file", MODELS, ids=lambda file: file.stem)
def test_reference_models_once_imported(file: Path, tmp_path: Path) -> None:
    for made in import_files([file]).files:
        (tmp_path / made.name).write_bytes(made.data)
    opened = contexts(tmp_path)
    assert opened
    for context in opened:
        assert [fault for view in DRAWN for fault in found_in(context, view, width=1000)] == []


@pytest.mark.parametrize("batch", range(10))
def test_processes_by_chance(batch: int, tmp_path: Path) -> None:
    """Each of them in one view: with so many, every view meets everything."""
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        file = tmp_path / "process.yaml"
        file.write_text(random_process(6 + seed % 13, seed), "utf-8")
        (context,) = contexts(file)
        assert found_in(context, DRAWN[seed % 3], width=(600, 900, 1400)[seed % 7 % 3]) == [], f"seed {seed}"


def test_every_view_of_a_flow_is_one_that_the_layout_draws() -> None:
    assert set(DRAWN) < set(FLOW_VIEWS)
