"""A procedure as a table of steps, which is then read like any other table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcflow.i18n import msg
from svcflow.interchange.markdown.blocks import Block, Heading, Item, Paragraph, TableBlock, plain
from svcflow.interchange.markdown.items import Step, step_of
from svcflow.interchange.sheets.grid import CellProblem, Grid
from svcflow.interchange.sheets.headings import folded

__all__ = ["Draft", "draft_of"]

_HEADS = ("No.", "Step", "Role", "Time limit", "Instructions", "Next")
_SECTIONS = {
    "Purpose": ("purpose", "aim", "objective", "目的", "目标", "目標", "宗旨"),
    "Covers": ("scope", "applies to", "范围", "範圍", "适用范围", "適用範圍"),
    "References": (
        "references",
        "related documents",
        "引用文件",
        "参考文件",
        "參考文件",
        "依据",
        "相关文件",
        "規範性引用文件",
    ),
    "Trigger": ("trigger", "when", "start", "触发条件", "觸發條件", "启动条件"),
}
_ROLES = (
    "roles",
    "responsibilities",
    "roles and responsibilities",
    "who",
    "岗位",
    "职责",
    "岗位职责",
    "岗位与职责",
    "角色",
    "职务",
    "職務",
    "職責",
    "权责",
    "權責",
)
_NUMBERED = re.compile(
    r"^[\d.、]+\s*|^第?[一二三四五六七八九十]+[、.．]\s*|^[（(][一二三四五六七八九十\d]+[)）]\s*"
)
_COLON = re.compile(r"\s*[:：—–]\s*|\s+-\s+")


class Draft:
    """What a procedure tells, section after section."""

    def __init__(self) -> None:
        self.title = ""
        self.title_line = 1
        self.facts: dict[str, list[str]] = {}
        self.roles: list[str] = []
        self.lists: list[list[Item]] = []
        self.tables: list[TableBlock] = []

    def read(self, blocks: Iterator[Block]) -> None:
        """Take in all blocks."""
        section, before = "", False
        for block in blocks:
            numbered = isinstance(block, Item) and bool(block.number)
            if isinstance(block, Heading):
                section = self._heading(block)
            elif isinstance(block, TableBlock):
                self.tables.append(block)
            elif section:
                self._told(section, block)
            elif isinstance(block, Item) and numbered:
                if not before or block.number == 1:
                    self.lists.append([])
                self.lists[-1].append(block)
            before = numbered

    def _heading(self, block: Heading) -> str:
        said = folded(_NUMBERED.sub("", block.text))
        for label, words in _SECTIONS.items():
            if said in map(folded, words):
                return label
        if said in map(folded, _ROLES):
            return "Role"
        if not self.title:
            self.title, self.title_line = block.text, block.line
        return ""

    def _told(self, section: str, block: Block) -> None:
        if isinstance(block, Item | Paragraph):
            text = plain(block.text)
            if section == "Role":
                name = _COLON.split(text, maxsplit=1)[0].strip()
                if 0 < len(name) <= 24:
                    self.roles.append(name)
            elif text:
                self.facts.setdefault(section, []).append(text)

    # -- grids

    def grids(self) -> list[Grid]:
        """Return the tables of the text; where none of them has steps, the longest numbered list as one."""
        found = [self._grid(table) for table in self.tables]
        if self.lists:
            found.append(self._listed(max(self.lists, key=len)))
        return found

    def _above(self) -> Iterator[list[str]]:
        """Yield what stands above a table of steps: title and facts."""
        yield [self.title]
        for label, texts in self.facts.items():
            yield [f"{label}: " + "\n".join(texts)]

    def _grid(self, table: TableBlock) -> Grid:
        above = list(self._above())
        lines = dict.fromkeys(range(1, len(above) + 1), self.title_line)
        lines |= {len(above) + place: line for place, line in enumerate(table.lines, 1)}
        return Grid("", [*above, *table.rows], lines=lines)

    def _listed(self, items: list[Item]) -> Grid:
        steps = [step_of(item, self.roles) for item in items]
        above = list(self._above())
        head = len(above) + 1
        grid = Grid("", [*above, list(_HEADS), *map(_row, steps)])
        grid.lines = dict.fromkeys(range(1, head + 1), self.title_line)
        for row, step in enumerate(steps, head + 1):
            grid.lines[row] = step.line
            if step.guessed:
                grid.problems.append(
                    CellProblem(
                        row, 3, msg("‘{role}’ was taken for who does this step", role=step.role), guess=True
                    )
                )
        return grid


def _row(step: Step) -> list[str]:
    return [
        str(step.number),
        step.name,
        step.role,
        step.time,
        "\n".join(step.instructions),
        "\n".join(step.next),
    ]


def draft_of(blocks: Iterator[Block]) -> Draft:
    """Return what the blocks of a procedure tell."""
    draft = Draft()
    draft.read(blocks)
    return draft
