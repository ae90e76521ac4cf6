"""Files of other programs, read as processes: their findings stand where the file says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svcflow import source
from svcflow.finding import Finding, Place, Route, Span
from svcflow.i18n import msg
from svcflow.interchange.ids import slug
from svcflow.interchange.result import Foreign, Imported, ImportProblem, start_of
from svcflow.load.checks import format_finding
from svcflow.load.read import Loaded, read_as
from svcflow.model.process import Process
from svcflow.source import Comment, Document

__all__ = ["ForeignFile", "ForeignReader", "problem_findings"]


class ForeignDocument(Document):
    """A process of a foreign file: its data, and where in the file it stands."""

    __slots__ = ("_foreign", "_imported")

    def __init__(self, path: str, foreign: Foreign, imported: Imported | None = None) -> None:
        super().__init__(path, foreign.text)
        self._foreign = foreign
        self._imported = imported
        self.data = imported.data if imported else None

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that speak to svcflow, as they would stand in YAML."""
        return tuple(
            Comment(line, column, f"# {text.strip()}") for line, column, text in self._foreign.comments
        )

    def span(self, route: Route, key: bool = False) -> Span:  # noqa: ARG002 -- there are no keys
        """Return the place of the element that a route came from."""
        return start_of(self._imported.places, route) if self._imported else Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A foreign file: a document for all of it, what is wrong with it, and its processes."""

    path: str
    document: Document
    findings: tuple[Finding, ...]
    processes: tuple[Loaded[Process], ...]


class ForeignReader:
    """Reads files one after the other; processes of different files get different ids, and are known to each other."""

    def __init__(self) -> None:
        self._names: Any = None

    def read(self, path: Path, shown: str) -> ForeignFile:
        """Read a file; what is wrong with it is in its findings, never an exception."""
        from svcflow.interchange.bpmn.file import Names

        self._names = self._names or Names(twins=True)
        return _read(path, shown, self._names)

    def known(self) -> dict[str, str]:
        """Return the ids of the processes read so far, by what a call in an earlier file takes them for."""
        return {slug(bpmn): id for bpmn, id in self._names.known.items()} if self._names else {}


def _read(path: Path, shown: str, names: Any) -> ForeignFile:
    from svcflow.interchange.bpmn.file import MAX_BYTES, read

    content = source.read_bytes(path, MAX_BYTES)
    if isinstance(content, source.SourceProblem):
        document = Document(shown, "")
        place = Place(shown, (), content.span)
        finding = format_finding("unreadable-file", content.message, place, content.help)
        return ForeignFile(shown, document, (finding,), ())
    foreign = read({shown: content}, names=names)[shown]
    loaded = tuple(_loaded(foreign, one, shown) for one in foreign.imported if "process" in one.data)
    findings = tuple(problem_findings(foreign.all_problems, shown))
    return ForeignFile(shown, ForeignDocument(shown, foreign), findings, loaded)


def _loaded(foreign: Foreign, one: Imported, shown: str) -> Loaded[Process]:
    return read_as(ForeignDocument(shown, foreign, one), shown, Process)


def problem_findings(problems: Iterable[ImportProblem], shown: str) -> Iterator[Finding]:
    """Yield what was broken, changed or lost as findings, each named by the id of its element."""
    for problem in problems:
        message = problem.message
        if problem.element:
            message = msg("{message} (id {id})", message=message, id=problem.element)
        place = Place(shown, (), problem.span)
        yield format_finding(str(problem.loss), message, place, problem.help, severity=problem.loss.severity)
