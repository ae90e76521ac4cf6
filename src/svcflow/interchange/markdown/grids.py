"""What a procedure tells as tables, which are then read like any others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.i18n import msg
from svcflow.interchange.markdown.blocks import Item, TableBlock
from svcflow.interchange.markdown.draft import PERHAPS_A_STEP, Draft, Listed
from svcflow.interchange.markdown.items import Step, step_of
from svcflow.interchange.result import Loss
from svcflow.interchange.sheets.grid import CellProblem, Grid

__all__ = ["grids_of"]

_NO_ROW = 1_000_000
"""Where rows begin that no table has: they place what stands outside of the table."""
_HEADS = ("No.", "Step", "Role", "Time limit", "Instructions", "Next", "Phase")


def grids_of(draft: Draft, source: Sequence[str] = ()) -> list[Grid]:
    """Return the tables of a procedure, and behind them its steps as one more; ``source`` are the lines of its text."""
    lists = list(_lists(draft))
    listed = [_listed(draft, lists, source)] if lists else []
    return [*(_grid(draft, table, source) for table in draft.tables), *listed]


def _lists(draft: Draft) -> Iterator[Listed]:
    """Yield the steps of the part that is called procedure, else all, in their parts."""
    has_procedure = any(one.in_procedure for one in draft.lists)
    for one in draft.lists:
        if one.in_procedure or not has_procedure:
            yield from _parts(one)


def _parts(listed: Listed) -> Iterator[Listed]:
    """Yield the steps in parts of their own where headings with a mere number stand above numbered steps."""
    steps: list[Item] = []
    for item in listed.items:
        if item.indent == PERHAPS_A_STEP and sum(bool(one.number) for one in item.inner) > 1:
            yield Listed(item.text, listed.in_procedure, list(_numbered(item.inner)))
        else:
            steps.append(item)
    if steps:
        yield Listed(listed.heading, listed.in_procedure, steps)


def _numbered(items: list[Item]) -> Iterator[Item]:
    """Yield the numbered ones of some items; what stands between them belongs to the one above, or to the first."""
    steps = [item for item in items if item.number]
    step = steps[0]
    for item in items:
        if item.number:
            step = item
        else:
            step.inner.append(item)
    yield from steps


def _above(draft: Draft, source: Sequence[str]) -> Grid:
    """Return what stands above a table of steps: title and facts."""
    grid = Grid("", [[draft.title]], lines={1: draft.title_line}, source=source, in_prose=True)
    for label, texts in draft.facts.items():
        grid.rows.append([f"{label}: " + "\n".join(texts)])
        grid.lines[len(grid.rows)] = draft.fact_lines[label]
    for row, (line, message) in enumerate(draft.left, _NO_ROW):
        grid.lines[row] = line
        grid.problems.append(CellProblem(row, 1, message, Loss.LOST))
    return grid


def _grid(draft: Draft, table: TableBlock, source: Sequence[str]) -> Grid:
    grid = _above(draft, source)
    grid.lines |= {len(grid.rows) + place: line for place, line in enumerate(table.lines, 1)}
    grid.rows += table.rows
    return grid


def _listed(draft: Draft, lists: list[Listed], source: Sequence[str]) -> Grid:
    """Return the steps as a table; under several headings, these are phases."""
    grid = _above(draft, source)
    grid.rows.append(list(_HEADS))
    grid.lines[len(grid.rows)] = draft.title_line
    roles = {*draft.roles, *(step_of(item, draft.roles).role for one in lists for item in one.items)} - {""}
    for one in lists:
        for place, item in enumerate(one.items):
            step = step_of(item, roles, sure=draft.roles)
            grid.rows.append(_row(step, one.heading if len(lists) > 1 and not place else ""))
            grid.lines[len(grid.rows)] = step.line
            if step.guessed:
                message = msg("‘{role}’ was taken for who does this step", role=step.role)
                grid.problems.append(CellProblem(len(grid.rows), 3, message, Loss.CHANGED))
    return grid


def _row(step: Step, phase: str) -> list[str]:
    return [
        str(step.number) if step.number else "",
        step.name,
        step.role,
        step.time,
        "\n".join(step.instructions),
        "\n".join(step.next),
        phase,
    ]
