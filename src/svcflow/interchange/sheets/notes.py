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
        if not grid.lines:
            said = msg("{cell}: {problem}", cell=grid.where(row, column), problem=message)
        self.problems.append(ImportProblem(loss, said, _span(grid, row, column), help=help))

    def sheet(self, grid: Grid, loss: Loss, message: Message) -> None:
        """Note a problem of a whole sheet."""
        self.problems.append(ImportProblem(loss, message, _span(grid, 1, 1)))

    def cells(self, grid: Grid) -> None:
        """Note what was found out when the file was read."""
        for problem in grid.problems:
            loss = Loss.CHANGED if problem.guess else Loss.BROKEN
            self.cell(grid, problem.row, problem.column, loss, problem.message)

    def place(self, route: Route, grid: Grid, row: int, column: int) -> None:
        """Remember where the value at a route came from."""
        self.places[route] = _span(grid, row, column)


def _span(grid: Grid, row: int, column: int) -> Span:
    line = grid.lines.get(row, 1 if grid.lines else row)
    return Span(line, column, line, column + 1)
