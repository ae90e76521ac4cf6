"""All processes of a site together, in one language: who and what takes part where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from svcflow.i18n import translator
from svcflow.model.text import say

if TYPE_CHECKING:
    from svcflow.exporters.site.record import Record
    from svcflow.load import Workspace

__all__ = ["Book", "DepartmentEntry", "RoleEntry"]

Use = tuple["Record", str, str]
"""A process, the id of a step in it, and how the step is called."""


@dataclass(slots=True)
class RoleEntry:
    """A role over all processes; ``processes`` are those in which it does steps."""

    id: str
    name: str
    language: str
    department: str
    department_name: str
    customer: bool
    processes: list[Record] = field(default_factory=list)
    steps: int = 0


@dataclass(slots=True)
class DepartmentEntry:
    """A department over all processes."""

    id: str
    name: str
    language: str
    roles: list[RoleEntry] = field(default_factory=list)
    processes: dict[str, Record] = field(default_factory=dict)


class Book:
    """The records of all processes, in the order of their files, and the catalogues they share.

    ``in_use`` are those that people work by: not the retired ones, unless there are no others.
    """

    def __init__(self, records: Sequence[Record], workspace: Workspace, language: str) -> None:
        self.records, self.workspace, self.language = records, workspace, language
        self.in_use = [record for record in records if record.status != "retired"] or list(records)
        self.shared = workspace.shared
        self.t = translator(language)

    def text(self, text: str | None) -> str:
        """Return a text of the catalogues in the language of the pages."""
        return say(text, self.language) if text is not None else ""

    def language_of(self, text: str) -> str:
        """Return the language in which `text` says a text of the catalogues."""
        by_language = getattr(text, "by_language", None)
        default = self.workspace.settings.language or "en"
        if by_language is None:
            return default
        said = self.text(text)
        return next((tag for tag, one in by_language.items() if one == said), default)

    @cached_property
    def roles(self) -> dict[str, RoleEntry]:
        """The roles by id, by department and name; those of customers last."""
        found: dict[str, RoleEntry] = {}
        working = {record.id for record in self.in_use}
        for record in self.records:
            steps = [role for step in record.steps for role in step.roles]
            for role in record.roles:
                entry = found.setdefault(
                    role.id,
                    RoleEntry(
                        role.id,
                        role.name,
                        record.language,
                        role.department,
                        role.department_name,
                        role.customer,
                    ),
                )
                if role.acts and record.id in working:
                    entry.processes.append(record)
                    entry.steps += steps.count(role.id)

        def order(entry: RoleEntry) -> tuple[bool, bool, str, str, str]:
            return (entry.customer, not entry.department, entry.department_name, entry.name, entry.id)

        return {entry.id: entry for entry in sorted(found.values(), key=order)}

    @cached_property
    def departments(self) -> dict[str, DepartmentEntry]:
        """The departments by the key under which roles name them."""
        found: dict[str, DepartmentEntry] = {}
        for role in self.roles.values():
            if not role.department:
                continue
            entry = found.setdefault(
                role.department, DepartmentEntry(role.department, role.department_name, role.language)
            )
            entry.roles.append(role)
            entry.processes.update((record.id, record) for record in role.processes)
        return found

    @cached_property
    def made(self) -> dict[str, list[Use]]:
        """The steps in which each artifact is made."""
        return self._uses("outputs")

    @cached_property
    def used(self) -> dict[str, list[Use]]:
        """The steps in which each artifact is used."""
        return self._uses("inputs")

    @cached_property
    def tools(self) -> dict[str, list[Use]]:
        """The steps in which each system is used."""
        return self._uses("tools")

    def _uses(self, field: str) -> dict[str, list[Use]]:
        found: dict[str, list[Use]] = {}
        for record in self.in_use:
            for step in record.steps:
                for id in getattr(step, field):
                    found.setdefault(id, []).append(
                        (record, step.card.id, f"{step.card.number} {step.card.name}")
                    )
        return found
