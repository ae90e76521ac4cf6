"""The steps of a table: how each is called by the others."""

from __future__ import annotations

import re

from svcflow.interchange.ids import Ids
from svcflow.interchange.sheets.entries import Entry
from svcflow.interchange.sheets.names import Names

__all__ = ["number_steps"]

_NUMBERED = re.compile(
    r"(?:step|步骤|步驟|第)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\s*(?:步\s*[.、．)）:：]?|[.、．)）:：]|\s)\s*(?P<name>[^\d\s].*)",
    re.IGNORECASE | re.DOTALL,
)


def number_steps(rows: list[Entry], names: Names) -> list[str]:
    """Return the ids of steps, made from their names where they have none; ``names`` learns what each is called."""
    _take_numbers(rows, names)
    given = [_own_id(row, names) for row in rows]
    ids = Ids([*filter(None, given), "end"])
    found = [
        id or ids.give(row.text(("name",)), otherwise="step") for id, row in zip(given, rows, strict=True)
    ]
    for id, row in zip(found, rows, strict=True):
        names.add_step(id, row.number + row.text(("name",)), "")
    for place, (id, row) in enumerate(zip(found, rows, strict=True), 1):
        number = row.number or row.text(("id",))
        names.add_step(
            id,
            row.text(("name",)),
            number if number and number[0].isdigit() else str(place) if not row.table.numbers else "",
        )
    return found


def _take_numbers(rows: list[Entry], names: Names) -> None:
    """Part numbers from names where each name begins with one: ``1. Check the passport``."""
    name = ("name",)
    if names.own or any(row.table.numbers or row.text(("id",)) for row in rows):
        return
    numbered = [_NUMBERED.match(row.text(name)) for row in rows]
    if len(rows) > 1 and all(numbered) and len({found["number"] for found in numbered if found}) == len(rows):
        for row, found in zip(rows, filter(None, numbered), strict=True):
            row.number, row.cells[name] = found["number"], (*row.cells[name][:3], found["name"])


def _own_id(row: Entry, names: Names) -> str:
    """Return the id that a row gives; a mere number counts as the step's number, unless the file is ours."""
    text = row.text(("id",))
    return text if names.own or not text.replace(".", "").isdigit() else ""
