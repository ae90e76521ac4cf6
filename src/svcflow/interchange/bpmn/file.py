"""BPMN files, read together: what one calls may stand in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from svcflow.finding import Severity, Span
from svcflow.i18n import Message, msg
from svcflow.interchange.bpmn.checks import Doubt, doubts
from svcflow.interchange.bpmn.encoding import MAX_BYTES, decoded
from svcflow.interchange.bpmn.model import Definitions
from svcflow.interchange.bpmn.placing import fill_lanes, mark_expanded
from svcflow.interchange.bpmn.reader import read_definitions
from svcflow.interchange.bpmn.translate import Names, is_given, translate
from svcflow.interchange.bpmn.xml import parse_xml
from svcflow.interchange.result import Foreign, ImportProblem, Loss

__all__ = ["MAX_BYTES", "Names", "is_given", "read"]


def read(
    files: Mapping[str, bytes], language: str | None = None, names: Names | None = None
) -> dict[str, Foreign]:
    """Return what BPMN files hold, by their names; whatever is wrong with them is a problem, never an exception.

    ``language`` is that of the words that a process needs and its file leaves out (default: the file's, if it is one
    that svcflow speaks, else English). ``names`` are those of processes in files that were read before.
    """
    names = names or Names()
    parsed = {name: _parsed(content) for name, content in files.items()}
    for name, (_, definitions, _) in parsed.items():
        if definitions is not None:
            names.learn(definitions, _stem(name))
    return {name: _read(name, *found, names, language) for name, found in parsed.items()}


def _stem(name: str) -> str:
    return PurePath(name).name.removesuffix(".xml").removesuffix(".bpmn").removesuffix(".bpmn20") or "process"


def _parsed(content: bytes) -> tuple[Foreign, Definitions | None, list[ImportProblem]]:
    if len(content) > MAX_BYTES:
        message = msg(
            "the file has {size} MB; more than {limit} MB are not read",
            size=f"{len(content) / 1e6:.1f}",
            limit=MAX_BYTES // 1_000_000,
        )
        return Foreign(), None, [_nowhere(message)]
    text, problems = decoded(content)
    if any(problem.loss is Loss.UNREADABLE for problem in problems):
        return Foreign(text), None, problems
    xml = parse_xml(text)
    xml.problems[:0] = problems
    definitions, found = read_definitions(xml)
    if definitions is not None:
        fill_lanes(definitions, text)
        mark_expanded(definitions, xml.expanded)
    return Foreign(text, comments=tuple(xml.comments)), definitions, found


def _read(
    name: str,
    shell: Foreign,
    definitions: Definitions | None,
    problems: list[ImportProblem],
    names: Names,
    language: str | None,
) -> Foreign:
    if definitions is None:
        return Foreign(shell.text, (), tuple(problems), shell.comments)
    open_questions = list(doubts(definitions))  # asked before gateways are put where the file has none
    imported = translate(definitions, problems, _stem(name), names, language)
    if imported:
        told = {
            problem.element
            for one in imported
            for problem in one.problems
            if problem.loss in {Loss.BROKEN, Loss.CHANGED}
        }
        unclear = (*imported[0].problems, *_unclear(open_questions, told))
        imported[0] = replace(imported[0], problems=unclear)
        return Foreign(shell.text, tuple(imported), (), shell.comments)
    message = msg("the file has no process with anything in it")
    return Foreign(shell.text, (), (*problems, _nowhere(message)), shell.comments)


def _unclear(questions: list[Doubt], told: set[str | None]) -> Iterator[ImportProblem]:
    """Yield what others may read in another way, but for elements of which something was told already."""
    for doubt in questions:
        if doubt.thing.id not in told:
            yield ImportProblem(
                Loss.UNCLEAR,
                doubt.message,
                doubt.thing.span,
                doubt.thing.id or None,
                doubt.help,
                Severity.INFO if doubt.minor else None,
            )


def _nowhere(message: Message) -> ImportProblem:
    return ImportProblem(Loss.UNREADABLE, message, Span(1, 1, 1, 1))
