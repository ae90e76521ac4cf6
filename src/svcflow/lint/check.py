"""Checking one process, and the workspace as a whole: rules in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.context import ProcessContext, WorkspaceContext
from svcflow.analyzers.rule import Problem, ProcessRule, Rule, WorkspaceRule
from svcflow.finding import Finding, Place, Related, Route, Severity
from svcflow.lint.suppress import Suppression, apply_suppressions, complaints, suppressions_of

if TYPE_CHECKING:
    from svcflow.lint.selection import Selection
    from svcflow.load.read import Loaded
    from svcflow.load.workspace import Workspace
    from svcflow.model.process import Process
    from svcflow.source import Document

__all__ = ["check_process", "check_workspace", "finish"]


def check_process(loaded: Loaded[Process], workspace: Workspace, selection: Selection) -> Iterator[Finding]:
    """Yield what the rules find in one process that could be read."""
    process = loaded.model
    if process is None:
        return
    settings = workspace.settings
    context = ProcessContext(
        process, workspace.shared, loaded.path, settings.language or "en", settings, workspace.today
    )
    relative = workspace.relative_shown(loaded.path) if selection.per_file else ""
    for rule in selection.rules:
        if not isinstance(rule, ProcessRule):
            continue
        for problem in rule.check(context):
            elements = _elements(process, problem.route) if selection.per_element else ()
            if selection.wanted(rule.name, relative, elements):
                yield _finding(rule, problem, loaded.path, loaded.document, selection.severity(rule))


def check_workspace(
    context: WorkspaceContext, workspace: Workspace, selection: Selection
) -> Iterator[Finding]:
    """Yield what the rules find in the catalogues and in how the files fit together; the places have no spans yet."""
    for rule in selection.rules:
        for problem in _across(rule, context):
            path = problem.path or ""
            if selection.wanted(rule.name, workspace.relative_shown(path) if selection.per_file else ""):
                yield _finding(rule, problem, path, None, selection.severity(rule))


def _across(rule: Rule, context: WorkspaceContext) -> Iterator[Problem]:
    if isinstance(rule, WorkspaceRule):
        return rule.check(context)
    return rule.check_shared(context.shared) if isinstance(rule, ProcessRule) else iter(())


def finish(
    findings: Iterable[Finding], document: Document, path: str, active: frozenset[str]
) -> Iterator[Finding]:
    """Yield the findings of one file that its comments do not silence, and what is wrong with these comments."""
    suppressions: list[Suppression] = suppressions_of(document)
    if not suppressions:
        yield from findings
        return
    yield from apply_suppressions(list(findings), suppressions)
    yield from complaints(suppressions, path, active)


def _finding(
    rule: Rule, problem: Problem, path: str, document: Document | None, severity: Severity
) -> Finding:
    span = document.span(problem.route, key=problem.on_key) if document else None
    related = tuple(
        Related(_related_place(where, path, document), message) for where, message in problem.related
    )
    place = Place(path, problem.route, span)
    return Finding(rule.code, rule.name, severity, problem.message, place, related, problem.help, problem.fix)


def _related_place(where: Route | Place, path: str, document: Document | None) -> Place:
    if isinstance(where, Place):
        return where
    return Place(path, where, document.span(where) if document else None)


def _elements(process: Process, route: Route) -> list[str]:
    """Return the names under which ``per_element`` settings know a place: the process, and the step it is in."""
    names = [process.process]
    if len(route) > 1 and route[0] == "steps" and isinstance(route[1], int):
        names.append(f"{process.process}/{process.steps[route[1]].id}")
    return names
