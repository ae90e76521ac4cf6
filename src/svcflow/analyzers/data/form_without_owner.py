"""A form of the catalogue has no owner."""

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

__all__ = ["FormWithoutOwner"]


class FormWithoutOwner(WorkspaceRule):
    """A form of the catalogue has no owner.

    The owner keeps the template: decides about new fields, withdraws old prints, answers what a field means.

    Why: A form that belongs to nobody is copied, changed at each counter, and asks the customer for things that
    nobody reads any more.

    Fix: Write `owner: ROLE` at the form, the role that keeps its template.
    """

    code = "D103"
    name = "form-without-owner"
    severity = Severity.WARNING
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
            number: F-01
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
          - {id: 登记, name: 登记读者, inputs: [身份证, 外来表], outputs: [读者档案]}
        ---
        catalog: 图书馆
        artifacts:
          身份证: {name: 身份证, external: true}
          外来表: {name: 单位推荐表, kind: form, external: true}
          读者档案: {name: 读者档案, kind: data}
    """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each form of the house that nobody keeps."""
        for entry in context.shared.artifacts.values():
            form = entry.value
            if form.kind is ArtifactKind.FORM and not form.external and form.owner is None:
                message = msg("nobody keeps the form ‘{form}’", form=form.name)
                route = (*entry.place.route, "name")
                yield Problem(route, message, msg("write `owner: ROLE`"), path=entry.place.path)
