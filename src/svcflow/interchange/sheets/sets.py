"""Which tables of a file belong to one process."""

from __future__ import annotations

from dataclasses import dataclass, field

from svcflow.i18n import msg
from svcflow.interchange.sheets.entries import entries_of
from svcflow.interchange.sheets.grid import Grid, Unreadable
from svcflow.interchange.sheets.notes import Notes
from svcflow.interchange.sheets.recognise import Table, recognised
from svcflow.interchange.sheets.template import PROCESS, STEPS

__all__ = ["TableSet", "sets_of"]


@dataclass(slots=True)
class TableSet:
    """The tables of one process: its steps, who does what in them, and all others; ``ignored`` are those of none."""

    steps: Table
    matrices: list[Table] = field(default_factory=list)
    others: list[Table] = field(default_factory=list)
    ignored: list[Grid] = field(default_factory=list)

    @property
    def all(self) -> list[Table]:
        """All tables that are read."""
        return [*self.others, self.steps, *self.matrices]


def sets_of(grids: list[Grid], *, one: bool = False) -> list[TableSet]:
    """Return one set for a filled template or with ``one``, else one for each table of steps.

    Raises `Unreadable` when there is no table of steps.
    """
    filled = [grid for grid in grids if any(cell.strip() for row in grid.rows for cell in row)]
    tables = [table for grid in filled if (table := recognised(grid)) is not None]
    steps = _steps(tables)
    if not steps:
        others = [grid for grid in filled if not any(table.grid is grid for table in tables)]
        steps = _steps([table for grid in others if (table := recognised(grid, guess=True)) is not None])
    if not steps:
        raise Unreadable(
            msg(
                "there is no table of steps: a row with headings such as ‘Step’ and ‘Role’, and a row a step below it"
            ),
            msg("`svcflow init --xlsx FILE` writes a template to fill in"),
        )
    sets = _sets(steps, [table for table in tables if table.sheet is not STEPS], one=one)
    used = [table.grid for tables in sets for table in tables.all]
    sets[0].ignored = [grid for grid in filled if not any(grid is other for other in used)]
    return sets


def _steps(tables: list[Table]) -> list[Table]:
    return [table for table in tables if table.sheet is STEPS and entries_of(table, Notes())]


def _sets(steps: list[Table], others: list[Table], *, one: bool) -> list[TableSet]:
    """Put all into one set where there is one process only: a RACI matrix beside its steps is no further one."""
    telling = [table for table in steps if not table.is_matrix]
    if one or len(telling) == 1 or any(table.sheet is PROCESS for table in others):
        main = (telling or steps)[0]
        return [TableSet(main, [table for table in steps if table.is_matrix and table is not main], others)]
    return [TableSet(table, others=others if len(steps) == 1 else []) for table in steps]
