"""Whom and what cells speak of: steps by id, name or number, roles by id or name."""

from __future__ import annotations

import re
from unicodedata import normalize

from svcflow.i18n import Message, msg
from svcflow.interchange.ids import Ids, slug
from svcflow.interchange.sheets.headings import folded
from svcflow.model.values import ID_PATTERN

__all__ = ["Misread", "Names"]

_ID = re.compile(ID_PATTERN)
_SPEAKING = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")  # surely an id, of a catalogue
_COUNTED = re.compile(
    r"(?:第|步骤|步驟|step|no\.?|#|nr\.?)?\s*(\d{1,4})(?:\.0)?\s*(?:步|号|號|步骤|步驟)?", re.IGNORECASE
)
_DRESSED = re.compile(r"(?:\d{1,4}[.、]?\s+)?(?P<name>\S.*?)\s*(?:\([^()]*\))?")
"""A step's name with its number before it and who does it in brackets, as lists of handoffs have it."""
_ENDS = frozenset(
    map(folded, ("end", "结束", "結束", "完成", "流程结束", "流程結束", "终止", "終止", "finish", "done"))
)


class Misread(Exception):
    """A cell that cannot be understood: what is wrong, and what to write instead."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message, self.help = message, help


class Names:
    """The steps and roles of a workbook.

    ``own`` says that the workbook is a filled template: what looks like an id is one, also when no sheet defines it.
    Otherwise a role that nobody defined is named by its cell, and gets an id.
    """

    def __init__(self, language: str, *, own: bool) -> None:
        self.language, self.own = language, own
        self.steps: dict[str, str] = {}
        """Ids of steps by what they may be called."""
        self.numbers: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self.found: dict[str, str] = {}
        """Names of the roles that only cells speak of, by the ids they got."""
        self._ids = Ids()

    def add_step(self, id: str, name: str, number: str) -> None:
        """Remember a step by all that it may be called; what came first wins."""
        self.steps.setdefault(id, id)
        if name:
            self.steps.setdefault(folded(name), id)
        if number:
            self.numbers.setdefault(number.removesuffix(".0"), id)

    def add_role(self, id: str, name: str) -> None:
        """Remember a role that is defined."""
        self._ids = Ids({*self.roles.values(), id})
        self.roles.setdefault(id, id)
        if name:
            self.roles.setdefault(folded(name), id)

    def step(self, text: str) -> str | None:
        """Return the step that a text means, "end" for the end, None for none."""
        plain = normalize("NFKC", text).strip()
        found = self.steps.get(text.strip()) or self.steps.get(folded(text))
        if found:
            return found
        counted = _COUNTED.fullmatch(plain)
        if counted and counted[1] in self.numbers:
            return self.numbers[counted[1]]
        if folded(text) in _ENDS:
            return "end"
        dressed = _DRESSED.fullmatch(plain)
        if dressed and not self.own and folded(dressed["name"]) in self.steps:
            return self.steps[folded(dressed["name"])]
        return text.strip() if self.own and _ID.match(text.strip()) else None

    def step_or_raise(self, text: str) -> str:
        """Return the step that a text means; raises `Misread` when there is none."""
        found = self.step(text)
        if found is None:
            raise Misread(
                msg("there is no step ‘{text}’", text=text.strip()),
                msg("write the id, the name or the number of a step"),
            )
        return found

    def role(self, text: str) -> str:
        """Return the id of the role that a text means; a new one is remembered with its name."""
        known = self.roles.get(text) or self.roles.get(folded(text))
        if known:
            return known
        if self.own and _ID.match(text):
            return text
        if _SPEAKING.fullmatch(text):
            return text
        if not slug(text):
            raise Misread(msg("‘{text}’ cannot be a role", text=text))
        id = self._ids.give(text, otherwise="role")
        self.roles[folded(text)] = id
        self.found[id] = text
        return id
