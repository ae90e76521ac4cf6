"""From a document to a model: what does not fit becomes findings at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from svcflow.finding import Finding, Place
from svcflow.i18n import msg
from svcflow.load.checks import format_finding
from svcflow.load.schema_errors import SchemaError, all_in_plain_words, misspelt_key
from svcflow.model.base import Model
from svcflow.source import Kind

if TYPE_CHECKING:
    from svcflow.source import Document

__all__ = ["Loaded", "located", "read_as"]

_CHECKS = {
    Kind.UNREADABLE: "unreadable-file",
    Kind.TOO_LARGE: "unreadable-file",
    Kind.ENCODING: "unreadable-file",
    Kind.DUPLICATE_KEY: "duplicate-key",
}

M = TypeVar("M", bound=Model)


@dataclass(slots=True)
class Loaded(Generic[M]):
    """A file that was read: its document, its model unless the file is broken, and what is wrong with it."""

    path: str
    document: Document
    model: M | None = None
    findings: list[Finding] = field(default_factory=list)


def located(place: Place, document: Document, on_key: bool = False) -> Place:
    """Return a place with its span, looked up in its document."""
    return Place(place.path, place.route, document.span(place.route, key=on_key))


def read_as(document: Document, path: str, model: type[M]) -> Loaded[M]:
    """Read a document as a process, a catalogue or a workspace file.

    Every error of the file is reported, each at its place. The model is None when there is any error in it; empty
    values count as errors too, but what is around them is still read.
    """
    loaded: Loaded[M] = Loaded(path, document)
    for problem in document.problems:
        check = _CHECKS.get(problem.kind, "yaml-syntax")
        place = Place(path, (), problem.span)
        loaded.findings.append(format_finding(check, problem.message, place, problem.help, problem.related))
    if document.data is None:
        if not document.problems:
            loaded.findings.append(_empty_file(path))
        return loaded
    loaded.findings.extend(_empty_values(document, path, model))
    try:
        loaded.model = model.model_validate(document.data)
    except ValidationError as error:
        loaded.findings.extend(_schema_findings(error, document, path, model))
    return loaded


def _empty_file(path: str) -> Finding:
    return format_finding(
        "missing-key", msg("the file is empty"), Place(path), msg("start it with `process: ID`")
    )


def _empty_values(document: Document, path: str, model: type[Model]) -> Iterator[Finding]:
    for route in document.nulls:
        misspelt = misspelt_key(route, model)
        if misspelt:
            yield _finding(misspelt, document, path)
            continue
        key = route[-1]
        message = msg("`{key}` has no value", key=key) if isinstance(key, str) else msg("an entry is empty")
        place = Place(path, route, document.span(route, key=True))
        yield format_finding("empty-value", message, place, msg("fill it in, or take it out"))


def _schema_findings(
    error: ValidationError, document: Document, path: str, model: type[Model]
) -> Iterator[Finding]:
    empty = set(document.nulls)
    # A key without a value was reported as such already.
    details = [detail for detail in error.errors(include_url=False) if detail["loc"] not in empty]
    for said in all_in_plain_words(details, model):
        yield _finding(said, document, path)


def _finding(said: SchemaError, document: Document, path: str) -> Finding:
    place = Place(path, said.route, document.span(said.route, key=said.on_key))
    return format_finding(said.check, said.message, place, said.help)
