"""Tables as the data of a process: the filled template, and what people made themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from svcflow.finding import Route
from svcflow.i18n import Message, msg
from svcflow.interchange.ids import slug
from svcflow.interchange.result import Imported, Loss
from svcflow.interchange.sheets.column import Sheet
from svcflow.interchange.sheets.entries import Entry, entries_of
from svcflow.interchange.sheets.grid import Grid
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.languages import language_of
from svcflow.interchange.sheets.more import GOES_ON, put_more
from svcflow.interchange.sheets.names import Misread, Names
from svcflow.interchange.sheets.notes import Notes
from svcflow.interchange.sheets.preamble import preamble
from svcflow.interchange.sheets.recognise import Table
from svcflow.interchange.sheets.sets import TableSet, sets_of
from svcflow.interchange.sheets.steps import number_steps
from svcflow.interchange.sheets.template import MORE, PROCESS, ROLES, SHEETS, STEPS
from svcflow.interchange.shorten import pruned, shortened

__all__ = ["read_grids"]

_TITLES = STEPS.names() | set(map(folded, (
    "Sheet", "Sheet1", "Tabelle1", "工作表1", "工作表", "Feuil1", "Data", "Table", "List", "SOP", "SIPOC", "RACI",
)))  # fmt: skip
_MARKED = {"R": "role", "A": "accountable", "C": "consulted", "I": "informed"}


def read_grids(
    grids: list[Grid], stem: str, language: str | None = None, *, one: bool = False
) -> list[Imported]:
    """Return the processes that tables hold: one of a filled template, else one for each table of steps.

    With ``one``, the first table of steps is that of the only process.

    ``stem`` is the name of the file without its ending; ``language`` counts where the tables do not tell theirs.
    Raises `Unreadable` when there is no table of steps.
    """
    sets = sets_of(grids, one=one)
    return [_Reader(tables, stem, alone=len(sets) == 1, language=language).read() for tables in sets]


class _Reader:
    """Reads the tables of one process."""

    def __init__(self, tables: TableSet, stem: str, *, alone: bool, language: str | None) -> None:
        self.tables, self.stem, self.alone, self.language = tables, stem, alone, language
        self.notes = Notes()
        self.data: dict[str, Any] = {}
        self.own = any(("process",) in table.paths for table in self._of(PROCESS))

    def _of(self, sheet: Sheet) -> list[Table]:
        return [table for table in self.tables.others if table.sheet is sheet]

    def read(self) -> Imported:
        for grid in self.tables.ignored:
            self.notes.sheet(grid, Loss.LOST, _left_out(grid))
        for table in self.tables.all:
            self.notes.cells(table.grid)
            self._unknown(table)
        texts = [cell for table in self.tables.all for row in table.grid.rows for cell in row]
        language = language_of(texts) or self.language
        self.names = Names(language or "en", own=self.own)
        self._roles_known()
        rows = entries_of(self.tables.steps, self.notes)
        ids = number_steps(rows, self.names)
        self._process()
        self._steps(rows, ids)
        self._matrices()
        self._sections()
        self._more()
        for id, name in self.names.found.items():
            self.data.setdefault("roles", {}).setdefault(id, {"name": name})
        if language and not self.own:
            self.data.setdefault("language", language)
        data = shortened(pruned(self.data))
        return Imported(f"{data['process']}.yaml", data, tuple(self.notes.problems), self.notes.places)

    def _unknown(self, table: Table) -> None:
        for place in table.unknown:
            row, column = (place, 1) if table.sheet.single else (table.head, place)
            heading = " ".join(table.grid.cell(row, column).split())
            message = msg("the column ‘{heading}’ is not known; what it holds was left out", heading=heading)
            self.notes.cell(table.grid, row, column, Loss.LOST, message)
        for place in table.guessed:
            heading = " ".join(table.grid.cell(table.head, place).split())
            title = table.columns[place].title
            message = msg("the column ‘{heading}’ was taken for ‘{title}’", heading=heading, title=title)
            self.notes.cell(table.grid, table.head, place, Loss.CHANGED, message)

    def _roles_known(self) -> None:
        for table in self._of(ROLES):
            for entry in entries_of(table, Notes()):
                name = entry.text(("name",))
                id = entry.text(("id",)) or slug(name)
                if id:
                    self.names.add_role(id, name)

    # -- sections

    def _process(self) -> None:
        for table in self._of(PROCESS):
            for row, column in table.columns.items():
                entry = Entry(table, row, {column.path: (column, row, 2, table.grid.cell(row, 2))})
                self._fill(self.data, entry, ())
        if not self.own:
            self._named()

    def _named(self) -> None:
        """Name the process by what stands above the table, by its sheet or by its file."""
        table = self.tables.steps
        above = preamble(table)
        for column, row, place, text in above.facts:
            self._fill(self.data, Entry(table, row, {column.path: (column, row, place, text)}), ())
        for row, place, text in above.left:
            self.notes.cell(table.grid, row, place, Loss.LOST, msg("‘{text}’ was left out", text=text))
        sheet = table.grid.name if _speaks(table.grid.name) else ""
        title = above.title or ("" if self.alone and sheet and slug(self.stem) else sheet)
        name = self.data.setdefault("name", title or sheet or self.stem)
        parts = (self.stem,) if self.alone else (f"{self.stem}-{sheet}", sheet, self.stem)
        self.data.setdefault(
            "process", next((id for part in (*parts, str(name)) if (id := slug(part))), "process")
        )

    def _steps(self, rows: list[Entry], ids: list[str]) -> None:
        steps = self.data["steps"] = []
        for entry, id in zip(rows, ids, strict=True):
            step: dict[str, Any] = {"id": id}
            route: Route = ("steps", len(steps))
            steps.append(step)
            self.notes.place(route, entry.table.grid, entry.row, 1)
            self._fill(step, entry, route, without=("id",))
            step.setdefault("name", id)
            self._marks(step, entry)
            if not self.own and _asks(str(step["name"])) and len(step.get("next", ())) > 1:
                step.setdefault("kind", "decision")
            if step.get("kind") == "task":
                del step["kind"]

    def _matrices(self) -> None:
        for matrix in self.tables.matrices:
            for entry in entries_of(matrix, self.notes):
                name = entry.text(("name",))
                meant = self.names.step(name)
                step = next((step for step in self.data["steps"] if step["id"] == meant), None)
                if step is None:
                    self._no_step(entry, 1, name)
                else:
                    self._marks(step, entry)

    def _marks(self, step: dict[str, Any], entry: Entry) -> None:
        """Give a step the roles that its row marks with the letters of RACI."""
        for letter, heading in entry.marks:
            role = self.names.role(heading)
            roles = step.setdefault(_MARKED[letter], [])
            if role not in roles:
                roles.append(role)

    def _no_step(self, entry: Entry, column: int, text: str) -> None:
        self.notes.cell(
            entry.table.grid, entry.row, column, Loss.BROKEN, msg("there is no step ‘{text}’", text=text)
        )

    def _sections(self) -> None:
        for sheet in SHEETS:
            if sheet in {PROCESS, STEPS, MORE}:
                continue
            for table in self._of(sheet):
                for entry in entries_of(table, self.notes):
                    self._section(sheet, entry)

    def _section(self, sheet: Sheet, entry: Entry) -> None:
        value: dict[str, Any] = {}
        if sheet.inside:
            self._inside(sheet, entry, value)
            return
        section = sheet.section[0]
        if sheet.key:
            key = entry.text((sheet.key,)) or slug(entry.text(("name",)))
            if key:
                self._fill(value, entry, (section, key), without=(sheet.key,))
                self.data.setdefault(section, {})[key] = value
            return
        entries = self.data.setdefault(section, [])
        self._fill(value, entry, (section, len(entries)))
        if value:
            entries.append(value)

    def _inside(self, sheet: Sheet, entry: Entry, value: dict[str, Any]) -> None:
        cell = entry.cells.get(("step",))
        text = cell[3] if cell else ""
        step = self.names.step(text) if text else None
        place = next((n for n, one in enumerate(self.data["steps"]) if one["id"] == step), None)
        if place is None:
            self._no_step(entry, cell[2] if cell else 1, text)
            return
        entries = self.data["steps"][place].setdefault(sheet.section[-1], [])
        self._fill(value, entry, ("steps", place, sheet.section[-1], len(entries)), without=("step",))
        if value:
            entries.append(value)

    def _more(self) -> None:
        for table in self._of(MORE):
            for entry, path, value in _long(entries_of(table, self.notes)):
                try:
                    route = put_more(self.data, path, value)
                except (Misread, TypeError, AttributeError, IndexError, KeyError):
                    message = msg("the path {path} leads nowhere", path=path)
                    self.notes.cell(table.grid, entry.row, 1, Loss.BROKEN, message)
                else:
                    self.notes.place(route, table.grid, entry.row, 2)

    def _fill(
        self, target: dict[str, Any], entry: Entry, route: Route, without: tuple[str, ...] = ()
    ) -> None:
        """Put the values of an entry's cells where they belong; what cannot be read is noted."""
        for path, value, row, column in _values(entry, self.names, self.notes):
            if path != without:
                _put(target, path, value)
                self.notes.place((*route, *path), entry.table.grid, row, column)


def _values(entry: Entry, names: Names, notes: Notes) -> Iterator[tuple[tuple[str, ...], Any, int, int]]:
    from svcflow.interchange.sheets.decode import decoded

    for path, (column, row, place, text) in entry.cells.items():
        if not text.strip():
            continue
        unit = entry.table.units.get(row if entry.table.sheet.single else place, "")
        try:
            yield path, decoded(text.strip(), column, names, unit), row, place
        except Misread as problem:
            notes.cell(entry.table.grid, row, place, Loss.BROKEN, problem.message, problem.help)


def _speaks(title: str) -> bool:
    """Tell whether the name of a sheet can be that of a process: ``Complaints``, not ``Sheet1`` or ``RACI``."""
    return folded(title) not in _TITLES and len(title.strip()) > 1


def _left_out(grid: Grid) -> Message:
    if not grid.name:
        return msg("this table has no place in a process and was left out")
    return msg("the sheet ‘{name}’ is no table of the template and was left out", name=grid.name)


def _long(entries: list[Entry]) -> list[tuple[Entry, str, str]]:
    """Return entries with paths and values; values that go on in further rows in one piece."""
    found: list[tuple[Entry, str, str]] = []
    for entry in entries:
        path, cell = entry.text(("path",)), entry.cells.get(("value",))
        value = cell[3] if cell else ""
        if path == GOES_ON and found:
            found[-1] = (*found[-1][:2], found[-1][2] + value)
        else:
            found.append((entry, path, value))
    return found


def _put(target: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        target = target.setdefault(key, {})
    target[path[-1]] = value


def _asks(name: str) -> bool:
    return name.rstrip().endswith(("?", "？", "吗", "嗎", "否"))
