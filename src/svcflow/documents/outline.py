"""A document as data: sections of simple blocks, the same for every file format.

Texts are plain: whoever writes a format escapes them for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "OUTLINE_VERSION", "Block", "Bullets", "Checks", "Facts", "Gap", "Outline", "Page", "Paragraph", "Picture",
    "ProcessName", "Section", "Signatures", "StepCard", "Table", "leads",
]  # fmt: skip

OUTLINE_VERSION = 1
"""Rises when templates that read an outline would have to change."""


class ProcessName(str):
    """A text that is the name of another process: formats with links lead there, others show it as any text."""

    process: str
    """The process's id."""

    __slots__ = ("process",)

    @classmethod
    def of(cls, process: str, name: str) -> ProcessName:
        """Make one from the id of the process and how it is called."""
        made = cls(name)
        made.process = process
        return made

    def __deepcopy__(self, _memo: object) -> ProcessName:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return ProcessName.of, (self.process, str(self))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts, numbered where their order counts."""

    items: tuple[str, ...]
    numbered: bool = False
    kind: str = "bullets"


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what is to be said of each."""

    pairs: tuple[tuple[str, str], ...]
    kind: str = "facts"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; every row has as many cells as there are headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Checks:
    """Things to tick off by hand, each with an empty box before it."""

    items: tuple[str, ...]
    kind: str = "checks"


@dataclass(frozen=True, slots=True)
class Signatures:
    """A table to be signed by hand: rows are high enough to write in, and cells may be empty."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "signatures"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the process does not say yet: a marked place to fill in."""

    text: str
    kind: str = "gap"


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a picture: the name of a view, and what it shows in words."""

    view: str
    caption: str
    kind: str = "picture"


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step of the procedure.

    ``facts`` say who, when, with what; ``instructions`` how; ``notes`` are headed lists (standards, exceptions, …).
    """

    number: str
    id: str
    name: str
    what: str
    facts: tuple[tuple[str, str], ...] = ()
    instructions: tuple[str, ...] = ()
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    moment_of_truth: bool = False
    kind: str = "step"


Block = Paragraph | Bullets | Checks | Facts | Gap | Picture | Signatures | StepCard | Table


def leads(block: Block, following: Block | None) -> bool:
    """Tell whether a block is the head of the one that follows it, and stays with it on a page."""
    if isinstance(block, Paragraph):
        return following is not None and not isinstance(following, Paragraph)
    head = isinstance(block, Facts) and len(block.pairs) == 1 and not block.pairs[0][0]
    return head and isinstance(following, Checks)


class Page(StrEnum):
    """What a document is printed on."""

    PORTRAIT = "portrait"
    """Upright pages with running heads and feet."""
    LANDSCAPE = "landscape"
    """The same, for wide tables."""
    CARD = "card"
    """One page in big type, to be pinned to a wall."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document; ``id`` is its anchor."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document.

    ``control`` is the block that identifies it; ``running`` are the short texts that stand on every page: its number,
    its version and status.
    """

    title: str
    kind: str
    language: str
    control: Facts
    sections: tuple[Section, ...]
    organization: str = ""
    running: tuple[str, ...] = ()
    page: Page = Page.PORTRAIT
    version: int = field(default=OUTLINE_VERSION)
