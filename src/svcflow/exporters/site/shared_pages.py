"""The pages of one language that speak of all processes: the start, the landscape, the search, and all registers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.exporters.site.places import anchored, href, process_folder, role_page
from svcflow.exporters.site.register_pages import Check, register_pages
from svcflow.exporters.site.role_pages import people_pages
from svcflow.exporters.site.search_index import Thing, index_script
from svcflow.exporters.site.words import SEARCH_KINDS, picture_words, view_hint
from svcflow.exporters.site.writer import picture_markup

if TYPE_CHECKING:
    from svcflow.exporters.site.book import Book
    from svcflow.exporters.site.record import Record, RevisionRecord
    from svcflow.exporters.site.writer import Writer

__all__ = ["shared_pages"]

_LATEST = 12
"""How many revisions the start page tells of."""


def shared_pages(
    writer: Writer, book: Book, landscape: bytes, check: Check, today: dt.date | None
) -> Iterator[tuple[str, bytes | None]]:
    """Yield the pages, as paths from the site's root and contents; None stands for those that are there already.

    ``landscape`` is an SVG file.
    """
    yield _start(writer, book, landscape)
    yield writer.page(
        "landscape.html", "landscape", title=writer.t("Landscape of processes"), section="landscape",
        words=picture_words(writer.t), hint=view_hint(writer.t), picture=picture_markup(landscape),
    )  # fmt: skip
    yield from people_pages(writer, book)
    yield from register_pages(writer, book, check, today)
    yield writer.page("search.html", "search", title=writer.t("Search"), section="search")
    kinds = [(id, name.render(writer.t), worth) for id, (name, worth) in SEARCH_KINDS.items()]
    script = index_script(list(_things(book)), kinds, writer.language)
    yield writer.site.prefix(writer.language) + "search-index.js", script


def _start(writer: Writer, book: Book, landscape: bytes) -> tuple[str, bytes]:
    t, records = writer.t, book.records
    statuses = {one.status: one.status_word for one in records if one.status}
    functions = dict.fromkeys(one.function for one in records if one.function)
    acting = [(role.id, role.name) for role in book.roles.values() if role.processes]
    filters = [
        ("category", t("Category"), [(one, one) for one in functions]),
        ("status", t("Status"), list(statuses.items())),
        ("role", t("Role"), acting),
    ]
    return writer.page(
        "index.html", "index", title=writer.site.names[writer.language], section="index", records=records,
        picture=picture_markup(landscape), wide=_width(landscape), filters=[one for one in filters if one[2]],
        latest=_latest(records),
    )  # fmt: skip


def _width(svg: bytes) -> str:
    """Return the width of a drawing of ours, in pixels."""
    found = re.search(rb'<svg [^>]*?width="([0-9.]+)"', svg)
    return found[1].decode() if found else "600"


def _latest(records: Sequence[Record]) -> list[tuple[Record, RevisionRecord]]:
    found: list[tuple[Record, RevisionRecord]] = [
        (record, one) for record in records for one in record.revisions
    ]
    return sorted(found, key=lambda item: (item[1].date, item[0].id, item[1].version), reverse=True)[:_LATEST]


def _things(book: Book) -> Iterator[Thing]:
    """Yield everything that can be found."""
    for record in book.records:
        for one in record.search:
            where = "" if one.kind == "process" else record.name
            yield Thing(one.kind, href(one.url), one.title, where, one.text, record.language)
        for risk in record.risks:
            page = f"{process_folder(record.id)}/procedure.html#section-risks"
            said = " · ".join(filter(None, (*risk.controls, risk.indicator)))
            yield Thing("risk", href(page), risk.what, record.name, said, record.language)
    yield from _people(book)
    yield from _material(book)


def _people(book: Book) -> Iterator[Thing]:
    for role in book.roles.values():
        names = book.t(", ").join(record.name for record in role.processes)
        yield Thing("role", href(role_page(role.id)), role.name, role.department_name, names, role.language)
    for one in book.departments.values():
        roles = book.t(", ").join(role.name for role in one.roles)
        yield Thing(
            "department",
            href(f"departments.html#{anchored('department', one.id)}"),
            one.name,
            "",
            roles,
            one.language,
        )


def _material(book: Book) -> Iterator[Thing]:
    for id, artifact in book.shared.artifacts.items():
        name = artifact.value.name
        address = href(f"forms.html#{anchored('form', id)}")
        yield Thing("form", address, book.text(name), artifact.value.number or "", "", book.language_of(name))
    for id, tool in book.shared.tools.items():
        name = tool.value.name
        yield Thing(
            "system",
            href(f"systems.html#{anchored('system', id)}"),
            book.text(name),
            "",
            "",
            book.language_of(name),
        )
    for word, term in book.shared.terms.items():
        means = term.value.means
        yield Thing(
            "term",
            href(f"terms.html#{anchored('term', word)}"),
            word,
            "",
            book.text(means),
            book.language_of(means),
        )
    seen: set[str] = set(book.shared.terms)
    for record in book.records:
        for one in record.terms:
            if one.word not in seen:
                seen.add(one.word)
                yield Thing(
                    "term",
                    href(f"terms.html#{anchored('term', one.word)}"),
                    one.word,
                    record.name,
                    one.means,
                    record.language,
                )
    known: set[str] = set()
    for record in book.records:
        for kpi in record.kpis:
            if kpi.id not in known:
                known.add(kpi.id)
                yield Thing(
                    "kpi",
                    href(f"kpis.html#{anchored('kpi', kpi.id)}"),
                    kpi.name,
                    "",
                    kpi.formula,
                    record.language,
                )
