"""The steps of a table: how each is called by the others."""

from __future__ import annotations

from svcflow.interchange.ids import Ids
from svcflow.interchange.sheets.entries import Entry
from svcflow.interchange.sheets.names import Names

__all__ = ["number_steps"]


def number_steps(rows: list[Entry], names: Names) -> list[str]:
    """Return the ids of steps, made from their names where they have none; ``names`` learns what each is called."""
    given = [_own_id(row, names) for row in rows]
    ids = Ids([*filter(None, given), "end"])
    found = [
        id or ids.give(row.text(("name",)), otherwise="step") for id, row in zip(given, rows, strict=True)
    ]
    for id in found:
        names.add_step(id, "", "")
    for place, (id, row) in enumerate(zip(found, rows, strict=True), 1):
        number = row.number or row.text(("id",))
        names.add_step(
            id,
            row.text(("name",)),
            number if number and number[0].isdigit() else str(place) if not row.table.numbers else "",
        )
    return found


def _own_id(row: Entry, names: Names) -> str:
    """Return the id that a row gives; a mere number counts as the step's number, unless the file is ours."""
    text = row.text(("id",))
    return text if names.own or not text.replace(".", "").isdigit() else ""
