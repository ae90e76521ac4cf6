"""What was broken, changed or lost on the way from cells to a process, and where everything came from."""

from __future__ import annotations

from svcflow.finding import Route, Span
from svcflow.i18n import Message, msg
from svcflow.interchange.result import ImportProblem, Loss
from svcflow.interchange.sheets.grid import Grid

__all__ = ["Notes"]


class Notes:
    """Collects problems with their cells, and the places of values."""

    def __init__(self) -> None:
        self.problems: list[ImportProblem] = []
        self.places: dict[Route, Span] = {}

    def cell(
        self, grid: Grid, row: int, column: int, loss: Loss, message: Message, help: Message | None = None
    ) -> None:
        """Note a problem of a cell."""
        said = message
        if not grid.in_prose:
            said = msg("{cell}: {problem}", cell=grid.where(row, column), problem=message)
        found = ImportProblem(loss, said, _span(grid, row, column), help=help)
        if found not in self.problems:  # several tables of a text tell what stands above all of them
            self.problems.append(found)

    def sheet(self, grid: Grid, loss: Loss, message: Message) -> None:
        """Note a problem of a whole sheet."""
        self.problems.append(
            ImportProblem(loss, message, _span(grid, len(grid.rows) if grid.in_prose else 1, 1))
        )

    def cells(self, grid: Grid) -> None:
        """Note what was found out when the file was read."""
        for problem in grid.problems:
            self.cell(grid, problem.row, problem.column, problem.loss, problem.message)

    def place(self, route: Route, grid: Grid, row: int, column: int) -> None:
        """Remember where the value at a route came from."""
        self.places[route] = _span(grid, row, column)


def _span(grid: Grid, row: int, column: int) -> Span:
    """Return the place of a cell: in a text, that of its first line; else row and column stand for line and column."""
    line = grid.lines.get(row, 1 if grid.lines else row)
    said = grid.cell(row, column).partition("\n")[0]
    if not grid.source:
        return Span(line, column, line, column + 1)
    start = grid.source[line - 1].find(said) if line <= len(grid.source) else -1
    return (
        Span(line, start + 1, line, start + 1 + len(said)) if said and start >= 0 else Span(line, 1, line, 1)
    )
