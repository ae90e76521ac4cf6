"""What the processes of a workspace share: the merged catalogues, each entry with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from svcflow.finding import Place
from svcflow.model.calendar import Calendar
from svcflow.model.catalog import Artifact, Catalog, Channel, Department, Segment, Term, Tool
from svcflow.model.quality import Kpi
from svcflow.model.role import Role

__all__ = ["Entry", "Shared"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """Something shared, and where it is written."""

    value: T
    place: Place


@dataclass(slots=True)
class Shared:
    """The catalogues of a workspace as one. Of entries with the same id, the first file's counts."""

    roles: dict[str, Entry[Role]] = field(default_factory=dict)
    departments: dict[str, Entry[Department]] = field(default_factory=dict)
    calendars: dict[str, Entry[Calendar]] = field(default_factory=dict)
    artifacts: dict[str, Entry[Artifact]] = field(default_factory=dict)
    tools: dict[str, Entry[Tool]] = field(default_factory=dict)
    channels: dict[str, Entry[Channel]] = field(default_factory=dict)
    segments: dict[str, Entry[Segment]] = field(default_factory=dict)
    kpis: dict[str, Entry[Kpi]] = field(default_factory=dict)
    terms: dict[str, Entry[Term]] = field(default_factory=dict)

    def add(self, catalog: Catalog, path: str) -> list[tuple[Place, Place]]:
        """Take in a catalogue; return the (second, first) places of ids that another file has already."""
        clashes = []
        for kind in (
            "roles",
            "departments",
            "calendars",
            "artifacts",
            "tools",
            "channels",
            "segments",
            "terms",
        ):
            entries: dict[str, Entry[object]] = getattr(self, kind)
            for id, value in getattr(catalog, kind).items():
                entry = Entry(value, Place(path, (kind, id)))
                if entries.setdefault(id, entry) is not entry:
                    clashes.append((entry.place, entries[id].place))
        for index, kpi in enumerate(catalog.kpis):
            known = Entry(kpi, Place(path, ("kpis", index, "id")))
            if self.kpis.setdefault(kpi.id, known) is not known:
                clashes.append((known.place, self.kpis[kpi.id].place))
        return clashes
