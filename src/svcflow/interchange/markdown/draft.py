"""A procedure as tables, which are then read like any others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from svcflow.i18n import Message, msg
from svcflow.interchange.markdown.blocks import Block, Heading, Item, Paragraph, TableBlock, plain
from svcflow.interchange.markdown.front import Fact
from svcflow.interchange.markdown.items import Step, step_of
from svcflow.interchange.markdown.sections import fact_of, heading_in_bold, part_of, step_heading
from svcflow.interchange.result import Loss
from svcflow.interchange.sheets.grid import CellProblem, Grid

__all__ = ["Draft", "draft_of"]

_HEADS = ("No.", "Step", "Role", "Time limit", "Instructions", "Next", "Phase")
_COLON = re.compile(r"\s*[:：—–]\s*|\s+-\s+")
_LONGEST_ROLE = 24
_SHOWN = 40
_OTHER = "Other"
_FEWEST_FACTS = 2
_BOLD_LEVEL = 6
_SURE, _PERHAPS = -1, -2
"""How deep headings stand that are steps, and those that are steps or parts: less deep than any item of a list."""


@dataclass(slots=True)
class _Listed:
    """The steps under one heading."""

    heading: str
    in_procedure: bool
    items: list[Item] = field(default_factory=list)


class Draft:
    """What a procedure tells, heading after heading."""

    def __init__(self) -> None:
        self.title = ""
        self.title_line = 1
        self.facts: dict[str, list[str]] = {}
        self.fact_lines: dict[str, int] = {}
        self.roles: list[str] = []
        self.lists: list[_Listed] = []
        self.tables: list[TableBlock] = []
        self.left: list[tuple[int, Message]] = []
        """What has no place in a process: the line where it begins, and what it is."""
        self._heading = Heading("", 0, 1)
        self._section = ""
        self._procedure = 0
        """The level of the heading of the procedure that we are in, 0 outside of it."""
        self._told = False

    def read(self, blocks: Iterator[Block], facts: Iterable[Fact]) -> None:
        """Take in all blocks, and the facts of the front matter."""
        for label, text, line in facts:
            self._front(label, text, line)
        for block in blocks:
            if isinstance(block, Paragraph) and (bold := heading_in_bold(block.text)):
                self._head(Heading(bold, _BOLD_LEVEL, block.line))
            elif isinstance(block, Heading):
                self._head(block)
            elif isinstance(block, TableBlock) and self._tells_facts(block):
                pass
            elif isinstance(block, TableBlock):
                self.tables.append(block)
                if self._section == "Role":
                    self._roles_of([row[0] for row in block.rows[1:]])
            elif self._section == _OTHER:
                self._leave(block)
            elif self._section:
                self._fact(block)
            elif isinstance(block, Item) and block.number:
                self._step(block)
            else:
                self._other(block)

    # -- blocks

    def _front(self, label: str, text: str, line: int) -> None:
        if label.casefold() == "title":
            self.title, self.title_line = text, line
        elif fact_of(f"{label}: {text}"):
            self._keep(label, text, line)
        else:
            self.left.append((line, msg("‘{text}’ was left out", text=f"{label}: {text}")))

    def _head(self, block: Heading) -> None:
        part = part_of(block.text)
        if part or block.level <= self._procedure:
            self._procedure = 0
        step = None if part else step_heading(block.text, numbered=bool(self._procedure))
        if step is not None:
            self._listed().append(Item(step.name, step.number, _SURE if step.sure else _PERHAPS, block.line))
            self._section = ""
            return
        if not part and not self.title:
            self.title, self.title_line = block.text, block.line
        if part == "Procedure":
            self._procedure, part = block.level, ""
        self._heading, self._section, self._told = block, part, False

    def _listed(self) -> list[Item]:
        if not self.lists or self.lists[-1].heading != self._heading.text:
            self.lists.append(_Listed(self._heading.text, bool(self._procedure)))
        return self.lists[-1].items

    def _step(self, block: Item) -> None:
        step = self._step_above()
        if step is not None and step.indent < 0:
            step.inner.append(block)
        else:
            self._listed().append(block)

    def _step_above(self) -> Item | None:
        """Return the last step under this heading: one that is a heading itself or, in the procedure, any."""
        if not self.lists or self.lists[-1].heading != self._heading.text:
            return None
        last = self.lists[-1].items[-1]
        return last if last.indent < 0 or self._procedure else None

    def _other(self, block: Item | Paragraph) -> None:
        step = self._step_above()
        fact = None if step else fact_of(block.text)
        if step is not None and isinstance(block, Item):
            step.inner.append(block)
        elif step is not None and isinstance(block, Paragraph):
            _write_below(step, block)
        elif fact is not None:
            self._keep(fact[0], fact[1], block.line)
        else:
            self._leave(block)

    def _leave(self, block: Item | Paragraph) -> None:
        """Tell of what has no place, once below each heading."""
        text = " ".join(plain(block.text).split())
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        if not self._told:
            message = msg("the text from ‘{text}’ to the next heading was left out", text=shown)
            self.left.append((block.line, message))
        self._told = True

    def _fact(self, block: Item | Paragraph) -> None:
        text = plain(block.text)
        if self._section == "Role":
            self._roles_of([text])
        elif text:
            self._keep(self._section, text, block.line)

    def _roles_of(self, lines: Iterable[str]) -> None:
        names = (_COLON.split(line, maxsplit=1)[0].strip() for line in lines)
        self.roles += [name for name in names if 0 < len(name) <= _LONGEST_ROLE]

    def _tells_facts(self, table: TableBlock) -> bool:
        """Take in a table of labels and texts side by side, as they head documents; tell whether it is one."""
        pairs = [
            (f"{row[at]}: {row[at + 1]}", line)
            for row, line in zip(table.rows, table.lines, strict=True)
            for at in range(0, len(row) - 1, 2)
            if row[at] and row[at + 1]
        ]
        facts = [fact_of(text) for text, _ in pairs]
        if sum(fact is not None for fact in facts) < _FEWEST_FACTS:
            return False
        for (text, line), fact in zip(pairs, facts, strict=True):
            if fact is not None:
                self._keep(*fact, line)
            else:
                self.left.append((line, msg("‘{text}’ was left out", text=text)))
        return True

    def _keep(self, label: str, text: str, line: int) -> None:
        self.facts.setdefault(label, []).append(text)
        self.fact_lines.setdefault(label, line)

    # -- grids

    def grids(self, source: list[str]) -> list[Grid]:
        """Return the tables of the text, the numbered lists as one of them behind the others."""
        found = [self._grid(table, source) for table in self.tables]
        lists = self._steps()
        if lists:
            found.append(self._table(lists, source))
        return found

    def _steps(self) -> list[tuple[str, Item]]:
        """Return the steps of the part that is called procedure, else all that are numbered, with their headings."""
        lists = [
            part for one in self.lists if one.in_procedure or not self._has_procedure for part in _parts(one)
        ]
        named = len(lists) > 1
        return [(one.heading if named else "", item) for one in lists for item in one.items]

    @property
    def _has_procedure(self) -> bool:
        return any(one.in_procedure for one in self.lists)

    def _above(self, source: list[str]) -> Grid:
        """Return what stands above a table of steps: title and facts."""
        grid = Grid("", [[self.title]], lines={1: self.title_line}, source=source, in_prose=True)
        for label, texts in self.facts.items():
            grid.rows.append([f"{label}: " + "\n".join(texts)])
            grid.lines[len(grid.rows)] = self.fact_lines[label]
        for line, message in self.left:
            grid.rows.append([])
            grid.lines[len(grid.rows)] = line
            grid.problems.append(CellProblem(len(grid.rows), 1, message, Loss.LOST))
        return grid

    def _grid(self, table: TableBlock, source: list[str]) -> Grid:
        grid = self._above(source)
        grid.lines |= {len(grid.rows) + place: line for place, line in enumerate(table.lines, 1)}
        grid.rows += table.rows
        return grid

    def _table(self, lists: list[tuple[str, Item]], source: list[str]) -> Grid:
        grid = self._above(source)
        grid.rows.append(list(_HEADS))
        grid.lines[len(grid.rows)] = self.title_line
        phase = ""
        roles = {*self.roles, *(step_of(item, self.roles).role for _, item in lists)} - {""}
        for heading, item in lists:
            step = step_of(item, roles, sure=self.roles)
            grid.rows.append(_row(step, "" if heading == phase else heading))
            grid.lines[len(grid.rows)] = step.line
            phase = heading
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


def _write_below(step: Item, block: Paragraph) -> None:
    """Put a line of text below a step; lines that follow one another are one text."""
    last = step.inner[-1] if step.inner else None
    if last is not None and block.goes_on:
        last.text += "\n" + block.text
    else:
        step.inner.append(Item(block.text, 0, 0, block.line))


def _parts(listed: _Listed) -> Iterator[_Listed]:
    """Yield the steps in parts of their own where headings with a mere number stand above numbered steps."""
    plain_items: list[Item] = []
    for item in listed.items:
        inner = [one for one in item.inner if one.number]
        if item.indent == _PERHAPS and len(inner) > 1:
            yield _Listed(item.text, listed.in_procedure, inner)
        else:
            plain_items.append(item)
    if plain_items:
        yield _Listed(listed.heading, listed.in_procedure, plain_items)


def draft_of(blocks: Iterator[Block], facts: Iterable[Fact] = ()) -> Draft:
    """Return what the blocks of a procedure tell, and the facts of its front matter."""
    draft = Draft()
    draft.read(blocks, facts)
    return draft
