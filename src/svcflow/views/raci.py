"""The RACI matrix: who is responsible, accountable, consulted and informed in each step, with its gaps marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.model.vocabulary import RoleKind, StepKind
from svcflow.views.heading import opening
from svcflow.views.matrix import Cell, Chip, Header, Legend, Matrix, Tone

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.i18n import Message, Translator
    from svcflow.model.step import Step
    from svcflow.views.wording import Wording

__all__ = ["raci"]

_WORK = {StepKind.TASK, StepKind.CALL}
_TONES = {"R": Tone.STRONG, "A": Tone.EXTREME, "C": Tone.SOFT, "I": Tone.FAINT}


def raci(context: ProcessContext, language: str | None = None) -> Matrix:
    """Return the matrix of a process, in its own language or another one that it has texts in.

    Rows are the steps that somebody does, columns the roles in the order in which they come, those of a department
    together. The owner answers for steps that name nobody else. A gap is a step nobody does, one that several answer
    for, and one that several departments may do with nobody answering for it.
    """
    heading, words = opening(context, msg("RACI matrix"), language)
    nodes = [node for node in context.graph.nodes.values() if _is_work(node.step)]
    roles = _columns(context, words, nodes)
    gaps = {node.id: list(_gaps(context, node.step)) for node in nodes}
    return Matrix(
        heading=heading,
        columns=tuple(Header(words.role(role), role, words.department(role)) for role in roles),
        rows=tuple(
            Header(f"{node.index + 1} {words.name(node)}", node.id, flagged=bool(gaps[node.id]))
            for node in nodes
        ),
        cells=tuple(tuple(_cell(context, node.step, role) for role in roles) for node in nodes),
        across=words.t("Role"),
        down=words.t("Step"),
        legend=_legend(
            words.t,
            {letter for node in nodes for role in roles for letter in _letters(context, node.step, role)},
        ),
        notes=tuple(
            f"{node.index + 1} {words.name(node)}: {words.t(gap.text)}"
            for node in nodes
            for gap in gaps[node.id]
        ),
        empty=words.t("no step says who acts: give each step a `role`"),
    )


def _is_work(step: Step) -> bool:
    """Tell whether somebody acts or should act in a step: splits, waits and ends may name nobody."""
    return bool(step.kind in _WORK or step.role or step.accountable or step.consulted or step.informed)


def _letters(context: ProcessContext, step: Step, role: str) -> list[str]:
    return [letter for letter, roles in context.raci(step).items() if role in roles]


def _cell(context: ProcessContext, step: Step, role: str) -> Cell:
    return Cell(tuple(Chip(letter, _TONES[letter]) for letter in _letters(context, step, role)))


def _columns(context: ProcessContext, words: Wording, nodes: list[Node]) -> list[str]:
    """Return the roles as they come, each department's together."""
    found = dict.fromkeys(
        role for node in nodes for roles in context.raci(node.step).values() for role in roles
    )
    departments: dict[str, list[str]] = {}
    for role in found:
        departments.setdefault(words.department(role) or f":{role}", []).append(role)
    return [role for roles in departments.values() for role in roles]


def _gaps(context: ProcessContext, step: Step) -> Iterator[Message]:
    if not step.role and step.kind in _WORK:
        yield msg("nobody is responsible")
    if len(step.accountable) > 1:
        yield msg("several are accountable")
    if not context.raci(step)["A"] and _departments(context, step) > 1:
        yield msg("several departments may do it and nobody is accountable")


def _departments(context: ProcessContext, step: Step) -> int:
    """Return how many departments may do a step; customers and systems do not count."""
    found = set()
    for id in step.role:
        role = context.role(id)
        if role and role.department and role.kind is not RoleKind.SYSTEM and not context.is_customer(id):
            found.add(role.department)
    return len(found)


def _legend(t: Translator, used: set[str]) -> tuple[Legend, ...]:
    entries = (("R", t("responsible")), ("A", t("accountable")), ("C", t("consulted")), ("I", t("informed")))
    return tuple(Legend(_TONES[letter], text, letter) for letter, text in entries if letter in used)
