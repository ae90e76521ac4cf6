"""What other pages of a site show of a process, and which processes therefore depend on each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from svcflow.i18n import OwnLanguage, nearest_language
from svcflow.load.summary import ProcessSummary, Reference, summarize
from svcflow.model.text import Localized, say

if TYPE_CHECKING:
    from svcflow.exporters.site.process_pages import Neighbour
    from svcflow.load import Workspace
    from svcflow.model.process import Process

__all__ = ["Outside", "neighbourhoods", "neighbours", "outside_of", "spoken_in"]


@dataclass(frozen=True, slots=True)
class Outside:
    """The outside of a process; ``language`` is that of its file, ``names`` are its name by language.

    ``languages`` are all in which it has texts.
    """

    id: str
    path: str
    language: str
    languages: tuple[str, ...]
    names: dict[str, str]
    status: str
    state: str
    calls: tuple[str, ...]
    baseline: str
    segments: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The ids of the processes named in it."""
        return (*self.calls, self.baseline) if self.baseline else self.calls

    def spoken(self, language: str) -> str:
        """Return the language in which it is shown to readers of a language: theirs where it has texts in it."""
        return language if language in self.languages else self.language

    def name(self, language: str) -> str:
        """Return its name as readers of a language see it."""
        return self.names[self.spoken(language)]

    def summary(self) -> ProcessSummary:
        """Return what the rules about the whole workspace look at; the places in it are not exact."""
        from svcflow.model.vocabulary import State, Status

        calls = tuple(Reference(id, ("steps",)) for id in self.calls)
        baseline = Reference(self.baseline, ("baseline",)) if self.baseline else None
        status = Status(self.status) if self.status else None
        state = State(self.state) if self.state else None
        return ProcessSummary(
            self.id, self.path, self.names[self.language], status, state, calls, baseline, self.segments,
            frozenset(self.roles),
        )  # fmt: skip


def outside_of(process: Process, path: str, workspace: Workspace) -> Outside:
    """Return the outside of a process read from a file."""
    known, seen = summarize(process, path), process.language or workspace.settings.language or "en"
    language = nearest_language(seen) or seen
    languages = tuple(sorted({language, *spoken_in(process, workspace)}))
    return Outside(
        id=known.id,
        path=path,
        language=language,
        languages=languages,
        names={tag: say(process.name, tag) for tag in languages},
        status=known.status.value if known.status else "",
        state=known.state.value if known.state else "",
        calls=tuple(dict.fromkeys(call.process for call in known.calls)),
        baseline=process.baseline or "",
        segments=known.segments,
        roles=tuple(sorted(known.roles)),
    )


def spoken_in(value: object, workspace: Workspace) -> set[str]:
    """Return the languages in which a part of the model has texts of its own, as far as anybody speaks them.

    These are the languages of svcflow, and those for which the workspace has words of its own.
    """
    tags = {tag for text in _localized(value) for tag in text.by_language}
    return {
        found
        for tag in tags
        if (found := nearest_language(tag) or (tag if isinstance(workspace.spoken(tag), OwnLanguage) else ""))
    }


def _localized(value: object) -> Iterator[Localized]:
    if isinstance(value, Localized):
        yield value
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            yield from _localized(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _localized(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _localized(part)


def neighbours(
    outside: Outside, others: Mapping[str, Outside], language: str
) -> tuple[list[Neighbour], list[Neighbour]]:
    """Return the processes that one runs, and those that run it, of those that there are, by id."""

    def shown(other: Outside) -> Neighbour:
        return other.id, other.name(language), other.spoken(language)

    calls = [shown(others[id]) for id in outside.calls if id in others and id != outside.id]
    callers = [shown(one) for one in others.values() if outside.id in one.calls and one.id != outside.id]
    return calls, callers


def neighbourhoods(outsides: Mapping[str, Outside]) -> dict[str, str]:
    """Return, by file, a digest of all processes that are connected with the file's: what they show changes its pages.

    Processes are connected by calls and baselines, whichever the direction and however far.
    """
    leader = {outside.id: outside.id for outside in outsides.values()}

    def find(id: str) -> str:
        while leader.setdefault(id, id) != id:
            leader[id] = id = leader[leader[id]]
        return id

    for outside in outsides.values():
        for other in outside.refers_to:
            one, two = sorted((find(outside.id), find(other)))
            leader[two] = one
    groups: dict[str, list[str]] = {}
    for outside in outsides.values():
        groups.setdefault(find(outside.id), []).append(repr(outside))
    digests = {
        id: hashlib.sha256("\n".join(sorted(group)).encode("utf-8", "replace")).hexdigest()
        for id, group in groups.items()
    }
    return {file: digests[find(outside.id)] for file, outside in outsides.items()}
