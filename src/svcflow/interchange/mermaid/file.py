"""Files of Mermaid text, and Mermaid in Markdown, as processes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from svcflow.finding import Span
from svcflow.i18n import msg
from svcflow.interchange.decoding import decoded
from svcflow.interchange.mermaid.parse import is_flowchart, parse_chart
from svcflow.interchange.mermaid.translate import translate
from svcflow.interchange.result import Foreign, Imported, ImportProblem, Loss

__all__ = ["charts_in_markdown", "read"]

_MOST_BYTES = 2_000_000
_FENCE = re.compile(r"^\s{0,3}(?P<fence>`{3,}|~{3,}|:::)\s*(?P<kind>\S*)")


def read(files: Mapping[str, bytes], language: str | None = None) -> dict[str, Foreign]:
    """Return the processes that flowcharts show, by the names of their files; whatever is wrong is a problem.

    ``language`` is that of the process, where its texts do not tell.
    """
    return {name: _read(name, data, language) for name, data in files.items()}


def _read(name: str, data: bytes, language: str | None) -> Foreign:
    text = decoded(data)
    if len(data) > _MOST_BYTES:
        size = msg("this file is too large: it has more than {size} MB", size=_MOST_BYTES // 1_000_000)
        return Foreign("", (), (ImportProblem(Loss.UNREADABLE, size, Span(1, 1, 1, 1)),))
    if not is_flowchart(text):
        message = msg("this is no flowchart: there is no line `flowchart` or `graph`")
        help = msg("other kinds of diagrams of Mermaid cannot be imported")
        return Foreign(text, (), (ImportProblem(Loss.UNREADABLE, message, Span(1, 1, 1, 1), help=help),))
    return _foreign(text, [_imported(text, 1, PurePath(name).stem, language)])


def _foreign(text: str, found: list[Imported]) -> Foreign:
    if all(one.data["steps"] for one in found if "steps" in one.data) and any(
        "steps" in one.data for one in found
    ):
        return Foreign(text, tuple(found))
    message = msg("the flowchart has no nodes")
    return Foreign(text, (), (ImportProblem(Loss.UNREADABLE, message, Span(1, 1, 1, 1)),))


def _imported(text: str, line: int, stem: str, language: str | None) -> Imported:
    return translate(parse_chart(text, line), stem, language)


def charts_in_markdown(text: str) -> Iterator[tuple[int, str]]:
    """Yield the flowcharts in the fences of a Markdown text, each with the line at which it begins."""
    lines = text.split("\n")
    start, fence = 0, ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence and found and found["fence"].startswith(fence) and not found["kind"]:
            chart = "\n".join(lines[start:number])
            if is_flowchart(chart):
                yield start + 1, chart
            fence = ""
        elif not fence and found:
            fence = found["fence"] if found["kind"].strip("{}.").lower() == "mermaid" else ""
            start = number + 1
