"""Every example draws, in every language, without anything on anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.api import load_process
from svcflow.exporters.fonts import missing_characters
from svcflow.exporters.svg import to_svg
from svcflow.i18n import LANGUAGES
from svcflow.views.blueprint import blueprint
from svcflow.views.diagram import Diagram
from svcflow.views.flowchart import flowchart
from svcflow.views.layout import arrange, fold, sheets
from svcflow.views.layout.check import faults
from svcflow.views.swimlane import swimlane

EXAMPLES = Path(__file__).parents[2] / "examples"
PROCESSES = sorted(
    file for name in ("services", "municipal") for file in (EXAMPLES / name / "processes").glob("*.yaml")
)


@pytest.mark.parametrize("view", [flowchart, swimlane, blueprint])
@pytest.mark.parametrize("file", PROCESSES, ids=lambda file: file.stem)
def test_picture(file: Path, view: Callable[[ProcessContext, str], Diagram]) -> None:
    context = load_process(file)
    for language in LANGUAGES:
        picture = arrange(view(context, language))
        assert faults(picture) == []
        assert missing_characters(to_svg(picture)) == []


@pytest.mark.parametrize("view", [swimlane, blueprint])
@pytest.mark.parametrize("file", PROCESSES, ids=lambda file: file.stem)
def test_folded(file: Path, view: Callable[[ProcessContext, str], Diagram]) -> None:
    context = load_process(file)
    for language in LANGUAGES:
        picture = arrange(view(context, language))
        for width in (920, 1000, 1150, 1300, 1600):
            folded = fold(picture, width)
            assert folded.width <= width
            assert faults(folded) == []
            assert [fault for sheet in sheets(folded) for fault in faults(sheet)] == []
        assert missing_characters(to_svg(fold(picture, 1000))) == []


def test_there_are_examples() -> None:
    assert len(PROCESSES) >= 10
