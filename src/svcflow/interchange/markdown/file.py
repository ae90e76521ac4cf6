"""Markdown files as processes: their flowcharts, their tables of steps, or their numbered lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.interchange.decoding import decoded
from svcflow.interchange.markdown.blocks import blocks_of
from svcflow.interchange.markdown.draft import draft_of
from svcflow.interchange.markdown.front import front_matter
from svcflow.interchange.markdown.grids import grids_of
from svcflow.interchange.mermaid.file import charts_in_markdown
from svcflow.interchange.mermaid.parse import parse_chart
from svcflow.interchange.mermaid.translate import translate
from svcflow.interchange.result import Foreign, Imported, ImportProblem, Loss
from svcflow.interchange.sheets.grid import Unreadable
from svcflow.interchange.sheets.read import read_grids

__all__ = ["read"]

_MOST_BYTES = 2_000_000


def read(files: Mapping[str, bytes], language: str | None = None) -> dict[str, Foreign]:
    """Return the processes that Markdown texts tell, by the names of their files; whatever is wrong is a problem.

    What was guessed from the wording is told, since a text is no model. ``language`` is that of the process, where its
    texts do not tell.
    """
    return {name: _read(name, data, language) for name, data in files.items()}


def _read(name: str, data: bytes, language: str | None) -> Foreign:
    text = decoded(data)
    stem = PurePath(name).stem
    if len(data) > _MOST_BYTES:
        message = msg("this file is too large: it has more than {size} MB", size=_MOST_BYTES // 1_000_000)
        return Foreign("", (), (ImportProblem(Loss.UNREADABLE, message, Span(1, 1, 1, 1)),))
    body, facts = front_matter(text)
    grids = grids_of(draft_of(blocks_of(body), facts), text.split("\n"))
    try:
        return Foreign(text, tuple(read_grids(grids, stem, language, one=True)))
    except Unreadable:
        pass
    drawn = _drawn(text, stem, language)
    if drawn:
        return Foreign(text, tuple(drawn))
    message = msg("there is no procedure: no numbered list, no table of steps and no Mermaid flowchart")
    help = msg("write one step a line: `1. **Receptionist** checks the passport (within 5 min)`")
    return Foreign(text, (), (ImportProblem(Loss.UNREADABLE, message, Span(1, 1, 1, 1), help=help),))


def _drawn(text: str, stem: str, language: str | None) -> list[Imported]:
    """Return the processes that the flowcharts in a text show, each under a name of its own."""
    found = []
    for number, (line, chart) in enumerate(charts_in_markdown(text), 1):
        parsed = parse_chart(chart, line)
        if parsed.nodes:
            found.append(translate(parsed, stem if number == 1 else f"{stem}-{number}", language))
    return found
