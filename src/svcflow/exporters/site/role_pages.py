"""The pages about people: roles with all that they do, and departments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.exporters.site.places import role_page, step_address
from svcflow.exporters.site.record import Record

if TYPE_CHECKING:
    from svcflow.exporters.site.book import Book, DepartmentEntry, RoleEntry
    from svcflow.exporters.site.record import StepRecord
    from svcflow.exporters.site.writer import Writer

__all__ = ["people_pages"]

_IN_FULL = 150
"""So many steps of a role are shown with all that is to be done; of more there is a list that leads to them."""
_Cells = tuple[tuple[str, str], ...]
"""The cells of a row: (address or nothing, text)."""
_Rows = list[tuple[Record, _Cells]]


def people_pages(writer: Writer, book: Book) -> Iterator[tuple[str, bytes | None]]:
    """Yield the list of roles, a page for each, and the departments."""
    t = writer.t
    yield writer.page_if_new(
        "roles.html", "roles", title=t("Role manuals"), section="roles", roles=list(book.roles.values())
    )
    for entry in book.roles.values():
        yield _role(writer, book, entry)
    departments = [_department(book, entry) for entry in book.departments.values()]
    yield writer.page_if_new(
        "departments.html",
        "departments",
        title=t("Departments"),
        section="departments",
        departments=departments,
    )


def _role(writer: Writer, book: Book, entry: RoleEntry) -> tuple[str, bytes | None]:
    work = [
        (
            record,
            [
                _step(record, step, in_full=entry.steps <= _IN_FULL)
                for step in record.steps
                if entry.id in step.roles
            ],
        )
        for record in entry.processes
    ]
    return writer.page_if_new(
        role_page(entry.id),
        "role",
        title=entry.name,
        section="roles",
        role=entry,
        about=_about(book, entry.id),
        owned=[record for record in book.in_use if record.owner == entry.id],
        work=work,
        tables=_tables(book, entry.id),
    )


def _step(record: Record, step: StepRecord, *, in_full: bool) -> dict[str, object]:
    """Return a step for the page of a role: with its card, or, for a role with very many, what leads to it."""
    return {
        "address": step_address(record.id, step.card.id),
        "name": _numbered(step.card.number, step.card.name),
        "time": step.time,
        "card": step.card if in_full else None,
    }


def _about(book: Book, id: str) -> list[tuple[str, str]]:
    """Return what the catalogues say of a role."""
    t, known = book.t, book.shared.roles.get(id)
    if known is None:
        return []
    role = known.value

    def named(ids: tuple[str, ...]) -> str:
        found = (book.shared.roles.get(one) for one in ids)
        return t(", ").join(
            book.text(entry.value.name) if entry else one for one, entry in zip(ids, found, strict=True)
        )

    calendar = book.shared.calendars.get(role.calendar) if role.calendar else None
    return [
        (t("Reports to"), named((role.reports_to,) if role.reports_to else ())),
        (t("Deputy"), named(tuple(role.deputy))),
        (t("Working hours"), book.text(calendar.value.name) if calendar else ""),
        (t("Has to know or hold"), t(", ").join(book.text(skill) for skill in role.skills)),
    ]


def _tables(book: Book, id: str) -> list[tuple[str, str, tuple[str, ...], _Rows]]:
    """Return what else a role meets, as (id, heading, headers, rows)."""
    t = book.t
    return [
        ("received", t("What comes to you"), (t("Process"), t("From whom"), t("For step"), t("Passes"), t("Within"),
         t("Accepted when")), _handed(book, id, taking=True)),
        ("passed", t("What you pass on"), (t("Process"), t("After step"), t("To whom"), t("Passes"), t("Within"),
         t("Accepted when")), _handed(book, id, taking=False)),
        ("parts", t("Answers for, is asked, is told"), (t("Process"), t("Step"), t("Part")), _parts(book, id)),
        ("called", t("When you are called"), (t("Process"), t("Step"), t("When")), _called(book, id)),
        ("training", t("Training"), (t("Process"), t("Topic"), t("Method"), t("Hours"), t("Assessment"),
         t("How often")), _training(book, id)),
        ("inspections", t("Inspects"), (t("Process"), t("Inspection"), t("Method"), t("Sample"),
         t("How often"), t("Evidence")), _inspections(book, id)),
        ("risks", t("Risks to watch"), (t("Process"), t("Risk"), t("Control"), t("Indicator")), _risks(book, id)),
    ]  # fmt: skip


def _handed(book: Book, id: str, *, taking: bool) -> _Rows:
    rows: _Rows = []
    for record in book.in_use:
        roles = {step.card.id: step.roles for step in record.steps}
        for one in record.handoffs:
            mine, theirs = (one.target, one.source) if taking else (one.source, one.target)
            if id not in roles[mine[0]]:
                continue
            step = (step_address(record.id, mine[0]), mine[1])
            other = ("", theirs[2])
            agreed = (
                ("", one.passes),
                ("", one.within),
                ("", one.accepted if one.agreed else book.t("not agreed")),
            )
            rows.append((record, (*((other, step) if taking else (step, other)), *agreed)))
    return rows


def _parts(book: Book, id: str) -> _Rows:
    return [
        (
            record,
            (
                (step_address(record.id, step.card.id), _numbered(step.card.number, step.card.name)),
                ("", said),
            ),
        )
        for record in book.in_use
        for step in record.steps
        for role, said in step.parts
        if role == id
    ]


def _called(book: Book, id: str) -> _Rows:
    return [
        (
            record,
            (
                (step_address(record.id, step.card.id), _numbered(step.card.number, step.card.name)),
                ("", when),
            ),
        )
        for record in book.in_use
        for step in record.steps
        for role, when in step.called
        if role == id
    ]


def _numbered(number: str, name: str) -> str:
    return f"{number} {name}"


def _training(book: Book, id: str) -> _Rows:
    return [
        (record, tuple(("", text) for text in (one.topic, one.method, one.hours, one.assessment, one.every)))
        for record in book.in_use
        for one in record.training
        if id in one.roles
    ]


def _inspections(book: Book, id: str) -> _Rows:
    return [
        (record, tuple(("", text) for text in (one.what, one.method, one.sample, one.every, one.evidence)))
        for record in book.in_use
        for one in record.inspections
        if one.by == id
    ]


def _risks(book: Book, id: str) -> _Rows:
    return [
        (record, (("", one.what), ("", book.t("; ").join(one.controls)), ("", one.indicator)))
        for record in book.in_use
        for one in record.risks
        if one.owner == id
    ]


def _department(book: Book, entry: DepartmentEntry) -> dict[str, object]:
    known = book.shared.departments.get(entry.id)
    facts = []
    if known:
        head = book.shared.roles.get(known.value.head) if known.value.head else None
        above = book.shared.departments.get(known.value.part_of) if known.value.part_of else None
        facts = [
            (book.t("Head"), book.text(head.value.name) if head else known.value.head or ""),
            (book.t("Part of"), book.text(above.value.name) if above else known.value.part_of or ""),
        ]
    said = [pair for pair in facts if pair[1]]
    return {
        "id": entry.id, "name": entry.name, "language": entry.language, "facts": said, "roles": entry.roles,
        "processes": list(entry.processes.values()), "handoffs": _between(book, entry.id),
    }  # fmt: skip


def _between(book: Book, id: str) -> list[tuple[str, int, int]]:
    """Return what a department hands over to each other one: whom, how often, how much of it is not agreed."""
    counts: Counter[str] = Counter()
    open_: Counter[str] = Counter()
    for record in book.in_use:
        for one in record.handoffs:
            if one.source[3] == id and one.target[3] not in {"", id}:
                counts[one.target[4]] += 1
                open_[one.target[4]] += not one.agreed
    return [
        (f"→ {name}", count, open_[name])
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
