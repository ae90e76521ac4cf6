"""What a column of the template is, and a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from svcflow.i18n import LANGUAGES, Message, translator
from svcflow.interchange.sheets.headings import folded

__all__ = ["Column", "Kind", "Sheet"]


class Kind(Enum):
    """What a cell of a column holds."""

    TEXT = auto()
    """A text for people."""
    TEXTS = auto()
    """Texts, one a line."""
    LABEL = auto()
    """A short text, the same in every language."""
    ID = auto()
    """An id of whatever."""
    IDS = auto()
    """Ids, with commas between them."""
    ROLE = auto()
    """A role, by its id or its name."""
    ROLES = auto()
    """Roles."""
    STEP = auto()
    """A step, by its id, its name or its number; or the end."""
    STEPS = auto()
    """Steps."""
    TIME = auto()
    """A length of time."""
    WORK = auto()
    """Hands-on time: one time, a range, or shortest / likely / longest."""
    CHOICE = auto()
    """A word of a closed list."""
    YES = auto()
    """Yes or no."""
    WHOLE = auto()
    """A whole number."""
    NUMBER = auto()
    """A number."""
    SHARE = auto()
    """A percentage."""
    DAY = auto()
    """A day."""
    PLAIN = auto()
    """A text that the format reads itself: a target, a period, a version, a language."""
    BRANCHES = auto()
    """Ways on: one a line, `condition → step (share)`."""
    EVENTS = auto()
    """Events that end a wait, written as ways on."""
    CONTROLS = auto()
    """Controls, one a line, each with the step in which it is done: `what → step`."""
    CASES = auto()
    """What can go wrong, one a line, with what is done then behind an arrow or a colon."""
    STANDARDS = auto()
    """Quality standards, one a line."""
    RECORDS = auto()
    """Records, one a line or with commas between them."""
    LIMIT = auto()
    """The time limit of a wait, written as a way on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its values stand in an entry of the section, what a cell holds, how it is headed.

    ``note`` tells people what to write; ``also`` are headings in tables that people made themselves. What is
    ``read_only`` has a sheet of its own in the template and a column only in such tables.
    """

    path: tuple[str, ...]
    kind: Kind
    title: Message
    note: Message
    also: tuple[str, ...] = ()
    words: type[StrEnum] | None = None
    read_only: bool = False

    def names(self) -> frozenset[str]:
        """Return all headings that mean this column."""
        titles = (self.title.render(translator(language)) for language in LANGUAGES)
        return frozenset(map(folded, (*titles, ".".join(self.path), *self.also)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the section of the process it holds, a row an entry.

    ``key`` names the column whose value is the key of the entry, where the section is a mapping; ``inside`` the part of
    a step whose entries it holds, where it hangs on steps. A sheet of one entry has its columns as rows.
    """

    section: tuple[str, ...]
    title: Message
    columns: tuple[Column, ...]
    key: str = ""
    inside: bool = False
    single: bool = False
    also: tuple[str, ...] = ()

    def names(self) -> frozenset[str]:
        """Return all names of sheets that mean this one."""
        titles = (self.title.render(translator(language)) for language in LANGUAGES)
        return frozenset(map(folded, (*titles, ".".join(self.section), *self.also)))
