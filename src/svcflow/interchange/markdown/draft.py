"""What a procedure tells, heading after heading: its title and facts, its roles, its steps, its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from svcflow.i18n import Message, msg
from svcflow.interchange.markdown.blocks import Block, Heading, Item, Paragraph, TableBlock, plain
from svcflow.interchange.markdown.front import Fact
from svcflow.interchange.markdown.sections import fact_of, heading_in_bold, part_of, step_heading

__all__ = ["PERHAPS_A_STEP", "Draft", "Listed", "draft_of"]

_COLON = re.compile(r"\s*[:：—–]\s*|\s+-\s+")
_LONGEST_ROLE = 24
_SHOWN = 40
_OTHER = "Other"
_FEWEST_FACTS = 2
_BOLD_LEVEL = 6
_SURELY_A_STEP, PERHAPS_A_STEP = -1, -2
"""How deep headings stand that are steps, and those that are steps or parts: less deep than any item of a list."""


@dataclass(slots=True)
class Listed:
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
        self.lists: list[Listed] = []
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
            self._listed().append(
                Item(step.name, step.number, _SURELY_A_STEP if step.sure else PERHAPS_A_STEP, block.line)
            )
            self._section = ""
            return
        if not part and not self.title:
            self.title, self.title_line = block.text, block.line
        if part == "Procedure":
            self._procedure, part = block.level, ""
        self._heading, self._section, self._told = block, part, False

    def _listed(self) -> list[Item]:
        if not self.lists or self.lists[-1].heading != self._heading.text:
            self.lists.append(Listed(self._heading.text, bool(self._procedure)))
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
        """Take in a table of labels and texts side by side, as they head documents; tell whether it is one.

        Most of its rows begin with a label; in a table of revisions, only the head does.
        """
        begun = sum(len(row) > 1 and fact_of(f"{row[0]}: {row[1]}") is not None for row in table.rows)
        if begun * 2 < len(table.rows):
            return False
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


def _write_below(step: Item, block: Paragraph) -> None:
    """Put a line of text below a step; lines that follow one another are one text."""
    last = step.inner[-1] if step.inner else None
    if last is not None and block.goes_on:
        last.text += "\n" + block.text
    else:
        step.inner.append(Item(block.text, 0, 0, block.line))


def draft_of(blocks: Iterator[Block], facts: Iterable[Fact] = ()) -> Draft:
    """Return what the blocks of a procedure tell, and the facts of its front matter."""
    draft = Draft()
    draft.read(blocks, facts)
    return draft
