"""The texts of a process, and those of the catalogues, as the rules about wording read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.model.texts import Said, texts_of

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.load.shared import Entry, Shared
    from svcflow.model.base import Model

__all__ = ["shared_texts", "texts", "texts_and_labels"]


@lru_cache(maxsize=1)
def texts_and_labels(context: ProcessContext) -> tuple[Said, ...]:
    """Return every text and label of a process; kept until another process is read, since each rule asks for them."""
    return tuple(texts_of(context.process, context.language, labels=True))


@lru_cache(maxsize=1)
def texts(context: ProcessContext) -> tuple[Said, ...]:
    """Return every text of a process, without the labels that are the same in every language."""
    return tuple(said for said in texts_and_labels(context) if not said.label)


def shared_texts(shared: Shared, *, labels: bool = False) -> Iterator[tuple[str, Said]]:
    """Yield every text of the catalogues with its file; those of one language have none said (``""``)."""
    kinds: tuple[Mapping[str, Entry[Model]], ...] = (
        shared.roles, shared.departments, shared.calendars, shared.artifacts, shared.tools, shared.channels,
        shared.segments, shared.kpis, shared.terms,
    )  # type: ignore[assignment]  # fmt: skip
    for entries in kinds:
        for entry in entries.values():
            route = entry.place.route[:2]
            for said in texts_of(entry.value, "", labels=labels):
                yield entry.place.path, said._replace(route=(*route, *said.route))
