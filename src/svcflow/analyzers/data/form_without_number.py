"""A form of the catalogue has no number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.catalog import ArtifactKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext

__all__ = ["FormWithoutNumber"]


class FormWithoutNumber(WorkspaceRule):
    """A form of the catalogue has no number.

    Why: Without a number nobody can tell the form in force from an old print, and procedures cannot say which one
    they mean.

    Fix: Write `number:` at the form, as your register of forms gives it, e.g. `number: F-CS-012`.
    """

    code = "D104"
    name = "form-without-number"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: library-card
        name: New library card
        steps:
          - {id: register, name: Register the reader, outputs: [registration]}
        ---
        catalog: library
        artifacts:
          registration:
            name: Registration form  #!
            kind: form
            owner: head-librarian
    """
    good = """
        process: library-card
        name: New library card
        steps:
          - {id: register, name: Register the reader, outputs: [registration]}
        ---
        catalog: library
        artifacts:
          registration: {name: Registration form, kind: form, number: F-01, owner: head-librarian}
    """
    near = (
        """
        process: 办证
        name: 办理借书证
        steps:
          - {id: 登记, name: 登记读者, inputs: [推荐表], outputs: [读者档案]}
        ---
        catalog: 图书馆
        artifacts:
          推荐表: {name: 单位推荐表, kind: form, external: true}
          读者档案: {name: 读者档案, kind: data}
    """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each form of the house that no number tells from others."""
        for entry in context.shared.artifacts.values():
            form = entry.value
            if form.kind is ArtifactKind.FORM and not form.external and form.number is None:
                message = msg("the form ‘{form}’ has no number", form=form.name)
                route = (*entry.place.route, "name")
                yield Problem(
                    route, message, msg("write `number:` as in the register of forms"), path=entry.place.path
                )
