"""The pages of one process in one language of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.documents.outline import Picture, Table
from svcflow.exporters.site.places import process_folder
from svcflow.exporters.site.words import VIEW_NAMES, picture_words, severities, view_hint
from svcflow.exporters.site.writer import picture_markup
from svcflow.i18n import translator

if TYPE_CHECKING:
    from svcflow.documents.outline import Outline, Section
    from svcflow.exporters.site.record import Record
    from svcflow.exporters.site.writer import Writer

__all__ = ["Neighbour", "ProcessMaterial", "process_pages"]

_NOT_HERE = frozenset({"revisions", "approvals"})
"""Sections of the procedure that have a page of their own."""

Neighbour = tuple[str, str, str]
"""Another process: its id, its name, the language of the name."""


@dataclass(frozen=True, slots=True)
class ProcessMaterial:
    """What the pages of a process are made from.

    ``procedure`` is its document; ``pictures`` are SVG files by view, ``inside`` those for the text of the procedure;
    ``papers`` are the documents to print, as (address from the process's folder, name). ``known`` are the ids of all
    processes of the site.
    """

    record: Record
    procedure: Outline
    pictures: Mapping[str, bytes]
    inside: Mapping[str, bytes]
    papers: Sequence[tuple[str, str]]
    calls: Sequence[Neighbour] = ()
    callers: Sequence[Neighbour] = ()
    known: frozenset[str] = frozenset()


def process_pages(writer: Writer, material: ProcessMaterial) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of a process, as paths from the site's root and contents."""
    record, t = material.record, writer.t
    folder = process_folder(record.id)
    names = {view: VIEW_NAMES[view].render(t) for view in VIEW_NAMES if view in material.pictures}
    tabs = [
        ("index", t("Overview")),
        ("procedure", t("Procedure")),
        *names.items(),
        ("history", t("History")),
    ]

    def page(name: str, template: str, **data: object) -> tuple[str, bytes]:
        said = dict(tabs)[name]
        title = record.name if name == "index" else f"{record.name}: {said}"
        return writer.page(
            f"{folder}/{name}.html",
            template,
            title=title,
            section="index",
            record=record,
            tabs=tabs,
            tab=name,
            **data,
        )

    yield page(
        "index", "process", control=material.procedure.control.pairs, papers=material.papers, calls=material.calls,
        callers=material.callers, severities=severities(t), known=material.known,
    )  # fmt: skip
    yield page("procedure", "procedure", **_procedure(material))
    for view, name in names.items():
        yield page(
            view, "picture", view_name=name, words=picture_words(t), hint=view_hint(t),
            picture=picture_markup(material.pictures[view]),
        )  # fmt: skip
    yield page("history", "history", approvals=_table(material.procedure, "approvals"))


def _procedure(material: ProcessMaterial) -> dict[str, object]:
    outline = material.procedure
    return {
        "sections": [
            one for one in outline.sections if one.id not in _NOT_HERE and _says_something(one, material)
        ],
        "control": outline.control.pairs,
        "known": material.known,
        "pictures": {view: picture_markup(svg) for view, svg in material.inside.items()},
        "moment": translator(outline.language).term("moment of truth"),
        "print_address": material.papers[0][0],
    }


def _says_something(section: Section, material: ProcessMaterial) -> bool:
    return any(not isinstance(block, Picture) or block.view in material.inside for block in section.blocks)


def _table(outline: Outline, id: str) -> Table | None:
    """Return the table of a section, None where the document has none."""
    blocks = (block for section in outline.sections if section.id == id for block in section.blocks)
    return next((block for block in blocks if isinstance(block, Table)), None)
