"""Files of other programs, read as processes: their findings stand where the file says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from svcflow import source
from svcflow.finding import Finding, Place, Related, Route, Span
from svcflow.interchange.result import Foreign, Imported, ImportProblem, Loss, start_of
from svcflow.load.checks import format_finding
from svcflow.load.read import Loaded, read_as
from svcflow.load.repeated import together, told
from svcflow.model.process import Process
from svcflow.source import Comment, Document

__all__ = ["ForeignFile", "problem_findings", "read_foreign"]


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
    names: Mapping[str, str] = field(default_factory=dict)
    """The ids of its processes, by the ids they have in the file."""


def read_foreign(path: Path, shown: str) -> ForeignFile:
    """Read a file by itself; what is wrong with it is in its findings, never an exception."""
    from svcflow.interchange.bpmn.file import MAX_BYTES, Names, read

    content = source.read_bytes(path, MAX_BYTES)
    if isinstance(content, source.SourceProblem):
        document = Document(shown, "")
        place = Place(shown, (), content.span)
        finding = format_finding("unreadable-file", content.message, place, content.help)
        return ForeignFile(shown, document, (finding,), ())
    names = Names(twins=True)
    foreign = read({shown: content}, names=names)[shown]
    loaded = tuple(_loaded(foreign, one, shown) for one in foreign.imported if "process" in one.data)
    findings = tuple(problem_findings(foreign.all_problems, shown))
    return ForeignFile(shown, ForeignDocument(shown, foreign), findings, loaded, names.known)


def _loaded(foreign: Foreign, one: Imported, shown: str) -> Loaded[Process]:
    return read_as(ForeignDocument(shown, foreign, one), shown, Process)


def problem_findings(problems: Iterable[ImportProblem], shown: str) -> Iterator[Finding]:
    """Yield what was broken, changed or lost as findings, each named by the id of its element; many alike as one."""
    for group in together(problems):
        first, *others = group
        place = Place(shown, (), first.span)
        # What is lost needs no look at each place; what may be misunderstood does.
        seen = () if first.loss is Loss.LOST else others
        related = tuple(Related(Place(shown, (), one.span), one.message) for one in seen)
        severity = first.severity or first.loss.severity
        yield format_finding(str(first.loss), told(group), place, first.help, related, severity)
